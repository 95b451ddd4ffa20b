// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networkroute.h"

#include "api/endpoint.h"
#include "api/redaction.h"

#include <QNetworkProxyQuery>

using namespace Qt::StringLiterals;

namespace modelscribe {

QNetworkProxy NetworkRoute::proxyTo(const QUrl &url) const
{
    if (isLoopbackHost(url.host())) // what may go in the clear must not leave this computer
        return QNetworkProxy::NoProxy;
    switch (proxy.kind) {
    case ProxyChoice::Kind::System: return QNetworkProxy::DefaultProxy;
    case ProxyChoice::Kind::None:
    case ProxyChoice::Kind::Unknown: return QNetworkProxy::NoProxy;
    case ProxyChoice::Kind::Http:
    case ProxyChoice::Kind::Socks5: break;
    }
    const auto type = proxy.kind == ProxyChoice::Kind::Http ? QNetworkProxy::HttpProxy
                                                            : QNetworkProxy::Socks5Proxy;
    return QNetworkProxy(type, proxy.host, proxy.port, proxy.user,
                         QString::fromUtf8(proxyPassword));
}

QNetworkProxy NetworkRoute::foundProxyTo(const QUrl &url) const
{
    const QNetworkProxy chosen = proxyTo(url);
    if (chosen.type() != QNetworkProxy::DefaultProxy)
        return chosen;
    return QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0);
}

QSslConfiguration NetworkRoute::tls() const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!authorities.isEmpty())
        tls.setCaCertificates(authorities);
    return tls;
}

QString NetworkRoute::where(const QUrl &url) const
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    const QString host = url.host() + u':' + QString::number(port);
    const QNetworkProxy found = foundProxyTo(url);
    if (found.hostName().isEmpty())
        return host;
    return u"%1 by proxy %2:%3"_s.arg(host, found.hostName()).arg(found.port());
}

QString NetworkRoute::withoutPassword(const QString &words) const
{
    if (proxyPassword.isEmpty())
        return words;
    const QByteArray pair = proxy.user.toUtf8() + ':' + proxyPassword; // as HTTP sends it
    return withoutSecret(withoutSecret(words, pair), proxyPassword);
}

} // namespace modelscribe
