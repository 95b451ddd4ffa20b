// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

#include <type_traits>

namespace modelscribe {

//! Calls \p done with what \p work gives, unless \p context is destroyed first. Work on long texts
//! is done on another thread; on short ones, \p isShort, right away, so that nothing flickers.
template<typename Work, typename Done>
void runAside(QObject *context, bool isShort, Work work, Done done)
{
    if (isShort) {
        done(work());
        return;
    }
    using Value = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         done(watcher->result());
                     });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace modelscribe
