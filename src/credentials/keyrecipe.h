// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/accesskey.h"

#include <QList>
#include <QString>

#include <variant>

namespace modelscribe {

//! A RAM role to take at STS.
struct RamRole
{
    static constexpr int defaultSeconds = 3600;

    QString arn;
    QString sessionName;
    QString externalId;
    QString policy;     //!< Narrows what the role may do; JSON.
    QString stsAddress; //!< Host or address of STS; empty: the central one.
    int seconds = defaultSeconds;

    //! "model-editor" of "acs:ram::123:role/model-editor".
    QString name() const { return arn.section(u'/', -1); }

    friend bool operator==(const RamRole &, const RamRole &) = default;
};

//! Where STS answers in \p region.
inline QString stsAddressOfRegion(const QString &region, bool isVpc)
{
    return (isVpc ? QStringLiteral("sts-vpc.") : QStringLiteral("sts.")) + region
           + QStringLiteral(".aliyuncs.com");
}

//! A role that is taken with the token of an identity provider, which lies in a file.
struct OidcLogin
{
    RamRole role;
    QString providerArn;
    QString tokenFile;

    friend bool operator==(const OidcLogin &, const OidcLogin &) = default;
};

//! A program that prints a key.
struct KeyCommand
{
    QString command;

    friend bool operator==(const KeyCommand &, const KeyCommand &) = default;
};

//! An address that hands out a key.
struct KeyAddress
{
    QString url;

    friend bool operator==(const KeyAddress &, const KeyAddress &) = default;
};

//! What it takes to come by a key: where it begins, then a role after the other. Holds secrets.
struct KeyRecipe
{
    std::variant<AccessKey, OidcLogin, KeyCommand, KeyAddress> start;
    QList<RamRole> roles;

    //! The program that would be run; empty when there is none. Nobody runs it unasked.
    QString command() const
    {
        const auto *program = std::get_if<KeyCommand>(&start);
        return program ? program->command : QString();
    }
    //! The role that the key will have; empty when it has none, or none that is known.
    QString roleName() const
    {
        if (!roles.isEmpty())
            return roles.last().name();
        const auto *login = std::get_if<OidcLogin>(&start);
        return login ? login->role.name() : QString();
    }

    friend bool operator==(const KeyRecipe &, const KeyRecipe &) = default;
};

} // namespace modelscribe
