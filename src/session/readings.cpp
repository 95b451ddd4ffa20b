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
        connect(catalog, &Catalog::modelChanged, this, &Readings::takeCatalogRow);
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
    mergeWith(session, model);
}

void Readings::mergeWith(EditSession *session, const RegisteredModel &model)
{
    const ModelMetadata base = session->base().metadata;
    const ModelMetadata mine = session->edited();
    const bool isShort = mine.extraInfo.utf8().size() <= EditSession::checkHereLimit;
    const auto takeIt = [this, isShort, guarded = QPointer(session), model, base,
                         mine](const ModelMerge &merge) {
        EditSession *merged = guarded;
        if (isShort) {
            takeMerge(merged, model, merge);
            return;
        }
        if (!m_sessions.isHere(merged) || m_isSaving(merged)
            || m_states.value(merged).seenModified != model.modified)
            return; // a save or a later reading knows better
        merged->flush();
        if (merged->base().metadata == base && merged->edited() == mine)
            takeMerge(merged, model, merge);
        else
            takeReading(model);
    };
    runAside(
        this, isShort,
        [base, mine, theirs = model.metadata] { return mergeModels(base, mine, theirs); }, takeIt);
}

void Readings::takeMerge(EditSession *session, const RegisteredModel &model,
                         const ModelMerge &merge)
{
    if (!merge.clashes.isEmpty()) {
        setStanding(session, DraftStanding::Clashes);
        emit movedInRegistry(session, model);
        return;
    }
    session->takeMerge(model, merge);
    setStanding(session, DraftStanding::Applies);
    if (!merge.fromTheirs.isEmpty()) // else both sides changed the same
        emit mergedFromRegistry(session, merge.fromTheirs);
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
        emit movedInRegistry(session, now);
    else if (!places.isEmpty())
        emit mergedFromRegistry(session, places);
}

void Readings::takeCatalogRow(int row)
{
    // A list may leave members out, so a model that moved is read before anybody relies on it.
    const RegisteredModel &model = m_catalog->models().at(row);
    const EditSession *session = m_sessions.find(model.id);
    if (session && !m_isSaving(session) && m_states.value(session).seenModified != model.modified)
        readAgain(model.id);
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
