// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace modelscribe::paths {

namespace {

// The folder's name must not depend on the application's name, which the two programs do not share.
constexpr auto ownFolder = "/modelscribe"_L1;

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

// Not by QStandardPaths, which takes relative paths too: "If an implementation encounters a
// relative path in any of these variables it should consider the path invalid and ignore it."
QString folderIn(const char *variable, QLatin1StringView otherwise)
{
    const QString base = qEnvironmentVariable(variable);
    return (QDir::isAbsolutePath(base) ? QDir::cleanPath(base) : QDir::homePath() + otherwise)
           + ownFolder;
}

#else

QString folderIn(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + ownFolder;
}

#endif

} // namespace

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

QString configFolder() { return folderIn("XDG_CONFIG_HOME", "/.config"_L1); }

QString dataFolder() { return folderIn("XDG_DATA_HOME", "/.local/share"_L1); }

QString stateFolder() { return folderIn("XDG_STATE_HOME", "/.local/state"_L1); }

#else

QString configFolder() { return folderIn(QStandardPaths::GenericConfigLocation); }

QString dataFolder() { return folderIn(QStandardPaths::GenericDataLocation); }

QString stateFolder()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    return folderIn(QStandardPaths::GenericStateLocation);
#else
    return folderIn(QStandardPaths::GenericDataLocation);
#endif
}

#endif

QString localRegistryFile() { return dataFolder() + u"/local.db"_s; }

QString ownRegistryFile() { return dataFolder() + u"/own.db"_s; }
QString settingsFile() { return configFolder() + u"/settings.ini"_s; }

QString profilesFile() { return configFolder() + u"/profiles.json"_s; }

QString searchesFile() { return configFolder() + u"/searches.json"_s; }

QString servicesFile() { return configFolder() + u"/services.json"_s; }

QString probesFile() { return dataFolder() + u"/probes.json"_s; }

QString draftsFile() { return dataFolder() + u"/drafts.db"_s; }

QString journalFile() { return dataFolder() + u"/journal.db"_s; }

QString batchesFile() { return dataFolder() + u"/batches.db"_s; }

QString copiesFolder() { return dataFolder() + u"/copies"_s; }

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
