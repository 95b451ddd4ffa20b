// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoint.h"

#include <QRegularExpression>

namespace modelscribe {

using namespace Qt::StringLiterals;

namespace {

int defaultPort(const QUrl &url) { return url.scheme() == "https"_L1 ? 443 : 80; }

tl::unexpected<Error> refuse(const QString &why)
{
    return failure(Error::Kind::Invalid, u"endpoint: "_s + why);
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    return host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "localhost"_L1;
}

bool Endpoint::isLoopback() const { return isLoopbackHost(m_url.host()); }

QString Endpoint::region() const
{
    const QString name = m_url.host().section(u'.', 1, 1);
    for (const Network network : {Network::Public, Network::Vpc}) {
        const auto its = fromRegion(name, network);
        if (its && *its == *this)
            return name;
    }
    return {};
}

bool Endpoint::isVpc() const
{
    const auto its = fromRegion(m_url.host().section(u'.', 1, 1), Network::Vpc);
    return its && *its == *this;
}

Result<Endpoint> Endpoint::fromText(const QString &text)
{
    QString address = text.trimmed();
    if (!address.contains("://"_L1))
        address.prepend("https://"_L1);
    Endpoint endpoint;
    endpoint.m_url = QUrl(address, QUrl::StrictMode);
    QUrl &url = endpoint.m_url;
    if (!url.isValid() || url.host().isEmpty())
        return refuse(u"not an address"_s);
    if (!url.userInfo().isEmpty())
        return refuse(u"a user name or password does not belong into it"_s);
    if (url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != "/"_L1))
        return refuse(u"only scheme, host and port belong into it"_s);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return refuse(u"only https is possible"_s);
    if (url.scheme() == "http"_L1 && !endpoint.isLoopback())
        return refuse(u"plain http is possible for this computer only"_s);
    if (url.port() == 0)
        return refuse(u"not a port"_s);
    url.setPath({});
    if (url.port() == defaultPort(url))
        url.setPort(-1);
    return endpoint;
}

Result<Endpoint> Endpoint::fromRegion(const QString &region, Network network)
{
    static const QRegularExpression pattern(u"^[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
    const QString name = region.trimmed(); // the vendor's own list has one with a TAB behind it
    if (!pattern.match(name).hasMatch())
        return refuse(u"not a region"_s);
    const QString host = network == Network::Vpc ? u"aiworkspace-vpc."_s : u"aiworkspace."_s;
    return fromText(u"https://"_s + host + name + u".aliyuncs.com"_s);
}

QByteArray Endpoint::hostHeader() const
{
    QByteArray host = m_url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return m_url.port() < 0 ? host : host + ':' + QByteArray::number(m_url.port());
}

} // namespace modelscribe
