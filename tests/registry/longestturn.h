// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace modelscribe::testing {

//! The longest work of this thread between two turns of the event loop, in ms of the processor's
//! time: a machine that has other work too does not count.
class LongestTurn : public QObject
{
public:
    LongestTurn()
    {
        m_timer.callOnTimeout(this, [this] { note(); });
        m_timer.start(0);
    }

    double ms()
    {
        note();
        return m_longest;
    }

private:
    static double worked()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    void note()
    {
        const double now = worked();
        m_longest = std::max(m_longest, now - std::exchange(m_before, now));
    }

    QTimer m_timer;
    double m_before = worked();
    double m_longest = 0;
};

} // namespace modelscribe::testing
