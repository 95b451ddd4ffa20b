// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelrecord.h"

#include "core/jsonwriter.h"
#include "model/modelfields.h"
#include "model/parametersize.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString labelsText(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels)
        texts.append(keyValueText(label));
    return texts.join(u", "_s);
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

Table modelTable(const QList<RegisteredModel> &models)
{
    Table table{.header = {u"ModelId"_s, u"ModelName"_s, u"ModelType"_s, u"Task"_s,
                           u"ParameterSize"_s, u"Labels"_s, u"GmtModifiedTime"_s}};
    for (const RegisteredModel &model : models) {
        const ModelMetadata &m = model.metadata;
        table.rows.append({model.id, m.name, m.type, m.task, shortParameterSize(m.parameterSize),
                           labelsText(m.labels), model.modified});
    }
    return table;
}

Table fullModelTable(const QList<RegisteredModel> &models)
{
    Table table{.header = {u"ModelId"_s}};
    for (const ModelField &field : modelFields)
        table.header.append(field.key);
    table.header += {u"Labels"_s, u"WorkspaceId"_s, u"Provider"_s, u"GmtCreateTime"_s,
                     u"GmtModifiedTime"_s};
    for (const RegisteredModel &model : models) {
        QStringList row{model.id};
        for (const ModelField &field : modelFields)
            row.append(field.read(model.metadata).text());
        row += {labelsText(model.metadata.labels), model.workspaceId, model.provider, model.created,
                model.modified};
        table.rows.append(row);
    }
    return table;
}

Table memberTable(const RegisteredModel &model)
{
    Table table{.header = {u"Field"_s, u"Value"_s}};
    const Table all = fullModelTable({model});
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
                           u"IsDefault"_s, u"Description"_s}};
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
