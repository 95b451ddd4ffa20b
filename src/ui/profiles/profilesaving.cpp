// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesaving.h"

#include "core/whendone.h"

namespace modelscribe {

ProfileSaving::ProfileSaving(Profiles &profiles, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
{
}

void ProfileSaving::save(const TypedProfile &typed, const QString &storedName)
{
    const bool isRenamed = !storedName.isEmpty() && storedName != typed.profile.name;
    if (isRenamed)
        readKey(typed, storedName);
    else
        store(typed);
}

void ProfileSaving::readKey(TypedProfile typed, const QString &storedName)
{
    if (typed.key || !typed.profile.keysFrom.isKeptHere())
        return readPassword(typed, storedName);
    emit began(tr("Reading the key…"));
    whenDone(m_profiles.key(storedName), this, [=, this](const Result<AccessKey> &key) mutable {
        if (!key)
            return emit couldNotRead(tr("The stored key could not be read"), key.error());
        typed.key = *key;
        readPassword(typed, storedName);
    });
}

void ProfileSaving::readPassword(TypedProfile typed, const QString &storedName)
{
    const bool isKept = typed.profile.proxy.password != ProxyChoice::Password::None;
    if (!isKept || !typed.proxyPassword.isEmpty())
        return store(typed);
    emit began(tr("Reading the password of the proxy…"));
    whenDone(m_profiles.proxyPassword(storedName, typed.profile.proxy), this,
             [=, this](const Result<QByteArray> &password) mutable {
                 if (!password)
                     return emit couldNotRead(
                         tr("The stored password of the proxy could not be read"),
                         password.error());
                 typed.proxyPassword = *password;
                 store(typed);
             });
}

void ProfileSaving::store(const TypedProfile &typed)
{
    const Profile &profile = typed.profile;
    const bool isInKeychain = typed.key && profile.keysFrom.isInKeychain();
    emit began(isInKeychain ? tr("Storing the key in the keychain…") : tr("Saving…"));
    const auto keep = isInKeychain ? Profiles::Keep::InKeychain : Profiles::Keep::ThisSession;
    const auto stored = typed.key ? m_profiles.store(profile, *typed.key, keep, typed.proxyPassword)
                                  : m_profiles.store(profile, typed.proxyPassword);
    whenDone(stored, this, [this, name = profile.name](const Result<std::monostate> &done) {
        if (done)
            emit saved(name);
        else
            emit failed(done.error());
    });
}

} // namespace modelscribe

#include "moc_profilesaving.cpp"
