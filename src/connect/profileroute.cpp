// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profileroute.h"

#include "api/authorities.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! What the keychain says about a password, for somebody who waits for a connection.
Error passwordError(const Error &error, const Profile &profile)
{
    const bool isGone = error.kind == Error::Kind::NotFound || error.detail == "damaged"_L1;
    const QString proxy = u"%1:%2"_s.arg(profile.proxy.host).arg(profile.proxy.port);
    return {.kind = Error::Kind::Network,
            .detail = isGone ? proxy : u"%1: the keychain is %2"_s.arg(proxy, error.detail),
            .code = isGone ? u"proxy-password-gone"_s : u"proxy-password-unread"_s};
}

QFuture<Result<QByteArray>> passwordOf(Profiles &profiles, const Profile &profile,
                                       const QByteArray &typed)
{
    if (!profile.proxy.isServer() || !typed.isEmpty())
        return readyResult<QByteArray>(typed);
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    whenDone(profiles.proxyPassword(profile.name, profile.proxy), &profiles,
             [promise, profile](const Result<QByteArray> &password) {
                 promise->addResult(password ? password
                                             : failure(passwordError(password.error(), profile)));
                 promise->finish();
             });
    return promise->future();
}

QFuture<Result<NetworkRoute>> withAuthorities(const NetworkRoute &route, const QString &caFile,
                                              QObject *context)
{
    if (caFile.isEmpty())
        return readyResult<NetworkRoute>(route);
    return andThen<NetworkRoute>(authoritiesWith(caFile, context), context,
                                 [route](const QList<QSslCertificate> &all) {
                                     NetworkRoute believing = route;
                                     believing.authorities = all;
                                     return readyResult<NetworkRoute>(believing);
                                 });
}

} // namespace

QFuture<Result<NetworkRoute>> routeOf(Profiles &profiles, const Profile &profile,
                                      const QByteArray &typed)
{
    if (profile.proxy.kind == ProxyChoice::Kind::Unknown)
        return readyResult<NetworkRoute>(failure(Error{.kind = Error::Kind::Network,
                                                       .detail = profile.proxy.text(),
                                                       .code = u"proxy-unknown"_s}));
    return andThen<NetworkRoute>(passwordOf(profiles, profile, typed), &profiles,
                                 [&profiles, profile](const QByteArray &password) {
                                     return withAuthorities(
                                         {.proxy = profile.proxy, .proxyPassword = password},
                                         profile.caFile, &profiles);
                                 });
}

} // namespace modelscribe
