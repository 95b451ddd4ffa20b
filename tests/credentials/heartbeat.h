// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace modelscribe::testing {

//! How long the event loop stood still at most: a timer of 5 ms tells, without the time for which
//! the thread only waited for a processor that others had.
class Heartbeat : public QObject
{
public:
#ifdef NDEBUG
    static constexpr double mostMs = 50;
#else
    static constexpr double mostMs = 200; // not what users get
#endif

    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] { note(); });
        m_timer.start(5);
        m_clock.start();
    }

    double longestMs()
    {
        note();
        return m_longest;
    }

    //! Prints it, too.
    bool isSteady(const char *what)
    {
        std::printf("longest gap of the event loop, %s: %.1f ms\n", what, longestMs());
        std::fflush(stdout);
        return m_longest <= mostMs;
    }

private:
    static double waitedMs()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QByteArrayList numbers = file.readAll().simplified().split(' ');
        return numbers.size() > 1 ? numbers[1].toDouble() / 1e6 : 0;
    }

    void note()
    {
        const double now = double(m_clock.nsecsElapsed()) / 1e6;
        const double waited = waitedMs();
        m_longest = std::max(m_longest, now - m_before - (waited - m_waitedBefore));
        m_before = now;
        m_waitedBefore = waited;
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_before = 0;
    double m_waitedBefore = waitedMs();
    double m_longest = 0;
};

} // namespace modelscribe::testing
