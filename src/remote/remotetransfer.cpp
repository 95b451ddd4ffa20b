// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotetransfer.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using ErrorKind = Error::Kind;

constexpr int maxRedirects = 3;
constexpr qint64 readBufferSize = 256 * 1024; // the rest waits in the kernel

QNetworkRequest anonymous(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Mozilla/5.0"_s); // says nothing
    // Nothing packed: then what arrives is what it costs.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "en");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

bool sameHost(const QUrl &a, const QUrl &b)
{
    return RemoteFiles::hostOf(a) == RemoteFiles::hostOf(b);
}

ErrorKind kindOf(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::SslHandshakeFailedError: return ErrorKind::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError: return ErrorKind::Timeout;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError: return ErrorKind::Decode;
    default: return ErrorKind::Network;
    }
}

Error failureOfStatus(int status)
{
    const auto kind = [status] {
        switch (status) {
        case 401:
        case 403:
        case 407: return ErrorKind::Forbidden;
        case 404:
        case 410: return ErrorKind::NotFound;
        case 429: return ErrorKind::Throttled;
        default: return ErrorKind::Service;
        }
    };
    return {.kind = kind(), .detail = u"HTTP %1"_s.arg(status), .httpStatus = status};
}

} // namespace

RemoteTransfer::RemoteTransfer(const RemoteFiles &files, QNetworkAccessManager &manager,
                               const RemoteFileOptions &options, RemoteFileRequest request,
                               QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_manager(manager)
    , m_options(options)
    , m_request(std::move(request))
    , m_url(m_request.url)
{
    const auto prepare = [this](QTimer &timer, std::chrono::milliseconds time, const QString &why) {
        timer.setSingleShot(true);
        timer.setInterval(time);
        connect(&timer, &QTimer::timeout, this,
                [this, why] { fail({.kind = ErrorKind::Timeout, .detail = why}); });
    };
    prepare(m_connectTimer, options.connectTimeout, u"no connection in time"_s);
    prepare(m_idleTimer, options.idleTimeout, u"no byte in time"_s);
    prepare(m_wholeTimer, options.callTimeout, u"not finished in time"_s);
}

RemoteTransfer::~RemoteTransfer()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    dropReply();
}

void RemoteTransfer::start()
{
    m_wholeTimer.start();
    QMetaObject::invokeMethod(this, &RemoteTransfer::lookUp, Qt::QueuedConnection);
}

void RemoteTransfer::cancel() { fail({.kind = ErrorKind::Cancelled}); }

bool RemoteTransfer::isProxied() const
{
    QNetworkProxy proxy = m_manager.proxy();
    if (proxy.type() == QNetworkProxy::DefaultProxy)
        proxy = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(m_url)).value(0);
    return proxy.type() != QNetworkProxy::NoProxy && !proxy.hostName().isEmpty();
}

void RemoteTransfer::lookUp()
{
    if (m_done)
        return;
    if (const auto refusal = m_files.refusal(m_url))
        return fail(*refusal);
    m_connectTimer.start();
    if (m_options.loopbackAllowed || isProxied())
        return ask();
    m_lookup = QHostInfo::lookupHost(m_url.host(), this, [this](const QHostInfo &info) {
        m_lookup = -1;
        if (m_done)
            return;
        if (info.error() != QHostInfo::NoError)
            return fail({.kind = ErrorKind::Network, .detail = info.errorString()});
        if (!std::ranges::all_of(info.addresses(), RemoteFiles::isPublic))
            return fail({.kind = ErrorKind::Invalid,
                         .detail = u"the name leads into a private network"_s,
                         .code = u"PrivateAddress"_s});
        ask();
    });
}

void RemoteTransfer::ask()
{
    m_reply = m_manager.get(anonymous(m_url));
    m_reply->setReadBufferSize(readBufferSize);
    connect(m_reply, &QNetworkReply::encrypted, this, &RemoteTransfer::heardSomething);
    connect(m_reply, &QNetworkReply::requestSent, this, &RemoteTransfer::heardSomething);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &RemoteTransfer::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &RemoteTransfer::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &RemoteTransfer::replyFinished);
}

void RemoteTransfer::heardSomething()
{
    m_connectTimer.stop();
    m_idleTimer.start();
}

void RemoteTransfer::readHeaders()
{
    heardSomething();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || status >= 300) {
        // Its body says nothing and may be without an end.
        if (status >= 300 && status < 400)
            redirect(status);
        else if (status >= 400)
            fail(failureOfStatus(status));
        return;
    }
    m_file.contentType =
        m_reply->rawHeader("content-type").toLower().split(';').constFirst().trimmed();
    if (!m_file.contentType.startsWith(m_request.contentType))
        return fail({.kind = ErrorKind::Decode,
                     .detail = QString::fromLatin1(m_file.contentType.left(100)),
                     .code = u"WrongType"_s});
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.maxSize)
        fail({.kind = ErrorKind::Decode, .code = u"TooLarge"_s});
}

void RemoteTransfer::readBody()
{
    heardSomething();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray chunk = m_reply->readAll();
    if (status < 200 || status >= 300)
        return;
    // Looked at before it is appended: growing the array would double it.
    if (m_file.bytes.size() + chunk.size() > m_request.maxSize)
        fail({.kind = ErrorKind::Decode, .code = u"TooLarge"_s});
    else
        m_file.bytes += chunk;
}

void RemoteTransfer::replyFinished()
{
    if (m_reply->error() != QNetworkReply::NoError)
        return fail({.kind = kindOf(m_reply->error()), .detail = m_reply->errorString()});
    readBody();
    if (!m_done)
        finish(std::move(m_file));
}

void RemoteTransfer::redirect(int status)
{
    const QUrl target = m_url.resolved(
        m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
    const bool follow = (status <= 303 || status == 307 || status == 308) && target.isValid()
                        && target.scheme() == "https"_L1 && target.userInfo().isEmpty()
                        && sameHost(target, m_url) && m_redirects < maxRedirects;
    if (!follow || target == m_url)
        return fail({.kind = ErrorKind::Decode,
                     .detail = RemoteFiles::hostOf(target),
                     .code = u"Redirect"_s,
                     .httpStatus = status});
    ++m_redirects;
    m_url = target;
    m_file = {};
    dropReply();
    m_connectTimer.start();
    lookUp();
}

void RemoteTransfer::fail(Error error) { finish(failure(std::move(error))); }

void RemoteTransfer::finish(Result<RemoteFile> result)
{
    if (std::exchange(m_done, true))
        return;
    m_result = std::move(result);
    m_wholeTimer.stop();
    dropReply();
    emit finished();
}

void RemoteTransfer::dropReply()
{
    m_connectTimer.stop();
    m_idleTimer.stop();
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->deleteLater(); // ends it too; abort() would warn when an error is on its way already
}

} // namespace modelscribe

#include "moc_remotetransfer.cpp"
