// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/readings.h"
#include "store/draft.h"

#include <QDateTime>
#include <QFuture>

namespace modelscribe {

class DraftStore;
class Journal;

// A draft is what is kept of a dirty session, and every edit goes to the DraftStore at once. Of
// each session the keeper knows one of these:
//
//   not kept   clean; nothing in the store
//   kept       dirty; the store has it as it was put last
//   ended      dirty or clean; another window took the draft out of the store, and it is not known
//              yet whether it was saved there or discarded
//
// An edit makes it kept, from any of them; becoming clean (saved, reverted, discarded) makes it
// not kept and removes the draft. Only the place in it is another one: that alone brings no ended
// draft back. A new model's draft moves to the model's id once there is one.
//
// The store says what other windows do. Each such word is looked up, and then
//   something was typed here since  → nothing: the last one who typed is right
//   a save of the session runs      → remembered, and looked up again after it (takeMissed())
//   the draft is there              → the session takes it over, takenOver() has what it held
//   it is gone                      → ended; the model is read: saved there, the reading has made
//                                     the session clean; else it was discarded, and the session
//                                     follows; without an answer the draft is written again
//   nobody has it here              → it becomes a session of the connection in use
//
// After connecting all drafts of that registry become sessions before restored() says so; what was
// typed in the meantime goes before what was kept.
//
// What may never happen: an edit is in no store and in no window; a draft that another window wrote
// is removed or overwritten by somebody who has not seen it; a draft comes back only because it was
// looked at.

//! Keeps every edit of all sessions as a draft until it is saved or discarded, and follows what
//! other windows do to the same drafts.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(Sessions &sessions, Readings &readings, Readings::IsSaving isSaving,
                QObject *parent = nullptr);

    //! From now on; nullptr: nowhere. Of the journal only its troubles are told. Both must outlive
    //! this.
    void keepIn(DraftStore *drafts, Journal *journal);
    //! nullptr: drafts are kept nowhere.
    DraftStore *store() const { return m_store; }

    //! Makes sessions of the drafts of the connection in use; ends with restored(), unless it is
    //! called again first.
    void restore();
    //! Ends when all edits are on the disk, or with the reason (Kind::Storage) they are not.
    QFuture<Result<std::monostate>> keepAll();
    //! Removes the draft of \p session, which is about to be dropped.
    void unkeep(const EditSession *session);
    //! When its draft was changed last; invalid for one without edits.
    QDateTime changedAt(const EditSession *session) const;

    //! Another window changed this draft, or ended it.
    void takeElsewhere(const QString &registry, const QString &draftId);
    //! The draft that another window changed while a save of \p session ran, for takeElsewhere();
    //! empty: none. Once.
    QString takeMissed(const EditSession *session);

signals:
    //! \p last is the draft that was worked on last, or nullptr.
    void restored(modelscribe::EditSession *last);
    //! Another window or process changed this draft, and the session took that over. What it held
    //! is \p before.
    void takenOver(modelscribe::EditSession *session, const modelscribe::Edits &before);
    //! Another window or process saved or discarded this draft, and the session followed: when it
    //! was discarded, what was held here is \p before. While it cannot be looked up which of them
    //! it was, the draft is kept.
    void endedElsewhere(modelscribe::EditSession *session, const modelscribe::Edits &before);
    //! Drafts or the journal cannot be written (once, until it works again); they are kept in
    //! memory and tried again.
    void keepingFailed(const modelscribe::Error &error);
    void keepingRecovered();
    //! A damaged file was kept aside as \p file, and \p recovered entries were found in it.
    void keptAside(const QString &file, int recovered);

private:
    struct State
    {
        //! What its draft is stored under; empty: it has none.
        QString keptAs;
        Draft kept; //!< As it was put last.
        //! What another window wrote there last, as far as this one took it over.
        DraftMark seen;
        int puts = 0; //!< How often it was written or removed here.
        //! It is gone from the file, by another window, and nothing was typed here since.
        bool isEndedElsewhere = false;
        //! Another window changed the draft of this name while a save was running.
        QString changedElsewhere;
        QDateTime changedAt;
    };

    template<typename Store>
    void follow(Store *store);
    void tellKeeping(const std::optional<Error> &failure);
    void takeDrafts(const QString &registry, const QList<Draft> &drafts);
    void keep(EditSession *session);
    void put(const Draft &draft, State &state, bool isPlaceOnly);
    void keepAgain(EditSession *session);
    void takeDraft(const Draft &draft);
    void takeLoaded(EditSession *session, const std::optional<Draft> &draft);
    void followEnd(EditSession *session);
    void endFollowing(EditSession *session, const Edits &before);

    Sessions &m_sessions;
    Readings &m_readings;
    Readings::IsSaving m_isSaving;
    SessionStates<State> m_states;
    DraftStore *m_store = nullptr;
    int m_round = 0; //!< Of restore().
    bool m_fails = false;
};

} // namespace modelscribe
