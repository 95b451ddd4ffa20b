// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"
#include "signing/accesskey.h"

#include <QTest>

namespace modelscribe::testing {

//! The result of \p future; Kind::Invalid "hangs" when it has none in time.
template<typename T>
Result<T> wait(QFuture<Result<T>> future, int timeoutMs = 15'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, timeoutMs))
        return failure(Error::Kind::Invalid, QStringLiteral("hangs"));
    return future.result();
}

inline const AccessKey oldKey{.id = "LTAI-old-key-0001", .secret = "old secret"};
inline const AccessKey newKey{.id = "LTAI-new-key-0002",
                              .secret = "new \"secret\" \xe4\xb8\xad",
                              .securityToken = "token+/==",
                              .expires = QDateTime::fromSecsSinceEpoch(1'800'000'000).toUTC()};

} // namespace modelscribe::testing
