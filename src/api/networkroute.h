// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/proxychoice.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

namespace modelscribe {

//! How a connection gets out: by which proxy, and whom it believes about certificates. The one
//! place that says so to Qt. This computer is always reached without a proxy.
struct NetworkRoute
{
    ProxyChoice proxy;
    QByteArray proxyPassword; //!< Never in a text that anybody sees.
    //! All authorities that are believed; empty: the system's.
    QList<QSslCertificate> authorities;

    //! For somebody who goes to \p url; DefaultProxy: Qt asks the system.
    QNetworkProxy proxyTo(const QUrl &url) const;
    //! The same after the system was asked.
    QNetworkProxy foundProxyTo(const QUrl &url) const;
    QSslConfiguration tls() const;

    //! "host:port", and the proxy in between if there is one.
    QString where(const QUrl &url) const;
    //! What somebody else said, without the password and without what it was sent as.
    QString withoutPassword(const QString &words) const;

    friend bool operator==(const NetworkRoute &, const NetworkRoute &) = default;
};

} // namespace modelscribe
