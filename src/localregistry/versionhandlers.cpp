// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/handlers.h"

#include "localregistry/labelstore.h"
#include "localregistry/refusals.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe::handlers {

namespace {

using refusals::invalidParameter;

constexpr qsizetype maxVersionNameLength = 128;
constexpr qsizetype maxNewVersionLabels = 20;

constexpr std::array versionSortColumns = {
    SortColumn{"GmtCreateTime"_L1, "created"_L1},
    SortColumn{"GmtModifiedTime"_L1, "modified"_L1},
    SortColumn{"VersionName"_L1, "name"_L1},
    SortColumn{"ApprovalStatus"_L1, "approval_status"_L1},
    SortColumn{"FormatType"_L1, "format_type"_L1},
    SortColumn{"FrameworkType"_L1, "framework_type"_L1},
    SortColumn{"SourceType"_L1, "source_type"_L1},
};

Result<ModelHandle> readableModel(ServiceCall &call)
{
    return ModelStore(call.database).find(call.ids[0]);
}

Filter versionFilter(const ServiceCall &call, qint64 model)
{
    Filter filter;
    filter.add(u"model = ?"_s, {model});
    filter.addEqual(u"approval_status"_s, call.query.text("ApprovalStatus"));
    filter.addEqual(u"format_type"_s, call.query.text("FormatType"));
    filter.addEqual(u"framework_type"_s, call.query.text("FrameworkType"));
    filter.addEqual(u"source_type"_s, call.query.text("SourceType"));
    filter.addEqual(u"source_id"_s, call.query.text("SourceId"));
    filter.addEqual(u"name"_s, call.query.text("VersionName"));
    if (const QString text = call.query.text("Label"); !text.isEmpty())
        filter.add(u"EXISTS (SELECT 1 FROM version_labels l WHERE l.owner = versions.seq AND "
                   "(l.key LIKE ? ESCAPE '\\' OR l.value LIKE ? ESCAPE '\\'))"_s,
                   {containsPattern(text), containsPattern(text)});
    return filter;
}

Result<QString> nameForCreate(ServiceCall &call, const BodyReader &body, qint64 model)
{
    VersionStore store(call.database);
    const auto asked = body.text(u"VersionName");
    if (!asked)
        return failure(asked.error());
    if (asked->value_or(QString()).isEmpty())
        return store.nextName(model);
    const QString &name = **asked;
    static const QRegularExpression form(u"^[0-9]+\\.[0-9]+\\.[0-9]+(_[A-Za-z0-9_]+)?\\z"_s);
    if (name.size() > maxVersionNameLength || !form.match(name).hasMatch())
        return failure(invalidParameter(u"VersionName", u"must look like 0.1.0 or 0.1.0_word."_s));
    const auto exists = store.exists(model, name);
    if (!exists)
        return failure(exists.error());
    if (*exists)
        return failure(invalidParameter(u"VersionName", u"exists already."_s));
    return name;
}

Result<void> checkUri(const BodyReader &body)
{
    const auto text = body.text(u"Uri");
    const QUrl url(text->value_or(QString()));
    const QString scheme = url.scheme().toLower();
    if ((scheme != "http"_L1 && scheme != "https"_L1 && scheme != "oss"_L1) || url.host().isEmpty())
        return failure(invalidParameter(u"Uri", u"must be an http, https or oss address."_s));
    return {};
}

//! Approved and Rejected are final.
Result<void> checkApproval(const VersionHandle &version, const ColumnValues &values)
{
    const auto status = std::ranges::find(values, "approval_status"_L1, &ColumnValue::column);
    if (status == values.end() || version.approvalStatus == "Pending"_L1
        || status->value.toString() == version.approvalStatus)
        return {};
    return failure(invalidParameter(u"ApprovalStatus", version.approvalStatus + u" is final."_s));
}

} // namespace

Handled listModelVersions(ServiceCall &call)
{
    const auto model = readableModel(call);
    if (!model)
        return failure(model.error());
    const auto filter = versionFilter(call, model->row);
    const auto page = pageClause(call.query, versionSortColumns, u"seq"_s, 10);
    if (!page)
        return failure(page.error());
    VersionStore store(call.database);
    const auto total = store.count(filter);
    if (!total)
        return failure(total.error());
    const auto versions = store.list(filter.clause() + *page, filter.values());
    if (!versions)
        return failure(versions.error());
    JsonObjectWriter answer;
    answer.add(u"TotalCount", QByteArray::number(*total));
    answer.add(u"Versions", jsonArray(*versions));
    return answer;
}

Handled getModelVersion(ServiceCall &call)
{
    const auto model = readableModel(call);
    if (!model)
        return failure(model.error());
    const auto found = VersionStore(call.database)
                           .list(u" WHERE model = ? AND name = ?"_s, {model->row, call.ids[1]});
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(refusals::versionNotFound(call.ids[1]));
    return found->first();
}

Handled createModelVersion(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    const auto body = BodyReader::read(call.body);
    if (!body)
        return failure(body.error());
    const auto values = body->fields(versionBodyFields(), BodyReader::Purpose::Create);
    if (!values)
        return failure(values.error());
    if (const auto checked = checkUri(*body); !checked)
        return failure(checked.error());
    const auto labels = body->labels(u"Labels");
    if (!labels)
        return failure(labels.error());
    if (labels->value_or(QList<StoredLabel>()).size() > maxNewVersionLabels)
        return failure(invalidParameter(
            u"Labels", u"a version has at most %1 labels."_s.arg(maxNewVersionLabels)));
    const auto name = nameForCreate(call, *body, model->row);
    if (!name)
        return failure(name.error());
    const auto row =
        VersionStore(call.database)
            .add({.model = model->row, .name = *name, .created = call.now, .values = *values});
    if (!row)
        return failure(row.error());
    const auto put = LabelStore(call.database, LabelStore::Of::Versions)
                         .put(*row, labels->value_or(QList<StoredLabel>()));
    if (!put)
        return failure(put.error());
    JsonObjectWriter answer;
    answer.add(u"VersionName", jsonString(*name));
    return answer;
}

Handled updateModelVersion(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    VersionStore store(call.database);
    const auto version = store.find(model->row, call.ids[1]);
    if (!version)
        return failure(version.error());
    const auto body = BodyReader::read(call.body);
    if (!body)
        return failure(body.error());
    if (body->value(u"Labels"))
        return failure(invalidParameter(u"Labels", u"cannot be changed by UpdateModelVersion."_s));
    const auto values = body->fields(versionBodyFields(), BodyReader::Purpose::Update);
    if (!values)
        return failure(values.error());
    if (const auto checked = checkApproval(*version, *values); !checked)
        return failure(checked.error());
    if (!values->isEmpty()) {
        if (const auto changed = store.change(*version, *values, call.now); !changed)
            return failure(changed.error());
    }
    return JsonObjectWriter();
}

Handled deleteModelVersion(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    VersionStore store(call.database);
    const auto version = store.find(model->row, call.ids[1]);
    if (!version)
        return failure(version.error());
    if (const auto removed = store.remove(*version); !removed)
        return failure(removed.error());
    return JsonObjectWriter();
}

} // namespace modelscribe::handlers
