// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <variant>

//! Where this program keeps its files. With HOME and XDG_* pointing elsewhere nothing outside them
//! is used.
namespace modelscribe::paths {

QString configFolder(); //!< Settings and the plain part of profiles.
QString dataFolder();   //!< The local registry's database, drafts, the journal.
QString stateFolder();  //!< The log.

QString localRegistryFile(); //!< What --local means; in dataFolder(), and begins with samples.
QString ownRegistryFile();   //!< The other one of the user, which begins empty.
QString settingsFile();      //!< In configFolder().
QString profilesFile();      //!< In configFolder().
QString searchesFile();      //!< Saved searches; in configFolder().
QString servicesFile();      //!< What was found out about services; in configFolder().
QString probesFile();        //!< Models that a check of a service made; in dataFolder().
QString draftsFile();        //!< In dataFolder().
QString journalFile();       //!< In dataFolder().
QString batchesFile();       //!< In dataFolder().
QString copiesFolder();      //!< Of registries' lists; in dataFolder().

//! Makes \p folder and what is missing above it, private to the user (0700).
Result<std::monostate> makePrivateFolder(const QString &folder);
//! Takes the rights of others away from a file of this program (0600). False for what is no
//! ordinary file, such as a symbolic link or a device: that stays as it is.
bool makeFilePrivate(const QString &file);

} // namespace modelscribe::paths
