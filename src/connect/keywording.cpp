// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/keywording.h"

#include "core/visibletext.h"
#include "model/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace modelscribe::keywording {

namespace {

struct KeyWords
{
    Q_DECLARE_TR_FUNCTIONS(KeyWording)
};

QString endedText(const QDateTime &time)
{
    if (!time.isValid())
        return KeyWords::tr("Expired: sign in again with the tool");
    return KeyWords::tr("Expired on %1: sign in again with the tool")
        .arg(QLocale().toString(time.toLocalTime(), QLocale::ShortFormat));
}

} // namespace

QString source(const KeysFrom &from)
{
    const QString name = visibleText(from.name, 60);
    switch (from.kind) {
    case KeysFrom::Kind::Keychain: return KeyWords::tr("Keychain: AccessKey");
    case KeysFrom::Kind::KeychainToken: return KeyWords::tr("Keychain: AccessKey and token");
    case KeysFrom::Kind::Session: return KeyWords::tr("This session only");
    case KeysFrom::Kind::Environment: return KeyWords::tr("Environment");
    case KeysFrom::Kind::AliyunProfile:
        return name.isEmpty() ? KeyWords::tr("Aliyun CLI")
                              : KeyWords::tr("Aliyun CLI, profile %1").arg(name);
    case KeysFrom::Kind::IniSection:
        return name.isEmpty() ? KeyWords::tr("Credentials file")
                              : KeyWords::tr("Credentials file, section %1").arg(name);
    case KeysFrom::Kind::Unknown: break;
    }
    return KeyWords::tr("“%1”, of a newer version").arg(name);
}

QString offer(const KeyOffer &offer, const QDateTime &now)
{
    if (offer.whyNot)
        return trouble(*offer.whyNot);
    if (!offer.roleName.isEmpty())
        return KeyWords::tr("RAM role %1").arg(visibleText(offer.roleName, 60));
    if (!offer.command.isEmpty())
        return KeyWords::tr("Runs a program");
    if (offer.until.isValid())
        return KeyWords::tr("%1, %2 left")
            .arg(offer.shownId, wording::duration(now.secsTo(offer.until)));
    if (!offer.shownId.isEmpty())
        return KeyWords::tr("AccessKey %1").arg(offer.shownId);
    return KeyWords::tr("From an address");
}

QString trouble(const KeyTrouble &trouble)
{
    const QString subject = visibleText(trouble.subject);
    switch (trouble.kind) {
    case KeyTrouble::Kind::Missing: return KeyWords::tr("%1 is not set").arg(subject);
    case KeyTrouble::Kind::Ended: return endedText(trouble.time);
    case KeyTrouble::Kind::NeedsMetadata:
        return KeyWords::tr("Only available on machines of Alibaba Cloud");
    case KeyTrouble::Kind::CannotSign: return KeyWords::tr("It has no AccessKey to sign with");
    case KeyTrouble::Kind::UnknownMode:
        return KeyWords::tr("The mode “%1” is not known").arg(subject);
    case KeyTrouble::Kind::Disabled: return KeyWords::tr("Switched off: enable = false");
    case KeyTrouble::Kind::Loop:
        return KeyWords::tr("Its source_profile leads back to “%1”").arg(subject);
    case KeyTrouble::Kind::TooDeep:
        return KeyWords::tr("Too many source_profiles refer to each other");
    case KeyTrouble::Kind::NoSource:
        return KeyWords::tr("There is no source_profile “%1”").arg(subject);
    case KeyTrouble::Kind::Strange:
        return KeyWords::tr("It contains characters that no AccessKey has");
    case KeyTrouble::Kind::UnsafeAddress:
        return KeyWords::tr("%1 is neither https nor on this computer").arg(subject);
    case KeyTrouble::Kind::NotThere: return KeyWords::tr("There is no “%1” in it").arg(subject);
    case KeyTrouble::Kind::TooLarge: return KeyWords::tr("The file is larger than 1 MiB");
    case KeyTrouble::Kind::NotAFile: return KeyWords::tr("It is not an ordinary file");
    case KeyTrouble::Kind::NoPermission: return KeyWords::tr("There is no permission to read it");
    case KeyTrouble::Kind::Damaged: return KeyWords::tr("The file is damaged: %1").arg(subject);
    }
    return {};
}

} // namespace modelscribe::keywording
