// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace modelscribe {

//! How far a reading of the list is.
struct SyncProgress
{
    qint64 listed = 0;    //!< Models that came so far.
    qint64 expected = 0;  //!< 0: not known.
    double perSecond = 0; //!< 0: not known yet.
    std::optional<std::chrono::seconds> remaining;

    friend bool operator==(const SyncProgress &, const SyncProgress &) = default;
};

//! Finds the rate of the last seconds. Pure: the caller brings the time, from a clock that only
//! goes forward.
class SyncPace
{
public:
    using Time = std::chrono::milliseconds;

    void note(Time now, qint64 listed);
    SyncProgress progress(qint64 expected) const;

private:
    struct Moment
    {
        Time at{0};
        qint64 listed = 0;
    };

    std::deque<Moment> m_moments;
};

} // namespace modelscribe
