// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokenbucket.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace modelscribe {

using std::chrono::milliseconds;

namespace {

double fullRate(double perSecond) { return perSecond - std::min(1.0, perSecond / 20); }

} // namespace

TokenBucket::TokenBucket(double perSecond)
    : m_fullRate(fullRate(perSecond))
    , m_rate(m_fullRate)
{
}

void TokenBucket::setLimit(double perSecond)
{
    const double part = m_fullRate > 0 ? m_rate / m_fullRate : 1;
    m_fullRate = fullRate(perSecond);
    m_rate = m_fullRate * part;
}

void TokenBucket::refill(Time now)
{
    const double seconds = double((now - m_at).count()) / 1000;
    m_tokens = std::min(1.0, m_tokens + std::max(0.0, seconds) * m_rate);
    m_at = std::max(m_at, now);
}

milliseconds TokenBucket::take(Time now)
{
    if (m_fullRate <= 0)
        return milliseconds(0);
    refill(now);
    m_tokens -= 1;
    const double debt = std::max(0.0, -m_tokens);
    const milliseconds forToken(std::int64_t(std::ceil(debt * 1000 / m_rate)));
    const milliseconds forPause = std::max(milliseconds(0), m_notBefore - now);
    return std::max(forToken, forPause);
}

void TokenBucket::slowDown(Time now, milliseconds pause)
{
    if (m_fullRate <= 0)
        return;
    refill(now);
    m_rate = std::max(m_rate / 2, m_fullRate / 16);
    m_tokens = std::min(m_tokens, 0.0);
    m_notBefore = std::max(m_notBefore, now + pause);
}

void TokenBucket::speedUp() { m_rate = std::min(m_fullRate, m_rate + m_fullRate / 50); }

} // namespace modelscribe
