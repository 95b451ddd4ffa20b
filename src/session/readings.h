// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"
#include "registry/connection.h"
#include "session/sessionstates.h"

#include <QElapsedTimer>
#include <QPointer>

#include <chrono>
#include <functional>

namespace modelscribe {

//! How a draft stands to what the registry holds now, as far as somebody looked.
enum class DraftStanding {
    Unknown, //!< Not looked yet, or there was no answer.
    Applies, //!< Nothing the draft changes was changed by others.
    Clashes, //!< The same places were changed, and differently.
    Gone     //!< The model is not there (any more).
};

// A reading is one answer to "what does the registry hold of this model now", and everything that
// comes of it: the catalog shows it, the session follows, somebody is told. It goes this way:
//
//   readAgain() ── no answer ──────────────────────────────→ nothing, the standing stays
//       │   └───── not there ──→ takeGone() ───────────────→ Gone, the edits stay
//       ↓
//   takeReading(): into the catalog; then, of its session,
//       nothing edited, or the registry did not move ──────→ Applies, the base follows
//       edited: base, edits and reading are merged, long ones on another thread;
//           a place clashes ───────────────────────────────→ Clashes, told by movedInRegistry()
//                                                            with the merge; base and edits stay
//           none ──────────────────────────────────────────→ Applies, the session holds both
//
// Who decides about a clash gets the merge with it: it is made once.
//
// While a save of a session runs, readings leave the session alone: the save reads by itself and
// says what it saw by noteSeen(). What is typed while a merge is made begins it again; a later
// reading, a save or another connection ends it.
//
// What may never happen: an edit is lost or changed by a reading without a word; a model that was
// deleted here comes back by an answer that was on its way; a merge of what the session no longer
// holds is taken over; this thread waits for a long merge.

//! Reads models again and has the catalog and the edit sessions follow.
class Readings : public QObject
{
    Q_OBJECT

public:
    //! Whether a save of this session runs.
    using IsSaving = std::function<bool(const EditSession *)>;

    Readings(Sessions &sessions, IsSaving isSaving, QObject *parent = nullptr);

    //! From now on; nullptr for none. What is on its way from another one is dropped.
    void use(Connection *connection, Catalog *catalog);
    //! It is of a model of the connection in use, and can be asked for.
    bool canRead(const EditSession *session) const;
    //! Reads the model of \p session again, unless that was done less than \p unlessWithin ago.
    void recheck(const EditSession *session,
                 std::chrono::milliseconds unlessWithin = std::chrono::seconds(30));
    //! Reads the model of \p session again and then, whatever came of it, calls \p then; not at
    //! all when another connection is chosen meanwhile.
    void readThen(const EditSession *session, const std::function<void()> &then);
    //! The same of a model that may have no session. Needs a connection.
    void readAgain(const QString &modelId, const std::function<void()> &then = {});
    //! Reads the models of all drafts again, one after the other, for standing().
    void recheckDrafts();

    //! What was read elsewhere, of the connection in use.
    void takeReading(const RegisteredModel &model);
    void takeGone(const QString &modelId);
    //! The read-back of a save showed \p now, the session was rebased to it, and \p places were
    //! changed by others. Unless it \p holdsAll, something typed meanwhile clashes with that.
    void takeReadBack(EditSession *session, const RegisteredModel &now, bool holdsAll,
                      const QStringList &places);
    //! A state of the model of this GmtModifiedTime was handled: it need not be read again.
    void noteSeen(const EditSession *session, const QString &modified);

    DraftStanding standing(const EditSession *session) const;
    void setStanding(EditSession *session, DraftStanding standing);
    //! What was found was about a draft that is no more; tells nobody.
    void forgetStanding(const EditSession *session);

signals:
    //! A reading showed another state than the session's base, and something in it clashes with an
    //! edit. The session is left as it is. \p merge is of what it holds and \p now, for
    //! EditSession::merge().
    void movedInRegistry(modelscribe::EditSession *session, const modelscribe::RegisteredModel &now,
                         const modelscribe::ModelMerge &merge);
    //! The same without a clash: the session holds both now. \p places as ModelMerge::fromTheirs,
    //! never none: not emitted when both sides only changed the same.
    //! Also after a save, when its read-back shows what others changed since its check.
    void mergedFromRegistry(modelscribe::EditSession *session, const QStringList &places);
    //! A reading found that the model is not there any more; the edits stay.
    void goneFromRegistry(modelscribe::EditSession *session);
    void standingChanged(modelscribe::EditSession *session);

private:
    struct State
    {
        QString seenModified; //!< GmtModifiedTime of the last reading that was handled.
        QElapsedTimer sinceRead;
        DraftStanding standing = DraftStanding::Unknown;
    };

    using MergeTaker = void (Readings::*)(EditSession *session, const RegisteredModel &model,
                                          const ModelMerge &merge);
    void mergeThen(EditSession *session, const RegisteredModel &model, MergeTaker take);
    void takeMerge(EditSession *session, const RegisteredModel &model, const ModelMerge &merge);
    void tellMoved(EditSession *session, const RegisteredModel &now, const ModelMerge &merge);
    void takeCatalogChanges(const QStringList &modelIds);
    void recheckNext();

    Sessions &m_sessions;
    IsSaving m_isSaving;
    QPointer<Connection> m_connection;
    QPointer<Catalog> m_catalog;
    SessionStates<State> m_states;
    QStringList m_toRecheck; //!< Model ids.
    bool m_isRechecking = false;
};

} // namespace modelscribe
