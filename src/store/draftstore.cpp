// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftstore.h"

#include "store/draftworker.h"
#include "store/storethread.h"

namespace modelscribe {

namespace {

DraftChange changeTo(std::optional<Draft> draft)
{
    DraftChange change{.draft = std::move(draft)};
    change.done.push_back(std::make_shared<QPromise<Result<qint64>>>());
    change.done.front()->start();
    return change;
}

} // namespace

DraftStore::DraftStore(const QString &file, QUuid writer, const StoreOptions &options,
                       QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_thread(std::make_unique<StoreThread<DraftWorker>>(
          std::make_unique<DraftWorker>(file, writer, options)))
{
    const DraftWorker &worker = m_thread->worker();
    connect(&worker, &StoreWorker::opened, this, &DraftStore::opened);
    connect(&worker, &StoreWorker::failed, this, &DraftStore::failed);
    connect(&worker, &StoreWorker::recovered, this, &DraftStore::recovered);
    connect(&worker, &DraftWorker::changedElsewhere, this, &DraftStore::changedElsewhere);
    m_thread->start();
}

DraftStore::~DraftStore() = default;

QFuture<Result<qint64>> DraftStore::put(Draft draft) { return write(std::move(draft), {}); }

QFuture<Result<qint64>> DraftStore::putPlace(Draft draft, const DraftMark &seen)
{
    return write(std::move(draft), seen);
}

QFuture<Result<qint64>> DraftStore::write(Draft draft, const std::optional<DraftMark> &seen)
{
    if (!draft.changed.isValid())
        draft.changed = QDateTime::currentDateTimeUtc();
    if (draft.writer.isNull())
        draft.writer = m_writer;
    const DraftKey key(draft.registryKey, draft.modelId);
    DraftChange change = changeTo(std::move(draft));
    change.onlyAsSeen = seen.has_value();
    change.seen = seen.value_or(DraftMark());
    const auto future = change.done.front()->future();
    if (m_thread->worker().queue(key, std::move(change)))
        m_thread->post([](DraftWorker &worker) { worker.noteQueued(); });
    return future;
}

QFuture<Result<qint64>> DraftStore::remove(const QString &registryKey, const QString &modelId,
                                           const DraftMark &seen)
{
    DraftChange change = changeTo(std::nullopt);
    change.onlyAsSeen = true;
    change.seen = seen;
    const auto future = change.done.front()->future();
    m_thread->worker().queue({registryKey, modelId}, std::move(change));
    m_thread->post([](DraftWorker &worker) { std::ignore = worker.flush(); });
    return future;
}

QFuture<Result<std::monostate>> DraftStore::flush()
{
    return m_thread->run<std::monostate>([](DraftWorker &worker) { return worker.flush(); });
}

QFuture<Result<DraftList>> DraftStore::all(const QString &registryKey)
{
    return m_thread->run<DraftList>(
        [registryKey](DraftWorker &worker) { return worker.all(registryKey); });
}

QFuture<Result<std::optional<Draft>>> DraftStore::load(const QString &registryKey,
                                                       const QString &modelId)
{
    return m_thread->run<std::optional<Draft>>(
        [key = DraftKey(registryKey, modelId)](DraftWorker &worker) { return worker.find(key); });
}

QFuture<Result<StoreReport>> DraftStore::report()
{
    return m_thread->run<StoreReport>(
        [](DraftWorker &worker) -> Result<StoreReport> { return worker.report(); });
}

QFuture<Result<std::monostate>> DraftStore::checkElsewhere()
{
    return m_thread->run<std::monostate>([](DraftWorker &worker) -> Result<std::monostate> {
        worker.lookElsewhere();
        return std::monostate();
    });
}

} // namespace modelscribe

#include "moc_draftstore.cpp"
