// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/readings.h"

#include "core/backgroundwork.h"
#include "core/whendone.h"

namespace modelscribe {

Readings::Readings(Sessions &sessions, IsSaving isSaving, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_isSaving(std::move(isSaving))
    , m_states(sessions, this)
{
    connect(&sessions, &Sessions::added, this,
            [this](const EditSession *session) { noteSeen(session, session->base().modified); });
}

void Readings::use(Connection *connection, Catalog *catalog)
{
    m_connection = connection;
    m_catalog = catalog;
    m_toRecheck.clear();
    m_isRechecking = false;
    if (catalog)
        connect(catalog, &Catalog::changed, this, &Readings::takeCatalogChanges);
}

bool Readings::canRead(const EditSession *session) const
{
    return m_connection && m_sessions.isHere(session) && !session->isNew();
}

void Readings::recheck(const EditSession *session, std::chrono::milliseconds unlessWithin)
{
    if (!canRead(session))
        return;
    const QElapsedTimer sinceRead = m_states.value(session).sinceRead;
    if (!sinceRead.isValid() || sinceRead.hasExpired(unlessWithin.count()))
        readAgain(session->modelId());
}

void Readings::readThen(const EditSession *session, const std::function<void()> &then)
{
    if (canRead(session))
        readAgain(session->modelId(), then);
}

void Readings::readAgain(const QString &modelId, const std::function<void()> &then)
{
    if (State *state = m_states.find(m_sessions.find(modelId)))
        state->sinceRead.start();
    whenDone(m_connection->client().run(operations::getModel(modelId)), m_catalog,
             [this, catalog = m_catalog, modelId, then](const Result<RegisteredModel> &model) {
                 // It may have been deleted here since it was asked for: then it stays away.
                 const bool isKnown = catalog
                                      && (catalog->find(modelId) || m_sessions.find(modelId));
                 if (isKnown && model && model->id == modelId)
                     takeReading(*model);
                 else if (isKnown && !model && model.error().kind == Error::Kind::NotFound)
                     takeGone(modelId);
                 if (then)
                     then();
             });
}

void Readings::takeReading(const RegisteredModel &model)
{
    noteSeen(m_sessions.find(model.id), model.modified);
    if (m_catalog->find(model.id)) // a draft's model may be of another workspace than the list
        m_catalog->upsert(model);
    EditSession *session = m_sessions.find(model.id);
    if (!session || m_isSaving(session))
        return;
    session->flush();
    if (!session->isDirty() || sameMeaning(session->base().metadata, model.metadata)) {
        session->rebase(model, session->base().metadata);
        setStanding(session, DraftStanding::Applies);
        return;
    }
    mergeThen(session, model, &Readings::takeMerge);
}

//! Calls \p take with the merge of what \p session holds and \p model, at once when they are short.
void Readings::mergeThen(EditSession *session, const RegisteredModel &model, MergeTaker take)
{
    const ModelMetadata base = session->base().metadata;
    const ModelMetadata mine = session->edited();
    if (EditSession::isQuicklyMerged(mine)) {
        (this->*take)(session, model, mergeModels(base, mine, model.metadata));
        return;
    }
    runAside(
        this, false,
        [base, mine, theirs = model.metadata] { return mergeModels(base, mine, theirs); },
        [this, guarded = QPointer(session), model, take](const ModelMerge &merge) {
            if (!m_sessions.isHere(guarded) || m_isSaving(guarded)
                || m_states.value(guarded).seenModified != model.modified)
                return; // a save or a later reading knows better
            guarded->flush();
            if (guarded && guarded->fits(model, merge))
                (this->*take)(guarded, model, merge);
            else
                takeReading(model);
        });
}

void Readings::takeMerge(EditSession *session, const RegisteredModel &model,
                         const ModelMerge &merge)
{
    if (!merge.clashes.isEmpty()) {
        tellMoved(session, model, merge);
        return;
    }
    session->takeMerge(model, merge);
    setStanding(session, DraftStanding::Applies);
    if (!merge.fromTheirs.isEmpty()) // else both sides changed the same
        emit mergedFromRegistry(session, merge.fromTheirs);
}

void Readings::tellMoved(EditSession *session, const RegisteredModel &now, const ModelMerge &merge)
{
    setStanding(session, DraftStanding::Clashes);
    emit movedInRegistry(session, now, merge);
}

void Readings::takeGone(const QString &modelId)
{
    EditSession *session = m_sessions.find(modelId);
    if (!session || m_isSaving(session))
        return;
    setStanding(session, DraftStanding::Gone);
    emit goneFromRegistry(session);
}

void Readings::takeReadBack(EditSession *session, const RegisteredModel &now, bool holdsAll,
                            const QStringList &places)
{
    setStanding(session, holdsAll ? DraftStanding::Applies : DraftStanding::Clashes);
    if (!holdsAll)
        mergeThen(session, now, &Readings::tellMoved);
    else if (!places.isEmpty())
        emit mergedFromRegistry(session, places);
}

void Readings::takeCatalogChanges(const QStringList &modelIds)
{
    // A list may leave members out, so a model that moved is read before anybody relies on it.
    for (const QString &id : modelIds) {
        const EditSession *session = m_sessions.find(id);
        const RegisteredModel *model = session ? m_catalog->find(id) : nullptr;
        if (model && !m_isSaving(session)
            && m_states.value(session).seenModified != model->modified)
            readAgain(id);
    }
}

void Readings::noteSeen(const EditSession *session, const QString &modified)
{
    if (State *state = m_states.find(session))
        state->seenModified = modified;
}

DraftStanding Readings::standing(const EditSession *session) const
{
    return m_states.value(session).standing;
}

void Readings::setStanding(EditSession *session, DraftStanding standing)
{
    State *state = m_states.find(session);
    if (state && std::exchange(state->standing, standing) != standing)
        emit standingChanged(session);
}

void Readings::forgetStanding(const EditSession *session)
{
    if (State *state = m_states.find(session))
        state->standing = DraftStanding::Unknown;
}

void Readings::recheckDrafts()
{
    for (const EditSession *session : m_sessions.dirtyHere()) {
        const QString &id = session->modelId();
        if (!id.isEmpty() && !m_toRecheck.contains(id))
            m_toRecheck.append(id);
    }
    if (!m_isRechecking)
        recheckNext();
}

void Readings::recheckNext()
{
    m_isRechecking = m_connection && !m_toRecheck.isEmpty();
    if (m_isRechecking)
        readAgain(m_toRecheck.takeFirst(), [this] { recheckNext(); });
}

} // namespace modelscribe

#include "moc_readings.cpp"
