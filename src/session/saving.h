// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/writer.h"
#include "session/draftkeeper.h"

namespace modelscribe {

// Saves and deletions go through the Writer; what they mean for the edit sessions, the catalog and
// the drafts is decided here. Of each session it is known whether a run is under way for it and
// which entry of the journal its last save has.
//
//   save()   ─ the run ─→ something was written ──→ the base is what the registry holds now, what
//                │                                  was typed meanwhile stays as edits
//                ├──────→ conflict ────────────────→ the catalog shows what was read; the edits and
//                │                                  their base stay, somebody decides
//                ├──────→ read, nothing written ───→ a reading as any other
//                └──────→ nothing learnt ──────────→ nothing changes
//   settle() ─ the same, and the model may be found to be gone
//   remove() ─ gone ───────────────────────────────→ its session, draft and row go
//                └─ another one than was looked at → a reading as any other
//
// When the drafts of a connection are there, what an earlier run of a program left begun is settled
// (Leftovers). What is left of such a save becomes the draft again that it was made from.
//
// While a run is under way readings and other windows' drafts leave the session alone; what another
// window did to its draft meanwhile is looked at afterwards.
//
// What may never happen: two runs for one session; a session that is rebased to what was not read
// or sent; an outcome that reaches a session of another connection's model.

//! What saving and deleting do to the edit sessions of a window.
class Saving : public QObject
{
    Q_OBJECT

public:
    Saving(Sessions &sessions, Readings &readings, DraftKeeper &drafts, QObject *parent = nullptr);

    Writer &writer() { return m_writer; }
    //! \p journal may be nullptr; it must outlive this.
    void keepIn(Journal *journal);
    //! From now on. Runs go on when another connection is chosen.
    void use(Connection *connection, Catalog *catalog);
    //! Pauses and limits of the saves from now on.
    void setOptions(const SaveRunOptions &options);

    //! Starts the save that \p plan says for \p session. Only one run a session at a time: a second
    //! call returns the running one, which goes after finished(). nullptr for a session of another
    //! connection.
    SaveProgress *save(EditSession *session, const SavePlan &plan, bool allowSameName = false);
    //! Finds out what became of \p plan, see SaveInquiry; like save() otherwise. Completes
    //! the journal's \p entry.
    SaveProgress *settle(EditSession *session, const SavePlan &plan, const QDateTime &startedAt,
                         const QUuid &entry);
    SaveProgress *runningSave(const EditSession *session) const;
    //! The journal's entry of the last save of \p session that wrote something, for settle(); null
    //! without one.
    QUuid journalEntryOf(const EditSession *session) const;

    //! Reads the model again and, when it still holds what \p seen does, deletes it in the
    //! registry, takes it out of the catalog and drops its session. When it does not, nothing is
    //! sent: ends with Kind::Conflict, and the catalog and the session know by then what was read.
    QFuture<Result<std::monostate>> remove(const RegisteredModel &seen);
    //! The same for what the session or else the catalog holds.
    QFuture<Result<std::monostate>> remove(const QString &modelId);
    //! Forgets a session and its edits; a run of it is cancelled.
    void discard(EditSession *session);

    //! Lists and sessions follow what a batch wrote, or found out, of a model. When all that a
    //! draft of the model says was sent, nothing is left of it; else it is a reading to it.
    void takeBatched(const modelscribe::WriteOutcome &outcome);

    //! Settles what an earlier run of a program left begun in this connection.
    void settleLeftovers();

signals:
    //! A save that an earlier run of the program did not end was settled by reading; \p outcome
    //! says what came of it, and what is left is the session's draft.
    void interruptedSaveSettled(modelscribe::EditSession *session,
                                const modelscribe::SaveOutcome &outcome);

private:
    struct State
    {
        QPointer<SaveProgress> run;
        QUuid noted; //!< The journal's entry of the last save.
    };

    ObjectRef refOf(const EditSession *session) const;
    bool isHere(const QString &registry) const;
    void takeOutcome(EditSession *session, const QString &registry, const SaveOutcome &outcome,
                     bool isLook);
    void takeWritten(EditSession *session, bool isHere, const SaveOutcome &outcome);
    void list(const RegisteredModel &model);
    void takeDeletion(const WriteOutcome &outcome);
    void takeSent(EditSession *session, const SaveOutcome &outcome);
    void beginLeftover(const JournalEntry &entry, SaveProgress *run);
    bool takeLeftover(const JournalEntry &entry, const WriteOutcome &outcome);
    void leaveLeftover(const JournalEntry &entry, const WriteOutcome &outcome);
    EditSession *bringBack(EditSession *session, const JournalEntry &entry,
                           const SaveOutcome &outcome);

    Sessions &m_sessions;
    Readings &m_readings;
    DraftKeeper &m_drafts;
    SessionStates<State> m_states;
    QPointer<Connection> m_connection;
    QPointer<Catalog> m_catalog;
    Writer m_writer;
    QPointer<EditSession> m_leftoverOf; //!< Whose leftover is looked into.
    bool m_hadSession = false;          //!< There was one when that began.
};

} // namespace modelscribe
