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
    return {.registryKey = d->registry,
            .workspaceId = session->base().workspaceId,
            .modelId = session->draftId()};
}

SaveRun *Workbench::save(EditSession *session, const SavePlan &plan, bool allowSameName)
{
    Private::Entry *entry = d->find(session);
    if (!entry || !m_connection || entry->registry != d->registry)
        return nullptr;
    if (entry->run)
        return entry->run;
    WriteWish wish{.allowSameName = allowSameName};
    wish.take = [this, session = QPointer(session)](const WriteOutcome &outcome) {
        if (Private::Entry *saved = d->find(session))
            saved->noted = outcome.entry;
        takeOutcome(session, outcome.ref.registryKey, *outcome.save, false);
    };
    entry->run = d->writer.save(*m_connection, refOf(session), plan, wish);
    return entry->run;
}

SaveRun *Workbench::settle(EditSession *session, const SavePlan &plan, const QDateTime &startedAt,
                           const QUuid &journalEntry)
{
    Private::Entry *entry = d->find(session);
    if (!entry || !m_connection || entry->registry != d->registry)
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
    const Private::Entry *entry = d->find(session);
    return entry ? entry->noted : QUuid();
}

SaveRun *Workbench::runningSave(const EditSession *session) const
{
    const Private::Entry *entry = d->find(session);
    return entry ? entry->run.data() : nullptr;
}

//! \p session may be nullptr. \p isLook: it was found out by reading only.
void Workbench::takeOutcome(EditSession *session, const QString &registry,
                            const SaveOutcome &outcome, bool isLook)
{
    Private::Entry *entry = session ? d->find(session) : nullptr;
    QString changedElsewhere;
    if (entry) {
        entry->run.clear();
        changedElsewhere = std::exchange(entry->changedElsewhere, {});
    }

    using Result = SaveOutcome::Result;
    const bool isHere = m_catalog && registry == d->registry;
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
            entry->seenModified = now.modified;
            holdsAll = session->rebase(now, applied.metadata);
        }
        if (isHere) {
            m_catalog->upsert(now);
            if (!isRead && outcome.now)
                takeReading(*outcome.now);
            else if (!isRead)
                readAgain(now.id);
            else if (entry)
                tellMoved(session, now, holdsAll,
                          movedMeanwhile(outcome.plan, applied.metadata, now.metadata));
        }
    } else if (outcome.result == Result::Conflict) {
        if (entry)
            entry->seenModified = outcome.now->modified;
        if (isHere)
            m_catalog->upsert(*outcome.now);
    } else if (isHere && outcome.now) {
        takeReading(*outcome.now);
    } else if (isHere && isLook && outcome.error && outcome.error->kind == Error::Kind::NotFound) {
        takeGone(outcome.plan.base.id);
    }
    if (!changedElsewhere.isEmpty())
        takeElsewhere(registry, changedElsewhere);
}

//! The read-back of a save showed what others did since its check.
void Workbench::tellMoved(EditSession *session, const RegisteredModel &now, bool holdsAll,
                          const QStringList &places)
{
    setStanding(session, holdsAll ? DraftStanding::Applies : DraftStanding::Clashes);
    if (!holdsAll)
        emit movedInRegistry(session, now);
    else if (!places.isEmpty())
        emit mergedFromRegistry(session, places);
}

} // namespace modelscribe
