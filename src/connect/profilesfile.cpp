// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profilesfile.h"

#include "core/ordinaryfile.h"
#include "core/paths.h"
#include "core/platform.h"
#include "core/privatefile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 maxProfilesBytes = 1024 * 1024;
constexpr auto damagedCode = "profiles-damaged"_L1;

tl::unexpected<Error> unusableProfiles(const QString &file, const QString &why, const QString &code)
{
    return failure(
        Error{.kind = Error::Kind::Storage, .detail = u"%1: %2"_s.arg(file, why), .code = code});
}

tl::unexpected<Error> damagedProfiles(const QString &file, const QString &why)
{
    return unusableProfiles(file, why, damagedCode);
}

tl::unexpected<Error> unreadProfiles(const QString &file, const Error &error)
{
    if (error.code == "too-large"_L1)
        return damagedProfiles(file, error.detail);
    const bool isNone = error.code == "no-file"_L1;
    return unusableProfiles(file, error.detail,
                            isNone ? u"profiles-no-file"_s : u"profiles-unreadable"_s);
}

tl::unexpected<Error> unwritableProfiles(const QString &file, const QString &why)
{
    return failure(Error::Kind::Storage, u"%1: %2"_s.arg(file, why));
}

QString jsonFault(const QByteArray &text, const QJsonParseError &fault)
{
    const QByteArray before = text.first(std::clamp<qsizetype>(fault.offset, 0, text.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return u"line %1, column %2: %3"_s.arg(line).arg(column).arg(fault.errorString());
}

//! The whole file, with what nobody here knows.
Result<QJsonObject> readProfiles(const QString &name)
{
    if (platform::isMissing(name))
        return QJsonObject();
    const auto text = readOrdinaryFile(name, maxProfilesBytes);
    if (!text)
        return unreadProfiles(name, text.error());
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &fault);
    if (fault.error != QJsonParseError::NoError)
        return damagedProfiles(name, text->isEmpty() ? u"empty"_s : jsonFault(*text, fault));
    if (!document.isObject())
        return damagedProfiles(name, u"not a JSON object"_s);
    const QJsonValue list = document["profiles"_L1];
    if (!list.isArray() && !list.isUndefined())
        return damagedProfiles(name, u"“profiles” is not a list"_s);
    if (list.isUndefined() && !document.object().isEmpty())
        return damagedProfiles(name, u"there is no “profiles” in it"_s);
    return document.object();
}

//! As older versions said it, when nothing else does.
KeysFrom keysFromJson(const QJsonObject &json)
{
    const QJsonValue text = json.value("keysFrom"_L1);
    if (text.isUndefined()) {
        const bool isInKeychain = json.value("keyInKeychain"_L1).toBool(true);
        return {.kind = isInKeychain ? KeysFrom::Kind::Keychain : KeysFrom::Kind::Session};
    }
    return KeysFrom::fromText(text.toString());
}

ProxyChoice proxyFromJson(const QJsonObject &json)
{
    const QString text = json.value("proxy"_L1).toString();
    if (text.isEmpty())
        return {};
    ProxyChoice proxy = ProxyChoice::fromText(text).value_or(
        ProxyChoice{.kind = ProxyChoice::Kind::Unknown, .host = text});
    const QString kept = json.value("proxyPassword"_L1).toString();
    if (kept == "keychain"_L1)
        proxy.password = ProxyChoice::Password::Keychain;
    else if (kept == "session"_L1)
        proxy.password = ProxyChoice::Password::Session;
    return proxy;
}

QString placeOfPassword(ProxyChoice::Password password)
{
    switch (password) {
    case ProxyChoice::Password::Keychain: return u"keychain"_s;
    case ProxyChoice::Password::Session: return u"session"_s;
    case ProxyChoice::Password::None: break;
    }
    return {};
}

Profile profileFromJson(const QJsonObject &json)
{
    const bool isVpc = json.value("network"_L1) == QJsonValue(u"vpc"_s);
    return {
        .name = json.value("name"_L1).toString(),
        .region = json.value("region"_L1).toString(),
        .endpoint = json.value("endpoint"_L1).toString(),
        .workspaceId = json.value("workspaceId"_L1).toString(),
        .shownKeyId = json.value("shownKeyId"_L1).toString(),
        .network = isVpc ? Network::Vpc : Network::Public,
        .keysFrom = keysFromJson(json),
        .keyExpires = QDateTime::fromString(json.value("keyExpires"_L1).toString(), Qt::ISODate),
        .agreedCommand = json.value("agreedCommand"_L1).toString(),
        .colour = json.value("colour"_L1).toString(),
        .isProtected = json.value("protected"_L1).toBool(),
        .proxy = proxyFromJson(json),
        .caFile = json.value("caFile"_L1).toString()};
}

//! What this version cannot read of a member stays until a person chooses something else.
void writeProfile(QJsonObject &json, const Profile &profile)
{
    const Profile before = profileFromJson(json);
    const auto set = [&](const QString &key, const QString &value) {
        if (value.isEmpty())
            json.remove(key);
        else
            json.insert(key, value);
    };
    json.insert(u"name"_s, profile.name);
    set(u"region"_s, profile.region);
    set(u"endpoint"_s, profile.endpoint);
    set(u"workspaceId"_s, profile.workspaceId);
    set(u"shownKeyId"_s, profile.shownKeyId);
    if (profile.network != before.network)
        set(u"network"_s, profile.network == Network::Vpc ? u"vpc"_s : QString());
    if (!profile.keysFrom.text().isEmpty()) {
        json.insert(u"keysFrom"_s, profile.keysFrom.text());
        // For versions that know no other places: they ask for the key instead of missing it.
        json.insert(u"keyInKeychain"_s, profile.keysFrom.isInKeychain());
    }
    set(u"keyExpires"_s, profile.keyExpires.toUTC().toString(Qt::ISODate));
    set(u"agreedCommand"_s, profile.agreedCommand);
    if (profile.colour != before.colour)
        set(u"colour"_s, profile.colour);
    if (profile.proxy != before.proxy) {
        const bool isUsual = profile.proxy == ProxyChoice();
        set(u"proxy"_s, isUsual ? QString() : profile.proxy.text());
        set(u"proxyPassword"_s, placeOfPassword(profile.proxy.password));
    }
    set(u"caFile"_s, profile.caFile);
    if (profile.isProtected != before.isProtected)
        json.insert(u"protected"_s, profile.isProtected);
}

ProfileSet profileSetFromJson(const QJsonObject &json)
{
    ProfileSet set{.lastUsed = json.value("lastUsed"_L1).toString()};
    for (const QJsonValue &value : json.value("profiles"_L1).toArray()) {
        const Profile profile = profileFromJson(value.toObject());
        const bool isKnown = std::ranges::find(set.profiles, profile.name, &Profile::name)
                             != set.profiles.end();
        if (!profile.name.isEmpty() && !isKnown)
            set.profiles.append(profile);
    }
    return set;
}

QJsonObject profileSetToJson(const ProfileSet &set)
{
    QJsonArray list;
    for (const Profile &profile : set.profiles) {
        QJsonObject entry;
        writeProfile(entry, profile);
        list.append(entry);
    }
    return {{u"profiles"_s, list}, {u"lastUsed"_s, set.lastUsed}};
}

//! Where \p name stands in \p list, or -1.
qsizetype placeOfProfile(const QJsonArray &list, const QString &name)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list.at(i)["name"_L1] == QJsonValue(name))
            return i;
    }
    return -1;
}

void applyProfileChange(QJsonObject &json, const ProfileChange &change)
{
    QJsonArray list = json.value("profiles"_L1).toArray();
    if (change.put) {
        const qsizetype place = placeOfProfile(list, change.put->name);
        QJsonObject entry = place < 0 ? QJsonObject() : list.at(place).toObject();
        writeProfile(entry, *change.put);
        if (place < 0)
            list.append(entry);
        else
            list.replace(place, entry);
    }
    if (!change.remove.isEmpty()) {
        for (qsizetype place; (place = placeOfProfile(list, change.remove)) >= 0;)
            list.removeAt(place);
        if (json.value("lastUsed"_L1) == QJsonValue(change.remove))
            json.remove("lastUsed"_L1);
    }
    if (change.put || !change.remove.isEmpty())
        json.insert(u"profiles"_s, list);
    if (!change.lastUsed.isEmpty() && placeOfProfile(list, change.lastUsed) >= 0)
        json.insert(u"lastUsed"_s, change.lastUsed);
}

Result<ProfileSet> changeLockedProfiles(const QString &name, const ProfileChange &change,
                                        const ProfileSet &known)
{
    const Result<QJsonObject> held = readProfiles(name);
    const bool isDamaged = !held && held.error().code == damagedCode;
    // A person who stores a profile wants a file; which one was used last is worth none.
    const bool isAskedFor = change.put || !change.remove.isEmpty();
    if (!held && !(isDamaged && isAskedFor))
        return failure(held.error());
    QJsonObject json = held ? *held : profileSetToJson(known);
    applyProfileChange(json, change);
    if (held && json == *held)
        return profileSetFromJson(json);
    if (isDamaged) {
        if (const auto copied = copyDamagedFile(name); !copied)
            return failure(copied.error());
    }
    if (const auto written = writePrivateFile(name, QJsonDocument(json).toJson()); !written)
        return failure(written.error());
    return profileSetFromJson(json);
}

} // namespace

ProfilesFile::ProfilesFile(QString name)
    : m_name(std::move(name))
{
}

Result<ProfileSet> ProfilesFile::read() const
{
    return readProfiles(m_name).map(profileSetFromJson);
}

std::optional<Result<ProfileSet>> ProfilesFile::change(const ProfileChange &change,
                                                       const ProfileSet &known) const
{
    if (const auto folder = paths::makePrivateFolder(QFileInfo(m_name).path()); !folder)
        return Result<ProfileSet>(failure(folder.error()));
    QLockFile lock(m_name + u".lock"_s);
    if (!lock.tryLock(0)) {
        if (lock.error() == QLockFile::LockFailedError)
            return {};
        return Result<ProfileSet>(unwritableProfiles(m_name, u"its folder cannot be written to"_s));
    }
    return changeLockedProfiles(m_name, change, known);
}

} // namespace modelscribe
