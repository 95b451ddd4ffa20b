// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signedrequest.h"

#include "signing/acs3signature.h"

namespace modelscribe {

using namespace Qt::StringLiterals;

namespace {

const char *versionOf(Request::Service service)
{
    return service == Request::Service::Sts ? "2015-04-01" : "2021-02-04";
}

const char *contentTypeOf(Request::Service service)
{
    return service == Request::Service::Sts ? "application/x-www-form-urlencoded"
                                            : "application/json; charset=utf-8";
}

Result<void> checkKey(const AccessKey &key)
{
    if (key.isEmpty())
        return failure(Error::Kind::Unauthorized, u"no access key"_s);
    // They could also break out of the header line that they are put into.
    if (const auto strange = key.strangeCharacters())
        return failure(Error::Kind::Unauthorized, strange->text());
    return {};
}

//! The address of \p request, if Qt sends it exactly as it will be signed.
Result<QUrl> exactUrl(const Endpoint &endpoint, const Request &request)
{
    if (!endpoint.isValid())
        return failure(Error::Kind::Invalid, u"no endpoint"_s);
    const QByteArray target = request.target();
    const QUrl url = QUrl::fromEncoded(endpoint.url().toEncoded() + target, QUrl::StrictMode);
    // The same formatting as in QNetworkAccessManager, which puts this on the request line.
    const QByteArray sent = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority
                                          | QUrl::RemoveFragment | QUrl::RemoveUserInfo
                                          | QUrl::NormalizePathSegments);
    if (!url.isValid() || sent != target)
        return failure(Error::Kind::Invalid, u"an id or value that no address can hold"_s);
    return url;
}

void forbidEverythingAutomatic(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
}

//! Nothing in these says who asks.
acs3::Headers unsignedHeaders(const Endpoint &endpoint, const Request &request)
{
    acs3::Headers headers{{"host", endpoint.hostHeader()}};
    if (request.body)
        headers.emplaceBack("content-type", contentTypeOf(request.service));
    return headers;
}

acs3::Headers signedHeaders(const Endpoint &endpoint, const Request &request, const AccessKey &key,
                            const QDateTime &date, const QByteArray &nonce)
{
    acs3::Headers headers{
        {"host", endpoint.hostHeader()},
        {"x-acs-action", request.action},
        {"x-acs-version", versionOf(request.service)},
        {"x-acs-date", date.toUTC().toString(Qt::ISODate).toLatin1()},
        {"x-acs-signature-nonce", nonce},
        {"x-acs-content-sha256", acs3::hashHex(request.body.value_or(QByteArray()))}};
    if (!key.securityToken.isEmpty()) {
        headers.emplaceBack("x-acs-security-token", key.securityToken);
        headers.emplaceBack("x-acs-accesskey-id", key.id);
    }
    if (request.body)
        headers.emplaceBack("content-type", contentTypeOf(request.service));
    return headers;
}

} // namespace

Result<SignedRequest> signedRequest(const Endpoint &endpoint, const Request &request,
                                    const AccessKey &key, const QDateTime &date,
                                    const QByteArray &nonce)
{
    if (auto checked = request.check(); !checked)
        return failure(std::move(checked.error()));
    if (auto checked = request.isSigned ? checkKey(key) : Result<void>(); !checked)
        return failure(std::move(checked.error()));
    const auto url = exactUrl(endpoint, request);
    if (!url)
        return failure(url.error());

    const acs3::Headers headers = request.isSigned
                                      ? signedHeaders(endpoint, request, key, date, nonce)
                                      : unsignedHeaders(endpoint, request);
    const acs3::Signature signature = acs3::sign(
        {.method = request.verbName(),
         .canonicalUri = request.canonicalPath(),
         .canonicalQuery = acs3::canonicalQuery(request.query),
         .headers = headers,
         .payloadHash = acs3::hashHex(request.body.value_or(QByteArray()))},
        key);
    SignedRequest result{QNetworkRequest(*url),
                         request.isSigned ? signature.stringToSign : QByteArray()};
    forbidEverythingAutomatic(result.network);
    for (const auto &[name, value] : headers)
        result.network.setRawHeader(name, value);
    if (request.isSigned)
        result.network.setRawHeader("authorization", signature.authorization);
    result.network.setRawHeader("accept", "application/json");
    result.network.setRawHeader("user-agent", "ModelScribe/" MODELSCRIBE_VERSION);
    if (request.isWrite()) {
        // Said of an empty body too: only then is a body that can be read once left unbuffered.
        result.network.setHeader(QNetworkRequest::ContentLengthHeader,
                                 request.body ? request.body->size() : 0);
        result.network.setRawHeader("connection", "close");
    }
    return result;
}

} // namespace modelscribe
