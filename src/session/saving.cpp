// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saving.h"

#include "core/backgroundwork.h"
#include "core/whendone.h"
#include "model/modeldiff.h"
#include "registry/leftovers.h"
#include "registry/outcomewording.h"
#include "store/draftstore.h"

#include <QTimer>

#include <algorithm>

namespace modelscribe {

namespace {

bool hasWritten(const SavePlan &plan)
{
    return std::ranges::any_of(plan.steps, [](const SaveStep &step) {
        return step.isWrite() && step.state == SaveStep::State::Done;
    });
}

//! What others changed between the check and the reading back, where the save changed nothing.
QStringList movedMeanwhile(const SavePlan &plan, const ModelMetadata &applied,
                           const ModelMetadata &now)
{
    QStringList places = mergeModels(applied, applied, now).fromTheirs;
    for (const FieldChange &change : plan.fields())
        places.removeAll(QString(change.field->key));
    // What was not set has the registry's default, which nobody changed.
    for (const ModelField &field : modelFields) {
        if (plan.isCreate() && field.read(applied).isEmpty())
            places.removeAll(QString(field.key));
    }
    const LabelChanges labels = plan.labels();
    for (const Label &label : labels.removed + labels.added)
        places.removeAll(MergeClash{.labelKey = label.key}.key());
    return places;
}

} // namespace

Saving::Saving(Sessions &sessions, Readings &readings, DraftKeeper &drafts, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_readings(readings)
    , m_drafts(drafts)
    , m_states(sessions, this)
{
}

void Saving::keepIn(Journal *journal)
{
    m_writer.setJournal(journal);
    WriterOptions options = m_writer.options();
    options.keepFirst = [this]() -> QFuture<Result<std::monostate>> {
        DraftStore *store = m_drafts.store();
        return store ? store->flush() : readyResult<std::monostate>(std::monostate());
    };
    m_writer.setOptions(options);
}

void Saving::use(Connection *connection, Catalog *catalog)
{
    m_connection = connection;
    m_catalog = catalog;
}

void Saving::setOptions(const SaveRunOptions &options)
{
    WriterOptions all = m_writer.options();
    all.runs = options;
    m_writer.setOptions(all);
}

ObjectRef Saving::refOf(const EditSession *session) const
{
    return {.registryKey = m_sessions.registry(),
            .workspaceId = session->base().workspaceId,
            .modelId = session->draftId()};
}

bool Saving::isHere(const QString &registry) const
{
    return m_catalog && registry == m_sessions.registry();
}

SaveProgress *Saving::runningSave(const EditSession *session) const
{
    return m_states.value(session).run;
}

QUuid Saving::journalEntryOf(const EditSession *session) const
{
    return m_states.value(session).noted;
}

SaveProgress *Saving::save(EditSession *session, const SavePlan &plan, bool allowSameName)
{
    if (!m_connection || !m_sessions.isHere(session))
        return nullptr;
    if (SaveProgress *running = runningSave(session))
        return running;
    WriteWish wish{.allowSameName = allowSameName};
    wish.take = [this, session = QPointer(session)](const WriteOutcome &outcome) {
        if (State *state = m_states.find(session))
            state->noted = outcome.entry;
        takeOutcome(session, outcome.ref.registryKey, *outcome.save, false);
    };
    SaveProgress *run = m_writer.save(*m_connection, refOf(session), plan, wish);
    m_states.find(session)->run = run;
    return run;
}

SaveProgress *Saving::settle(EditSession *session, const SavePlan &plan, const QDateTime &startedAt,
                             const QUuid &entry)
{
    if (!m_connection || !m_sessions.isHere(session))
        return nullptr;
    if (SaveProgress *running = runningSave(session))
        return running;
    WriteWish wish;
    wish.take = [this, session = QPointer(session)](const WriteOutcome &outcome) {
        takeOutcome(session, outcome.ref.registryKey, *outcome.save, true);
    };
    SaveProgress *run = m_writer.inquire(*m_connection, refOf(session), plan, startedAt, entry,
                                         wish);
    m_states.find(session)->run = run;
    return run;
}

//! \p session may be nullptr. \p isLook: it was found out by reading only.
void Saving::takeOutcome(EditSession *session, const QString &registry, const SaveOutcome &outcome,
                         bool isLook)
{
    if (State *state = m_states.find(session))
        state->run.clear();
    const QString missed = m_drafts.takeMissed(session);
    const bool here = isHere(registry);
    if (hasWritten(outcome.plan)) {
        takeWritten(m_sessions.holds(session) ? session : nullptr, here, outcome);
    } else if (outcome.result == SaveOutcome::Result::Conflict) {
        m_readings.noteSeen(session, outcome.now->modified);
        if (here)
            list(*outcome.now);
    } else if (here && outcome.now) {
        m_readings.takeReading(*outcome.now);
    } else if (here && isLook && outcome.error && outcome.error->kind == Error::Kind::NotFound) {
        m_readings.takeGone(outcome.plan.base.id);
    }
    if (!missed.isEmpty())
        m_drafts.takeElsewhere(registry, missed);
}

//! What was written counts, whatever came of the rest. After a failure the rest of what the
//! registry holds goes the way of any reading, which knows clashes.
void Saving::takeWritten(EditSession *session, bool isHere, const SaveOutcome &outcome)
{
    const bool isRead = outcome.now
                        && (outcome.result == SaveOutcome::Result::Saved
                            || outcome.result == SaveOutcome::Result::NotTaken);
    const RegisteredModel applied = outcome.plan.applied();
    RegisteredModel now = isRead ? *outcome.now : applied;
    if (outcome.plan.isCreate())
        now.id = outcome.createdId;
    bool holdsAll = true;
    if (session) {
        m_readings.noteSeen(session, now.modified);
        holdsAll = session->rebase(now, applied.metadata);
    }
    if (!isHere)
        return;
    list(now);
    if (!isRead && outcome.now)
        m_readings.takeReading(*outcome.now);
    else if (!isRead)
        m_readings.readAgain(now.id);
    else if (session)
        m_readings.takeReadBack(session, now, holdsAll,
                                movedMeanwhile(outcome.plan, applied.metadata, now.metadata));
}

//! A model that was written may be another list's than the one in sight.
void Saving::list(const RegisteredModel &model)
{
    if (m_catalog->find(model.id) || (m_connection && m_connection->listScope().holds(model)))
        m_catalog->upsert(model);
}

QFuture<Result<std::monostate>> Saving::remove(const RegisteredModel &seen)
{
    if (!m_connection)
        return readyResult<std::monostate>(failure(Error::Kind::Network));
    const auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    WriteWish wish{.isExpected = [seen = seen.metadata](const RegisteredModel &now) {
        return sameMeaning(seen, now.metadata);
    }};
    wish.take = [this, promise](const WriteOutcome &outcome) {
        takeDeletion(outcome);
        if (outcome.verdict == Verdict::Done || outcome.verdict == Verdict::GoneAlready)
            promise->addResult(std::monostate());
        else
            promise->addResult(failure(outcome.error.value_or(Error())));
        promise->finish();
    };
    const ObjectRef ref{
        .registryKey = m_sessions.registry(), .workspaceId = seen.workspaceId, .modelId = seen.id};
    if (!m_writer.remove(*m_connection, ref, wish))
        return readyResult<std::monostate>(failure(Error::Kind::Conflict));
    return promise->future();
}

QFuture<Result<std::monostate>> Saving::remove(const QString &modelId)
{
    if (const EditSession *session = m_sessions.find(modelId))
        return remove(session->base());
    const RegisteredModel *known = m_catalog ? m_catalog->find(modelId) : nullptr;
    return remove(known ? *known : RegisteredModel{.id = modelId});
}

void Saving::takeDeletion(const WriteOutcome &outcome)
{
    if (!isHere(outcome.ref.registryKey))
        return;
    if (outcome.verdict == Verdict::Conflict)
        m_readings.takeReading(*outcome.deletion->now);
    if (outcome.verdict != Verdict::Done && outcome.verdict != Verdict::GoneAlready)
        return;
    if (EditSession *session = m_sessions.find(outcome.ref.modelId))
        discard(session);
    m_catalog->remove(outcome.ref.modelId);
}

void Saving::takeBatched(const WriteOutcome &outcome)
{
    if (outcome.deletion)
        return takeDeletion(outcome);
    if (!outcome.save || !isHere(outcome.ref.registryKey))
        return;
    EditSession *session = m_sessions.find(outcome.ref.modelId);
    if (outcome.save->result == SaveOutcome::Result::Saved && outcome.save->now && session)
        takeSent(session, *outcome.save);
    else if (outcome.save->now)
        m_readings.takeReading(*outcome.save->now);
    else if (hasWritten(outcome.save->plan))
        m_readings.readAgain(outcome.ref.modelId);
    else if (outcomewording::isGone(*outcome.save))
        m_readings.takeGone(outcome.ref.modelId);
}

//! As a reading it would leave a draft behind where the registry spells ExtraInfo otherwise.
void Saving::takeSent(EditSession *session, const SaveOutcome &outcome)
{
    session->flush();
    const ModelMetadata sent = outcome.plan.applied().metadata;
    runAside(
        this, EditSession::isQuicklyMerged(session->edited()),
        [base = session->base().metadata, mine = session->edited(), sent] {
            return mergeModels(base, mine, sent);
        },
        [this, session = QPointer(session), sent, now = *outcome.now](const ModelMerge &merge) {
            if (!m_catalog || !m_sessions.isHere(session))
                return;
            session->flush();
            const bool isAll = session && session->unfinished().isEmpty()
                               && merge.isOf(session->base().metadata, session->edited(), sent)
                               && merge.clashes.isEmpty() && merge.merged == sent;
            if (!isAll)
                return m_readings.takeReading(now);
            m_readings.noteSeen(session, now.modified);
            session->replaceBase(now);
            m_readings.setStanding(session, DraftStanding::Applies);
            list(now);
        });
}

void Saving::discard(EditSession *session)
{
    if (SaveProgress *run = runningSave(session))
        run->cancel(); // may be told at once, to somebody who discards it too
    if (!m_sessions.holds(session))
        return;
    m_drafts.unkeep(session);
    m_sessions.drop(session);
}

void Saving::settleLeftovers()
{
    if (!m_connection)
        return;
    m_leftoverOf.clear();
    m_writer.leftovers().settle(
        *m_connection,
        {.begins = [this](const JournalEntry &entry,
                          SaveProgress *run) { beginLeftover(entry, run); },
         .takes = [this](const JournalEntry &entry,
                         const WriteOutcome &outcome) { return takeLeftover(entry, outcome); },
         .leaves = [this](const JournalEntry &entry,
                          const WriteOutcome &outcome) { leaveLeftover(entry, outcome); }});
}

void Saving::beginLeftover(const JournalEntry &entry, SaveProgress *run)
{
    m_leftoverOf = m_sessions.findDraft(entry.head.modelId);
    m_hadSession = m_leftoverOf != nullptr;
    if (State *state = m_states.find(m_leftoverOf))
        state->run = run;
}

//! It may be too early to say that it is not there.
void Saving::leaveLeftover(const JournalEntry &entry, const WriteOutcome &outcome)
{
    if (!outcome.save)
        return;
    const QString &registry = entry.head.registryKey;
    takeOutcome(m_leftoverOf, registry, *outcome.save, true);
    if (!isHere(registry) || !outcome.save->plan.isCreate())
        return;
    QTimer::singleShot(m_writer.options().runs.goneAfter, m_connection, [this] {
        if (!m_writer.leftovers().isSettling())
            settleLeftovers();
    });
}

//! Whether the journal may be told: what is left of it is a draft here, or was given up.
bool Saving::takeLeftover(const JournalEntry &entry, const WriteOutcome &outcome)
{
    if (!outcome.save)
        return true; // a deletion leaves nothing behind
    const QString &registry = entry.head.registryKey;
    if (!entry.head.group.isNull()) { // the rest is kept with its batch, and no draft of anybody
        takeOutcome(nullptr, registry, *outcome.save, true);
        return true;
    }
    EditSession *session = m_sessions.holds(m_leftoverOf) ? m_leftoverOf : nullptr;
    const bool isDiscarded = m_hadSession && !session;
    if (isDiscarded || (!session && !isHere(registry))) {
        takeOutcome(nullptr, registry, *outcome.save, true);
        return isDiscarded;
    }
    session = bringBack(session, entry, *outcome.save);
    takeOutcome(session, registry, *outcome.save, true);
    emit interruptedSaveSettled(session, *outcome.save);
    return true;
}

//! The session that \p entry was made from, as it was before the save.
EditSession *Saving::bringBack(EditSession *session, const JournalEntry &entry,
                               const SaveOutcome &outcome)
{
    const bool isCreate = outcome.plan.isCreate();
    const QString &id = isCreate ? outcome.createdId : outcome.plan.base.id;
    if (!session)
        session = m_sessions.find(id);
    if (!session && isCreate)
        session = m_sessions.add(
            std::unique_ptr<EditSession>(EditSession::forNewModel(outcome.plan.workspaceId)));
    else if (!session)
        session = m_sessions.add(std::make_unique<EditSession>(outcome.plan.base));
    if (!session->isDirty()) {
        if (!isCreate)
            session->replaceBase(outcome.plan.base);
        session->apply(*entry.after);
    }
    return session;
}

} // namespace modelscribe

#include "moc_saving.cpp"
