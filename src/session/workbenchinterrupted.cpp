// SPDX-License-Identifier: GPL-3.0-or-later
// What a workbench does about saves that an earlier run of the program did not end.
#include "core/whendone.h"
#include "registry/savejournal.h"
#include "session/workbenchstate.h"
#include "store/journal.h"

#include <QTimer>

namespace modelscribe {

//! When the drafts of a connection are there.
void Workbench::settleInterrupted()
{
    const int round = ++d->settlingRound;
    d->interrupted.clear();
    if (!d->journal || !m_connection)
        return;
    whenDone(d->journal->interrupted(d->registry()), this,
             [this, round](const Result<QList<JournalHead>> &heads) {
                 if (!heads || round != d->settlingRound)
                     return;
                 for (const JournalHead &head : *heads)
                     d->interrupted.append(head.id);
                 settleNext(round);
             });
}

void Workbench::settleNext(int round)
{
    if (round != d->settlingRound || d->interrupted.isEmpty())
        return;
    whenDone(d->journal->entry(d->interrupted.takeFirst()), this,
             [this, round](const Result<JournalEntry> &entry) {
                 if (round != d->settlingRound)
                     return;
                 if (!entry)
                     settleNext(round);
                 else if (entry->head.what == JournalHead::What::Delete)
                     settleDeletion(*entry, round);
                 else
                     settleSave(*entry, round);
             });
}

void Workbench::settleDeletion(const JournalEntry &entry, int round)
{
    whenDone(m_connection->client().run(operations::getModel(entry.head.modelId)), this,
             [this, entry, round](const Result<RegisteredModel> &model) {
                 const bool gone = !model && model.error().kind == Error::Kind::NotFound;
                 if (gone || model) {
                     JournalEnd end{.finished = d->options.now(), .requests = entry.requests};
                     end.outcome = gone ? JournalHead::Outcome::Saved
                                        : JournalHead::Outcome::Failed;
                     for (JournalRequest &request : end.requests)
                         request.state = gone ? JournalRequest::State::Done
                                              : JournalRequest::State::Failed;
                     if (model)
                         end.held = *model;
                     complete(entry.head.id, end);
                 }
                 settleNext(round);
             });
}

void Workbench::settleSave(const JournalEntry &entry, int round)
{
    const auto plan = planOf(entry, m_connection->workspaceId());
    EditSession *session = findDraft(entry.head.modelId);
    if (!plan || runningSave(session)) {
        settleNext(round);
        return;
    }
    SaveRun *run = newRun(session, *plan);
    connect(run, &SaveRun::finished, this,
            [this, run, entry, round, hadSession = session != nullptr,
             session = QPointer(session)](const SaveOutcome &outcome) {
                const bool isDiscarded = hadSession && !d->sessions.holds(session);
                if (isDiscarded && isSettled(outcome))
                    complete(entry.head.id, outcome);
                if (isDiscarded)
                    takeOutcome(run, nullptr, entry.head.registryKey, outcome);
                else
                    takeInterrupted(run, session, entry, outcome);
                settleNext(round);
            });
    run->settle(entry.head.began);
}

void Workbench::takeInterrupted(SaveRun *run, EditSession *session, const JournalEntry &entry,
                                const SaveOutcome &outcome)
{
    const QString &registry = entry.head.registryKey;
    const bool isHere = registry == d->registry();
    if (!isSettled(outcome) || (!session && !isHere)) {
        takeOutcome(run, session, registry, outcome);
        // It may be too early to say that it is not there.
        if (isHere && outcome.plan.isCreate())
            QTimer::singleShot(d->saveOptions.goneAfter, m_connection.get(), [this] {
                if (d->interrupted.isEmpty())
                    settleInterrupted();
            });
        return;
    }
    session = bringBack(session, entry, outcome);
    takeOutcome(run, session, registry, outcome);
    complete(entry.head.id, outcome);
    emit interruptedSaveSettled(session, outcome);
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
