// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"
#include "registry/change.h"
#include "registry/connection.h"
#include "registry/deleterun.h"
#include "registry/saveinquiry.h"
#include "registry/writeoutcome.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace modelscribe {

class ChangeSetRun;
class Journal;
class Leftovers;

struct WriterOptions
{
    SaveRunOptions runs; //!< Pauses and limits; Writer fills in what belongs to one run.
    //! How long the journal is waited for each time; 0: as long as it takes.
    std::chrono::milliseconds journalPatience{0};
    //! Ends, well or not, when all that a write leaves of a draft is on the disk. What the journal
    //! has ended is not looked into at the next start, so the journal is told after that.
    std::function<QFuture<Result<std::monostate>>()> keepFirst;
    //! Of how many objects a change set writes at the same time; the connection's rate bounds all.
    int width = 4;
};

//! What belongs to one write beside what is written.
struct WriteWish
{
    bool allowSameName = false; //!< Create: although a model of this name exists.
    QUuid reverts;              //!< The journal's entry that this takes back.
    QUuid group;                //!< ChangeSet::id, and which of its changes it is.
    qint64 place = 0;
    //! Deletion: whether what was read is what is to go; without it anything is.
    std::function<bool(const RegisteredModel &)> isExpected;
    bool evenUnread = false; //!< Deletion: also of one that this key may not read.
    //! The first to hear what came of it, before Writer::ended().
    std::function<void(const WriteOutcome &)> take;
    //! The last: the journal knows it too, as far as it can be written.
    std::function<void(const WriteOutcome &)> takeNoted;
};

//! The only way to write to a registry.
//!
//! A write goes: its run reads and compares; the journal notes down what is about to be sent, and
//! is on the disk; the run sends, settles by reading what was lost, and reads back; WriteWish::take
//! and ended() tell what came of it, while sessions and lists follow; what that leaves of a draft
//! is on the disk (WriterOptions::keepFirst); the journal notes down the end; WriteWish::takeNoted
//! tells. So at any moment at which the program may be killed, either nothing was sent, or the
//! journal has an entry that began and did not end, and Leftovers settles it at the next start.
//!
//! What never happens: a request that writes without an entry of the journal (or its error told by
//! journalFailed()); two runs that write to one object at the same time; an entry that ended while
//! the draft still is what it was before.
//!
//! Runs belong to the writer and go when they have ended; who follows one holds a QPointer. A run
//! outlives the choice of another connection: keepUntilEnded().
class Writer : public QObject
{
    Q_OBJECT

public:
    //! \p journal may be nullptr: nothing is noted down.
    explicit Writer(Journal *journal = nullptr, QObject *parent = nullptr);
    ~Writer() override;

    void setJournal(Journal *journal);
    Journal *journal() const { return m_journal; }
    void setOptions(WriterOptions options);
    const WriterOptions &options() const;

    //! Starts the save that \p plan says, of the object \p ref; nullptr while another run writes to
    //! it. It sends its first request from the event loop.
    SaveRun *save(Connection &connection, const ObjectRef &ref, const SavePlan &plan,
                  const WriteWish &wish = {});
    //! Starts to delete the model \p ref; nullptr as above.
    DeleteRun *remove(Connection &connection, const ObjectRef &ref, const WriteWish &wish = {});
    //! Writes nothing: finds out by reading what became of \p plan, which was begun at \p sentAt.
    //! Ends \p entry of the journal when that is settled.
    SaveInquiry *inquire(Connection &connection, const ObjectRef &ref, const SavePlan &plan,
                         const QDateTime &sentAt, const QUuid &entry, const WriteWish &wish = {});
    //! The same for a deletion; \p entry is the caller's to end.
    DeleteRun *inquireDeletion(Connection &connection, const ObjectRef &ref,
                               const WriteWish &wish = {});
    //! All changes of \p set; goes on where an earlier run of the program, with the same id, was
    //! ended. The run is the caller's to delete, which stops it. \p known: what came of some of it
    //! already, by their place.
    ChangeSetRun *write(Connection &connection, const ChangeSet &set,
                        const QHash<qsizetype, WriteOutcome> &known = {});

    //! What an earlier run of the program left begun.
    Leftovers &leftovers() { return *m_leftovers; }

    //! A run reads or writes for this object.
    bool isBusy(const ObjectRef &ref) const;
    //! Anything was sent and not told of or noted down yet. Inquiries do not count.
    bool isWriting() const;
    bool isRunning() const; //!< Inquiries count.
    //! Deletes it once no run uses it.
    void keepUntilEnded(std::unique_ptr<Connection> connection);

    //! The result of \p future, which the journal gives, or a failure when that takes longer than
    //! WriterOptions::journalPatience.
    template<typename T>
    QFuture<Result<T>> inTime(const QFuture<Result<T>> &future);

    //! Notes down that \p entry ended, and calls \p then.
    void note(const QUuid &entry, const JournalEnd &end, const std::function<void()> &then = {});

signals:
    void ended(const modelscribe::WriteOutcome &outcome);
    void
    journalFailed(const modelscribe::Error &error); //!< The end of an entry was not noted down.
    void writingChanged();                          //!< isWriting()

private:
    //! Of the journal, as it began.
    struct Entry
    {
        QUuid id;
        QList<JournalRequest> requests;
    };
    struct Under
    {
        QPointer<QObject> run;
        ObjectRef ref;
        bool isInquiry = false;
    };

    QFuture<Result<std::monostate>> begin(JournalEntry entry, const ObjectRef &ref,
                                          const WriteWish &wish);
    SaveRunOptions runOptions(const Connection &connection) const;
    void add(QObject *run, const ObjectRef &ref, bool isInquiry);
    void end(QObject *run, const WriteOutcome &outcome, const std::optional<JournalEnd> &end,
             const WriteWish &wish);
    void release();
    void tellWriting();

    Journal *m_journal = nullptr;
    WriterOptions m_options;
    std::unique_ptr<Leftovers> m_leftovers;
    std::vector<Under> m_under; //!< Runs that have not ended.
    //! Dropped while a run was using them.
    std::vector<std::unique_ptr<Connection>> m_kept;
    int m_noting = 0; //!< Entries whose end is being written down.
    bool m_wasWriting = false;
};

template<typename T>
QFuture<Result<T>> Writer::inTime(const QFuture<Result<T>> &future)
{
    if (m_options.journalPatience.count() == 0)
        return future;
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto take = [promise](const Result<T> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    whenDone(future, this, take);
    QTimer::singleShot(m_options.journalPatience, this, [take] {
        take(failure(Error::Kind::Storage, QStringLiteral("the disk does not answer")));
    });
    return promise->future();
}

} // namespace modelscribe
