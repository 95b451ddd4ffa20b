// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keptcredentials.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr std::chrono::seconds askBefore = 180s; // as the vendor's own SDKs do

} // namespace

KeptCredentials::KeptCredentials(Read read, Clock now)
    : m_read(std::move(read))
    , m_now(std::move(now))
{
}

QFuture<Result<AccessKey>> KeptCredentials::credentials()
{
    if (!m_asking && m_key && !isPastAsking())
        return readyResult<AccessKey>(*m_key);
    return ask();
}

QFuture<Result<AccessKey>> KeptCredentials::renewed(const AccessKey &refused)
{
    if (m_key == refused)
        m_key.reset();
    return andThen<AccessKey>(credentials(), this, [refused](const AccessKey &key) {
        return readyResult<AccessKey>(
            key == refused ? Result<AccessKey>(
                failure(Error::Kind::Unauthorized, u"there is no other access key"_s))
                           : key);
    });
}

void KeptCredentials::forget()
{
    m_key.reset();
    m_isStale = m_asking != nullptr;
}

QFuture<Result<AccessKey>> KeptCredentials::ask()
{
    if (!m_asking) {
        m_asking = std::make_shared<QPromise<Result<AccessKey>>>();
        m_asking->start();
        read();
    }
    return m_asking->future();
}

void KeptCredentials::read()
{
    whenDone(m_read(), this, [this](const Result<AccessKey> &key) {
        if (std::exchange(m_isStale, false))
            read();
        else
            take(key);
    });
}

void KeptCredentials::take(const Result<AccessKey> &key)
{
    Result<AccessKey> answer = key;
    if (!key && m_key && hasTime(*m_key))
        answer = *m_key; // which has minutes left
    else if (key && !hasTime(*key))
        answer = failure(Error::Kind::Unauthorized, u"the access key has expired"_s);
    m_key.reset();
    if (answer) {
        m_key = *answer;
        const QDateTime end = answer->expires;
        m_askFrom = end.isValid() ? end.addSecs(-askBefore.count()) : QDateTime();
        if (isPastAsking()) // asked just now, and it is as good as it gets
            m_askFrom = end;
    }
    const Promise asking = std::exchange(m_asking, nullptr);
    asking->addResult(answer);
    asking->finish();
}

bool KeptCredentials::hasTime(const AccessKey &key) const
{
    return !key.expires.isValid() || key.expires > m_now();
}

bool KeptCredentials::isPastAsking() const { return m_askFrom.isValid() && m_askFrom <= m_now(); }

} // namespace modelscribe

#include "moc_keptcredentials.cpp"
