// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftworker.h"

#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

void finishAll(std::vector<DraftChange::Promise> &waiting, const Result<qint64> &result)
{
    for (const auto &done : std::exchange(waiting, {})) {
        done->addResult(result);
        done->finish();
    }
}

} // namespace

DraftWorker::DraftWorker(const QString &path, QUuid writer, const StoreOptions &options)
    : StoreWorker(path, DraftTable::schema(), options)
    , m_writer(writer)
    , m_delay(this)
    , m_poll(this)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(options.writeDelay);
    m_delay.setTimerType(Qt::PreciseTimer);
    connect(&m_delay, &QTimer::timeout, this, &DraftWorker::saveSoon);
    m_poll.setInterval(options.pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &DraftWorker::lookElsewhere);
}

bool DraftWorker::queue(const DraftKey &key, DraftChange change)
{
    std::optional<Draft> replaced; // freed outside of the lock
    const QMutexLocker locker(&m_mutex);
    DraftChange &slot = m_queue[key];
    replaced = std::exchange(slot.draft, std::nullopt);
    join(slot, std::move(change), !replaced);
    return !std::exchange(m_isTold, true);
}

//! \p isFirst: no draft waits in \p slot.
void DraftWorker::join(DraftChange &slot, DraftChange &&change, bool isFirst)
{
    const bool isRemoval = !change.draft;
    slot.onlyAsSeen = change.onlyAsSeen && (isFirst || isRemoval || slot.onlyAsSeen);
    slot.seen = change.seen;
    slot.draft = std::move(change.draft);
    slot.done.insert(slot.done.end(), change.done.begin(), change.done.end());
}

void DraftWorker::start()
{
    StoreWorker::start();
    noteMarks();
    m_poll.start();
}

void DraftWorker::finish()
{
    m_delay.stop();
    m_poll.stop();
    takeQueue();
    StoreWorker::finish();
    const Error reason = error().value_or(Error{.kind = Error::Kind::Cancelled});
    for (auto &[key, change] : m_unsaved)
        finishAll(change.done, failure(reason));
}

void DraftWorker::noteQueued()
{
    if (!m_delay.isActive())
        m_delay.start();
}

void DraftWorker::takeQueue()
{
    DraftChanges queued;
    {
        const QMutexLocker locker(&m_mutex);
        queued.swap(m_queue);
        m_isTold = false;
    }
    for (auto &[key, change] : queued) {
        DraftChange &slot = m_unsaved[key];
        join(slot, std::move(change), !slot.draft);
    }
}

void DraftWorker::saveSoon()
{
    takeQueue();
    std::ignore = save(false);
}

Result<std::monostate> DraftWorker::flush()
{
    m_delay.stop();
    takeQueue();
    if (const auto saved = save(true); !saved)
        return failure(saved.error());
    return std::monostate();
}

//! In a transaction.
Result<DraftWorker::Written> DraftWorker::write(const DraftKey &key, const DraftChange &change)
{
    if (change.onlyAsSeen) {
        const auto now = DraftTable::mark(file(), key);
        if (!now)
            return failure(now.error());
        const bool isOther = *now && (*now)->writer != m_writer && **now != change.seen;
        if (isOther || (change.draft && !*now))
            return Written{key, *now, true};
    }
    if (change.draft) {
        const auto put = m_table.put(file(), *change.draft);
        return put ? Result<Written>(Written{key, put->mark()}) : failure(put.error());
    }
    const auto removed = m_table.remove(file(), key);
    return removed ? Result<Written>(Written{key, std::nullopt}) : failure(removed.error());
}

Result<void> DraftWorker::writeUnsaved()
{
    std::vector<Written> all;
    auto done = file().transaction([&]() -> Result<void> {
        all.clear();
        for (const auto &[key, change] : m_unsaved) {
            const auto written = write(key, change);
            if (!written)
                return failure(written.error());
            all.push_back(*written);
        }
        return {};
    });
    if (!done)
        return done;
    for (const Written &written : all) {
        const auto &mark = written.mark;
        if (mark)
            m_marks[written.key] = *mark;
        else
            m_marks.erase(written.key);
        auto &waiting = m_unsaved[written.key].done;
        if (written.isRefused)
            finishAll(waiting, failure(Error::Kind::Conflict));
        else
            finishAll(waiting, mark ? mark->counter : 0);
    }
    m_unsaved.clear();
    for (const Written &written : all) {
        if (written.isRefused)
            emit changedElsewhere(written.key.first, written.key.second);
    }
    return done;
}

void DraftWorker::attemptEnded(const Result<void> &done)
{
    if (done)
        return;
    for (auto &[key, change] : m_unsaved)
        finishAll(change.done, failure(done.error()));
}

Result<DraftList> DraftWorker::all(const QString &registryKey)
{
    takeQueue();
    auto list = DraftTable::all(file(), registryKey);
    if (!list)
        return list;
    for (const auto &[key, change] : m_unsaved) {
        if (!registryKey.isEmpty() && key.first != registryKey)
            continue;
        const auto same = [&key = key](const Draft &draft) {
            return draft.registryKey == key.first && draft.modelId == key.second;
        };
        list->drafts.removeIf(same);
        if (change.draft)
            list->drafts.append(*change.draft);
    }
    std::ranges::stable_sort(list->drafts, std::ranges::greater(), &Draft::changed);
    noteQueued(); // what was taken out of the queue is still to be written
    return list;
}

Result<std::optional<Draft>> DraftWorker::find(const DraftKey &key)
{
    takeQueue();
    noteQueued();
    if (const auto change = m_unsaved.find(key); change != m_unsaved.end())
        return change->second.draft;
    return DraftTable::find(file(), key);
}

void DraftWorker::fileChanged()
{
    m_table = DraftTable();
    m_dataVersion.reset();
}

qint64 DraftWorker::dataVersion()
{
    auto version = file().read(u"PRAGMA data_version"_s);
    return version && version->next() ? version->value(0).toLongLong() : -1;
}

void DraftWorker::noteMarks()
{
    m_dataVersion = dataVersion();
    if (auto marks = DraftTable::marks(file()))
        m_marks = *std::move(marks);
}

// The version does not move with what this connection writes.
void DraftWorker::lookElsewhere()
{
    followFile();
    if (!file().onDisk())
        return;
    const qint64 version = dataVersion();
    if (version < 0 || version == m_dataVersion)
        return;
    auto marks = DraftTable::marks(file());
    if (!marks)
        return;
    m_dataVersion = version;
    const auto before = std::exchange(m_marks, *std::move(marks));
    for (const auto &[key, mark] : m_marks) {
        const auto known = before.find(key);
        if (known == before.end() || known->second != mark)
            emit changedElsewhere(key.first, key.second);
    }
    for (const auto &[key, mark] : before) {
        if (!m_marks.contains(key))
            emit changedElsewhere(key.first, key.second);
    }
}

} // namespace modelscribe

#include "moc_draftworker.cpp"
