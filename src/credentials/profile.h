// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! A way to reach a registry, without its secret. Kept in the settings; the key is in the keychain.
struct Profile
{
    QString name;     //!< Unique, chosen by the person.
    QString region;   //!< "cn-hangzhou", or empty when endpoint is set.
    QString endpoint; //!< "https://host", or empty when region is set.
    QString workspaceId;
    QString shownKeyId; //!< AccessKey::shownId(), so that the list can name the key without the
                        //!< keychain.
    bool keyInKeychain = true; //!< False: the key was given for one session only.

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace modelscribe
