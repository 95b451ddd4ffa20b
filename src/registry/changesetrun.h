// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelmerge.h"
#include "registry/change.h"
#include "registry/connection.h"
#include "registry/writeoutcome.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>
#include <vector>

namespace modelscribe {

class Journal;
class Writer;

//! Carries out a change set, object by object, through the Writer.
//!
//! First the journal is asked what an earlier run of the program did of this set (by its id): what
//! was done then is done; what was begun and not ended is settled by reading; the rest goes on.
//! Then changes start in the order of the set, so many at a time (WriterOptions::width) as one rate
//! allows; a change waits while another one of its object is under way. Each ends by itself, with
//! its own verdict: a conflict or a refusal of one stops no other. Where somebody else changed an
//! object since it was looked at, and nothing that the change is about, it is made of what is there
//! now, and sends no more than it would have; only a clash is a conflict. An error that every other
//! write would meet too (a refused key; a network that broke for as many as were under way, in a
//! row) starts no more; neither does stop(). What was not started then is NotStarted.
//!
//! What never happens: a change that is sent twice; a change without an outcome; finished() before
//! each has one and the journal knows it.
class ChangeSetRun : public QObject
{
    Q_OBJECT

public:
    //! What came of changes before, by their place.
    using Known = QHash<qsizetype, WriteOutcome>;

    //! Starts by itself, from the event loop. \p writer and \p journal outlive it. What
    //! \p ended is neither asked for nor told again.
    ChangeSetRun(Writer &writer, Journal *journal, Connection &connection, ChangeSet set,
                 const Known &ended = {});
    //! Starts no more; what is under way ends without it.
    ~ChangeSetRun() override;

    const ChangeSet &set() const { return m_set; }
    bool isRunning() const { return !m_done; }
    //! Starts no more, and stops what is under way at the next request.
    void stop();
    //! Starts no more; what is under way goes to its end.
    void startNoMore();

    //! nullptr before it has ended.
    const WriteOutcome *outcome(qsizetype index) const;
    qsizetype endedCount() const { return m_ended; }

signals:
    void started(int index);
    void ended(int index, const modelscribe::WriteOutcome &outcome); //!< The journal knows it.
    void finished(); //!< Once. Why it started no more: the outcome of the first NotStarted.

private:
    enum class State { Waiting, Running, Ended };
    struct Item
    {
        State state = State::Waiting;
        WriteOutcome outcome;
        QPointer<QObject> run;
        std::optional<SavePlan> rest; //!< Of what an earlier run of the program did in part.
        QUuid toSettle; //!< The entry, while somebody else reads or writes the object.
        int merges = 0;
    };

    void recall();
    void claim(const QList<JournalHead> &heads);
    void takeRecalled(const QList<JournalHead> &heads, const QSet<QUuid> &claimed);
    void load(qsizetype index, const QUuid &id, bool isOurs = true);
    void settle(qsizetype index, const JournalEntry &entry);
    void settleWaiting();
    void takeSettled(qsizetype index, const WriteOutcome &outcome);
    bool waitsForEarlier(qsizetype index) const;
    void goOn();
    qsizetype nextIndex() const;
    void start(qsizetype index);
    void wait(Item &item);
    bool mayMerge(const Item &item, const WriteOutcome &outcome) const;
    void takeMoved(qsizetype index, const WriteOutcome &outcome);
    void takeMerge(qsizetype index, const WriteOutcome &outcome, const ModelMerge &merge);
    void end(qsizetype index, const WriteOutcome &outcome);
    void judge(const WriteOutcome &outcome);
    void endRest();

    Writer &m_writer;
    QPointer<Journal> m_journal;
    QPointer<Connection> m_connection;
    ChangeSet m_set;
    std::vector<Item> m_items;             //!< One a change.
    QHash<qsizetype, qsizetype> m_earlier; //!< The change before of the same object.
    qsizetype m_ended = 0;
    qsizetype m_firstOpen = 0; //!< All before it have ended.
    int m_running = 0;
    int m_hopelessInARow = 0;
    bool m_isRecalled = false; //!< Before that nothing is sent.
    bool m_goesOn = false;     //!< goOn() is at work.
    bool m_done = false;
    std::optional<Error> m_stopped; //!< Why no more is started.
};

} // namespace modelscribe
