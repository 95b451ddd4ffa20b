// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/proxypasswords.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

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

QFuture<Result<std::monostate>> ProxyPasswords::remove(const QString &profileName,
                                                       const ProxyChoice &proxy)
{
    if (proxy.password == ProxyChoice::Password::None)
        return readyResult<std::monostate>({});
    return storeOf(proxy).remove(entryOf(profileName));
}

} // namespace modelscribe
