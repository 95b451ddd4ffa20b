// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/syncprogress.h"

#include <cmath>

namespace modelscribe {

using namespace std::chrono_literals;

namespace {

constexpr SyncPace::Time window = 10s;
constexpr SyncPace::Time enough = 500ms; // less says nothing

} // namespace

void SyncPace::note(Time now, qint64 listed)
{
    m_moments.push_back({now, listed});
    while (m_moments.size() > 2 && now - m_moments[1].at >= window)
        m_moments.pop_front();
}

SyncProgress SyncPace::progress(qint64 expected) const
{
    SyncProgress progress{.expected = expected};
    if (m_moments.empty())
        return progress;
    const Moment &first = m_moments.front();
    const Moment &last = m_moments.back();
    progress.listed = last.listed;
    const Time time = last.at - first.at;
    if (time < enough || last.listed <= first.listed)
        return progress;
    progress.perSecond = double(last.listed - first.listed) * 1000 / double(time.count());
    if (expected > last.listed) {
        const double seconds = double(expected - last.listed) / progress.perSecond;
        progress.remaining = std::chrono::seconds(qint64(std::ceil(seconds)));
    }
    return progress;
}

} // namespace modelscribe
