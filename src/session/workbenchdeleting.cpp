// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench deletes a model from the registry.
#include "core/whendone.h"
#include "session/savejournal.h"
#include "session/workbenchstate.h"
#include "store/journal.h"

namespace modelscribe {

struct Workbench::Deletion
{
    QString modelId;
    QString registry;
    QPointer<Connection> connection;
    QPromise<Result<std::monostate>> promise;
    QUuid entry; //!< Of the journal; null without one.
    QList<JournalRequest> requests;
};

QFuture<Result<std::monostate>> Workbench::deleteModel(const QString &modelId)
{
    if (!m_connection)
        return readyResult<std::monostate>(failure(Error::Kind::Network));
    auto deletion = std::make_shared<Deletion>();
    deletion->modelId = modelId;
    deletion->registry = d->registry;
    deletion->connection = m_connection.get();
    deletion->promise.start();
    auto future = deletion->promise.future();
    if (!d->journal) {
        sendDeletion(deletion);
        return future;
    }
    RegisteredModel model{.id = modelId};
    if (const RegisteredModel *known = m_catalog->find(modelId))
        model = *known;
    else if (const Private::Entry *entry = d->find(modelId))
        model = entry->session->base();
    JournalEntry begun = journalEntryForDeletion(model, m_connection->title(), d->registry);
    begun.head.began = d->options.now();
    deletion->entry = begun.head.id;
    deletion->requests = begun.requests;
    // Well or not: then the journal keeps it in memory.
    whenDone(d->journal->begin(begun), this,
             [this, deletion](const Result<std::monostate> &) { sendDeletion(deletion); });
    return future;
}

void Workbench::sendDeletion(const std::shared_ptr<Deletion> &deletion)
{
    using Outcome = JournalHead::Outcome;
    if (!deletion->connection) {
        const Error gone{.kind = Error::Kind::Network};
        endDeletion(deletion, failure(gone), {.outcome = Outcome::Failed, .error = gone});
        return;
    }
    const auto take = [this, deletion](const Result<std::monostate> &result) {
        if (result) {
            endDeletion(deletion, result, {.outcome = Outcome::Saved});
            return;
        }
        const Error &error = result.error();
        if (error.kind == Error::Kind::NotFound) { // by somebody else
            endDeletion(deletion, std::monostate(), {.outcome = Outcome::Failed, .error = error});
        } else if (!error.outcomeUnknown) {
            endDeletion(deletion, result, {.outcome = Outcome::Failed, .error = error});
        } else if (!deletion->connection) {
            endDeletion(deletion, result, {.outcome = Outcome::Unknown, .error = error});
        } else {
            whenDone(deletion->connection->client().run(operations::getModel(deletion->modelId)),
                     this, [this, deletion, error](const Result<RegisteredModel> &model) {
                         const bool gone = !model && model.error().kind == Error::Kind::NotFound;
                         const Result<std::monostate> lost = failure(error);
                         endDeletion(deletion, gone ? Result<std::monostate>() : lost,
                                     {.outcome = gone    ? Outcome::Saved
                                                 : model ? Outcome::Failed
                                                         : Outcome::Unknown,
                                      .error = error});
                     });
        }
    };
    const auto answered = [deletion](const Response &response) {
        for (JournalRequest &request : deletion->requests) {
            request.requestId = response.requestId;
            request.httpStatus = response.httpStatus;
        }
    };
    whenDone(
        deletion->connection->client().run(operations::deleteModel(deletion->modelId), answered),
        this, take);
}

void Workbench::endDeletion(const std::shared_ptr<Deletion> &deletion,
                            const Result<std::monostate> &result, const JournalEnd &end)
{
    using Outcome = JournalHead::Outcome;
    using State = JournalRequest::State;
    if (!deletion->entry.isNull()) {
        JournalEnd ended = end;
        ended.finished = d->options.now();
        ended.requests = deletion->requests;
        for (JournalRequest &request : ended.requests) {
            request.state = end.outcome == Outcome::Saved     ? State::Done
                            : end.outcome == Outcome::Unknown ? State::Unknown
                                                              : State::Failed;
            if (end.error && request.httpStatus == 0) {
                request.requestId = end.error->requestId;
                request.httpStatus = end.error->httpStatus;
            }
        }
        complete(deletion->entry, ended);
    }
    if (result && deletion->registry == d->registry)
        forget(deletion->modelId);
    deletion->promise.addResult(result);
    deletion->promise.finish();
}

void Workbench::forget(const QString &modelId)
{
    if (Private::Entry *entry = d->find(modelId))
        discard(entry->session.get());
    if (m_catalog)
        m_catalog->remove(modelId);
}

} // namespace modelscribe
