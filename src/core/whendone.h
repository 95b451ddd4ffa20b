// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>

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

//! The result of \p next, called with the value of \p first, or the error of \p first. When
//! \p context is destroyed first, the returned future ends cancelled.
template<typename B, typename A, typename Next>
QFuture<Result<B>> andThen(const QFuture<Result<A>> &first, QObject *context, Next next)
{
    auto promise = std::make_shared<QPromise<Result<B>>>();
    promise->start();
    const auto end = [promise](const Result<B> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenDone(first, context,
             [end, context, next = std::move(next)](const Result<A> &value) mutable {
                 if (value)
                     whenDone(QFuture<Result<B>>(next(*value)), context, end);
                 else
                     end(failure(value.error()));
             });
    return promise->future();
}

} // namespace modelscribe
