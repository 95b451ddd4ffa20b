// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/changesetrun.h"

#include "core/backgroundwork.h"
#include "core/whendone.h"
#include "model/modeldiff.h"
#include "registry/savejournal.h"
#include "registry/writer.h"
#include "store/journal.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int mostMerges = 3;               // somebody changes it all the time
constexpr qsizetype mergedHere = 64 * 1024; // bytes of ExtraInfo: no time that anybody would see

//! What the journal says of a change that ended in an earlier run; nullopt when that is not known,
//! or it is to be tried (again).
std::optional<Verdict> verdictOf(const JournalHead &head)
{
    switch (head.outcome) {
    case JournalHead::Outcome::Saved: return Verdict::Done;
    case JournalHead::Outcome::NotTaken: return Verdict::NotTaken;
    case JournalHead::Outcome::Unverified:
    case JournalHead::Outcome::Unknown:
    case JournalHead::Outcome::Begun:
    case JournalHead::Outcome::Failed:
    case JournalHead::Outcome::Partly: break;
    }
    return {};
}

} // namespace

ChangeSetRun::ChangeSetRun(Writer &writer, Journal *journal, Connection &connection, ChangeSet set,
                           const Known &ended)
    : QObject(&writer)
    , m_writer(writer)
    , m_journal(journal)
    , m_connection(&connection)
    , m_set(std::move(set))
    , m_items(size_t(m_set.changes.size()))
{
    // Of an object that stands in the set more than once: the change before.
    QHash<QString, qsizetype> last;
    for (qsizetype i = 0; i < m_set.changes.size(); ++i) {
        const ObjectRef &ref = m_set.changes[i].ref;
        const QString key = ref.registryKey + u'\n' + ref.modelId + u'\n' + ref.versionName;
        if (const auto known = last.constFind(key); known != last.cend())
            m_earlier.insert(i, *known);
        last.insert(key, i);
    }
    for (auto one = ended.cbegin(); one != ended.cend(); ++one) {
        Item &item = m_items[size_t(one.key())];
        item.state = State::Ended;
        item.outcome = *one;
        ++m_ended;
    }
    connect(&writer, &Writer::ended, this, &ChangeSetRun::goOn, Qt::QueuedConnection);
    QTimer::singleShot(0, this, &ChangeSetRun::recall);
}

ChangeSetRun::~ChangeSetRun() = default;

const WriteOutcome *ChangeSetRun::outcome(qsizetype index) const
{
    const Item &item = m_items[size_t(index)];
    return item.state == State::Ended ? &item.outcome : nullptr;
}

void ChangeSetRun::stop()
{
    if (m_done)
        return;
    startNoMore();
    for (const Item &item : m_items) {
        if (auto *save = qobject_cast<SaveProgress *>(item.run))
            save->cancel();
        else if (auto *deletion = qobject_cast<DeleteRun *>(item.run))
            deletion->cancel();
    }
    goOn();
}

void ChangeSetRun::startNoMore()
{
    if (!m_stopped)
        m_stopped = Error{.kind = Error::Kind::Cancelled};
    QTimer::singleShot(0, this, &ChangeSetRun::goOn);
}

//! What an earlier run of the program did of it.
void ChangeSetRun::recall()
{
    if (!m_journal) {
        m_isRecalled = true;
        goOn();
        return;
    }
    whenDone(m_journal->list({.group = m_set.id, .limit = -1}), this,
             [this](const Result<QList<JournalHead>> &heads) {
                 if (!heads)
                     m_stopped = heads.error(); // who does not know what was done sends nothing
                 m_isRecalled = !heads || heads->isEmpty() || !m_connection;
                 if (m_isRecalled)
                     goOn();
                 else
                     claim(*heads);
             });
}

void ChangeSetRun::claim(const QList<JournalHead> &heads)
{
    whenDone(m_journal->interrupted(m_connection->registryKey()), this,
             [this, heads](const Result<QList<JournalHead>> &interrupted) {
                 QSet<QUuid> claimed;
                 for (const JournalHead &head : interrupted.value_or(QList<JournalHead>()))
                     claimed.insert(head.id);
                 takeRecalled(heads, claimed);
             });
}

void ChangeSetRun::takeRecalled(const QList<JournalHead> &heads, const QSet<QUuid> &claimed)
{
    using Noted = JournalHead::Outcome;
    QSet<qint64> known;
    for (const JournalHead &head : heads) { // the newest first
        // One that wrote nothing says nothing about what the one before it did.
        if (head.place < 0 || head.place >= m_set.changes.size() || known.contains(head.place)
            || head.outcome == Noted::Failed || outcome(head.place))
            continue;
        known.insert(head.place);
        if (const auto verdict = verdictOf(head)) {
            end(head.place,
                {.ref = m_set.changes[head.place].ref, .verdict = *verdict, .entry = head.id});
        } else {
            load(head.place, head.id, head.outcome != Noted::Begun || claimed.contains(head.id));
        }
    }
    m_isRecalled = true;
    goOn();
}

//! The entry of a change that is to be settled by reading. One that is not ours has been settled
//! in the meantime, or another program is at it.
void ChangeSetRun::load(qsizetype index, const QUuid &id, bool isOurs)
{
    m_items[size_t(index)].state = State::Running;
    ++m_running;
    whenDone(m_journal->entry(id), this, [this, index, isOurs](const Result<JournalEntry> &entry) {
        const Error elsewhere{.kind = Error::Kind::Conflict,
                              .detail = u"another program is at it"_s};
        const bool isBegun = entry && entry->head.outcome == JournalHead::Outcome::Begun;
        if (!entry || (!isOurs && isBegun))
            end(index, {.ref = m_set.changes[index].ref,
                        .verdict = Verdict::Unknown,
                        .entry = entry ? entry->head.id : QUuid(),
                        .error = entry ? elsewhere : entry.error()});
        else
            settle(index, *entry);
        goOn();
    });
}

void ChangeSetRun::settle(qsizetype index, const JournalEntry &entry)
{
    const Change &change = m_set.changes[index];
    WriteWish wish;
    wish.takeNoted = [run = QPointer(this), index](const WriteOutcome &outcome) {
        if (run)
            run->takeSettled(index, outcome);
    };
    Item &item = m_items[size_t(index)];
    if (!m_connection) {
        end(index, {.ref = change.ref, .verdict = Verdict::Unknown, .entry = entry.head.id});
        return;
    }
    if (const auto verdict = verdictOf(entry.head)) { // it has been, by somebody who was faster
        end(index, {.ref = change.ref, .verdict = *verdict, .entry = entry.head.id});
        return;
    }
    if (m_writer.isBusy(change.ref)) {
        item.toSettle = entry.head.id;
        return;
    }
    if (change.isDeletion()) {
        wish.take = [writer = &m_writer, entry](const WriteOutcome &outcome) {
            if (isSettled(*outcome.deletion))
                writer->note(entry.head.id, journalEndFor(*outcome.deletion, entry.requests));
        };
        item.run = m_writer.inquireDeletion(*m_connection, change.ref, wish);
    } else if (const auto plan = planOf(entry, change.ref.workspaceId, m_connection->rules())) {
        item.run = m_writer.inquire(*m_connection, change.ref, *plan, entry.head.began,
                                    entry.head.id, wish);
    }
    if (!item.run) // the entry is of no save
        end(index, {.ref = change.ref, .verdict = Verdict::Unknown, .entry = entry.head.id});
}

//! What somebody else, such as Leftovers, was looking into.
void ChangeSetRun::settleWaiting()
{
    for (qsizetype i = m_firstOpen; i < m_set.changes.size(); ++i) {
        Item &item = m_items[size_t(i)];
        if (item.toSettle.isNull() || m_writer.isBusy(m_set.changes[i].ref))
            continue;
        --m_running; // which load() counts again
        load(i, std::exchange(item.toSettle, {}));
    }
}

void ChangeSetRun::takeSettled(qsizetype index, const WriteOutcome &outcome)
{
    Item &item = m_items[size_t(index)];
    const bool isOpen = outcome.verdict == Verdict::Failed || outcome.verdict == Verdict::Partly;
    if (!isOpen || m_stopped) {
        end(index, outcome);
    } else {
        // What is left is what is written; of a deletion, and where nothing was, that is all.
        if (outcome.verdict == Verdict::Partly)
            item.rest = outcome.save->plan.rest()
                            .transform([](const SavePlan &plan) { return std::optional(plan); })
                            .value_or(std::nullopt);
        item.state = State::Waiting;
        --m_running;
    }
    goOn();
}

//! The next one to start; -1 while all that are left wait for another change of their object.
qsizetype ChangeSetRun::nextIndex() const
{
    for (qsizetype i = m_firstOpen; i < m_set.changes.size(); ++i) {
        const bool isWaiting = m_items[size_t(i)].state == State::Waiting;
        if (isWaiting && !m_writer.isBusy(m_set.changes[i].ref) && !waitsForEarlier(i))
            return i;
    }
    return -1;
}

//! Whether an earlier change of the same object is still to be made.
bool ChangeSetRun::waitsForEarlier(qsizetype index) const
{
    const auto refs = m_earlier.constFind(index);
    return refs != m_earlier.cend() && m_items[size_t(*refs)].state != State::Ended;
}

void ChangeSetRun::goOn()
{
    // Another write may have ended while the journal was asked.
    if (m_done || (!m_isRecalled && !m_stopped) || std::exchange(m_goesOn, true))
        return;
    if (!m_stopped && !m_connection)
        m_stopped = Error{.kind = Error::Kind::Network, .detail = u"the connection was dropped"_s};
    settleWaiting();
    while (!m_stopped && m_running < m_writer.options().width) {
        const qsizetype index = nextIndex();
        if (index < 0)
            break;
        start(index);
    }
    if (m_stopped)
        endRest();
    m_goesOn = false;
    if (m_ended == m_set.changes.size() && !std::exchange(m_done, true))
        emit finished();
}

void ChangeSetRun::start(qsizetype index)
{
    const Change &change = m_set.changes[index];
    Item &item = m_items[size_t(index)];
    item.state = State::Running;
    ++m_running;
    emit started(int(index));
    WriteWish wish;
    wish.group = m_set.id;
    wish.place = index;
    wish.takeNoted = [run = QPointer(this), index](const WriteOutcome &outcome) {
        if (run)
            run->takeMoved(index, outcome);
    };
    if (change.isDeletion()) {
        wish.isExpected = [base = change.base.metadata](const RegisteredModel &now) {
            return sameMeaning(base, now.metadata);
        };
        item.run = m_writer.remove(*m_connection, change.ref, wish);
        if (!item.run)
            wait(item);
        return;
    }
    const Result<SavePlan> plan = item.rest ? Result<SavePlan>(*item.rest)
                                            : change.plan(m_connection->rules());
    if (!plan) {
        end(index, {.ref = change.ref, .verdict = Verdict::Failed, .error = plan.error()});
        return;
    }
    item.run = m_writer.save(*m_connection, change.ref, *plan, wish);
    if (!item.run)
        wait(item);
}

bool ChangeSetRun::mayMerge(const Item &item, const WriteOutcome &outcome) const
{
    return outcome.verdict == Verdict::Conflict && outcome.save && outcome.save->now && !m_stopped
           && !item.rest && item.merges < mostMerges;
}

//! Of a change that came to an end, be it that the object was found changed.
void ChangeSetRun::takeMoved(qsizetype index, const WriteOutcome &outcome)
{
    Item &item = m_items[size_t(index)];
    if (!mayMerge(item, outcome)) {
        end(index, outcome);
        goOn();
        return;
    }
    ++item.merges;
    const Change &change = m_set.changes[index];
    const bool isShort = change.edited->extraInfo.utf8().size() <= mergedHere;
    runAside(
        this, isShort,
        [base = change.base.metadata, mine = *change.edited, theirs = outcome.save->now->metadata] {
            return mergeModels(base, mine, theirs);
        },
        [this, index, outcome](const ModelMerge &merge) { takeMerge(index, outcome, merge); });
}

void ChangeSetRun::takeMerge(qsizetype index, const WriteOutcome &outcome, const ModelMerge &merge)
{
    Item &item = m_items[size_t(index)];
    const RegisteredModel &now = *outcome.save->now;
    if (!merge.clashes.isEmpty() || m_stopped) {
        end(index, outcome);
    } else if (sameContent(now.metadata, merge.merged)) {
        end(index, {.ref = outcome.ref, .verdict = Verdict::Unchanged});
    } else {
        Change &change = m_set.changes[index];
        change.base = now;
        change.edited = merge.merged;
        wait(item);
    }
    goOn();
}

//! Who heard that it starts writes to the object himself: it comes after that.
void ChangeSetRun::wait(Item &item)
{
    item.state = State::Waiting;
    --m_running;
}

void ChangeSetRun::end(qsizetype index, const WriteOutcome &outcome)
{
    Item &item = m_items[size_t(index)];
    if (item.state == State::Ended)
        return;
    if (item.state == State::Running)
        --m_running;
    item.state = State::Ended;
    item.outcome = outcome;
    item.rest.reset();
    ++m_ended;
    while (m_firstOpen < m_set.changes.size() && m_items[size_t(m_firstOpen)].state == State::Ended)
        ++m_firstOpen;
    judge(outcome);
    emit ended(int(index), outcome);
}

//! Whether to go on after it.
void ChangeSetRun::judge(const WriteOutcome &outcome)
{
    if (!outcome.error || !isHopeless(*outcome.error)) {
        m_hopelessInARow = 0;
        return;
    }
    // One broken connection says nothing about the next; all that were under way at once do.
    const Error::Kind kind = outcome.error->kind;
    const bool isPassing = kind == Error::Kind::Network || kind == Error::Kind::Timeout
                           || kind == Error::Kind::Throttled || kind == Error::Kind::Decode;
    if (!m_stopped && (!isPassing || ++m_hopelessInARow > m_writer.options().width))
        m_stopped = outcome.error;
}

void ChangeSetRun::endRest()
{
    for (qsizetype i = 0; i < m_set.changes.size(); ++i) {
        if (m_items[size_t(i)].state == State::Waiting)
            end(i,
                {.ref = m_set.changes[i].ref, .verdict = Verdict::NotStarted, .error = m_stopped});
    }
}

} // namespace modelscribe

#include "moc_changesetrun.cpp"
