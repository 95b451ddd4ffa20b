// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/keyaddress.h"

#include "api/certificateerror.h"
#include "api/proxyerror.h"
#include "credentials/keyanswer.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxAddressBytes = 64 * 1024;

tl::unexpected<Error> addressFailed(const QUrl &url, const QString &why)
{
    return failure(Error::Kind::Unauthorized, u"credentials_uri (%1): %2"_s.arg(url.host(), why));
}

QNetworkRequest plainRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("accept", "application/json");
    return request;
}

//! What it is when the proxy is at fault, which has a remedy of its own.
std::optional<Error> faultOfProxy(const QNetworkReply &reply, const NetworkRoute &route)
{
    const QNetworkProxy proxy = route.foundProxyTo(reply.url());
    const QString fault = proxy.hostName().isEmpty()
                              ? QString()
                              : proxyFault(reply.error(), reply.errorString(),
                                           !proxy.user().isEmpty());
    if (fault.isEmpty())
        return {};
    return Error{.kind = Error::Kind::Network,
                 .detail = route.where(reply.url()) + u": "_s
                           + route.withoutPassword(reply.errorString()),
                 .code = fault};
}

Result<AccessKey> keyOfReply(QNetworkReply &reply, const QByteArray &body)
{
    const QUrl url = reply.url();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0 && status != 200)
        return addressFailed(url, u"HTTP %1"_s.arg(status));
    if (reply.error() != QNetworkReply::NoError)
        return addressFailed(url, u"no answer (network error %1)"_s.arg(int(reply.error())));
    const auto key = keyOfAnswer(body);
    return key ? key : addressFailed(url, key.error().detail);
}

} // namespace

QFuture<Result<AccessKey>> fetchKey(const QString &url, const NetworkRoute &route, QObject *context,
                                    std::chrono::milliseconds limit)
{
    const QUrl address(url, QUrl::StrictMode);
    if (!mayHandOutKeys(address))
        return readyResult<AccessKey>(
            addressFailed(address, u"it is neither https nor on this computer"_s));
    auto promise = std::make_shared<QPromise<Result<AccessKey>>>();
    promise->start();
    auto *manager = new QNetworkAccessManager(context);
    manager->setProxy(route.proxyTo(address));
    QNetworkRequest request = plainRequest(address);
    if (address.scheme() == "https"_L1)
        request.setSslConfiguration(route.tls());
    QNetworkReply *reply = manager->get(request);
    const auto fault = std::make_shared<std::optional<Error>>();
    QObject::connect(reply, &QNetworkReply::sslErrors, context, [=](const auto &errors) {
        *fault = certificateError(route.where(address), errors,
                                  reply->sslConfiguration().peerCertificate());
    });
    const auto body = std::make_shared<QByteArray>();
    const auto take = [reply, body] {
        *body += reply->readAll();
        if (body->size() > maxAddressBytes)
            reply->abort();
    };
    QObject::connect(reply, &QNetworkReply::readyRead, context, take);
    QObject::connect(reply, &QNetworkReply::finished, context, [=] {
        *body += reply->isOpen() ? reply->readAll() : QByteArray();
        if (!*fault)
            *fault = faultOfProxy(*reply, route);
        if (*fault)
            promise->addResult(failure(**fault));
        else
            promise->addResult(keyOfReply(*reply, *body));
        promise->finish();
        body->fill('\0');
        manager->deleteLater(); // and the reply
    });
    QTimer::singleShot(limit, reply, &QNetworkReply::abort);
    return promise->future();
}

} // namespace modelscribe
