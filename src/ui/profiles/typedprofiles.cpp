// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/typedprofiles.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

Profile blankProfile() { return {.region = u"cn-hangzhou"_s}; }

} // namespace

TypedProfiles::TypedProfiles(const Profiles &profiles)
    : m_profiles(profiles)
{
}

ShownProfile TypedProfiles::begin(const Profile &profile)
{
    m_new[++m_lastNumber] = profile;
    return {.number = m_lastNumber};
}

std::optional<ShownProfile> TypedProfiles::newBefore(const ShownProfile &shown) const
{
    std::optional<ShownProfile> before;
    std::optional<ShownProfile> last;
    for (const auto &[key, typed] : m_typed) {
        const auto &[stored, number] = key;
        if (!stored.isEmpty())
            continue;
        last = {.number = number}; // in their order
        if (number < shown.number)
            before = last;
    }
    return before ? before : last;
}

Profile TypedProfiles::unchanged(const ShownProfile &which) const
{
    if (const Profile *profile = m_profiles.find(which.stored))
        return *profile;
    const auto begun = m_new.find(which.number);
    return begun == m_new.end() ? blankProfile() : begun->second;
}

bool TypedProfiles::isChanged(const ShownProfile &which, const TypedProfile &typed) const
{
    return typed != TypedProfile{.profile = unchanged(which)};
}

TypedProfile TypedProfiles::of(const ShownProfile &which) const
{
    const auto typed = m_typed.find(keyOf(which));
    return typed == m_typed.end() ? TypedProfile{.profile = unchanged(which)} : typed->second;
}

void TypedProfiles::keep(const ShownProfile &which, const TypedProfile &typed)
{
    if (isChanged(which, typed))
        m_typed[keyOf(which)] = typed;
    else
        m_typed.erase(keyOf(which));
}

void TypedProfiles::drop(const ShownProfile &which)
{
    m_typed.erase(keyOf(which));
    m_new.erase(which.number);
}

void TypedProfiles::takeStored(const SavedProfile &saved, TypedProfile now)
{
    const ShownProfile which{.stored = saved.name};
    drop(saved.from);
    if (now == saved.typed)
        return drop(which);
    // What storing sets has no fields.
    const Profile stored = unchanged(which);
    const Profile &then = saved.typed.profile;
    now.profile.shownKeyId = stored.shownKeyId;
    now.profile.keyExpires = stored.keyExpires;
    if (now.profile.agreedCommand == then.agreedCommand)
        now.profile.agreedCommand = stored.agreedCommand;
    if (now.profile.keysFrom == then.keysFrom) {
        now.profile.keysFrom = stored.keysFrom;
        if (now.key == saved.typed.key)
            now.key.reset();
    }
    if (now.profile.proxy == then.proxy) {
        now.profile.proxy = stored.proxy;
        if (now.proxyPassword == saved.typed.proxyPassword)
            now.proxyPassword.clear();
    }
    keep(which, now);
}

void TypedProfiles::takeForgotten(const QString &removed)
{
    for (auto typed = m_typed.begin(); typed != m_typed.end();) {
        const QString stored = typed->first.first;
        if (stored.isEmpty() || stored == removed || m_profiles.find(stored)) {
            ++typed;
            continue;
        }
        const ShownProfile kept = begin(blankProfile());
        m_typed[keyOf(kept)] = std::move(typed->second);
        typed = m_typed.erase(typed);
    }
}

} // namespace modelscribe
