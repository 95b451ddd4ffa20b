// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/profiles.h"

#include <map>
#include <optional>
#include <utility>

namespace modelscribe {

//! What is typed of a profile and not stored.
struct TypedProfile
{
    Profile profile;
    std::optional<AccessKey> key;
    QByteArray proxyPassword; //!< Empty: nothing was typed of it.

    friend bool operator==(const TypedProfile &, const TypedProfile &) = default;
};

//! Which profile a form shows.
struct ShownProfile
{
    QString stored; //!< Its name; empty: it is a new one.
    int number = 0; //!< Of a new one.

    friend bool operator==(const ShownProfile &, const ShownProfile &) = default;
};

//! A profile that was stored while somebody may have typed on.
struct SavedProfile
{
    ShownProfile from;         //!< Which it was when that began.
    TypedProfile typed;        //!< What was typed then.
    QString name;              //!< What it is called now.
    std::optional<Error> left; //!< See Profiles::wasStored().
};

//! What is typed of each profile, stored and new ones, so that looking at another loses nothing.
class TypedProfiles
{
public:
    //! \p profiles is owned elsewhere.
    explicit TypedProfiles(const Profiles &profiles);

    //! One more that is new, and what it begins with.
    ShownProfile begin(const Profile &profile);
    //! The new one that somebody typed into before \p shown, around to the last; nothing: there is
    //! none. So asking again and again finds all of them.
    std::optional<ShownProfile> newBefore(const ShownProfile &shown) const;

    //! As it is stored, or as it began.
    Profile unchanged(const ShownProfile &which) const;
    bool isChanged(const ShownProfile &which, const TypedProfile &typed) const;
    //! What is typed of it, or as it is without.
    TypedProfile of(const ShownProfile &which) const;
    bool has(const ShownProfile &which) const { return m_typed.contains(keyOf(which)); }

    void keep(const ShownProfile &which, const TypedProfile &typed);
    void drop(const ShownProfile &which);
    //! After it was stored: of what is typed \p now only that stays which is not stored.
    void takeStored(const SavedProfile &saved, TypedProfile now);
    //! What was typed of profiles that are not there any more is new from now on, but not of the
    //! one named \p removed.
    void takeForgotten(const QString &removed);

private:
    using Key = std::pair<QString, int>;
    static Key keyOf(const ShownProfile &which) { return {which.stored, which.number}; }

    const Profiles &m_profiles;
    std::map<int, Profile> m_new; //!< What they began with.
    std::map<Key, TypedProfile> m_typed;
    int m_lastNumber = 0;
};

} // namespace modelscribe
