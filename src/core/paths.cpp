// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace modelscribe::paths {

namespace {

// The generic locations follow XDG_* on Linux and have their counterparts elsewhere; the folder's
// name must not depend on the application's name, which the two programs do not share.
QString folderIn(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + u"/modelscribe"_s;
}

} // namespace

QString configFolder() { return folderIn(QStandardPaths::GenericConfigLocation); }

QString dataFolder() { return folderIn(QStandardPaths::GenericDataLocation); }

QString stateFolder()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    return folderIn(QStandardPaths::GenericStateLocation);
#else
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s)
           + u"/modelscribe"_s;
#endif
}

QString localRegistryFile() { return dataFolder() + u"/local.db"_s; }

QString profilesFile() { return configFolder() + u"/profiles.json"_s; }

QString draftsFile() { return dataFolder() + u"/drafts.db"_s; }

QString journalFile() { return dataFolder() + u"/journal.db"_s; }

Result<std::monostate> makePrivateFolder(const QString &folder)
{
    const QFileInfo before(folder);
    const bool existed = before.isDir();
    if (!existed && !QDir().mkpath(folder))
        return failure(Error::Kind::Storage, u"cannot make folder "_s + folder);
    if (existed && before.isSymLink()) // whose it is, its owner knows
        return std::monostate{};
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QFile::setPermissions(folder, owner) && !existed)
        return failure(Error::Kind::Storage, u"cannot make private: "_s + folder);
    return std::monostate{};
}

bool makeFilePrivate(const QString &file)
{
    const QFileInfo info(file);
    return info.isFile() && !info.isSymLink()
           && QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace modelscribe::paths
