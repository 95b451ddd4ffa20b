// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchstore.h"

#include "store/batchworker.h"
#include "store/storethread.h"

namespace modelscribe {

BatchStore::BatchStore(const QString &file, const StoreOptions &options, QObject *parent)
    : QObject(parent)
    , m_thread(
          std::make_unique<StoreThread<BatchWorker>>(std::make_unique<BatchWorker>(file, options)))
{
    m_thread->start();
}

BatchStore::~BatchStore() = default;

QFuture<Result<std::monostate>> BatchStore::put(const KeptBatch &batch)
{
    return m_thread->run<std::monostate>(
        [batch](BatchWorker &worker) { return worker.put(batch); });
}

QFuture<Result<QList<BatchHead>>> BatchStore::list(const QString &registryKey)
{
    return m_thread->run<QList<BatchHead>>(
        [registryKey](BatchWorker &worker) { return worker.list(registryKey); });
}

QFuture<Result<QList<BatchHead>>> BatchStore::interrupted(const QString &registryKey)
{
    return m_thread->run<QList<BatchHead>>(
        [registryKey](BatchWorker &worker) { return worker.interrupted(registryKey); });
}

QFuture<Result<KeptBatch>> BatchStore::claim(const QUuid &id)
{
    return m_thread->run<KeptBatch>([id](BatchWorker &worker) { return worker.claim(id); });
}

QFuture<Result<StoreReport>> BatchStore::report()
{
    return m_thread->run<StoreReport>(
        [](BatchWorker &worker) -> Result<StoreReport> { return worker.report(); });
}

QFuture<Result<std::monostate>> BatchStore::remove(const QUuid &id)
{
    return m_thread->run<std::monostate>([id](BatchWorker &worker) { return worker.remove(id); });
}

QFuture<Result<std::monostate>> BatchStore::putDraft(const BatchDraft &draft)
{
    return m_thread->run<std::monostate>(
        [draft](BatchWorker &worker) { return worker.putDraft(draft); });
}

QFuture<Result<QList<BatchDraft>>> BatchStore::drafts(const QString &registryKey)
{
    return m_thread->run<QList<BatchDraft>>(
        [registryKey](BatchWorker &worker) { return worker.drafts(registryKey); });
}

QFuture<Result<std::monostate>> BatchStore::removeDraft(const QUuid &id)
{
    return m_thread->run<std::monostate>(
        [id](BatchWorker &worker) { return worker.removeDraft(id); });
}

} // namespace modelscribe

#include "moc_batchstore.cpp"
