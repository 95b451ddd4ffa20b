// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench writes to the registry: saves and deletions.
#include "session/workbenchstate.h"

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
    const LabelChanges labels = plan.labels();
    for (const Label &label : labels.removed + labels.added)
        places.removeAll(MergeClash{.labelKey = label.key}.key());
    return places;
}

} // namespace

bool Workbench::isSaving() const { return d->writer.isWriting(); }

void Workbench::setSaveOptions(const SaveRunOptions &options)
{
    WriterOptions all = d->writer.options();
    all.runs = options;
    all.runs.now = d->options.now;
    d->writer.setOptions(all);
}

ObjectRef Workbench::refOf(const EditSession *session) const
{
    return {.registryKey = d->registry(),
            .workspaceId = session->base().workspaceId,
            .modelId = session->draftId()};
}

SaveRun *Workbench::save(EditSession *session, const SavePlan &plan, bool allowSameName)
{
    Private::Entry *entry = d->entries.find(session);
    if (!m_connection || !d->sessions.isHere(session))
        return nullptr;
    if (entry->run)
        return entry->run;
    WriteWish wish{.allowSameName = allowSameName};
    wish.take = [this, session = QPointer(session)](const WriteOutcome &outcome) {
        if (Private::Entry *saved = d->entries.find(session))
            saved->noted = outcome.entry;
        takeOutcome(session, outcome.ref.registryKey, *outcome.save, false);
    };
    entry->run = d->writer.save(*m_connection, refOf(session), plan, wish);
    return entry->run;
}

SaveRun *Workbench::settle(EditSession *session, const SavePlan &plan, const QDateTime &startedAt,
                           const QUuid &journalEntry)
{
    Private::Entry *entry = d->entries.find(session);
    if (!m_connection || !d->sessions.isHere(session))
        return nullptr;
    if (entry->run)
        return entry->run;
    WriteWish wish;
    wish.take = [this, session = QPointer(session)](const WriteOutcome &outcome) {
        takeOutcome(session, outcome.ref.registryKey, *outcome.save, true);
    };
    entry->run = d->writer.inquire(*m_connection, refOf(session), plan, startedAt, journalEntry,
                                   wish);
    return entry->run;
}

QUuid Workbench::journalEntryOf(const EditSession *session) const
{
    return d->entries.value(session).noted;
}

SaveRun *Workbench::runningSave(const EditSession *session) const
{
    return d->entries.value(session).run;
}

//! \p session may be nullptr. \p isLook: it was found out by reading only.
void Workbench::takeOutcome(EditSession *session, const QString &registry,
                            const SaveOutcome &outcome, bool isLook)
{
    Private::Entry *entry = d->entries.find(session);
    if (entry)
        entry->run.clear();
    const QString missed = d->drafts.takeMissed(session);

    using Result = SaveOutcome::Result;
    const bool isHere = m_catalog && registry == d->registry();
    if (hasWritten(outcome.plan)) {
        // What was written counts, whatever came of the rest. After a failure the rest of what the
        // registry holds goes the way of any reading, which knows clashes.
        const bool isRead = outcome.now
                            && (outcome.result == Result::Saved
                                || outcome.result == Result::NotTaken);
        const RegisteredModel applied = outcome.plan.applied();
        RegisteredModel now = isRead ? *outcome.now : applied;
        if (outcome.plan.isCreate())
            now.id = outcome.createdId;
        bool holdsAll = true;
        if (entry) {
            d->readings.noteSeen(session, now.modified);
            holdsAll = session->rebase(now, applied.metadata);
        }
        if (isHere) {
            m_catalog->upsert(now);
            if (!isRead && outcome.now)
                d->readings.takeReading(*outcome.now);
            else if (!isRead)
                d->readings.readAgain(now.id);
            else if (entry)
                d->readings.takeReadBack(
                    session, now, holdsAll,
                    movedMeanwhile(outcome.plan, applied.metadata, now.metadata));
        }
    } else if (outcome.result == Result::Conflict) {
        d->readings.noteSeen(session, outcome.now->modified);
        if (isHere)
            m_catalog->upsert(*outcome.now);
    } else if (isHere && outcome.now) {
        d->readings.takeReading(*outcome.now);
    } else if (isHere && isLook && outcome.error && outcome.error->kind == Error::Kind::NotFound) {
        d->readings.takeGone(outcome.plan.base.id);
    }
    if (!missed.isEmpty())
        d->drafts.takeElsewhere(registry, missed);
}

} // namespace modelscribe
