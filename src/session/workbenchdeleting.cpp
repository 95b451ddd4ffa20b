// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench deletes a model from the registry.
#include "core/whendone.h"
#include "registry/deleterun.h"
#include "registry/savejournal.h"
#include "session/workbenchstate.h"
#include "store/journal.h"

namespace modelscribe {

namespace {

JournalHead::Outcome notedFor(DeleteOutcome::Result result)
{
    switch (result) {
    case DeleteOutcome::Result::Deleted: return JournalHead::Outcome::Saved;
    case DeleteOutcome::Result::Unknown: return JournalHead::Outcome::Unknown;
    case DeleteOutcome::Result::GoneAlready:
    case DeleteOutcome::Result::Moved:
    case DeleteOutcome::Result::Failed: break;
    }
    return JournalHead::Outcome::Failed;
}

} // namespace

struct Workbench::Deletion
{
    QString modelId;
    QString registry;
    QPromise<Result<std::monostate>> promise;
    QUuid entry; //!< Of the journal; null until there is one.
    QList<JournalRequest> requests;
};

QFuture<Result<std::monostate>> Workbench::deleteModel(const QString &modelId)
{
    if (const EditSession *session = d->sessions.find(modelId))
        return deleteModel(session->base());
    const RegisteredModel *known = m_catalog ? m_catalog->find(modelId) : nullptr;
    return deleteModel(known ? *known : RegisteredModel{.id = modelId});
}

QFuture<Result<std::monostate>> Workbench::deleteModel(const RegisteredModel &seen)
{
    if (!m_connection)
        return readyResult<std::monostate>(failure(Error::Kind::Network));
    auto deletion = std::make_shared<Deletion>();
    deletion->modelId = seen.id;
    deletion->registry = d->registry();
    deletion->promise.start();
    auto *run = new DeleteRun(m_connection->client(), seen.id, this);
    DeleteRunOptions options{.lookPauses = d->saveOptions.lookPauses,
                             .isExpected = [seen = seen.metadata](const RegisteredModel &now) {
                                 return sameContent(seen, now.metadata);
                             }};
    if (d->journal) {
        options.beforeDeletion = [this, deletion,
                                  profile = m_connection->title()](const RegisteredModel &now) {
            JournalEntry begun = journalEntryForDeletion(now, profile, deletion->registry);
            begun.head.began = d->options.now();
            deletion->entry = begun.head.id;
            deletion->requests = begun.requests;
            return d->journal->begin(begun); // well or not: then the journal keeps it in memory
        };
    }
    run->setOptions(options);
    connect(run, &DeleteRun::finished, this, [this, run, deletion](const DeleteOutcome &outcome) {
        run->deleteLater();
        endDeletion(deletion, outcome);
    });
    run->start();
    noteSaving();
    return deletion->promise.future();
}

void Workbench::endDeletion(const std::shared_ptr<Deletion> &deletion, const DeleteOutcome &outcome)
{
    using State = JournalRequest::State;
    using Result = DeleteOutcome::Result;
    if (!deletion->entry.isNull()) {
        JournalEnd ended{.finished = d->options.now(),
                         .outcome = notedFor(outcome.result),
                         .requests = deletion->requests,
                         .error = outcome.error};
        for (JournalRequest &request : ended.requests) {
            request.state = outcome.result == Result::Deleted   ? State::Done
                            : outcome.result == Result::Unknown ? State::Unknown
                            : outcome.result == Result::Moved   ? State::Skipped
                                                                : State::Failed;
            request.requestId = outcome.requestId;
            request.httpStatus = outcome.httpStatus;
        }
        complete(deletion->entry, ended);
    }
    const bool isGone = outcome.result == Result::Deleted || outcome.result == Result::GoneAlready;
    const bool isHere = m_catalog && deletion->registry == d->registry();
    if (isGone && isHere)
        forget(deletion->modelId);
    else if (outcome.result == Result::Moved && isHere)
        d->readings.takeReading(*outcome.now);
    if (isGone)
        deletion->promise.addResult(std::monostate());
    else
        deletion->promise.addResult(failure(outcome.error.value_or(Error())));
    deletion->promise.finish();
    releaseRetired();
    noteSaving();
}

void Workbench::forget(const QString &modelId)
{
    if (EditSession *session = d->sessions.find(modelId))
        discard(session);
    if (m_catalog)
        m_catalog->remove(modelId);
}

} // namespace modelscribe
