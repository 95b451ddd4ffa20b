// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/batchdraft.h"
#include "store/keptbatch.h"
#include "store/storereport.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <variant>

namespace modelscribe {

class BatchWorker;
template<typename Worker>
class StoreThread;

//! The batches that were agreed to and have not come to their end, and drafts of others, in a file
//! that all processes of the user share: what is left of one that was killed goes on later. What of
//! it was written, the journal knows.
//!
//! Every call returns at once; the work is done on a thread of its own, which begins with the first
//! call that needs the file: where there is none yet, nothing has been kept.
class BatchStore : public QObject
{
    Q_OBJECT

public:
    explicit BatchStore(const QString &file, const StoreOptions &options = {},
                        QObject *parent = nullptr);
    ~BatchStore() override;

    //! When this ends well, the batch survives whatever happens next. As long as this store lives,
    //! or until it is removed, no other process claims it.
    QFuture<Result<std::monostate>> put(const KeptBatch &batch);
    //! Of one registry, or of all when \p registryKey is empty; the oldest first.
    QFuture<Result<QList<BatchHead>>> list(const QString &registryKey);
    //! The same without those that another process has.
    QFuture<Result<QList<BatchHead>>> interrupted(const QString &registryKey);
    //! Fails with Conflict while another process has it.
    QFuture<Result<KeptBatch>> claim(const QUuid &id);
    QFuture<Result<std::monostate>> remove(const QUuid &id);
    //! Drafts of batches: what nobody agreed to yet. What several processes put of one, the last
    //! of them put.
    QFuture<Result<std::monostate>> putDraft(const BatchDraft &draft);
    QFuture<Result<QList<BatchDraft>>> drafts(const QString &registryKey);
    QFuture<Result<std::monostate>> removeDraft(const QUuid &id);
    //! How its file was opened.
    QFuture<Result<StoreReport>> report();

private:
    //! Nothing is kept in the file, because there is none.
    bool isEmpty() const;
    StoreThread<BatchWorker> &thread();

    QString m_file;
    StoreOptions m_options;
    std::unique_ptr<StoreThread<BatchWorker>> m_thread; //!< Made when it is first needed.
};

} // namespace modelscribe
