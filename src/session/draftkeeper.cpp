// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draftkeeper.h"

#include "core/whendone.h"
#include "store/draftstore.h"
#include "store/journal.h"

#include <algorithm>

namespace modelscribe {

DraftKeeper::DraftKeeper(Sessions &sessions, Readings &readings, Readings::IsSaving isSaving,
                         QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_readings(readings)
    , m_isSaving(std::move(isSaving))
    , m_states(sessions, this)
{
    connect(&sessions, &Sessions::added, this, [this](EditSession *session) {
        connect(session, &EditSession::changed, this, [this, session] { keep(session); });
        connect(session, &EditSession::placeChanged, this, [this, session] { keep(session); });
    });
}

// Where they are kept

void DraftKeeper::keepIn(DraftStore *drafts, Journal *journal)
{
    m_store = drafts;
    if (drafts) {
        follow(drafts);
        connect(drafts, &DraftStore::changedElsewhere, this, &DraftKeeper::takeElsewhere);
    }
    if (journal)
        follow(journal);
}

template<typename Store>
void DraftKeeper::follow(Store *store)
{
    connect(store, &Store::failed, this, [this](const Error &error) { tellKeeping(error); });
    connect(store, &Store::recovered, this, [this] { tellKeeping({}); });
    // The same report may come both ways.
    const auto takeReport = [this, told = std::make_shared<QString>()](const StoreReport &report) {
        if (report.state == StoreState::DamagedReplaced) {
            if (std::exchange(*told, report.keptAside) != report.keptAside)
                emit keptAside(report.keptAside, report.recovered);
        } else if (!report.onDisk()) {
            tellKeeping(report.error);
        }
    };
    connect(store, &Store::opened, this, takeReport);
    // It may have been opened before anybody listened.
    whenDone(store->report(), this, [takeReport](const Result<StoreReport> &report) {
        if (report)
            takeReport(*report);
    });
}

void DraftKeeper::tellKeeping(const std::optional<Error> &failure)
{
    if (std::exchange(m_fails, failure.has_value()) == failure.has_value())
        return;
    if (failure)
        emit keepingFailed(*failure);
    else
        emit keepingRecovered();
}

// After connecting

void DraftKeeper::restore()
{
    const int round = ++m_round;
    if (!m_store) {
        emit restored(nullptr);
        return;
    }
    const QString registry = m_sessions.registry();
    whenDone(m_store->all(registry), this, [this, round, registry](const Result<DraftList> &list) {
        if (round == m_round)
            takeDrafts(registry, list ? list->drafts : QList<Draft>());
    });
}

void DraftKeeper::takeDrafts(const QString &registry, const QList<Draft> &drafts)
{
    EditSession *last = nullptr;
    for (const Draft &draft : drafts) {
        const EditSession *session = m_sessions.findDraft(registry, draft.modelId);
        // What was typed in the meantime is newer than what was kept.
        if (!session || !session->isDirty())
            takeDraft(draft);
        if (!last)
            last = m_sessions.findDraft(registry, draft.modelId);
    }
    emit restored(last);
    m_readings.recheckDrafts();
}

//! Of another run, window or process: the session holds it afterwards.
void DraftKeeper::takeDraft(const Draft &draft)
{
    EditSession *session = m_sessions.findDraft(draft.registryKey, draft.modelId);
    const auto known = session ? std::optional(session->base()) : std::nullopt;
    if (!session)
        session = m_sessions.add(std::make_unique<EditSession>(draft));
    State &state = *m_states.find(session);
    // So that it is not written again only because it was read.
    state.keptAs = draft.modelId;
    state.kept = draft;
    state.seen = draft.mark();
    state.isEndedElsewhere = false;
    state.changedAt = draft.changed;
    session->restore(draft);
    if (!m_sessions.holds(session))
        return;
    if (!session->isDirty())
        unkeep(session); // there is nothing in it
    m_sessions.noteDirty(session);
    // What this window has read may be newer than the draft's base.
    if (known && *known != session->base() && m_readings.canRead(session))
        m_readings.readAgain(session->modelId());
}

// Every edit

void DraftKeeper::keep(EditSession *session)
{
    State *state = m_states.find(session);
    if (!state)
        return;
    if (!state->keptAs.isEmpty() && state->keptAs != session->draftId())
        unkeep(session); // a new model has got its id
    if (!session->isDirty()) {
        unkeep(session);
        return;
    }
    const Draft draft{.registryKey = m_sessions.registryOf(session),
                      .modelId = session->draftId(),
                      .workspaceId = session->base().workspaceId,
                      .base = session->base(),
                      .edited = session->edited(),
                      .unfinished = session->unfinished(),
                      .ui = session->place()};
    const Draft &kept = state->kept;
    const bool isSame = draft.edited == kept.edited && draft.base == kept.base
                        && draft.unfinished == kept.unfinished;
    // One that ended in another window comes back with the next edit, not by looking at it.
    if (!isSame || (!state->isEndedElsewhere && draft.ui != kept.ui))
        put(draft, *state, isSame);
}

void DraftKeeper::put(const Draft &draft, State &state, bool isPlaceOnly)
{
    if (!isPlaceOnly || !state.changedAt.isValid())
        state.changedAt = QDateTime::currentDateTimeUtc();
    state.kept = draft;
    state.kept.changed = state.changedAt;
    state.keptAs = draft.modelId;
    state.isEndedElsewhere = false;
    state.puts += isPlaceOnly ? 0 : 1;
    if (m_store && isPlaceOnly)
        m_store->putPlace(state.kept, state.seen);
    else if (m_store)
        m_store->put(state.kept);
}

void DraftKeeper::unkeep(const EditSession *session)
{
    State *state = m_states.find(session);
    if (!state)
        return;
    state->isEndedElsewhere = false;
    state->kept = {};
    const QString id = std::exchange(state->keptAs, {});
    if (id.isEmpty())
        return;
    state->changedAt = {};
    m_readings.forgetStanding(session);
    ++state->puts;
    // What another window wrote since is not this one's to remove.
    if (m_store)
        m_store->remove(m_sessions.registryOf(session), id, state->seen);
}

//! Writes it, whatever was written before.
void DraftKeeper::keepAgain(EditSession *session)
{
    if (State *state = m_states.find(session)) {
        state->kept = {};
        state->isEndedElsewhere = false;
        keep(session);
    }
}

QFuture<Result<std::monostate>> DraftKeeper::keepAll()
{
    m_sessions.flushAll();
    const QList<EditSession *> dirty = m_sessions.dirtyHere() + m_sessions.dirtyElsewhere();
    for (EditSession *session : dirty) {
        if (m_states.value(session).isEndedElsewhere)
            keepAgain(session); // nobody knows yet what became of it
    }
    if (m_store)
        return m_store->flush();
    return readyResult<std::monostate>(dirty.isEmpty() ? Result<std::monostate>()
                                                       : failure(Error::Kind::Storage));
}

QDateTime DraftKeeper::changedAt(const EditSession *session) const
{
    return m_states.value(session).changedAt;
}

// What other windows do

void DraftKeeper::takeElsewhere(const QString &registry, const QString &draftId)
{
    const int puts = m_states.value(m_sessions.findDraft(registry, draftId)).puts;
    whenDone(m_store->load(registry, draftId), this,
             [this, registry, draftId, puts](const Result<std::optional<Draft>> &draft) {
                 if (!draft || (*draft && (*draft)->writer == m_store->writer()))
                     return;
                 EditSession *session = m_sessions.findDraft(registry, draftId);
                 if (session && m_isSaving(session))
                     m_states.find(session)->changedElsewhere = draftId; // once it has ended
                 else if (session && m_states.value(session).puts == puts)
                     takeLoaded(session, *draft);
                 else if (!session && *draft && registry == m_sessions.registry())
                     takeDraft(**draft);
             });
}

QString DraftKeeper::takeMissed(const EditSession *session)
{
    State *state = m_states.find(session);
    return state ? std::exchange(state->changedElsewhere, {}) : QString();
}

//! What another window made of the draft of \p session; nothing: it is gone.
void DraftKeeper::takeLoaded(EditSession *session, const std::optional<Draft> &draft)
{
    const int puts = m_states.value(session).puts;
    session->flush();
    if (!m_sessions.holds(session) || m_states.value(session).puts != puts)
        return; // what was typed here just now is the last word
    if (!draft) {
        followEnd(session);
        return;
    }
    const Edits before = session->edits();
    takeDraft(*draft);
    if (m_sessions.holds(session) && before != session->edits())
        emit takenOver(session, before);
}

//! Saved there, it is what the registry holds now; else it was discarded.
void DraftKeeper::followEnd(EditSession *session)
{
    State &state = *m_states.find(session);
    if (state.keptAs.isEmpty())
        return;
    state.keptAs.clear();
    state.isEndedElsewhere = true;
    m_readings.forgetStanding(session);
    const auto follow = [this, guarded = QPointer(session), before = session->edits()] {
        if (guarded)
            endFollowing(guarded, before);
    };
    if (m_readings.canRead(session))
        m_readings.readAgain(session->modelId(), follow);
    else
        follow();
}

void DraftKeeper::endFollowing(EditSession *session, const Edits &before)
{
    if (!m_sessions.holds(session)
        || (session->isDirty() && !m_states.value(session).isEndedElsewhere))
        return; // typed in since
    const DraftStanding standing = m_readings.standing(session);
    const bool isElsewhere = session->isNew() || !m_sessions.isHere(session);
    const bool isKnown = isElsewhere || standing == DraftStanding::Applies
                         || standing == DraftStanding::Clashes;
    const bool isDiscarded = session->isDirty() && isKnown;
    if (isDiscarded) {
        session->revert();
        m_readings.recheck(session, {});
    } else if (session->isDirty()) {
        keepAgain(session); // rather than lost
    }
    emit endedElsewhere(session, isDiscarded ? before : session->edits());
}

} // namespace modelscribe

#include "moc_draftkeeper.cpp"
