// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/journalentry.h"
#include "store/storereport.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <variant>

namespace modelscribe {

class JournalWorker;
template<typename Worker>
class StoreThread;

inline constexpr int defaultJournalDays = 90;

//! Everything that was written to a registry, in a file that all processes of the user share.
//!
//! Every call returns at once; the work is done on a thread of its own. While the file cannot be
//! written entries stay in memory, and it is tried again by itself.
class Journal : public QObject
{
    Q_OBJECT

public:
    explicit Journal(const QString &file, const StoreOptions &options = {},
                     QObject *parent = nullptr);
    ~Journal() override;

    //! Before a write is sent: when this ends well, the entry survives whatever happens next. When
    //! it fails the entry is kept in memory all the same; complete() takes its id either way.
    QFuture<Result<std::monostate>> begin(const JournalEntry &entry);
    //! Also for an entry of another process that did not end, once it is known what came of it.
    QFuture<Result<std::monostate>> complete(const QUuid &id, const JournalEnd &end);

    QFuture<Result<QList<JournalHead>>> list(const JournalFilter &filter);
    //! Entries that did not end and that no living process is about to end (each keeps a lock file
    //! for what it began), oldest first. One that began longer ago than any save lasts counts too.
    //! As long as this journal lives no other gets them, unless they are completed.
    QFuture<Result<QList<JournalHead>>> interrupted(const QString &registryKey);
    QFuture<Result<JournalEntry>> entry(const QUuid &id);
    //! A JSON array, newest first.
    QFuture<Result<QByteArray>> exportJson(const JournalFilter &filter);
    //! Removes what is older; the number of entries.
    QFuture<Result<int>> prune(int days = defaultJournalDays);

    QFuture<Result<StoreReport>> report();

signals:
    void opened(const modelscribe::StoreReport &report); //!< Also when it was opened again.
    void failed(const modelscribe::Error &error);        //!< Once, until recovered().
    void recovered();
    //! Something was noted down or removed here, not by other processes.
    void changed();

private:
    std::unique_ptr<StoreThread<JournalWorker>> m_thread;
};

} // namespace modelscribe
