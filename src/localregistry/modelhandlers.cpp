// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/handlers.h"

#include "core/jsonmembers.h"
#include "localregistry/labelstore.h"
#include "localregistry/membership.h"
#include "localregistry/refusals.h"
#include "localregistry/workspacestore.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe::handlers {

namespace {

using refusals::invalidParameter;

constexpr std::array modelSortColumns = {
    SortColumn{"GmtCreateTime"_L1, "created"_L1},
    SortColumn{"GmtModifiedTime"_L1, "modified"_L1},
    SortColumn{"ModelName"_L1, "name"_L1},
    SortColumn{"ModelId"_L1, "id"_L1},
    SortColumn{"WorkspaceId"_L1, "workspace"_L1},
    SortColumn{"Accessibility"_L1, "accessibility"_L1},
    SortColumn{"Origin"_L1, "origin"_L1},
    SortColumn{"Domain"_L1, "domain"_L1},
    SortColumn{"Task"_L1, "task"_L1},
    SortColumn{"ModelType"_L1, "type"_L1},
    SortColumn{"OrderNumber"_L1, "order_number"_L1},
    SortColumn{"ParameterSize"_L1, "parameter_size"_L1},
    SortColumn{"Provider"_L1, "provider"_L1},
};

const QString labelHolds = u"EXISTS (SELECT 1 FROM model_labels l WHERE l.owner = models.seq AND "
                           "(l.key LIKE ? ESCAPE '\\' OR l.value LIKE ? ESCAPE '\\'))"_s;

void addNameFilter(Filter &filter, const QString &name)
{
    if (name.isEmpty())
        return;
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"'))
        filter.add(u"name = ?"_s, {name.mid(1, name.size() - 2)});
    else
        filter.add(u"name LIKE ? ESCAPE '\\'"_s, {containsPattern(name)});
}

void addTextFilters(Filter &filter, const QueryParameters &query)
{
    if (const QString text = query.text("Query"); !text.isEmpty()) {
        const QString pattern = containsPattern(text);
        filter.add(u"name LIKE ? ESCAPE '\\' OR domain LIKE ? ESCAPE '\\'"
                   " OR task LIKE ? ESCAPE '\\' OR "_s
                       + labelHolds,
                   {pattern, pattern, pattern, pattern, pattern});
    }
    if (const QString text = query.text("Label"); !text.isEmpty())
        filter.add(labelHolds, {containsPattern(text), containsPattern(text)});
}

//! Every entry must be there; one without Value asks for the key alone.
Result<void> addTagFilter(Filter &filter, const QString &json)
{
    if (json.isEmpty())
        return {};
    const auto entries = jsonElements(json.toUtf8());
    if (!entries)
        return failure(invalidParameter(u"Tag", u"must be a JSON array of {Key, Value}."_s));
    for (const JsonText &entry : *entries) {
        const auto members = BodyReader::read(entry.utf8());
        const auto key = members ? members->text(u"Key") : failure(members.error());
        const auto value = members ? members->text(u"Value") : failure(members.error());
        if (!key || !value || !*key)
            return failure(invalidParameter(u"Tag", u"must be a JSON array of {Key, Value}."_s));
        QString condition = u"EXISTS (SELECT 1 FROM model_labels l WHERE l.owner = models.seq"
                            " AND l.key = ?"_s;
        QVariantList values{**key};
        if (*value) {
            condition += u" AND l.value = ?"_s;
            values.append((*value)->isEmpty() ? u""_s : **value);
        }
        filter.add(condition + u')', values);
    }
    return {};
}

Result<Filter> modelFilter(const QueryParameters &query)
{
    if (!query.text("Conditions").isEmpty())
        return failure(invalidParameter(u"Conditions", u"is not supported here."_s));
    Filter filter;
    filter.addEqual(u"workspace"_s, query.text("WorkspaceId"));
    filter.addEqual(u"provider"_s, query.text("Provider"));
    if (query.text("Provider").isEmpty()) // by rows, so that an index tells how many there are
        filter.add(u"seq NOT IN (SELECT seq FROM models WHERE provider <> '')"_s, {});
    filter.addEqual(u"domain"_s, query.text("Domain"));
    filter.addEqual(u"task"_s, query.text("Task"));
    filter.addEqual(u"type"_s, query.text("ModelType"));
    filter.addEqual(u"origin"_s, query.text("Origin"));
    addNameFilter(filter, query.text("ModelName"));
    addTextFilters(filter, query);
    if (const auto added = addTagFilter(filter, query.text("Tag")); !added)
        return failure(added.error());
    return filter;
}

Result<QString> workspaceFor(ServiceCall &call, const BodyReader &body)
{
    WorkspaceStore workspaces(call.database);
    const auto asked = body.text(u"WorkspaceId");
    if (!asked)
        return failure(asked.error());
    if (asked->value_or(QString()).isEmpty())
        return workspaces.defaultId();
    const auto exists = workspaces.exists(**asked);
    if (!exists)
        return failure(exists.error());
    if (!*exists)
        return failure(refusals::workspaceNotFound(**asked));
    return **asked;
}

bool isPublic(const ColumnValues &values)
{
    return std::ranges::any_of(values, [](const ColumnValue &value) {
        return value.column == "accessibility"_L1 && value.value.toString() == "PUBLIC"_L1;
    });
}

//! Refused when the caller may not do \p action in \p workspace with what is \p accessibility and
//! was made by \p creator.
Result<void> allowed(ServiceCall &call, const QString &workspace, const QString &action,
                     const QString &accessibility, const QString &creator)
{
    const auto owner = WorkspaceStore(call.database).creatorOf(workspace);
    if (!owner)
        return failure(owner.error());
    const auto role = membership::roleOf(QString(localUserId), *owner);
    if (membership::mayDo(role, u"PaiModel:"_s + action, accessibility, creator == localUserId))
        return {};
    return failure(refusals::forbidden(
        u"paimodel:"_s + action,
        u"The role %1 does not allow this here."_s.arg(membership::nameOf(role))));
}

//! Tag replaces the deprecated Labels.
Result<QList<StoredLabel>> labelsForCreate(const BodyReader &body)
{
    const auto labels = body.labels(u"Labels");
    if (!labels)
        return failure(labels.error());
    const auto tags = body.labels(u"Tag");
    if (!tags)
        return failure(tags.error());
    return *tags ? **tags : labels->value_or(QList<StoredLabel>());
}

} // namespace

QByteArray jsonArray(const QList<JsonObjectWriter> &elements)
{
    QByteArrayList texts;
    for (const JsonObjectWriter &element : elements)
        texts.append(element.take());
    return '[' + texts.join(',') + ']';
}

Result<ModelHandle> writableModel(ServiceCall &call)
{
    auto model = ModelStore(call.database).find(call.ids[0]);
    if (model && !model->provider.isEmpty())
        return failure(refusals::forbidden(
            u"paimodel:"_s + call.action,
            u"Model %1 is a public model of %2."_s.arg(model->id, model->provider)));
    if (!model)
        return model;
    if (const auto may = allowed(call, model->workspace, call.action, model->accessibility,
                                 model->userId);
        !may)
        return failure(may.error());
    return model;
}

Handled listModels(ServiceCall &call)
{
    const auto filter = modelFilter(call.query);
    if (!filter)
        return failure(filter.error());
    const auto page = pageClause(call.query, modelSortColumns, u"seq"_s, 10);
    if (!page)
        return failure(page.error());
    ModelStore store(call.database);
    const auto total = store.count(*filter);
    if (!total)
        return failure(total.error());
    const auto models = store.list(filter->clause() + *page, filter->values(), true);
    if (!models)
        return failure(models.error());
    JsonObjectWriter answer;
    answer.add(u"TotalCount", QByteArray::number(*total));
    answer.add(u"Models", jsonArray(*models));
    return answer;
}

Handled getModel(ServiceCall &call)
{
    const auto found = ModelStore(call.database).list(u" WHERE id = ?"_s, {call.ids[0]}, false);
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(refusals::modelNotFound(call.ids[0]));
    return found->first();
}

Handled createModel(ServiceCall &call)
{
    const auto body = BodyReader::read(call.body);
    if (!body)
        return failure(body.error());
    const auto values = body->fields(modelBodyFields(), BodyReader::Purpose::Create);
    if (!values)
        return failure(values.error());
    const auto labels = labelsForCreate(*body);
    if (!labels)
        return failure(labels.error());
    const auto workspace = workspaceFor(call, *body);
    if (!workspace)
        return failure(workspace.error());
    if (isPublic(*values)) {
        const auto may = allowed(call, *workspace, u"PublishModel"_s, u"PUBLIC"_s,
                                 QString(localUserId));
        if (!may)
            return failure(may.error());
    }
    QString id;
    const auto row = ModelStore(call.database)
                         .add({.workspace = *workspace,
                               .created = call.now,
                               .modified = call.now,
                               .values = *values},
                              &id);
    if (!row)
        return failure(row.error());
    const auto put = LabelStore(call.database, LabelStore::Of::Models).put(*row, *labels);
    if (!put)
        return failure(put.error());
    JsonObjectWriter answer;
    answer.add(u"ModelId", jsonString(id));
    return answer;
}

Handled updateModel(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    const auto body = BodyReader::read(call.body);
    if (!body)
        return failure(body.error());
    for (const auto key : {u"WorkspaceId", u"Tag", u"Labels"}) {
        if (body->value(key))
            return failure(invalidParameter(key, u"cannot be changed by UpdateModel."_s));
    }
    const auto values = body->fields(modelBodyFields(), BodyReader::Purpose::Update);
    if (!values)
        return failure(values.error());
    if (isPublic(*values) && model->accessibility != "PUBLIC"_L1) {
        const auto may = allowed(call, model->workspace, u"PublishModel"_s, u"PUBLIC"_s,
                                 model->userId);
        if (!may)
            return failure(may.error());
    }
    if (!values->isEmpty()) {
        const auto changed = ModelStore(call.database).change(*model, *values, call.now);
        if (!changed)
            return failure(changed.error());
    }
    return JsonObjectWriter();
}

Handled deleteModel(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    const auto removed = ModelStore(call.database).remove(*model);
    if (!removed)
        return failure(removed.error());
    return JsonObjectWriter();
}

} // namespace modelscribe::handlers
