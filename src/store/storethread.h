// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QMetaObject>
#include <QPromise>
#include <QThread>

#include <memory>

namespace modelscribe {

//! A worker and the thread it lives on: a connection to a database belongs to one thread.
template<typename Worker>
class StoreThread
{
public:
    explicit StoreThread(std::unique_ptr<Worker> worker)
        : m_worker(std::move(worker))
    {
        m_worker->moveToThread(&m_thread);
    }
    ~StoreThread()
    {
        if (m_thread.isRunning()) {
            QMetaObject::invokeMethod(
                m_worker.get(), [this] { m_worker->finish(); }, Qt::BlockingQueuedConnection);
            m_thread.quit();
            m_thread.wait();
        }
    }
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    //! After the worker's signals are connected.
    void start()
    {
        m_thread.start();
        post([](Worker &worker) { worker.start(); });
    }

    Worker &worker() { return *m_worker; } //!< For connecting its signals.

    template<typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(
            m_worker.get(), [this, work = std::move(work)]() mutable { work(*m_worker); },
            Qt::QueuedConnection);
    }

    //! The result of \p work there.
    template<typename T, typename Work>
    QFuture<Result<T>> run(Work work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        post([promise = std::move(promise), work = std::move(work)](Worker &worker) mutable {
            promise->addResult(Result<T>(work(worker)));
            promise->finish();
        });
        return future;
    }

private:
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace modelscribe
