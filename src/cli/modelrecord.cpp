// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelrecord.h"

#include "core/jsonwriter.h"
#include "model/modelfields.h"
#include "model/parametersize.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Labels stand one a line in their text.
QString wholeCell(const RegisteredModel &model, const ModelColumn &column)
{
    QString text = column.text(model);
    return column.kind() == ModelColumn::Kind::Labels ? text.replace(u'\n', u", "_s) : text;
}

QString shortCell(const RegisteredModel &model, const ModelColumn &column)
{
    const QString text = wholeCell(model, column);
    return column.kind() == ModelColumn::Kind::Size ? shortParameterSize(text) : text;
}

Table tableOf(const QList<RegisteredModel> &models, const QList<ModelColumn> &columns,
              QString (*cell)(const RegisteredModel &, const ModelColumn &))
{
    Table result;
    for (const ModelColumn &column : columns) {
        if (column.id() == "ModelId"_L1)
            result.whole.append(result.header.size());
        result.header.append(column.id());
    }
    for (const RegisteredModel &model : models) {
        QStringList row;
        for (const ModelColumn &column : columns)
            row.append(cell(model, column));
        result.rows.append(row);
    }
    return result;
}

} // namespace

QByteArray workspaceJson(const Workspace &workspace)
{
    JsonObjectWriter writer;
    const auto add = [&](QStringView key, const QString &text) {
        if (!text.isEmpty())
            writer.add(key, jsonString(text));
    };
    add(u"WorkspaceId", workspace.id);
    add(u"WorkspaceName", workspace.name);
    add(u"DisplayName", workspace.displayName);
    add(u"Description", workspace.description);
    add(u"Status", workspace.status);
    writer.add(u"IsDefault", workspace.isDefault ? "true" : "false");
    return writer.take();
}

QList<ModelColumn> usualColumns()
{
    return ModelColumn::of(QStringList{u"ModelId"_s, u"ModelName"_s, u"ModelType"_s, u"Task"_s,
                                       u"ParameterSize"_s, u"Labels"_s, u"GmtModifiedTime"_s});
}

QList<ModelColumn> allColumns()
{
    QStringList ids{u"ModelId"_s};
    for (const ModelField &field : modelFields)
        ids.append(field.key);
    ids += {u"Labels"_s, u"WorkspaceId"_s, u"Provider"_s, u"GmtCreateTime"_s, u"GmtModifiedTime"_s};
    return ModelColumn::of(ids);
}

Table modelTable(const QList<RegisteredModel> &models, const QList<ModelColumn> &columns)
{
    return tableOf(models, columns, shortCell);
}

Table fullModelTable(const QList<RegisteredModel> &models, const QList<ModelColumn> &columns)
{
    return tableOf(models, columns, wholeCell);
}

Table memberTable(const RegisteredModel &model)
{
    Table table{.header = {u"Field"_s, u"Value"_s}};
    const Table all = fullModelTable({model}, allColumns());
    for (qsizetype i = 0; i < all.header.size(); ++i) {
        if (!all.rows[0][i].isEmpty())
            table.rows.append({all.header[i], all.rows[0][i]});
    }
    if (!model.latestVersionName.isEmpty())
        table.rows.append({u"LatestVersion"_s, model.latestVersionName});
    for (const RawMember &member : model.unknown)
        table.rows.append({member.key, member.value.toString()});
    return table;
}

Table workspaceTable(const QList<Workspace> &workspaces)
{
    Table table{.header = {u"WorkspaceId"_s, u"WorkspaceName"_s, u"DisplayName"_s, u"Status"_s,
                           u"IsDefault"_s, u"Description"_s},
                .whole = {0}};
    for (const Workspace &w : workspaces) {
        table.rows.append({w.id, w.name, w.displayName, w.status,
                           w.isDefault ? u"true"_s : u"false"_s, w.description});
    }
    return table;
}

QString sortText(const RegisteredModel &model, const QString &name)
{
    if (const ModelField *field = findField(name)) {
        const QString text = field->read(model.metadata).text();
        return text.isNull() ? u""_s : text;
    }
    for (const auto &[key, text] :
         {std::pair(u"ModelId"_s, model.id), std::pair(u"GmtCreateTime"_s, model.created),
          std::pair(u"GmtModifiedTime"_s, model.modified)}) {
        if (key == name)
            return text.isNull() ? u""_s : text;
    }
    return {};
}

QStringList sortNames()
{
    QStringList names;
    for (const ModelField &field : modelFields)
        names.append(field.key);
    return names + QStringList{u"ModelId"_s, u"GmtCreateTime"_s, u"GmtModifiedTime"_s};
}

void sortModels(QList<RegisteredModel> &models, const QString &name, bool descending)
{
    const ModelField *field = findField(name);
    const bool isNumber = field && field->isNumber();
    struct Key
    {
        bool unset;
        qint64 number;
        QString text;
        qsizetype row;
    };
    QList<Key> keys;
    for (const RegisteredModel &model : models) {
        const QString text = sortText(model, name);
        const auto number = isNumber ? parseParameterSize(text) : Result<qint64>(0);
        keys.append(
            {text.isEmpty() || !number, number.value_or(0), text.toCaseFolded(), keys.size()});
    }
    std::ranges::stable_sort(keys, [&](const Key &a, const Key &b) {
        if (a.unset != b.unset)
            return b.unset;
        if (isNumber)
            return descending ? b.number < a.number : a.number < b.number;
        return descending ? b.text < a.text : a.text < b.text;
    });
    QList<RegisteredModel> sorted;
    sorted.reserve(models.size());
    for (const Key &key : keys)
        sorted.append(models[key.row]);
    models = sorted;
}

} // namespace modelscribe
