// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/proxychoice.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto httpScheme = "http"_L1;
constexpr auto socksScheme = "socks5"_L1;

tl::unexpected<Error> noProxyText(const QString &why, const QString &code = {})
{
    return failure(Error{.kind = Error::Kind::Invalid,
                         .detail = u"proxy"_s,
                         .code = code,
                         .message = u"proxy: "_s + why});
}

} // namespace

QString ProxyChoice::text() const
{
    switch (kind) {
    case Kind::System: return u"system"_s;
    case Kind::None: return u"none"_s;
    case Kind::Unknown: return host;
    case Kind::Http:
    case Kind::Socks5: break;
    }
    QUrl url;
    url.setScheme(kind == Kind::Http ? QString(httpScheme) : QString(socksScheme));
    url.setUserName(user, QUrl::DecodedMode);
    url.setHost(host);
    url.setPort(port);
    return url.toString(QUrl::FullyEncoded);
}

Result<ProxyChoice> ProxyChoice::fromText(const QString &text)
{
    const QString address = text.trimmed();
    if (address == "system"_L1)
        return ProxyChoice{};
    if (address == "none"_L1)
        return ProxyChoice{.kind = Kind::None};
    // Beyond what a port can be, QUrl finds no address at all.
    static const QRegularExpression withPort(u"^(http|socks5)://.*:(\\d+)/?$"_s);
    if (const auto match = withPort.match(address); match.hasMatch()) {
        bool isNumber = false;
        const uint port = match.captured(2).toUInt(&isNumber);
        if (!isNumber || port == 0 || port > 65535)
            return noProxyText(u"the port must be 1 to 65535"_s, u"port"_s);
    }
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != httpScheme && url.scheme() != socksScheme))
        return noProxyText(u"it is not system, none, http://HOST:PORT or socks5://HOST:PORT"_s);
    if (!url.password().isEmpty())
        return noProxyText(u"a password does not belong into it"_s);
    const bool hasMore = url.hasQuery() || url.hasFragment()
                         || (!url.path().isEmpty() && url.path() != "/"_L1);
    if (url.host().isEmpty() || url.port() <= 0 || hasMore)
        return noProxyText(u"only user, host and port belong into it, the last two always"_s);
    return ProxyChoice{.kind = url.scheme() == httpScheme ? Kind::Http : Kind::Socks5,
                       .host = url.host(),
                       .port = quint16(url.port()),
                       .user = url.userName(QUrl::FullyDecoded)};
}

} // namespace modelscribe
