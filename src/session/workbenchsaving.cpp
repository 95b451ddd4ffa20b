// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench writes to the registry: saves and deletions.
#include "core/whendone.h"
#include "registry/deleterun.h"
#include "registry/savejournal.h"
#include "session/workbenchstate.h"
#include "store/draftstore.h"
#include "store/journal.h"

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

bool Workbench::isRunningAny() const
{
    const auto runs = findChildren<SaveRun *>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(runs, &SaveRun::isRunning) || isDeleting();
}

bool Workbench::isDeleting() const
{
    const auto runs = findChildren<DeleteRun *>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(runs, &DeleteRun::isRunning);
}

//! Connections that nobody uses any more.
void Workbench::releaseRetired()
{
    if (isRunningAny())
        return;
    for (auto &connection : d->retired)
        connection.release()->deleteLater();
    d->retired.clear();
}

bool Workbench::isSaving() const
{
    const auto runs = findChildren<SaveRun *>(Qt::FindDirectChildrenOnly);
    const auto isWriting = [](const SaveRun *run) {
        return run->isRunning() && !run->isSettling();
    };
    return d->completing > 0 || isDeleting() || std::ranges::any_of(runs, isWriting);
}

void Workbench::noteSaving()
{
    const bool saving = isSaving();
    if (std::exchange(d->wasSaving, saving) != saving)
        emit savingChanged();
}

void Workbench::setSaveOptions(const SaveRunOptions &options) { d->saveOptions = options; }

//! \p session may be nullptr. The new run has its options, and is not started.
SaveRun *Workbench::newRun(EditSession *session, const SavePlan &plan)
{
    auto *run = new SaveRun(m_connection->client(), plan, this);
    if (Private::Entry *entry = d->entries.find(session))
        entry->run = run;
    SaveRunOptions options = d->saveOptions;
    options.now = d->options.now;
    options.clockSkew = m_connection->clockSkew();
    run->setOptions(options);
    return run;
}

SaveRun *Workbench::save(EditSession *session, const SavePlan &plan, bool allowSameName)
{
    if (!m_connection || !d->sessions.isHere(session))
        return nullptr;
    if (SaveRun *running = runningSave(session))
        return running;
    SaveRun *run = newRun(session, plan);
    if (allowSameName)
        run->allowSameName();
    const auto noted = std::make_shared<QUuid>(); // the entry of the journal, once there is one
    if (d->journal) {
        SaveRunOptions options = run->options();
        options.beforeWrites = [this, noted, draftId = session->draftId(), registry = d->registry(),
                                profile = m_connection->title()](const SavePlan &sent) {
            JournalEntry begun = journalEntryFor(sent, profile, registry);
            begun.head.began = d->options.now();
            begun.head.modelId = draftId;
            *noted = begun.head.id;
            return d->journal->begin(begun);
        };
        run->setOptions(options);
    }
    connect(run, &SaveRun::finished, this,
            [this, run, noted, session = QPointer(session),
             registry = d->registry()](const SaveOutcome &outcome) {
                if (Private::Entry *saved = d->entries.find(session))
                    saved->noted = *noted;
                takeOutcome(run, session, registry, outcome);
                if (!noted->isNull())
                    complete(*noted, outcome);
                noteSaving();
            });
    run->start();
    noteSaving();
    return run;
}

SaveRun *Workbench::settle(EditSession *session, const SavePlan &plan, const QDateTime &startedAt,
                           const QUuid &journalEntry)
{
    if (!m_connection || !d->sessions.isHere(session))
        return nullptr;
    if (SaveRun *running = runningSave(session))
        return running;
    SaveRun *run = newRun(session, plan);
    connect(run, &SaveRun::finished, this,
            [this, run, journalEntry, session = QPointer(session),
             registry = d->registry()](const SaveOutcome &outcome) {
                takeOutcome(run, session, registry, outcome);
                if (isSettled(outcome) && !journalEntry.isNull())
                    complete(journalEntry, outcome);
            });
    run->settle(startedAt);
    return run;
}

void Workbench::complete(const QUuid &entry, const SaveOutcome &outcome)
{
    complete(entry, journalEndFor(outcome));
}

void Workbench::complete(const QUuid &entry, const JournalEnd &end)
{
    if (!d->journal)
        return;
    ++d->completing;
    const auto write = [journal = d->journal, bench = QPointer<Workbench>(this), entry, end] {
        whenDone(journal->complete(entry, end), journal, [bench](const Result<std::monostate> &) {
            if (bench) {
                --bench->d->completing;
                bench->noteSaving();
            }
        });
    };
    // What the journal has ended is not looked into at the next start: so what the save leaves of
    // the draft must be on the disk first.
    if (DraftStore *drafts = d->drafts.store())
        whenDone(drafts->flush(), d->journal, [write](const Result<std::monostate> &) { write(); });
    else
        write();
}

QUuid Workbench::journalEntryOf(const EditSession *session) const
{
    return d->entries.value(session).noted;
}

SaveRun *Workbench::runningSave(const EditSession *session) const
{
    return d->entries.value(session).run;
}

void Workbench::takeOutcome(SaveRun *run, EditSession *session, const QString &registry,
                            const SaveOutcome &outcome)
{
    run->deleteLater();
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
    } else if (isHere && run->isSettling() && outcome.error
               && outcome.error->kind == Error::Kind::NotFound) {
        d->readings.takeGone(outcome.plan.base.id);
    }
    if (!missed.isEmpty())
        d->drafts.takeElsewhere(registry, missed);
    releaseRetired();
}

} // namespace modelscribe
