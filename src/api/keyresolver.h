// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "core/whendone.h"
#include "credentials/keyrecipe.h"

#include <QObject>

namespace modelscribe {

//! How the world answers; tests hand in their own.
struct KeyResolverOptions
{
    ClientOptions client;        //!< Of the calls to STS.
    std::optional<Endpoint> sts; //!< In place of the one that a role names.
    std::chrono::milliseconds commandLimit{60'000};
    std::chrono::milliseconds addressLimit{10'000};
};

//! Comes by keys as recipes say: runs the program, asks the address, takes one role after the other
//! at STS. Whoever asks has seen to it that a program may be run.
class KeyResolver : public QObject
{
    Q_OBJECT

public:
    explicit KeyResolver(KeyResolverOptions options = {}, QObject *parent = nullptr);

    //! A new key each time; whoever wants to keep it does so until it ends. Errors hold no secret.
    //! Everything that is asked for it is asked by \p route.
    QFuture<Result<AccessKey>> resolve(const KeyRecipe &recipe, const NetworkRoute &route = {});

private:
    QFuture<Result<AccessKey>> startingKey(const KeyRecipe &recipe, const NetworkRoute &route);
    QFuture<Result<AccessKey>> login(const OidcLogin &login, const NetworkRoute &route);
    QFuture<Result<AccessKey>> withRoles(const AccessKey &key, const QList<RamRole> &roles,
                                         const NetworkRoute &route);
    QFuture<Result<AccessKey>> ask(const QString &stsAddress, const AccessKey &key,
                                   const Operation<AccessKey> &operation,
                                   const NetworkRoute &route);

    KeyResolverOptions m_options;
};

} // namespace modelscribe
