// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/savejournal.h"

#include "api/operations.h"
#include "registry/writeoutcome.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

JournalRequest::State stateOf(SaveStep::State state)
{
    using To = JournalRequest::State;
    switch (state) {
    case SaveStep::State::Done: return To::Done;
    case SaveStep::State::Failed: return To::Failed;
    case SaveStep::State::Unknown: return To::Unknown;
    case SaveStep::State::Skipped: return To::Skipped;
    case SaveStep::State::Waiting:
    case SaveStep::State::Running: break;
    }
    return To::Waiting;
}

JournalRequest requestOf(const Request &request)
{
    return {.method = QString::fromLatin1(request.verbName()),
            .path = QString::fromLatin1(request.target()),
            .body = request.body.value_or(QByteArray())};
}

QList<JournalRequest> requestsOf(const SavePlan &plan)
{
    QList<JournalRequest> requests;
    for (const SaveStep &step : plan.steps) {
        JournalRequest request = requestOf(step.request);
        request.state = stateOf(step.state);
        request.requestId = step.requestId;
        request.httpStatus = step.httpStatus;
        requests.append(std::move(request));
    }
    return requests;
}

JournalRequest::State stateOf(DeleteOutcome::Result result)
{
    using State = JournalRequest::State;
    switch (result) {
    case DeleteOutcome::Result::Deleted: return State::Done;
    case DeleteOutcome::Result::Unknown: return State::Unknown;
    case DeleteOutcome::Result::Moved: return State::Skipped;
    case DeleteOutcome::Result::GoneAlready:
    case DeleteOutcome::Result::Failed: break;
    }
    return State::Failed;
}

//! As the requests tell: what has another value was removed first, or not.
LabelPost labelPostOf(const JournalEntry &entry)
{
    const LabelChanges changes = labelChanges(
        entry.before ? entry.before->metadata.labels : QList<Label>(), entry.after->labels);
    for (const JournalRequest &request : entry.requests) {
        const QUrlQuery query(QUrl(request.path, QUrl::StrictMode));
        const QStringList keys =
            query.queryItemValue(u"LabelKeys"_s, QUrl::FullyDecoded).split(u',');
        if (request.method == "DELETE"_L1 && std::ranges::any_of(keys, [&](const QString &key) {
                return changes.isChanged(key);
            }))
            return LabelPost::KeepsOld;
    }
    return LabelPost::Overwrites;
}

//! What was sent then may be what nobody would send to others, or now. Takes away what stands
//! against a request, and nothing that says how one is made.
void allowEverything(ServiceRules &rules)
{
    using Clear = ServiceRules::Clear;
    rules.clearNumber = Clear::ByNull;
    if (rules.clearText == Clear::Impossible)
        rules.clearText = Clear::ByEmpty;
    rules.emptiesExtraInfo = true;
    if (!rules.nullRemoves)
        rules.extraInfo = ServiceRules::Merge::None;
    rules.countsNameInBytes = false;
}

//! Where the name was looked for is where the model was to be.
QString workspaceOf(const JournalEntry &entry)
{
    for (const JournalRequest &request : entry.requests) {
        const QUrlQuery query(QUrl(request.path, QUrl::StrictMode));
        if (request.method == "GET"_L1 && query.hasQueryItem(u"WorkspaceId"_s))
            return query.queryItemValue(u"WorkspaceId"_s, QUrl::FullyDecoded);
    }
    return {};
}

} // namespace

JournalEntry journalEntryFor(const SavePlan &plan, const QString &profile,
                             const QString &registryKey)
{
    JournalEntry entry{.after = plan.edited, .requests = requestsOf(plan)};
    entry.head.profile = profile;
    entry.head.registryKey = registryKey;
    entry.head.modelId = plan.base.id;
    entry.head.modelName = plan.edited.name;
    entry.head.what = plan.isCreate()           ? JournalHead::What::Create
                      : plan.fields().isEmpty() ? JournalHead::What::Labels
                                                : JournalHead::What::Update;
    entry.head.changeCount = plan.changeCount();
    if (!plan.isCreate())
        entry.before = plan.base;
    return entry;
}

JournalEnd journalEndFor(const SaveOutcome &outcome)
{
    return {.outcome = journalOutcome(verdictOf(outcome)),
            .modelId = outcome.createdId,
            .requests = requestsOf(outcome.plan),
            .held = outcome.now,
            .error = outcome.error};
}

JournalEnd journalEndFor(const DeleteOutcome &outcome, QList<JournalRequest> requests)
{
    for (JournalRequest &request : requests) {
        request.state = stateOf(outcome.result);
        request.requestId = outcome.requestId;
        request.httpStatus = outcome.httpStatus;
    }
    const bool stands = outcome.result == DeleteOutcome::Result::Failed && outcome.now;
    return {.outcome = journalOutcome(verdictOf(outcome)),
            .requests = std::move(requests),
            .held = stands ? outcome.now : std::nullopt,
            .error = outcome.error};
}

JournalEntry journalEntryForDeletion(const RegisteredModel &model, const QString &profile,
                                     const QString &registryKey)
{
    JournalEntry entry{.before = model,
                       .requests = {requestOf(operations::deleteModel(model.id).request)}};
    entry.head.profile = profile;
    entry.head.registryKey = registryKey;
    entry.head.modelId = model.id;
    entry.head.modelName = model.metadata.name;
    entry.head.what = JournalHead::What::Delete;
    return entry;
}

Result<SavePlan> planOf(const JournalEntry &entry, const QString &workspaceId, ServiceRules rules)
{
    const bool isCreate = entry.head.what == JournalHead::What::Create;
    if (entry.head.what == JournalHead::What::Delete || !entry.after
        || (!isCreate && !entry.before))
        return failure(Error::Kind::Invalid, u"the journal's entry is not of a save"_s);
    allowEverything(rules);
    rules.labelPost = labelPostOf(entry);
    const QString workspace = workspaceOf(entry);
    return SavePlan::make(isCreate ? RegisteredModel() : *entry.before, *entry.after,
                          workspace.isEmpty() ? workspaceId : workspace, rules);
}

} // namespace modelscribe
