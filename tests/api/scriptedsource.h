// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialsource.h"

#include <deque>

namespace modelscribe::testing {

//! A credential source that does what the test says, and counts.
class ScriptedSource : public CredentialSource
{
public:
    enum class Answers { AtOnce, Later };

    explicit ScriptedSource(AccessKey key)
        : now(std::move(key))
    {
    }

    QFuture<Result<AccessKey>> credentials() override
    {
        ++asked;
        return answers == Answers::AtOnce ? readyResult<AccessKey>(now) : later();
    }

    QFuture<Result<AccessKey>> renewed(const AccessKey &refused) override
    {
        ++renewals;
        lastRefused = refused;
        if (renewing == Answers::Later)
            return later();
        if (next)
            now = *next;
        return next ? readyResult<AccessKey>(*next) : CredentialSource::renewed(refused);
    }

    //! Answers whoever waits longest.
    void answer(const Result<AccessKey> &key)
    {
        const auto promise = m_waiting.front();
        m_waiting.pop_front();
        promise->addResult(key);
        promise->finish();
    }

    Result<AccessKey> now;
    Answers answers = Answers::AtOnce;
    std::optional<AccessKey> next; //!< What a renewal gives.
    Answers renewing = Answers::AtOnce;
    int asked = 0;
    int renewals = 0;
    AccessKey lastRefused;

private:
    QFuture<Result<AccessKey>> later()
    {
        m_waiting.push_back(std::make_shared<QPromise<Result<AccessKey>>>());
        m_waiting.back()->start();
        return m_waiting.back()->future();
    }

    std::deque<std::shared_ptr<QPromise<Result<AccessKey>>>> m_waiting;
};

} // namespace modelscribe::testing
