// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "credentials/fixedcredentials.h"

#include <QTest>

namespace modelscribe::testing {

//! Secrets that must turn up nowhere.
inline AccessKey canaryKey()
{
    return {.id = "LTAI5tCanaryKeyId0123456",
            .secret = "CanarySecretZq8vW3xYt7uRs5pM1nK",
            .securityToken = "CAISCanaryToken+abc/DEF==0123456789ZyXwVu"};
}

inline std::shared_ptr<CredentialSource> canarySource() { return fixedCredentials(canaryKey()); }

//! Short times, no jitter, no limits.
inline ClientOptions quickOptions()
{
    using namespace std::chrono_literals;
    ClientOptions options;
    options.random = [] { return 0.5; };
    options.connectTimeout = 1000ms;
    options.idleTimeout = 300ms;
    options.callTimeout = 1500ms;
    options.firstDelay = 10ms;
    options.maxDelay = 200ms;
    options.readsPerSecond = 0;
    options.writesPerSecond = 0;
    return options;
}

//! The same for tests that are not about time: no call is given up because the computer is slow.
inline ClientOptions patientOptions()
{
    using namespace std::chrono_literals;
    ClientOptions options = quickOptions();
    options.connectTimeout = options.idleTimeout = options.callTimeout = 600s;
    return options;
}

//! The result of \p future once it has one; an error of Kind::Invalid named "hangs" if it never
//! does.
template<typename T>
Result<T> wait(QFuture<Result<T>> future, int timeoutMs = 15'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, timeoutMs))
        return failure(Error::Kind::Invalid, QStringLiteral("hangs"));
    if (future.resultCount() == 0)
        return failure(Error::Kind::Cancelled, QStringLiteral("no result"));
    return future.result();
}

} // namespace modelscribe::testing
