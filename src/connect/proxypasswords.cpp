// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/proxypasswords.h"

#include "connect/keptstep.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto passwordLeft = "proxy-password-left"_L1;

} // namespace

ProxyPasswords::ProxyPasswords(KeyStore &keychain)
    : m_keychain(keychain)
{
}

KeyStore &ProxyPasswords::storeOf(const ProxyChoice &proxy)
{
    if (proxy.password == ProxyChoice::Password::Session)
        return m_session;
    return m_keychain;
}

QString ProxyPasswords::entryOf(const QString &profileName)
{
    return u" proxy of "_s + profileName;
}

AccessKey ProxyPasswords::entry(const ProxyChoice &proxy, const QByteArray &password)
{
    return {.id = proxy.text().toUtf8(), .secret = password};
}

QFuture<Result<QByteArray>> ProxyPasswords::read(const QString &profileName,
                                                 const ProxyChoice &proxy, QObject *context)
{
    if (proxy.password == ProxyChoice::Password::None)
        return readyResult<QByteArray>(QByteArray());
    return andThen<QByteArray>(
        storeOf(proxy).read(entryOf(profileName)), context, [proxy](const AccessKey &kept) {
            return readyResult<QByteArray>(kept.id == proxy.text().toUtf8()
                                               ? Result<QByteArray>(kept.secret)
                                               : failure(Error::Kind::NotFound));
        });
}

ProxyChoice ProxyPasswords::withKept(ProxyChoice proxy, const ProxyChoice &before,
                                     const QByteArray &typedPassword)
{
    if (typedPassword.isEmpty() && proxy != before)
        proxy.password = ProxyChoice::Password::None;
    return proxy;
}

bool ProxyPasswords::isLeft(const Error &error) { return error.code == passwordLeft; }

QFuture<Result<std::monostate>> ProxyPasswords::drop(const Profile &stored,
                                                     const ProxyChoice &before, QObject *context)
{
    if (before.password == stored.proxy.password)
        return readyResult<std::monostate>({});
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    whenDone(remove(stored.name, before), context,
             [promise](const Result<std::monostate> &removed) {
                 Result<std::monostate> dropped;
                 if (isLeftBehind(removed))
                     dropped = failure(Error{.kind = Error::Kind::Storage, .code = passwordLeft});
                 promise->addResult(dropped);
                 promise->finish();
             });
    return promise->future();
}

QFuture<Result<std::monostate>> ProxyPasswords::remove(const QString &profileName,
                                                       const ProxyChoice &proxy)
{
    if (proxy.password == ProxyChoice::Password::None)
        return readyResult<std::monostate>({});
    return storeOf(proxy).remove(entryOf(profileName));
}

} // namespace modelscribe
