// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keysfrom.h"
#include "credentials/network.h"
#include "credentials/proxychoice.h"

#include <QDateTime>
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
                        //!< keychain; empty when another tool has it.
    Network network = Network::Public; //!< Of the region's host.
    KeysFrom keysFrom;
    QDateTime keyExpires;     //!< Of a temporary key that is kept here, if known.
    QString agreedCommand;    //!< commandFingerprint() of what may be run for its keys.
    QString colour;           //!< One of profileColours, or none.
    bool isProtected = false; //!< Nothing is written until it is unlocked for a session.
    ProxyChoice proxy;
    QString caFile; //!< Certificates of authorities that it believes besides the system's.

    friend bool operator==(const Profile &, const Profile &) = default;
};

//! What tells profiles apart at a glance.
inline constexpr const char *profileColours[]{"green", "blue", "orange", "red", "grey"};

} // namespace modelscribe
