// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/operations.h"

#include "api/decode.h"
#include "api/workspacedecode.h"
#include "core/jsonwriter.h"
#include "model/modeldiff.h"

#include <algorithm>

namespace modelscribe::operations {

using namespace Qt::StringLiterals;

namespace {

constexpr int memberPageSize = 50;
constexpr int workspacePageSize = 20; // the documented default; nobody states the maximum

QStringList modelPath(const QString &modelId) { return {u"models"_s, modelId}; }

QByteArray labelList(const QList<Label> &labels)
{
    QByteArray list = "["_ba;
    for (const Label &label : labels) {
        JsonObjectWriter entry;
        entry.add(u"Key", jsonString(label.key));
        entry.add(u"Value", jsonString(label.value));
        if (list.size() > 1)
            list += ',';
        list += entry.take();
    }
    return list + ']';
}

//! A changed field, in the way that this service takes it.
Result<QByteArray> wireOf(const FieldChange &change, const ServiceRules &rules)
{
    const ModelField &field = *change.field;
    const auto clear = field.isNumber() ? rules.clearNumber : rules.clearText;
    if (field.kind == FieldKind::JsonObject)
        return field.wire(extraInfoToSend(change.before.json(), change.after.json(), rules));
    if (change.after.isEmpty() && clear == ServiceRules::Clear::ByNull)
        return "null"_ba;
    return field.wire(change.after);
}

} // namespace

Operation<ModelPage> listModels(const ListModelsQuery &query)
{
    Request request{.action = "ListModels"_ba, .path = {u"models"_s}, .maxAnswer = maxListBytes};
    if (!query.workspaceId.isEmpty())
        request.query.append({u"WorkspaceId"_s, query.workspaceId});
    if (!query.provider.isEmpty())
        request.query.append({u"Provider"_s, query.provider});
    if (!query.exactName.isEmpty())
        request.query.append(
            {u"ModelName"_s, query.isQuoted ? u'"' + query.exactName + u'"' : query.exactName});
    if (!query.sortBy.isEmpty()) {
        request.query.append({u"SortBy"_s, query.sortBy});
        request.query.append({u"Order"_s, query.descending ? u"DESC"_s : u"ASC"_s});
    }
    request.query.append({u"PageNumber"_s, QString::number(query.pageNumber)});
    request.query.append({u"PageSize"_s, QString::number(query.pageSize)});
    return {std::move(request), decode::modelPage};
}

Operation<RegisteredModel> getModel(const QString &modelId)
{
    return {{.action = "GetModel"_ba, .path = modelPath(modelId)}, decode::model};
}

Result<Operation<QString>> createModel(const ModelMetadata &metadata, const QString &workspaceId)
{
    JsonObjectWriter body;
    for (const ModelField &field : modelFields) {
        const FieldValue value = field.read(metadata);
        if (value.isEmpty())
            continue;
        const auto wire = field.wire(value);
        if (!wire)
            return failure(wire.error());
        body.add(QString(field.key), *wire);
    }
    if (!workspaceId.isEmpty())
        body.add(u"WorkspaceId", jsonString(workspaceId));
    if (!metadata.labels.isEmpty())
        body.add(u"Tag", labelList(metadata.labels));
    return Operation<QString>{{.verb = Request::Verb::Post,
                               .action = "CreateModel"_ba,
                               .path = {u"models"_s},
                               .body = body.take()},
                              decode::createdModelId};
}

Result<Operation<std::monostate>> updateModel(const QString &modelId, const ModelMetadata &base,
                                              const ModelMetadata &edited,
                                              const ServiceRules &rules)
{
    const QList<FieldChange> changed = fieldChanges(base, edited);
    JsonObjectWriter body;
    for (const ModelField &field : modelFields) {
        const auto change = std::ranges::find(changed, &field, &FieldChange::field);
        const bool isChanged = change != changed.end();
        // Where what is not sent is cleared, everything is sent.
        if (!isChanged && (rules.omittedStay || changed.isEmpty() || field.read(edited).isEmpty()))
            continue;
        const auto wire = isChanged ? wireOf(*change, rules) : field.wire(field.read(edited));
        if (!wire)
            return failure(wire.error());
        body.add(QString(field.key), *wire);
    }
    if (body.isEmpty())
        return failure(Error::Kind::Invalid, u"no field differs"_s);
    return Operation<std::monostate>{{.verb = Request::Verb::Put,
                                      .action = "UpdateModel"_ba,
                                      .path = modelPath(modelId),
                                      .body = body.take()},
                                     decode::nothing};
}

Operation<std::monostate> deleteModel(const QString &modelId)
{
    return {{.verb = Request::Verb::Delete, .action = "DeleteModel"_ba, .path = modelPath(modelId)},
            decode::nothing};
}

Operation<std::monostate> createModelLabels(const QString &modelId, const QList<Label> &labels)
{
    JsonObjectWriter body;
    body.add(u"Labels", labelList(labels));
    return {{.verb = Request::Verb::Post,
             .action = "CreateModelLabels"_ba,
             .path = modelPath(modelId) << u"labels"_s,
             .body = body.take()},
            decode::nothing};
}

Operation<std::monostate> deleteModelLabels(const QString &modelId, const QStringList &keys)
{
    return {{.verb = Request::Verb::Delete,
             .action = "DeleteModelLabels"_ba,
             .path = modelPath(modelId) << u"labels"_s,
             .query = {{u"LabelKeys"_s, keys.join(u',')}}},
            decode::nothing};
}

Operation<WorkspacePage> listWorkspaces(int pageNumber)
{
    return {{.action = "ListWorkspaces"_ba,
             .path = {u"workspaces"_s},
             .query = {{u"PageNumber"_s, QString::number(pageNumber)},
                       {u"PageSize"_s, QString::number(workspacePageSize)}},
             .maxAnswer = maxListBytes},
            decode::workspacePage};
}

Operation<Workspace> getWorkspace(const QString &workspaceId)
{
    return {{.action = "GetWorkspace"_ba, .path = {u"workspaces"_s, workspaceId}},
            decode::workspace};
}

Operation<Permissions> listPermissions(const QString &workspaceId)
{
    return {
        {.action = "ListPermissions"_ba, .path = {u"workspaces"_s, workspaceId, u"permissions"_s}},
        decode::permissions};
}

Operation<std::monostate> getPermission(const QString &workspaceId, const QString &code,
                                        const QString &accessibility, const QString &creator)
{
    return {{.action = "GetPermission"_ba,
             .path = {u"workspaces"_s, workspaceId, u"permissions"_s, code},
             .query = {{u"Accessibility"_s, accessibility}, {u"Creator"_s, creator}}},
            decode::nothing};
}

Operation<MemberPage> listMembers(const QString &workspaceId, int pageNumber)
{
    return {{.action = "ListMembers"_ba,
             .path = {u"workspaces"_s, workspaceId, u"members"_s},
             .query = {{u"PageNumber"_s, QString::number(pageNumber)},
                       {u"PageSize"_s, QString::number(memberPageSize)}},
             .maxAnswer = maxListBytes},
            decode::memberPage};
}

} // namespace modelscribe::operations
