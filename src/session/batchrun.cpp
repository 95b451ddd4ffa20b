// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchrun.h"

#include "core/backgroundwork.h"
#include "core/whendone.h"
#include "model/modeldiff.h"
#include "registry/changesetrun.h"
#include "registry/keptchanges.h"
#include "registry/writer.h"
#include "store/batchstore.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mergedAtOnce = 64 * 1024; // bytes of ExtraInfo: no time that anybody would see

} // namespace

BatchRun::BatchRun(Writer &writer, BatchStore *store, Connection &connection, const ChangeSet &set,
                   QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_store(store)
    , m_connection(&connection)
    , m_set(set)
    , m_fields(changedKeys(set))
    , m_items(size_t(set.changes.size()))
    , m_began(QDateTime::currentDateTimeUtc())
{
    for (qsizetype i = 0; i < set.changes.size(); ++i) {
        m_items[size_t(i)].outcome.ref = set.changes[i].ref;
        m_places.insert(set.changes[i].ref.modelId, i);
    }
    m_clock.start();
}

BatchRun::~BatchRun() { delete m_run; }

void BatchRun::setState(State state, const std::optional<Error> &error)
{
    m_error = error;
    m_state = state;
    emit stateChanged();
}

void BatchRun::start(bool isKept)
{
    m_isKept = isKept || !m_store
               || std::ranges::any_of(m_set.changes, &Change::isDeletion); // of which none is kept
    if (m_isKept || !m_connection) {
        setState(State::Queued);
        return;
    }
    const int attempt = ++m_keeping;
    setState(State::Keeping);
    whenDone(m_store->put(keptBatchOf(m_set, *m_connection)), this,
             [this, attempt](const Result<std::monostate> &kept) { takeKept(attempt, kept); });
}

void BatchRun::takeKept(int attempt, const Result<std::monostate> &kept)
{
    if (attempt != m_keeping)
        return;
    m_isKept = kept.has_value();
    if (m_state == State::Keeping)
        setState(kept ? State::Queued : State::Paused,
                 kept ? std::nullopt : std::optional(kept.error()));
}

void BatchRun::noteSaved(qsizetype index, const QUuid &entry)
{
    Item item = m_items[size_t(index)];
    item.state = Item::State::Ended;
    item.end = BatchEnd::Saved;
    item.outcome.verdict = Verdict::Done;
    item.outcome.entry = entry;
    setItem(index, std::move(item));
}

void BatchRun::startPaused()
{
    m_isKept = true;
    setState(State::Paused);
}

void BatchRun::run()
{
    if (m_state != State::Queued)
        return;
    if (!m_connection) {
        setState(State::Paused, Error{.kind = Error::Kind::Network});
        return;
    }
    ChangeSetRun::Known ended;
    for (qsizetype i = 0; i < size(); ++i) {
        if (item(i).state == Item::State::Ended)
            ended.insert(i, item(i).outcome);
    }
    m_leg.clear();
    m_pace.begin(RunPace::Time(m_clock.elapsed()));
    m_run = m_writer.write(*m_connection, m_set, ended);
    connect(m_run, &ChangeSetRun::started, this, &BatchRun::takeStarted);
    connect(m_run, &ChangeSetRun::ended, this, &BatchRun::takeEnded);
    connect(m_run, &ChangeSetRun::finished, this, &BatchRun::takeFinished);
    setState(State::Running);
}

void BatchRun::pause()
{
    if (m_state == State::Keeping || m_state == State::Queued) {
        setState(State::Paused);
    } else if (m_state == State::Running) {
        m_run->startNoMore();
        setState(State::Pausing);
    }
}

void BatchRun::goOn()
{
    if (m_state == State::Paused)
        start(m_isKept);
}

void BatchRun::stop()
{
    if (m_state == State::Ended)
        return;
    if (m_run) {
        m_run->startNoMore();
        setState(State::Stopping);
        return;
    }
    end();
}

void BatchRun::retry()
{
    if (m_state != State::Ended && m_state != State::Paused)
        return;
    for (qsizetype i = 0; i < size(); ++i) {
        if (item(i).mayRetry())
            setItem(i, {.outcome = {.ref = m_set.changes[i].ref}});
    }
    goOnDecided();
}

void BatchRun::setItem(qsizetype index, Item item)
{
    Item &held = m_items[size_t(index)];
    const auto count = [this](const Item &one, int by) {
        if (one.state != Item::State::Ended)
            return;
        m_counts[one.end] += by;
        m_endedCount += by;
    };
    count(held, -1);
    held = std::move(item);
    count(held, 1);
    emit itemChanged(int(index));
}

void BatchRun::takeStarted(int index)
{
    setItem(index, {.state = Item::State::UnderWay, .outcome = {.ref = m_set.changes[index].ref}});
}

void BatchRun::takeEnded(int index, const WriteOutcome &outcome)
{
    m_leg.append(index);
    setItem(index,
            {.state = Item::State::Ended, .end = batchEndOf(outcome.verdict), .outcome = outcome});
    m_pace.note(RunPace::Time(m_clock.elapsed()), item(index).writes());
    emit modelEnded(outcome);
    if (item(index).isConflict())
        workOut(index);
}

//! What exactly clashes.
void BatchRun::workOut(qsizetype index)
{
    const Change &change = m_set.changes[index];
    const WriteOutcome &outcome = item(index).outcome;
    if (!change.edited || !outcome.save || !outcome.save->now)
        return;
    const ModelMetadata theirs = outcome.save->now->metadata;
    runAside(
        this, change.edited->extraInfo.utf8().size() <= mergedAtOnce,
        [base = change.base.metadata, mine = *change.edited, theirs] {
            return mergeModels(base, mine, theirs);
        },
        [this, index](const ModelMerge &merge) {
            const WriteOutcome &now = item(index).outcome;
            if (!item(index).isConflict() || !now.save || !now.save->now
                || !merge.isOf(m_set.changes[index].base.metadata, *m_set.changes[index].edited,
                               now.save->now->metadata))
                return; // it has gone on
            Item changed = item(index);
            changed.merge = merge;
            setItem(index, std::move(changed));
        });
}

void BatchRun::takeFinished()
{
    m_run->deleteLater();
    m_run.clear();
    const auto error = hindrance();
    if (m_state == State::Stopping) {
        end();
        return;
    }
    putBack(error.has_value());
    const bool isAllEnded = m_endedCount == size();
    if (error && !isAllEnded)
        setState(State::Paused, error);
    else if (isAllEnded)
        end();
    else if (m_state == State::Pausing)
        setState(State::Paused);
    else
        start(m_isKept); // something was decided meanwhile
}

//! The error that ended it before all were sent.
std::optional<Error> BatchRun::hindrance() const
{
    const auto isMet = [this](qsizetype index) { return item(index).isHindered(); };
    const auto isUnsent = [this](qsizetype index) {
        return item(index).isHindered() && item(index).end == BatchEnd::NotSent;
    };
    auto found = std::ranges::find_if(m_leg, isUnsent);
    // So few that it could not be told from one broken request: then all of them met it.
    if (found == m_leg.end() && std::ranges::all_of(m_leg, isMet))
        found = m_leg.begin();
    return found == m_leg.end() ? std::nullopt : item(*found).outcome.error;
}

//! What was not sent waits again; and what met the same error, as nothing was wrong with it. What
//! is not known because of it is settled by reading then.
void BatchRun::putBack(bool isHindered)
{
    for (const qsizetype index : std::as_const(m_leg)) {
        const bool isMet = item(index).isHindered() || item(index).end == BatchEnd::Unknown;
        if (item(index).end == BatchEnd::NotSent || (isHindered && isMet))
            setItem(index, {.outcome = {.ref = m_set.changes[index].ref}});
    }
}

void BatchRun::end()
{
    for (qsizetype i = 0; i < size(); ++i) {
        if (item(i).state != Item::State::Ended)
            setItem(i, {.state = Item::State::Ended, .outcome = {.ref = m_set.changes[i].ref}});
    }
    m_finished = QDateTime::currentDateTimeUtc();
    if (isSettled())
        forget();
    setState(State::Ended);
}

void BatchRun::forget()
{
    ++m_keeping;
    m_isKept = false;
    if (m_store)
        std::ignore = m_store->remove(m_set.id);
}

bool BatchRun::isSettled() const
{
    return std::ranges::all_of(
        std::array{BatchEnd::Conflict, BatchEnd::Refused, BatchEnd::Unknown, BatchEnd::NotSent},
        [this](BatchEnd end) { return m_counts.value(end) == 0; });
}

qsizetype BatchRun::retryCount() const { return std::ranges::count_if(m_items, &Item::mayRetry); }

QStringList BatchRun::fields() const { return fieldTexts(m_fields); }

std::optional<double> BatchRun::writesPerSecond() const
{
    return m_pace.requestsPerSecond(RunPace::Time(m_clock.elapsed()));
}

std::optional<std::chrono::seconds> BatchRun::timeLeft() const
{
    return m_pace.left(RunPace::Time(m_clock.elapsed()), size() - m_endedCount);
}

QList<qsizetype> BatchRun::conflictsLike(qsizetype index) const
{
    if (!item(index).merge)
        return {index};
    const QString places = item(index).places();
    QList<qsizetype> alike;
    for (qsizetype i = 0; i < size(); ++i) {
        if (item(i).isConflict() && item(i).merge && item(i).places() == places)
            alike.append(i);
    }
    return alike;
}

void BatchRun::decide(const QList<qsizetype> &indexes, MergeSide side)
{
    struct Decided
    {
        qsizetype index;
        ModelMerge merge;
        ModelMetadata result;
    };
    QList<Decided> all;
    qsizetype bytes = 0;
    for (const qsizetype index : indexes) {
        if (!item(index).isConflict() || !item(index).merge)
            continue;
        all.append({.index = index, .merge = *item(index).merge});
        bytes += all.last().merge.mine.extraInfo.utf8().size();
    }
    runAside(
        this, bytes <= mergedAtOnce,
        [all, side]() mutable {
            for (Decided &one : all) {
                QHash<QString, MergeSide> decisions;
                for (const MergeClash &clash : std::as_const(one.merge.clashes))
                    decisions.insert(clash.key(), side);
                one.result = one.merge.decided(decisions).merged;
            }
            return all;
        },
        [this](const QList<Decided> &decided) {
            for (const Decided &one : decided) {
                const auto &merge = item(one.index).merge;
                if (item(one.index).isConflict() && merge
                    && merge->isOf(one.merge.base, one.merge.mine, one.merge.theirs))
                    takeDecision(one.index, one.merge.theirs, one.result);
            }
            goOnDecided();
        });
}

void BatchRun::takeDecision(qsizetype index, const ModelMetadata &theirs,
                            const ModelMetadata &merged)
{
    Change &change = m_set.changes[index];
    Item decided{.outcome = {.ref = change.ref}};
    if (sameContent(theirs, merged)) {
        decided.state = Item::State::Ended;
        decided.end = BatchEnd::Skipped;
        decided.outcome.verdict = Verdict::Unchanged;
        decided.keptTheirs = true;
    } else {
        change.base = *item(index).outcome.save->now;
        change.edited = merged;
        m_isKept = false;
    }
    setItem(index, std::move(decided));
}

//! With what waits again; while others are under way, after them.
void BatchRun::goOnDecided()
{
    if (m_state == State::Ended && m_endedCount < size()) {
        m_finished = {};
        start();
    } else if (m_state == State::Ended && isSettled()) {
        forget();
        emit stateChanged();
    } else if (m_state == State::Paused && !m_run) {
        emit stateChanged();
    }
}

} // namespace modelscribe

#include "moc_batchrun.cpp"
