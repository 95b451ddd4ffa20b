// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"

#include <QList>

#include <variant>

namespace modelscribe {

//! Ends when all of \p futures have: well, or with the first error that came. When \p context is
//! destroyed first, the returned future ends cancelled.
inline QFuture<Result<std::monostate>>
allDone(QObject *context, const QList<QFuture<Result<std::monostate>>> &futures)
{
    using All = Result<std::monostate>;
    if (futures.isEmpty())
        return readyResult<std::monostate>(std::monostate());
    struct State
    {
        QPromise<All> promise;
        All result;
        qsizetype left = 0;
    };
    const auto state = std::make_shared<State>();
    state->left = futures.size();
    state->promise.start();
    for (const auto &future : futures) {
        whenDone(future, context, [state](const All &one) {
            if (!one && state->result)
                state->result = one;
            if (--state->left > 0)
                return;
            state->promise.addResult(state->result);
            state->promise.finish();
        });
    }
    return state->promise.future();
}

} // namespace modelscribe
