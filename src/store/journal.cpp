// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include "store/journalworker.h"
#include "store/storethread.h"

namespace modelscribe {

Journal::Journal(const QString &file, const StoreOptions &options, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<StoreThread<JournalWorker>>(
          std::make_unique<JournalWorker>(file, options)))
{
    const JournalWorker &worker = m_thread->worker();
    connect(&worker, &StoreWorker::opened, this, &Journal::opened);
    connect(&worker, &StoreWorker::failed, this, &Journal::failed);
    connect(&worker, &StoreWorker::recovered, this, &Journal::recovered);
    connect(&worker, &JournalWorker::changed, this, &Journal::changed);
    m_thread->start();
}

Journal::~Journal() = default;

QFuture<Result<std::monostate>> Journal::begin(const JournalEntry &entry)
{
    return m_thread->run<std::monostate>(
        [entry](JournalWorker &worker) { return worker.begin(entry); });
}

QFuture<Result<std::monostate>> Journal::complete(const QUuid &id, const JournalEnd &end)
{
    return m_thread->run<std::monostate>(
        [id, end](JournalWorker &worker) { return worker.complete(id, end); });
}

QFuture<Result<QList<JournalHead>>> Journal::list(const JournalFilter &filter)
{
    return m_thread->run<QList<JournalHead>>(
        [filter](JournalWorker &worker) { return worker.list(filter); });
}

QFuture<Result<QList<JournalHead>>> Journal::interrupted(const QString &registryKey)
{
    return m_thread->run<QList<JournalHead>>(
        [registryKey](JournalWorker &worker) { return worker.interrupted(registryKey); });
}

QFuture<Result<JournalEntry>> Journal::entry(const QUuid &id)
{
    return m_thread->run<JournalEntry>([id](JournalWorker &worker) { return worker.entry(id); });
}

QFuture<Result<QByteArray>> Journal::exportJson(const JournalFilter &filter)
{
    return m_thread->run<QByteArray>(
        [filter](JournalWorker &worker) { return worker.exportJson(filter); });
}

QFuture<Result<int>> Journal::prune(int days)
{
    return m_thread->run<int>([days](JournalWorker &worker) { return worker.prune(days); });
}

QFuture<Result<StoreReport>> Journal::report()
{
    return m_thread->run<StoreReport>(
        [](JournalWorker &worker) -> Result<StoreReport> { return worker.report(); });
}

} // namespace modelscribe

#include "moc_journal.cpp"
