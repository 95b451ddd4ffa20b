// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchstore.h"

#include "core/whendone.h"
#include "store/batchworker.h"
#include "store/storethread.h"

#include <QFileInfo>

namespace modelscribe {

BatchStore::BatchStore(const QString &file, const StoreOptions &options, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_options(options)
{
}

bool BatchStore::isEmpty() const
{
    // A link that leads nowhere is for the worker to refuse.
    const QFileInfo info(m_file);
    return !m_thread && !info.exists() && !info.isSymLink();
}

StoreThread<BatchWorker> &BatchStore::thread()
{
    if (!m_thread) {
        m_thread = std::make_unique<StoreThread<BatchWorker>>(
            std::make_unique<BatchWorker>(m_file, m_options));
        m_thread->start();
    }
    return *m_thread;
}

BatchStore::~BatchStore() = default;

QFuture<Result<std::monostate>> BatchStore::put(const KeptBatch &batch)
{
    return thread().run<std::monostate>([batch](BatchWorker &worker) { return worker.put(batch); });
}

QFuture<Result<QList<BatchHead>>> BatchStore::list(const QString &registryKey)
{
    if (isEmpty())
        return readyResult<QList<BatchHead>>(QList<BatchHead>());
    return thread().run<QList<BatchHead>>(
        [registryKey](BatchWorker &worker) { return worker.list(registryKey); });
}

QFuture<Result<QList<BatchHead>>> BatchStore::interrupted(const QString &registryKey)
{
    if (isEmpty())
        return readyResult<QList<BatchHead>>(QList<BatchHead>());
    return thread().run<QList<BatchHead>>(
        [registryKey](BatchWorker &worker) { return worker.interrupted(registryKey); });
}

QFuture<Result<KeptBatch>> BatchStore::claim(const QUuid &id)
{
    return thread().run<KeptBatch>([id](BatchWorker &worker) { return worker.claim(id); });
}

QFuture<Result<StoreReport>> BatchStore::report()
{
    return thread().run<StoreReport>(
        [](BatchWorker &worker) -> Result<StoreReport> { return worker.report(); });
}

QFuture<Result<std::monostate>> BatchStore::remove(const QUuid &id)
{
    return thread().run<std::monostate>([id](BatchWorker &worker) { return worker.remove(id); });
}

QFuture<Result<std::monostate>> BatchStore::putDraft(const BatchDraft &draft)
{
    return thread().run<std::monostate>(
        [draft](BatchWorker &worker) { return worker.putDraft(draft); });
}

QFuture<Result<QList<BatchDraft>>> BatchStore::drafts(const QString &registryKey)
{
    if (isEmpty())
        return readyResult<QList<BatchDraft>>(QList<BatchDraft>());
    return thread().run<QList<BatchDraft>>(
        [registryKey](BatchWorker &worker) { return worker.drafts(registryKey); });
}

QFuture<Result<std::monostate>> BatchStore::removeDraft(const QUuid &id)
{
    return thread().run<std::monostate>(
        [id](BatchWorker &worker) { return worker.removeDraft(id); });
}

} // namespace modelscribe

#include "moc_batchstore.cpp"
