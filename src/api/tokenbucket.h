// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace modelscribe {

//! Spreads calls over time. Pure: the caller brings the time, from a clock that only goes forward.
//!
//! A call that finds no token takes one from the future and is told how long to wait for it, so
//! calls go out in the order they came.
class TokenBucket
{
public:
    using Time = std::chrono::milliseconds; //!< Since any fixed moment.

    //! One call after the other, evenly: no second has more than \p perSecond, the first one
    //! neither, and not because one call was longer on its way than the next. 0 or less: no limit.
    explicit TokenBucket(double perSecond);

    //! Takes one token; the time to wait until it is there.
    std::chrono::milliseconds take(Time now);
    //! The service refused a call as one too many: half the rate from here on, and none at all for
    //! \p pause.
    void slowDown(Time now, std::chrono::milliseconds pause);
    //! A call went through: a slowed bucket comes back a little.
    void speedUp();

    //! Another limit from here on; a slowed bucket stays as slow in proportion.
    void setLimit(double perSecond);
    double rate() const { return m_rate; }

private:
    void refill(Time now);

    double m_fullRate;
    double m_rate;
    double m_tokens = 1; //!< At most the one.
    Time m_at{0};
    Time m_notBefore{0};
};

} // namespace modelscribe
