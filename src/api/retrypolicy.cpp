// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace modelscribe {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Cause = AttemptFailure::Cause;

bool AttemptFailure::surelyNotExecuted() const
{
    switch (cause) {
    case Cause::Lost:
    case Cause::ServerFault:
    case Cause::Unreadable:
    case Cause::Foreign: return false;
    default: return true;
    }
}

bool RetryPolicy::mayRepeat(Request::Verb verb, const AttemptFailure &failure, int attempt) const
{
    // Somebody may have written since: the same request a second time would undo that.
    if (verb != Request::Verb::Get && !failure.surelyNotExecuted())
        return false;
    switch (failure.cause) {
    case Cause::Local:
    case Cause::Refused:
    case Cause::Foreign:
    case Cause::Clock:    // repeated by the caller, who knows whether the clock was corrected
    case Cause::KeyEnded: // the same, and whether there is another key
        return false;
    case Cause::NotReached:
    case Cause::Throttled:
    case Cause::ServerFault:
    case Cause::Lost: return true;
    case Cause::ConnectTimeout:
    case Cause::Nonce:
    case Cause::Unreadable: return attempt == 1;
    }
    Q_UNREACHABLE();
}

std::optional<milliseconds> RetryPolicy::delay(Request::Verb verb, const AttemptFailure &failure,
                                               int attempt, double random) const
{
    if (attempt >= maxAttempts || !mayRepeat(verb, failure, attempt))
        return {};
    if (failure.cause == Cause::Nonce)
        return milliseconds(0);
    // Quotas are counted by the second, so a throttled call waits longer than a broken one.
    const int factor = (failure.cause == Cause::Throttled ? 4 : 1) << (attempt - 1);
    const milliseconds jitter(
        qint64(double(std::min(maxDelay, firstDelay * factor).count()) * random));
    if (!failure.retryAfter)
        return jitter;
    if (*failure.retryAfter > maxDelay)
        return {}; // too long to keep anybody waiting, and coming sooner would be rude
    return std::min(maxDelay, *failure.retryAfter + jitter / 4);
}

void RetryBudget::callStarted() { m_tenths = std::min(m_tenths + 1, burst * callsPerRepeat); }

bool RetryBudget::take()
{
    if (m_tenths < callsPerRepeat)
        return false;
    m_tenths -= callsPerRepeat;
    return true;
}

std::optional<milliseconds> retryAfter(const QByteArray &standard, const QByteArray &vendor,
                                       const QDateTime &now)
{
    bool ok = false;
    constexpr qint64 day = 24 * 3600;
    if (const qint64 ms = vendor.trimmed().toLongLong(&ok); ok && ms > 0)
        return milliseconds(std::min(ms, day * 1000));
    if (const qint64 seconds = standard.trimmed().toLongLong(&ok); ok && seconds >= 0)
        return milliseconds(std::min(seconds, day) * 1000);
    if (const QDateTime date = parseHttpDate(standard); date.isValid())
        return milliseconds(std::clamp(now.msecsTo(date), qint64(0), day * 1000));
    return {};
}

QDateTime parseHttpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeZone(QTimeZone::utc());
    return date.toUTC();
}

} // namespace modelscribe
