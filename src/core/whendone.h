// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

namespace modelscribe {

//! Calls \p handle with the result of \p future, unless \p context is destroyed first.
//!
//! Use this instead of QFuture::then(context, ...): in Qt 6.4 that asserts if the window that
//! asked is closed before the answer arrives. A cancelled future is handed over as an Error.
template<typename T, typename Handler>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Handler handle)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handle = std::move(handle)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() == 0)
                             handle(Result<T>(failure(Error::Kind::Cancelled)));
                         else
                             handle(watcher->result());
                     });
    watcher->setFuture(future);
}

//! A future that already holds \p result.
template<typename T>
QFuture<Result<T>> readyResult(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace modelscribe
