// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyerror.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto httpProxy = "QHttpSocketEngine";
//! An answer whose status Qt has no error for; 401 is how tinyproxy says that a password is wrong.
constexpr auto otherStatus = "Error communicating with HTTP proxy";

struct ProxyWords
{
    const char *context;
    const char *words;
    QAbstractSocket::SocketError error;
};

//! Requests have no codes of their own for these: what Qt says is all there is to tell them apart,
//! in the language that Qt speaks just then.
constexpr std::array proxyWords{
    ProxyWords{httpProxy, "Proxy connection refused", QAbstractSocket::ProxyConnectionRefusedError},
    ProxyWords{httpProxy, "Proxy server not found", QAbstractSocket::ProxyNotFoundError},
    ProxyWords{httpProxy, "Proxy denied connection", QAbstractSocket::SocketAccessError},
    ProxyWords{httpProxy, "Did not receive HTTP response from proxy",
               QAbstractSocket::ProxyProtocolError},
    ProxyWords{httpProxy, "Error parsing authentication request from proxy",
               QAbstractSocket::ProxyProtocolError},
    ProxyWords{httpProxy, otherStatus, QAbstractSocket::ProxyProtocolError},
    ProxyWords{"QSocks5SocketEngine", "SOCKS version 5 protocol error",
               QAbstractSocket::ProxyProtocolError},
    ProxyWords{"QSocks5SocketEngine", "Connection to proxy refused",
               QAbstractSocket::ProxyConnectionRefusedError},
    ProxyWords{"QSocks5SocketEngine", "Proxy host not found", QAbstractSocket::ProxyNotFoundError},
    ProxyWords{"QSocks5SocketEngine", "Connection not allowed by SOCKSv5 server",
               QAbstractSocket::SocketAccessError},
};

QAbstractSocket::SocketError errorOfWords(const QString &words)
{
    const auto known = std::ranges::find_if(proxyWords, [&words](const ProxyWords &one) {
        return words == QCoreApplication::translate(one.context, one.words);
    });
    return known == proxyWords.end() ? QAbstractSocket::UnknownSocketError : known->error;
}

} // namespace

QString proxyFault(QAbstractSocket::SocketError error, const QString &words, bool hasLogin)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return hasLogin ? u"proxy-wrong-password"_s : u"proxy-needs-password"_s;
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyNotFoundError: return u"proxy-unreachable"_s;
    case QAbstractSocket::ProxyConnectionTimeoutError: return u"proxy-silent"_s;
    case QAbstractSocket::SocketAccessError: return u"proxy-refused"_s;
    case QAbstractSocket::ProxyProtocolError:
        if (hasLogin && words == QCoreApplication::translate(httpProxy, otherStatus))
            return u"proxy-error-answer"_s;
        return u"proxy-broken"_s;
    case QAbstractSocket::ProxyConnectionClosedError: return u"proxy-broken"_s;
    default: return {};
    }
}

QString proxyFault(QNetworkReply::NetworkError error, const QString &words, bool hasLogin)
{
    using Socket = QAbstractSocket;
    const auto as = [&](Socket::SocketError same) { return proxyFault(same, words, hasLogin); };
    switch (error) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return as(Socket::ProxyAuthenticationRequiredError);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError: return as(Socket::ProxyNotFoundError);
    case QNetworkReply::ProxyTimeoutError: return as(Socket::ProxyConnectionTimeoutError);
    case QNetworkReply::ProxyConnectionClosedError: return as(Socket::ProxyConnectionClosedError);
    case QNetworkReply::UnknownNetworkError: return as(errorOfWords(words));
    default: return {};
    }
}

} // namespace modelscribe
