// SPDX-License-Identifier: GPL-3.0-or-later
// What a workbench does about saves that an earlier run of the program did not end.
#include "registry/leftovers.h"
#include "session/workbenchstate.h"
#include "store/journal.h"

#include <QTimer>

namespace modelscribe {

//! When the drafts of a connection are there.
void Workbench::settleInterrupted()
{
    if (!m_connection)
        return;
    d->settling.clear();
    d->writer.leftovers().settle(
        *m_connection,
        {.begins =
             [this](const JournalEntry &entry, SaveRun *run) {
                 d->settling = findDraft(entry.head.modelId);
                 d->settledSession = d->settling != nullptr;
                 if (Private::Entry *known = d->entries.find(d->settling))
                     known->run = run;
             },
         .takes = [this](const JournalEntry &entry,
                         const WriteOutcome &outcome) { return takeInterrupted(entry, outcome); },
         .leaves = [this](const JournalEntry &entry,
                          const WriteOutcome &outcome) { takeUnsettled(entry, outcome); }});
}

//! It may be too early to say that it is not there.
void Workbench::takeUnsettled(const JournalEntry &entry, const WriteOutcome &outcome)
{
    if (!outcome.save)
        return;
    const QString &registry = entry.head.registryKey;
    takeOutcome(d->sessions.holds(d->settling) ? d->settling : nullptr, registry, *outcome.save,
                true);
    if (registry != d->registry() || !outcome.save->plan.isCreate())
        return;
    QTimer::singleShot(d->writer.options().runs.goneAfter, m_connection.get(), [this] {
        if (!d->writer.leftovers().isSettling())
            settleInterrupted();
    });
}

//! Whether the journal may be told: what is left of it is a draft here, or was given up.
bool Workbench::takeInterrupted(const JournalEntry &entry, const WriteOutcome &outcome)
{
    if (!outcome.save)
        return true; // a deletion leaves nothing behind
    const QString &registry = entry.head.registryKey;
    EditSession *session = d->sessions.holds(d->settling) ? d->settling : nullptr;
    const bool isDiscarded = d->settledSession && !session;
    if (isDiscarded || (!session && registry != d->registry())) {
        takeOutcome(nullptr, registry, *outcome.save, true);
        return isDiscarded;
    }
    session = bringBack(session, entry, *outcome.save);
    takeOutcome(session, registry, *outcome.save, true);
    emit interruptedSaveSettled(session, *outcome.save);
    return true;
}

//! The session that \p entry was made from, as it was before the save.
EditSession *Workbench::bringBack(EditSession *session, const JournalEntry &entry,
                                  const SaveOutcome &outcome)
{
    const bool isCreate = outcome.plan.isCreate();
    const QString &id = isCreate ? outcome.createdId : outcome.plan.base.id;
    if (!session)
        session = d->sessions.find(id);
    if (!session && isCreate)
        session = d->sessions.add(
            std::unique_ptr<EditSession>(EditSession::forNewModel(outcome.plan.workspaceId)));
    else if (!session)
        session = d->sessions.add(std::make_unique<EditSession>(outcome.plan.base));
    if (!session->isDirty()) {
        if (!isCreate)
            session->replaceBase(outcome.plan.base);
        session->apply(*entry.after);
    }
    return session;
}

} // namespace modelscribe
