// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QList>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

//! Prints one figure a line: name, median, minimum, maximum, unit.
namespace figures {

inline void print(const char *name, QList<double> samples, const char *unit)
{
    std::ranges::sort(samples);
    std::printf("%-52s %12.1f  (%.1f .. %.1f)  %s\n", name, samples[samples.size() / 2],
                samples.front(), samples.back(), unit);
    std::fflush(stdout);
}

//! Median, 99th percentile and maximum.
inline void printTail(const char *name, QList<double> samples, const char *unit)
{
    std::ranges::sort(samples);
    const auto last = samples.size() - 1;
    std::printf("%-52s %12.1f  (p99 %.1f, max %.1f)  %s\n", name, samples[samples.size() / 2],
                samples[last * 99 / 100], samples.back(), unit);
    std::fflush(stdout);
}

inline double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

//! Runs the event loop until \p holds, without the sleeps of QTest::qWaitFor(), which would be in
//! the figures.
inline bool waitFor(const std::function<bool()> &holds, int timeoutMs = 30'000)
{
    QEventLoop loop;
    QTimer poll;
    QElapsedTimer timer;
    timer.start();
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (holds() || timer.elapsed() > timeoutMs)
            loop.quit();
    });
    poll.start(1);
    loop.exec();
    return holds();
}

//! What the line \p key of a file in /proc/self says, kB made MB; 0 where it cannot be told.
inline double megabytesOf(const QString &name, const QByteArray &key)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.mid(key.size()).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

//! Resident memory of this process in MB.
inline double residentMegabytes()
{
    return megabytesOf(QStringLiteral("/proc/self/status"), "VmRSS:");
}

//! The same with what is shared counted by halves.
inline double proportionalMegabytes()
{
    return megabytesOf(QStringLiteral("/proc/self/smaps_rollup"), "Pss:");
}

} // namespace figures
