// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace modelscribe {

//! Why one attempt failed, and what is known about what the service did.
struct AttemptFailure
{
    enum class Cause {
        Local,          //!< Refused here; nothing was sent.
        NotReached,     //!< No connection: refused, no such host, proxy.
        ConnectTimeout, //!< No connection in time.
        Lost,           //!< Sent (at least in part), but the answer did not come or not whole.
        Refused,        //!< The service said no.
        Throttled,
        ServerFault, //!< 5xx.
        Unreadable,  //!< An answer that should be JSON and is not.
        Foreign,     //!< Not from a registry, or not to be read: a page, a redirect, too large.
        Nonce,       //!< SignatureNonceUsed.
        Clock,       //!< InvalidTimeStamp.
        KeyEnded     //!< The security token ended, or is not the key's.
    };

    Error error;
    Cause cause = Cause::Local;
    std::optional<std::chrono::milliseconds> retryAfter; //!< What the service asked for.

    //! Whether the service cannot have carried out the request.
    bool surelyNotExecuted() const;
};

//! Which attempts are repeated, and when (contract section 7.4). Pure.
//!
//! The client itself repeats reads. A write whose fate is not known is never repeated; one that
//! surely was not carried out only after the registry was read again, see Error::againAfter.
struct RetryPolicy
{
    int maxAttempts = 3;
    std::chrono::milliseconds firstDelay{300};
    std::chrono::milliseconds maxDelay{20'000};

    //! The time to wait before the next attempt, or nullopt for "give up". \p attempt counts from
    //! 1; \p random is in [0, 1).
    std::optional<std::chrono::milliseconds>
    delay(Request::Verb verb, const AttemptFailure &failure, int attempt, double random) const;

private:
    bool mayRepeat(Request::Verb verb, const AttemptFailure &failure, int attempt) const;
};

//! Keeps a sick service from being called over and over: repeats are a tenth of the calls, beyond a
//! burst.
class RetryBudget
{
public:
    void callStarted();
    bool take();

private:
    static constexpr int burst = 20;
    static constexpr int callsPerRepeat = 10;
    int m_tenths = burst * callsPerRepeat;
};

//! "Retry-After: 3", "Retry-After: <HTTP date>" and "x-acs-retry-after: <ms>"; the last one wins.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &standard,
                                                    const QByteArray &vendor, const QDateTime &now);
//! An HTTP date ("Tue, 15 Nov 1994 08:12:31 GMT"); invalid if it is none.
QDateTime parseHttpDate(const QByteArray &text);

} // namespace modelscribe
