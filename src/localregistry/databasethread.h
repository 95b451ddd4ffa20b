// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <optional>
#include <type_traits>

namespace modelscribe {

//! The one thread that may touch the database: a Qt Sql connection belongs to one thread.
class DatabaseThread
{
public:
    DatabaseThread()
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~DatabaseThread()
    {
        m_thread.quit();
        m_thread.wait();
    }

    //! Runs \p work there and waits for it; from any other thread.
    template<typename Work>
    auto run(Work work)
    {
        std::optional<std::invoke_result_t<Work>> result;
        QMetaObject::invokeMethod(
            &m_context, [&] { result.emplace(work()); }, Qt::BlockingQueuedConnection);
        return *std::move(result);
    }

private:
    QThread m_thread;
    QObject m_context;
};

} // namespace modelscribe
