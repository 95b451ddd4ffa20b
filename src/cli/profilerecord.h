// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/table.h"
#include "connect/profilesfile.h"
#include "credentials/keyoffer.h"

#include <QByteArray>

// What the command line shows of profiles and of keys that were found; without any secret.
namespace modelscribe {

Table profilesTable(const ProfileSet &set);
QByteArray profilesJson(const ProfileSet &set);

Table offersTable(const QList<KeyOffer> &offers);
QByteArray offersJson(const QList<KeyOffer> &offers);

} // namespace modelscribe
