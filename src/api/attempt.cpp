// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/attempt.h"

#include "api/certificateerror.h"
#include "api/proxyerror.h"
#include "api/redaction.h"
#include "api/signedrequest.h"
#include "api/singlesendbody.h"

namespace modelscribe {

using namespace Qt::StringLiterals;
using Cause = AttemptFailure::Cause;
using Kind = Error::Kind;

namespace {

constexpr qint64 readBufferSize = 4 * 1024
                                  * 1024; // what Qt may hold back; the rest waits in the kernel

} // namespace

Attempt::Attempt(Wire &wire, const Request &request, AccessKey key,
                 std::chrono::milliseconds connectTimeout, QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_request(request)
    , m_key(std::move(key))
{
    const auto prepare = [this](QTimer &timer, std::chrono::milliseconds time) {
        timer.setSingleShot(true);
        timer.setInterval(time);
    };
    prepare(m_connectTimer, connectTimeout);
    prepare(m_idleTimer, wire.options.idleTimeout);
    connect(&m_connectTimer, &QTimer::timeout, this, &Attempt::connectTimedOut);
    connect(&m_idleTimer, &QTimer::timeout, this,
            [this] { timedOut(u"no byte"_s, m_wire.options.idleTimeout); });
}

Attempt::~Attempt() { dropReply(); }

void Attempt::start()
{
    auto prepared = signedRequest(m_wire.endpoint, m_request, m_key, m_wire.serverNow(),
                                  m_wire.options.nonce());
    if (!prepared) {
        // Not from here: the caller does not expect the end before start() has returned.
        m_failure = AttemptFailure{.error = std::move(prepared.error()), .cause = Cause::Local};
        QMetaObject::invokeMethod(this, &Attempt::finished, Qt::QueuedConnection);
        return;
    }
    m_signedText = prepared->signedText;
    if (m_wire.endpoint.url().scheme() == "https"_L1) // reading the certificates takes a while
        prepared->network.setSslConfiguration(m_wire.options.route.tls());
    QNetworkAccessManager &manager = m_wire.lane(m_request).manager;
    if (m_request.isWrite()) { // also one without body: what Qt cannot read again it cannot repeat
        m_body = new SingleSendBody(m_request.body.value_or(QByteArray()), this);
        m_reply = manager.sendCustomRequest(prepared->network, m_request.verbName(), m_body);
    } else {
        m_reply = manager.sendCustomRequest(prepared->network, m_request.verbName());
    }
    m_reply->setReadBufferSize(readBufferSize);
    m_connectTimer.start();
    watchReply();
    // Qt tells of a request without body that could be read again, and of bytes of a body.
    const bool isTold = !m_request.isWrite() || (m_request.body && !m_request.body->isEmpty());
    if (!isTold && m_wire.endpoint.url().scheme() == "http"_L1)
        noteConnected(); // on this computer; as far as is known
    else if (!isTold)
        connect(m_reply, &QNetworkReply::encrypted, this, &Attempt::noteConnected);
}

//! From now on the request may go out at any moment.
void Attempt::noteConnected()
{
    m_isConnected = true;
    heardSomething();
}

bool Attempt::bytesOut() const
{
    // The head of a request with a body is nothing without it.
    const bool hasBody = m_request.body && !m_request.body->isEmpty();
    return hasBody ? m_body && m_body->handedOut() > 0 : m_sends > 0 || m_isConnected;
}

void Attempt::watchReply()
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        ++m_sends;
        heardSomething();
    });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        if (sent > 0)
            heardSomething();
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_sslErrors = errors;
        m_certificate = m_reply->sslConfiguration().peerCertificate();
    });
    // A decompression bomb: Qt reports it and then never finishes.
    connect(m_reply, &QNetworkReply::errorOccurred, this, [this](QNetworkReply::NetworkError code) {
        if (code == QNetworkReply::UnknownContentError && m_answer.status < 300)
            finish(transportFailureOfReply());
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        heardSomething();
        readHeaders();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        heardSomething();
        readBody();
    });
    connect(m_reply, &QNetworkReply::finished, this, &Attempt::replyFinished);
}

void Attempt::heardSomething()
{
    m_connectTimer.stop();
    m_idleTimer.start();
}

void Attempt::readHeaders()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = m_reply->rawHeader("content-type").toLower();
    m_answer.date = m_reply->rawHeader("date");
    m_answer.retryAfter = m_reply->rawHeader("retry-after");
    m_answer.vendorRetryAfter = m_reply->rawHeader("x-acs-retry-after");
    m_answer.isVendorInSeconds = m_wire.rules.retryAfterInSeconds;
    m_answer.requestId = m_reply->rawHeader("x-acs-request-id");
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.maxAnswer)
        tooLarge();
}

void Attempt::readBody()
{
    // Looked at before it is appended: growing the array would double it.
    const QByteArray chunk = m_reply->readAll();
    if (m_answer.body.size() + chunk.size() > m_request.maxAnswer)
        tooLarge();
    else
        m_answer.body += chunk;
}

void Attempt::replyFinished()
{
    readHeaders();
    if (m_reply)
        readBody();
    if (!m_reply)
        return; // too large
    const QNetworkReply::NetworkError code = m_reply->error();
    const int status = m_answer.status;
    if (status >= 300 && status < 400)
        return finish(redirected());
    if (status >= 400 && isHttpStatusError(code))
        return finish(serviceFailure(m_answer, m_key, m_signedText, m_wire.serverNow()));
    if (code != QNetworkReply::NoError)
        return finish(transportFailureOfReply());
    if (auto foreign = foreignAnswer(m_answer))
        return finish(std::move(foreign));
    finish({});
}

AttemptFailure Attempt::transportFailureOfReply() const
{
    const QNetworkReply::NetworkError code = m_reply->error();
    // The error of a body that cannot be read again has no words of its own.
    const bool isResend = code == QNetworkReply::ContentReSendError;
    const QString said = isResend ? u"Connection closed"_s : m_reply->errorString();
    const NetworkRoute &route = m_wire.options.route;
    const QString words = where() + u": "_s + route.withoutPassword(said);
    AttemptFailure failure = transportFailure(code, redacted(words, m_key), bytesOut());
    if (m_certificate && code == QNetworkReply::SslHandshakeFailedError)
        failure.error = certificateError(where(), m_sslErrors, *m_certificate);
    if (isBeforeProxy()) {
        const QNetworkProxy proxy = route.foundProxyTo(m_wire.endpoint.url());
        failure.error.code = proxyFault(code, said, !proxy.user().isEmpty());
    }
    failure.error.httpStatus = m_answer.status;
    return failure;
}

//! 301, 302, 307 and 308 say that the request belongs elsewhere, so it was not carried out here.
AttemptFailure Attempt::redirected() const
{
    const int status = m_answer.status;
    const bool elsewhere = status == 301 || status == 302 || status == 307 || status == 308;
    return {.error = {.kind = Kind::Decode,
                      .detail = u"HTTP %1: redirect refused"_s.arg(status),
                      .httpStatus = status},
            .cause = elsewhere ? Cause::Refused : Cause::Foreign};
}

void Attempt::connectTimedOut()
{
    const std::chrono::milliseconds limit(m_connectTimer.interval());
    finish(AttemptFailure{.error = {.kind = Kind::Timeout,
                                    .detail = timeDetail(u"no connection"_s, limit),
                                    .code = isBeforeProxy() ? u"proxy-silent"_s : QString()},
                          .cause = bytesOut() ? Cause::Lost : Cause::ConnectTimeout});
}

void Attempt::expire() { timedOut(u"not finished"_s, m_wire.options.callTimeout); }

void Attempt::timedOut(const QString &what, std::chrono::milliseconds limit)
{
    finish(AttemptFailure{.error = {.kind = Kind::Timeout, .detail = timeDetail(what, limit)},
                          .cause = bytesOut() ? Cause::Lost : Cause::NotReached});
}

QString Attempt::timeDetail(const QString &what, std::chrono::milliseconds limit) const
{
    const double seconds = double(limit.count()) / 1000;
    return u"%1: %2 within %3 s"_s.arg(where(), what, QString::number(seconds));
}

void Attempt::tooLarge()
{
    finish(AttemptFailure{.error = {.kind = Kind::Decode,
                                    .detail = u"the answer is larger than %1 MiB"_s.arg(
                                        m_request.maxAnswer / 1024 / 1024),
                                    .httpStatus = m_answer.status},
                          .cause = Cause::Foreign});
}

void Attempt::finish(std::optional<AttemptFailure> failure)
{
    m_failure = std::move(failure);
    dropReply();
    emit finished();
}

void Attempt::dropReply()
{
    m_connectTimer.stop();
    m_idleTimer.stop();
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

QString Attempt::where() const { return m_wire.options.route.where(m_wire.endpoint.url()); }

bool Attempt::isBeforeProxy() const
{
    const QNetworkProxy proxy = m_wire.options.route.foundProxyTo(m_wire.endpoint.url());
    return !proxy.hostName().isEmpty() && !bytesOut() && m_sslErrors.isEmpty();
}

} // namespace modelscribe

#include "moc_attempt.cpp"
