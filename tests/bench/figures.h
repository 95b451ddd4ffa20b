// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QList>

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

//! Resident memory of this process in MB; 0 where it cannot be told.
inline double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace figures
