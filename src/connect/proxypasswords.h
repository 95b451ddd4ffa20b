// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/memorystore.h"
#include "credentials/profile.h"
#include "credentials/proxychoice.h"

namespace modelscribe {

//! The passwords of the profiles' proxies, each kept beside its profile's key, or in memory for
//! this session. One goes to no other proxy, and with no other user, than it was typed for.
class ProxyPasswords
{
public:
    //! \p keychain is owned elsewhere.
    explicit ProxyPasswords(KeyStore &keychain);

    //! Where that of \p proxy is kept.
    KeyStore &storeOf(const ProxyChoice &proxy);
    //! The name of its entry: no profile can have it, as theirs begin with no blank.
    static QString entryOf(const QString &profileName);
    //! What is kept in that entry.
    static AccessKey entry(const ProxyChoice &proxy, const QByteArray &password);

    //! Empty when it has none; NotFound when there is none any more.
    QFuture<Result<QByteArray>> read(const QString &profileName, const ProxyChoice &proxy,
                                     QObject *context);
    //! \p proxy as it is stored: the password that is kept for the one \p before stays with it when
    //! it is the same, and goes with another.
    static ProxyChoice withKept(ProxyChoice proxy, const ProxyChoice &before,
                                const QByteArray &typedPassword);
    //! After \p stored was stored: lets go of the password that its proxy had \p before, where that
    //! is kept elsewhere now, or not at all. An error is one that isLeft() knows.
    QFuture<Result<std::monostate>> drop(const Profile &stored, const ProxyChoice &before,
                                         QObject *context);
    static bool isLeft(const Error &error);
    //! Lets go of that of \p proxy.
    QFuture<Result<std::monostate>> remove(const QString &profileName, const ProxyChoice &proxy);

private:
    KeyStore &m_keychain;
    MemoryStore m_session;
};

} // namespace modelscribe
