// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesaving.h"

#include "core/whendone.h"

namespace modelscribe {

ProfileSaving::ProfileSaving(Profiles &profiles, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
{
}

void ProfileSaving::save(const ShownProfile &from, const TypedProfile &typed)
{
    const SavedProfile saved{.from = from, .typed = typed, .name = typed.profile.name, .left = {}};
    const bool isRenamed = !from.stored.isEmpty() && from.stored != saved.name;
    if (isRenamed)
        readKey(saved, typed);
    else
        store(saved, typed);
}

void ProfileSaving::readKey(const SavedProfile &saved, TypedProfile whole)
{
    if (whole.key || !whole.profile.keysFrom.isKeptHere())
        return readPassword(saved, whole);
    emit began(tr("Reading the key…"));
    whenDone(m_profiles.key(saved.from.stored), this,
             [=, this](const Result<AccessKey> &key) mutable {
                 if (!key)
                     return emit couldNotRead(tr("The stored key could not be read"), key.error());
                 whole.key = *key;
                 readPassword(saved, whole);
             });
}

void ProfileSaving::readPassword(const SavedProfile &saved, TypedProfile whole)
{
    const ProxyChoice &proxy = whole.profile.proxy;
    const bool isKept = proxy.password != ProxyChoice::Password::None;
    if (!isKept || !whole.proxyPassword.isEmpty())
        return store(saved, whole);
    emit began(tr("Reading the password of the proxy…"));
    whenDone(m_profiles.proxyPassword(saved.from.stored, proxy), this,
             [=, this](const Result<QByteArray> &password) mutable {
                 if (!password)
                     return emit couldNotRead(
                         tr("The stored password of the proxy could not be read"),
                         password.error());
                 whole.proxyPassword = *password;
                 store(saved, whole);
             });
}

void ProfileSaving::store(const SavedProfile &saved, const TypedProfile &whole)
{
    const Profile &profile = whole.profile;
    const bool isInKeychain = whole.key && profile.keysFrom.isInKeychain();
    emit began(isInKeychain ? tr("Storing the key in the keychain…") : tr("Saving…"));
    const auto keep = isInKeychain ? Profiles::Keep::InKeychain : Profiles::Keep::ThisSession;
    const auto stored = whole.key ? m_profiles.store(profile, *whole.key, keep, whole.proxyPassword)
                                  : m_profiles.store(profile, whole.proxyPassword);
    whenDone(stored, this, [this, saved](const Result<std::monostate> &done) {
        if (!done && !Profiles::wasStored(done.error()))
            return emit failed(saved.from, done.error());
        SavedProfile all = saved;
        if (!done)
            all.left = done.error();
        emit this->saved(all);
    });
}

} // namespace modelscribe

#include "moc_profilesaving.cpp"
