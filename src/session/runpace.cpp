// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runpace.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto lookedAt = 20'000ms; // long enough to be steady, short enough to be of now
constexpr auto enoughTime = 1'500ms;
constexpr qsizetype enoughParts = 3;

} // namespace

void RunPace::begin(Time now)
{
    m_ended.clear();
    m_since = now;
}

void RunPace::note(Time now, int requests)
{
    m_ended.append({now, requests});
    const auto isOld = [now](const Ended &one) { return one.at + lookedAt < now; };
    const auto first = std::ranges::find_if_not(m_ended, isOld);
    if (first == m_ended.begin())
        return;
    m_since = std::prev(first)->at;
    m_ended.erase(m_ended.begin(), first);
}

std::optional<double> RunPace::seconds(Time now) const
{
    const Time passed = now - m_since;
    if (m_ended.size() < enoughParts || passed < enoughTime)
        return {};
    return std::chrono::duration<double>(passed).count();
}

std::optional<double> RunPace::requestsPerSecond(Time now) const
{
    const auto passed = seconds(now);
    if (!passed)
        return {};
    const int requests = std::accumulate(
        m_ended.begin(), m_ended.end(), 0,
        [](int sum, const Ended &one) { return sum + one.requests; });
    return requests / *passed;
}

std::optional<std::chrono::seconds> RunPace::left(Time now, qint64 parts) const
{
    const auto passed = seconds(now);
    if (!passed)
        return {};
    return std::chrono::seconds(
        qint64(std::ceil(double(parts) * *passed / double(m_ended.size()))));
}

} // namespace modelscribe
