// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/call.h"

#include "api/decode.h"
#include "api/redaction.h"

#include <QLoggingCategory>
#include <QtConcurrent/QtConcurrentRun>

namespace modelscribe {

using namespace Qt::StringLiterals;
using Cause = AttemptFailure::Cause;
using std::chrono::milliseconds;

namespace {

Q_LOGGING_CATEGORY(logApi, "modelscribe.api", QtWarningMsg)

constexpr qsizetype decodedInPlace = 16 * 1024; // a few models
constexpr qint64 noticeableSkew = 30;           // seconds; the service accepts 15 minutes

//! An id that may not be there.
bool namesModel(const Request &request)
{
    return request.path.size() > 1 && request.path.first() == "models"_L1;
}

} // namespace

Call::Call(Wire &wire, Request request, Decoder decoder, QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_request(std::move(request))
    , m_decoder(std::move(decoder))
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &Call::sendOrWait);
    m_limit.setSingleShot(true);
    m_limit.setInterval(wire.options.callTimeout);
    connect(&m_limit, &QTimer::timeout, this, &Call::timeIsOver);
    connect(&m_decoding, &QFutureWatcherBase::finished, this,
            [this] { decoded(m_decoding.result()); });
}

void Call::start()
{
    m_time.start();
    m_wire.budget.callStarted();
    queue(milliseconds(0));
}

void Call::queue(milliseconds delay)
{
    m_state = State::Queued;
    const milliseconds turn = lane().bucket.take(m_wire.elapsed());
    m_delay.start(std::max(delay, turn));
}

void Call::sendOrWait()
{
    if (lane().busy < Lane::maxBusy)
        askForKey();
    else
        lane().waiting.append(this);
}

//! Gives up the connection that this call has, or its place in the queue for one.
void Call::leaveLane()
{
    lane().waiting.removeOne(this);
    if (m_attempt) {
        m_attempt->disconnect(this);
        std::exchange(m_attempt, nullptr)->deleteLater();
    }
    if (!std::exchange(m_hasLane, false))
        return;
    --lane().busy;
    if (!lane().waiting.isEmpty())
        lane().waiting.takeFirst()->askForKey();
}

//! Only now, with a connection at hand: a key that was asked for earlier may have been replaced.
void Call::askForKey()
{
    m_state = State::Asking;
    m_hasLane = true;
    ++lane().busy;
    if (++m_attempts == 1)
        m_limit.start();
    const QFuture<Result<AccessKey>> key = m_wire.credentials->credentials();
    if (key.isFinished() && key.resultCount() > 0 && key.result()) {
        takeKey(key.result());
        return;
    }
    // Also for an error that is there already: whoever made room here does not expect the end.
    whenDone(key, this, [this, attempt = m_attempts](const Result<AccessKey> &late) {
        if (m_state == State::Asking && attempt == m_attempts)
            takeKey(late);
    });
}

void Call::takeKey(const Result<AccessKey> &key)
{
    if (key) {
        m_key = *key;
        send();
        return;
    }
    leaveLane();
    Error error = key.error();
    error.outcomeUnknown = false; // nothing went out
    error.againAfter.reset();
    finish(tl::unexpected(std::move(error)));
}

void Call::send()
{
    m_state = State::Sending;
    m_skewUsed = m_wire.skew;
    // Someone waits for a connection: the second try gets less time than the first.
    const milliseconds connectTimeout = m_wire.options.connectTimeout;
    m_attempt = new Attempt(
        m_wire, m_request, m_key,
        m_attempts * m_request.attempt == 1 ? connectTimeout : connectTimeout * 2 / 5, this);
    connect(m_attempt, &Attempt::finished, this, &Call::attemptFinished);
    m_attempt->start();
}

void Call::attemptFinished()
{
    const Attempt *attempt = m_attempt;
    leaveLane();
    m_sends += std::max(1, attempt->sends());
    m_answerDate = attempt->answer().date;
    m_response = {.httpStatus = attempt->answer().status,
                  .body = attempt->answer().body,
                  .requestId = redacted(QString::fromLatin1(attempt->answer().requestId), m_key),
                  .attempts = m_attempts};
    if (const auto &failure = attempt->failure()) {
        AttemptFailure copy = *failure;
        if (copy.error.requestId.isEmpty())
            copy.error.requestId = m_response.requestId;
        if (copy.cause == Cause::Throttled)
            m_wire.throttled(attempt->answer().retryAfter, attempt->answer().vendorRetryAfter);
        if (copy.cause == Cause::Refused && !copy.error.code.isEmpty()
            && copy.error.code == m_wire.rules.goneCode && namesModel(m_request))
            copy.error.kind = Error::Kind::NotFound;
        attemptFailed(std::move(copy));
        return;
    }
    lane().bucket.speedUp();
    decode(attempt->answer());
}

Call::Decoded Call::read(const Decoder &decoder, const QByteArray &body)
{
    Decoded outcome{.error = {}, .requestId = decode::requestId(body)};
    if (auto read = decoder(body); !read)
        outcome.error = std::move(read.error());
    return outcome;
}

void Call::decode(const HttpAnswer &answer)
{
    m_state = State::Decoding;
    if (answer.body.size() <= decodedInPlace)
        decoded(read(m_decoder, answer.body));
    else
        m_decoding.setFuture(QtConcurrent::run(&Call::read, m_decoder, answer.body));
}

void Call::decoded(const Decoded &outcome)
{
    if (m_state != State::Decoding)
        return; // cancelled meanwhile
    if (!outcome.requestId.isEmpty())
        m_response.requestId = redacted(outcome.requestId, m_key);
    if (!outcome.error) {
        finish(std::move(m_response));
        return;
    }
    AttemptFailure failure{.error = *outcome.error, .cause = Cause::Unreadable};
    failure.error.detail = redacted(failure.error.detail, m_key);
    failure.error.httpStatus = m_response.httpStatus;
    failure.error.requestId = m_response.requestId;
    attemptFailed(std::move(failure));
}

void Call::attemptFailed(AttemptFailure failure)
{
    const bool isWrite = m_request.isWrite();
    if (failure.cause == Cause::Throttled) {
        lane().bucket.slowDown(
            m_wire.elapsed(),
            std::min(failure.retryAfter.value_or(milliseconds(0)), m_wire.options.maxDelay));
    }
    if (failure.cause == Cause::Clock)
        failure.error.clockOffset = clockOffset();
    if (mayRenew(failure)) {
        renew(failure);
        return;
    }
    const auto delay = delayAfter(failure);
    if (delay && !isWrite) {
        m_lastError = failure.error;
        queue(*delay);
        return;
    }
    failure.error.outcomeUnknown = isWrite && !failure.surelyNotExecuted();
    failure.error.againAfter = delay;
    finish(tl::unexpected(std::move(failure.error)));
}

std::optional<milliseconds> Call::delayAfter(const AttemptFailure &failure)
{
    if (failure.cause == Cause::Clock && learnSkew()
        && attemptNumber() < m_wire.options.maxAttempts)
        return milliseconds(0);
    const auto delay = m_wire.policy.delay(m_request.verb, failure, attemptNumber(),
                                           m_wire.options.random());
    return delay && isTimeFor(*delay) && m_wire.budget.take() ? delay : std::nullopt;
}

//! Whether a read can begin once more after \p delay. A write does that as another call.
bool Call::isTimeFor(milliseconds delay) const
{
    return m_request.isWrite() || (m_limit.isActive() && m_limit.remainingTimeAsDuration() > delay);
}

bool Call::mayRenew(const AttemptFailure &failure) const
{
    return failure.cause == Cause::KeyEnded && !m_keyRenewed
           && attemptNumber() < m_wire.options.maxAttempts;
}

void Call::renew(const AttemptFailure &failure)
{
    m_state = State::Renewing;
    m_keyRenewed = true;
    m_lastError = failure.error;
    whenDone(m_wire.credentials->renewed(m_key), this, [this](const Result<AccessKey> &key) {
        if (m_state == State::Renewing)
            takeRenewed(key.has_value());
    });
}

//! The next attempt asks for the key as any other does. That of a write is its caller's to make,
//! after reading again.
void Call::takeRenewed(bool isThere)
{
    const bool again = isThere && isTimeFor(milliseconds(0)) && m_wire.budget.take();
    if (again && !m_request.isWrite()) {
        queue(milliseconds(0));
        return;
    }
    Error error = *m_lastError;
    if (again)
        error.againAfter = milliseconds(0);
    finish(tl::unexpected(std::move(error)));
}

void Call::timeIsOver()
{
    switch (m_state) {
    case State::Sending: m_attempt->expire(); break;
    case State::Queued:
    case State::Asking:
    case State::Renewing:
        leaveLane();
        finish(tl::unexpected(timeIsOverError()));
        break;
    case State::New:
    case State::Decoding:
    case State::Done: break;
    }
}

//! What went wrong before says more than that nothing could be sent since.
Error Call::timeIsOverError() const
{
    if (m_lastError)
        return *m_lastError;
    const double seconds = double(m_wire.options.callTimeout.count()) / 1000;
    return {.kind = Error::Kind::Timeout,
            .detail = u"no access key within %1 s"_s.arg(QString::number(seconds))};
}

std::optional<qint64> Call::clockOffset() const
{
    const QDateTime date = parseHttpDate(m_answerDate);
    return date.isValid() ? std::optional(m_wire.options.now().toUTC().secsTo(date)) : std::nullopt;
}

//! Takes over the service's clock; true when that is a reason to try again.
bool Call::learnSkew()
{
    const auto skew = clockOffset();
    if (!skew || m_clockCorrected)
        return false;
    m_clockCorrected = true;
    if (std::abs(*skew - m_wire.skew) >= noticeableSkew) {
        m_wire.skew = *skew;
        m_wire.skewLearnt(*skew);
    }
    // Another call may have learnt it while this one was on its way.
    return std::abs(m_wire.skew - m_skewUsed) >= noticeableSkew;
}

void Call::cancel()
{
    if (m_state == State::Done)
        return;
    Error error{.kind = Error::Kind::Cancelled};
    const bool sending = m_attempt && m_attempt->bytesOut();
    error.outcomeUnknown = m_request.isWrite() && (sending || m_state == State::Decoding);
    if (m_attempt)
        m_attempt->abort();
    leaveLane();
    finish(tl::unexpected(std::move(error)));
}

void Call::finish(Result<Response> result)
{
    m_state = State::Done;
    m_delay.stop();
    m_limit.stop();
    m_key = {}; // no longer in memory than it takes
    m_result = std::move(result);
    log();
    emit finished();
}

CallReport Call::report() const
{
    CallReport report{.action = m_request.action,
                      .requestId = m_result ? m_result->requestId : m_result.error().requestId,
                      .attempts = m_sends};
    if (!m_result)
        report.error = m_result.error();
    return report;
}

void Call::log() const
{
    const CallReport done = report();
    QString outcome = u"ok"_s;
    if (done.error) {
        outcome = u"error "_s + QString::number(int(done.error->kind)) + u' ' + done.error->code
                  + u' ' + done.error->detail;
    }
    const int status = done.error ? done.error->httpStatus : m_result->httpStatus;
    // Joined, not filled in with arg(): a target is full of percent signs.
    const QStringList words{QString::fromLatin1(m_request.verbName()),
                            QString::fromLatin1(m_request.target()),
                            QString::number(status),
                            u"RequestId="_s + done.requestId,
                            QString::number(m_time.elapsed()) + u" ms"_s,
                            u"attempts="_s + QString::number(m_sends),
                            outcome};
    qCInfo(logApi).noquote() << logLine(words.join(u' '));
}

} // namespace modelscribe

#include "moc_call.cpp"
