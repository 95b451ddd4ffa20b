// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench deletes a model from the registry.
#include "core/whendone.h"
#include "model/modeldiff.h"
#include "session/workbenchstate.h"

namespace modelscribe {

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
    const auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    WriteWish wish{.isExpected = [seen = seen.metadata](const RegisteredModel &now) {
        return sameContent(seen, now.metadata);
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
        .registryKey = d->registry(), .workspaceId = seen.workspaceId, .modelId = seen.id};
    if (!d->writer.remove(*m_connection, ref, wish))
        return readyResult<std::monostate>(failure(Error::Kind::Conflict));
    return promise->future();
}

void Workbench::takeDeletion(const WriteOutcome &outcome)
{
    if (!m_catalog || outcome.ref.registryKey != d->registry())
        return;
    if (outcome.verdict == Verdict::Done || outcome.verdict == Verdict::GoneAlready)
        forget(outcome.ref.modelId);
    else if (outcome.verdict == Verdict::Conflict)
        d->readings.takeReading(*outcome.deletion->now);
}

void Workbench::forget(const QString &modelId)
{
    if (EditSession *session = d->sessions.find(modelId))
        discard(session);
    if (m_catalog)
        m_catalog->remove(modelId);
}

} // namespace modelscribe
