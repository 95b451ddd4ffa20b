// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/connection.h"
#include "session/batchrunitem.h"
#include "session/runpace.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <vector>

namespace modelscribe {

class BatchStore;
class ChangeSetRun;
class Writer;

// One change set that was agreed to goes this way:
//
//   Keeping ─ it is on the disk ─→ Queued ─ run() ─→ Running ─→ Ended
//      │                             ↑                 ├ pause() ─→ Pausing ─→ Paused
//      └ it cannot be kept → Paused ─┴── goOn() ───────┴ stop() ──→ Stopping → Ended
//
// Pause and stop start no more and let what is under way come to its end, so that no model is left
// half-way. An error that every other write would meet too pauses it by itself: what was met by it
// waits again. In Ended each model has its end; retry() and decisions about conflicts lead back to
// Keeping, as what is sent from then on shall be on the disk, too.
//
// It is taken out of the store when nothing of it is left to be looked at, or by forget().
//
// What never happens: a request before the set is on the disk; a model of which nobody says what
// became of it.

//! One agreed change set on its way to the registry.
class BatchRun : public QObject
{
    Q_OBJECT

public:
    enum class State { Keeping, Queued, Running, Pausing, Paused, Stopping, Ended };
    Q_ENUM(State)

    //! \p store may be nullptr: it is kept nowhere. All but the connection outlive it.
    BatchRun(Writer &writer, BatchStore *store, Connection &connection, const ChangeSet &set,
             QObject *parent = nullptr);
    //! Starts no more; what is under way ends without it.
    ~BatchRun() override;

    const ChangeSet &set() const { return m_set; }
    State state() const { return m_state; }
    //! Of Paused: why, unless a person wanted it.
    const std::optional<Error> &error() const { return m_error; }
    //! Requests are sent or will be without being asked for.
    bool isActive() const { return m_state != State::Paused && m_state != State::Ended; }

    qsizetype size() const { return qsizetype(m_items.size()); }
    const BatchRunItem &item(qsizetype index) const { return m_items[size_t(index)]; }
    qsizetype indexOf(const QString &modelId) const { return m_places.value(modelId, -1); }
    const BatchCounts &counts() const { return m_counts; } //!< Of those that have ended.
    qsizetype endedCount() const { return m_endedCount; }
    qsizetype retryCount() const;
    //! Nothing of it is left that somebody should look at.
    bool isSettled() const;
    //! What it changes, translated: fields as the form calls them.
    QStringList fields() const;
    const QDateTime &began() const { return m_began; }
    const QDateTime &ended() const { return m_finished; } //!< Invalid before that.
    std::optional<double> writesPerSecond() const;
    std::optional<std::chrono::seconds> timeLeft() const;

    //! The first thing to do: puts it on the disk. \p isKept: it is there already.
    void start(bool isKept = false);
    //! Of one that is Queued: sends.
    void run();
    void pause();
    void goOn();
    //! The rest is not sent.
    void stop();
    //! Those that were refused, are not known or not sent.
    void retry();
    //! What an earlier run of the program is known to have saved. Before start().
    void noteSaved(qsizetype index, const QUuid &entry);
    //! Paused from the beginning. Instead of start(); it is on the disk.
    void startPaused();
    //! Nobody will ask for it again.
    void forget();

    //! Conflicts about the same places as that one, itself included.
    QList<qsizetype> conflictsLike(qsizetype index) const;
    void takeMine(const QList<qsizetype> &indexes) { decide(indexes, MergeSide::Mine); }
    void keepTheirs(const QList<qsizetype> &indexes) { decide(indexes, MergeSide::Theirs); }

signals:
    void stateChanged();
    void itemChanged(int index);
    //! What became of a model, for lists and sessions.
    void modelEnded(const modelscribe::WriteOutcome &outcome);

private:
    using Item = BatchRunItem;

    void setState(State state, const std::optional<Error> &error = {});
    void setItem(qsizetype index, Item item);
    void takeKept(int attempt, const Result<std::monostate> &kept);
    void takeStarted(int index);
    void takeEnded(int index, const WriteOutcome &outcome);
    void workOut(qsizetype index);
    void takeFinished();
    std::optional<Error> hindrance() const;
    void putBack(bool isHindered);
    void end();
    void decide(const QList<qsizetype> &indexes, MergeSide side);
    void takeDecision(qsizetype index, const ModelMetadata &theirs, const ModelMetadata &merged);
    void goOnDecided();

    Writer &m_writer;
    BatchStore *m_store;
    QPointer<Connection> m_connection;
    ChangeSet m_set;
    QStringList m_fields; //!< Keys.
    std::vector<Item> m_items;
    QHash<QString, qsizetype> m_places; //!< By model; of one that stands twice the last.
    BatchCounts m_counts;
    qsizetype m_endedCount = 0;
    QPointer<ChangeSetRun> m_run;
    QList<qsizetype> m_leg; //!< What ended since run().
    State m_state = State::Keeping;
    std::optional<Error> m_error;
    bool m_isKept = false; //!< As it is now.
    int m_keeping = 0;     //!< Attempts.
    QDateTime m_began;
    QDateTime m_finished;
    QElapsedTimer m_clock;
    RunPace m_pace;
};

} // namespace modelscribe
