// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batches.h"

#include "core/whendone.h"
#include "registry/keptchanges.h"
#include "session/saving.h"
#include "store/batchstore.h"
#include "store/journal.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace modelscribe {

namespace {

bool isSending(const BatchRun &run)
{
    using State = BatchRun::State;
    return run.state() == State::Running || run.state() == State::Pausing
           || run.state() == State::Stopping;
}

//! Which of several is shown.
int rankOf(const BatchRun &run)
{
    if (isSending(run))
        return 3;
    if (run.isActive())
        return 2;
    return run.state() == BatchRun::State::Paused ? 1 : 0;
}

} // namespace

Batches::Batches(Saving &saving, QObject *parent)
    : QObject(parent)
    , m_saving(saving)
{
}

Batches::~Batches() = default;

void Batches::keepIn(BatchStore *store, Journal *journal)
{
    m_store = store;
    m_journal = journal;
    readLeft();
}

void Batches::use(Connection *connection)
{
    ++m_round;
    m_runs.clear();
    m_held.clear();
    m_connection = connection;
    if (!std::exchange(m_left, {}).isEmpty())
        emit leftChanged();
    tellCurrent();
    readLeft();
}

BatchRun *Batches::start(const ChangeSet &set)
{
    if (!m_connection || set.changes.isEmpty())
        return nullptr;
    BatchRun *run = add(set);
    run->start();
    return run;
}

BatchRun *Batches::add(const ChangeSet &set)
{
    m_runs.push_back(std::make_unique<BatchRun>(m_saving.writer(), m_store, *m_connection, set));
    BatchRun *run = m_runs.back().get();
    connect(run, &BatchRun::stateChanged, this, [this, run] { takeState(run); });
    connect(run, &BatchRun::modelEnded, &m_saving, &Saving::takeBatched);
    connect(run, &BatchRun::itemChanged, this,
            [this, run](int index) { emit rowsChanged({run->set().changes[index].ref.modelId}); });
    return run;
}

QList<BatchRun *> Batches::runs() const
{
    QList<BatchRun *> all;
    for (const auto &run : m_runs)
        all.append(run.get());
    return all;
}

BatchRun *Batches::current() const
{
    BatchRun *best = nullptr;
    for (const auto &run : m_runs) {
        const bool isLater = best && rankOf(*run) == 0 && rankOf(*best) == 0;
        if (!best || rankOf(*run) > rankOf(*best) || isLater)
            best = run.get();
    }
    return best;
}

void Batches::takeState(BatchRun *run)
{
    startNext();
    tellCurrent();
    emit runChanged(run);
    emit rowsChanged({});
}

//! One at a time: each may write as fast as the connection allows.
void Batches::startNext()
{
    if (std::ranges::any_of(m_runs, [](const auto &run) { return isSending(*run); }))
        return;
    const auto next = std::ranges::find_if(
        m_runs, [](const auto &run) { return run->state() == BatchRun::State::Queued; });
    if (next != m_runs.end())
        (*next)->run();
}

void Batches::tellCurrent()
{
    BatchRun *now = current();
    if (std::exchange(m_shown, now) != now)
        emit currentChanged();
}

void Batches::dismiss(BatchRun *run)
{
    const auto held = std::ranges::find(m_runs, run, &std::unique_ptr<BatchRun>::get);
    if (held == m_runs.end() || run->state() != BatchRun::State::Ended)
        return;
    run->forget();
    held->release()->deleteLater(); // it may be what tells
    run->disconnect(this);
    m_runs.erase(held);
    tellCurrent();
    emit rowsChanged({});
}

void Batches::hold()
{
    for (const auto &run : m_runs) {
        if (!run->isActive() || run->state() == BatchRun::State::Stopping)
            continue;
        m_held.append(run.get());
        run->pause();
    }
}

void Batches::letGo()
{
    for (const QPointer<BatchRun> &run : std::exchange(m_held, {})) {
        if (!run)
            continue;
        if (run->state() == BatchRun::State::Pausing) // goes on when it has paused
            connect(run, &BatchRun::stateChanged, run, &BatchRun::goOn,
                    Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        else
            run->goOn();
    }
}

void Batches::readLeft()
{
    if (!m_store || !m_connection)
        return;
    whenDone(m_store->interrupted(m_connection->registryKey()), this,
             [this, round = m_round](const Result<QList<BatchHead>> &heads) {
                 if (heads && round == m_round)
                     takeLeft(*heads);
             });
}

void Batches::takeLeft(const QList<BatchHead> &heads)
{
    m_left.clear();
    for (const BatchHead &head : heads) {
        const auto isIt = [&head](const auto &run) { return run->set().id == head.id; };
        if (std::ranges::none_of(m_runs, isIt))
            m_left.append({head.id, head.title, head.count, head.agreed});
    }
    emit leftChanged();
}

void Batches::drop(const QUuid &id)
{
    if (m_left.removeIf([&id](const LeftBatch &left) { return left.id == id; }) > 0)
        emit leftChanged();
}

void Batches::goOnWith(const QUuid &id) { claim(id, false); }

void Batches::lookAt(const QUuid &id) { claim(id, true); }

void Batches::forget(const QUuid &id)
{
    if (m_store)
        std::ignore = m_store->remove(id);
    drop(id);
}

void Batches::claim(const QUuid &id, bool isLook)
{
    if (!m_store || !m_connection)
        return;
    drop(id);
    whenDone(m_store->claim(id), this,
             [this, isLook, round = m_round](const Result<KeptBatch> &batch) {
                 if (round != m_round || !m_connection)
                     return;
                 if (batch)
                     open(*batch, isLook);
                 else
                     emit failed(batch.error());
             });
}

//! What of it is known to be saved need not be asked for again.
void Batches::open(const KeptBatch &batch, bool isLook)
{
    BatchRun *run = add(changeSetOf(batch));
    if (!isLook || !m_journal) {
        isLook ? run->startPaused() : run->start(true);
        if (isLook)
            emit opened(run);
        return;
    }
    whenDone(m_journal->list({.group = batch.head.id, .limit = -1}), run,
             [this, run](const Result<QList<JournalHead>> &heads) {
                 QSet<qint64> known;
                 for (const JournalHead &head : heads.value_or(QList<JournalHead>())) {
                     if (head.place < 0 || head.place >= run->size()
                         || head.outcome == JournalHead::Outcome::Failed
                         || known.contains(head.place))
                         continue;
                     known.insert(head.place);
                     if (head.outcome == JournalHead::Outcome::Saved)
                         run->noteSaved(head.place, head.id);
                 }
                 run->startPaused();
                 emit opened(run);
             });
}

Batches::RowState Batches::rowState(const QString &modelId) const
{
    for (const auto &run : m_runs | std::views::reverse) {
        const qsizetype index = run->indexOf(modelId);
        if (index < 0)
            continue;
        const BatchRunItem &item = run->item(index);
        switch (item.state) {
        case BatchRunItem::State::Waiting: return RowState::Waiting;
        case BatchRunItem::State::UnderWay: return RowState::UnderWay;
        case BatchRunItem::State::Ended: break;
        }
        switch (item.end) {
        case BatchEnd::Saved: return RowState::Saved;
        case BatchEnd::Conflict: return RowState::Conflict;
        case BatchEnd::Refused: return RowState::Refused;
        case BatchEnd::Unknown: return RowState::Unknown;
        case BatchEnd::Unchanged:
        case BatchEnd::Skipped:
        case BatchEnd::NotSent: break;
        }
    }
    return RowState::None;
}

bool Batches::isBusy(const QString &modelId) const
{
    return std::ranges::any_of(m_runs, [&modelId](const auto &run) {
        const qsizetype index = run->isActive() ? run->indexOf(modelId) : -1;
        return index >= 0 && run->item(index).state != BatchRunItem::State::Ended;
    });
}

} // namespace modelscribe

#include "moc_batches.cpp"
