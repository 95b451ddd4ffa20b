// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench writes to the registry: saves and deletions.
#include "core/whendone.h"
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

} // namespace

bool Workbench::isSaving() const
{
    const auto runs = findChildren<SaveRun *>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(runs, &SaveRun::isRunning);
}

SaveRun *Workbench::save(EditSession *session, const SavePlan &plan, bool allowSameName)
{
    Private::Entry *entry = d->find(session);
    if (!entry || !m_connection || entry->registry != d->registry)
        return nullptr;
    if (entry->run)
        return entry->run;
    auto *run = new SaveRun(m_connection->client(), plan, this);
    entry->run = run;
    run->setOptions({.now = d->options.now, .clockSkew = m_connection->clockSkew()});
    if (allowSameName)
        run->allowSameName();
    connect(run, &SaveRun::finished, this,
            [this, run, session = QPointer(session), registry = d->registry](
                const SaveOutcome &outcome) { takeOutcome(run, session, registry, outcome); });
    run->start();
    return run;
}

SaveRun *Workbench::runningSave(const EditSession *session) const
{
    const Private::Entry *entry = d->find(session);
    return entry ? entry->run.data() : nullptr;
}

void Workbench::takeOutcome(SaveRun *run, EditSession *session, const QString &registry,
                            const SaveOutcome &outcome)
{
    run->deleteLater();
    Private::Entry *entry = session ? d->find(session) : nullptr;
    if (entry)
        entry->run.clear();

    using Result = SaveOutcome::Result;
    if (hasWritten(outcome.plan)) {
        // What was written counts, whatever came of the rest. After a failure outcome.now may be
        // older than the last write.
        const bool isRead = outcome.now
                            && (outcome.result == Result::Saved
                                || outcome.result == Result::NotTaken);
        const RegisteredModel applied = outcome.plan.applied();
        RegisteredModel now = isRead ? *outcome.now : applied;
        if (outcome.plan.isCreate())
            now.id = outcome.createdId;
        if (entry) {
            entry->seenModified = now.modified;
            session->rebase(now, applied.metadata);
        }
        if (m_catalog && registry == d->registry) {
            m_catalog->upsert(now);
            if (!isRead)
                readAgain(now.id);
        }
    } else if (outcome.result == Result::Conflict) {
        if (entry)
            entry->seenModified = outcome.now->modified;
        if (m_catalog && registry == d->registry)
            m_catalog->upsert(*outcome.now);
    }
    if (!isSaving()) {
        for (auto &connection : d->retired)
            connection.release()->deleteLater();
        d->retired.clear();
    }
}

QFuture<Result<std::monostate>> Workbench::deleteModel(const QString &modelId)
{
    if (!m_connection)
        return readyResult<std::monostate>(failure(Error::Kind::Network));
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    const auto end = [this, promise, modelId,
                      registry = d->registry](const Result<std::monostate> &result) {
        if (result && registry == d->registry)
            forget(modelId);
        promise->addResult(result);
        promise->finish();
    };
    const QPointer<Connection> connection = m_connection.get();
    whenDone(m_connection->client().run(operations::deleteModel(modelId)), this,
             [this, end, connection, modelId](const Result<std::monostate> &result) {
                 if (result || result.error().kind == Error::Kind::NotFound) {
                     end(std::monostate());
                 } else if (!result.error().outcomeUnknown || !connection) {
                     end(result);
                 } else {
                     whenDone(connection->client().run(operations::getModel(modelId)), this,
                              [end, result](const Result<RegisteredModel> &model) {
                                  const bool gone = !model
                                                    && model.error().kind == Error::Kind::NotFound;
                                  end(gone ? Result<std::monostate>() : result);
                              });
                 }
             });
    return promise->future();
}

void Workbench::forget(const QString &modelId)
{
    if (Private::Entry *entry = d->find(modelId))
        discard(entry->session.get());
    if (m_catalog)
        m_catalog->remove(modelId);
}

} // namespace modelscribe
