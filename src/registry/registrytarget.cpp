// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registrytarget.h"

#include "core/paths.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto localPrefix = "local:"_L1;
constexpr const char *localName = QT_TRANSLATE_NOOP("modelscribe::Connection", "Local registry");

} // namespace

QString localRegistryKey(const QString &databaseFile)
{
    const QFileInfo file(databaseFile.isEmpty() ? paths::localRegistryFile() : databaseFile);
    const QString whole = file.canonicalFilePath(); // empty until the file is there
    return localPrefix + (whole.isEmpty() ? file.absoluteFilePath() : whole);
}

QString registryKeyOf(const RegistryTarget &target)
{
    return target.registryKey.isEmpty() ? target.endpoint.toString() : target.registryKey;
}

QString registryNameOf(const RegistryTarget &target)
{
    if (target.isLocal)
        return QString::fromLatin1(localName);
    return target.title.isEmpty() ? target.endpoint.toString() : target.title;
}

QString registryNameOf(const QString &name, const QString &registryKey)
{
    if (registryKey.startsWith(localPrefix))
        return QString::fromLatin1(localName);
    const bool isOldName = !name.isEmpty() && name == QUrl(registryKey).host();
    return isOldName ? registryKey : name;
}

QString shownRegistryName(const QString &name, const QString &registryKey)
{
    if (registryKey.startsWith(localPrefix))
        return QCoreApplication::translate("modelscribe::Connection", localName);
    return registryNameOf(name, registryKey);
}

} // namespace modelscribe
