// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelrecord.h"

#include "core/jsonscanner.h"
#include "core/jsonwriter.h"
#include "core/modelfields.h"
#include "core/parametersize.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! \p text when it is a JSON number, else a JSON string of it.
QByteArray numberJson(const QString &text)
{
    const QByteArray raw = text.toUtf8();
    const JsonToken token = JsonScanner(raw).next();
    const bool isNumber = token.kind == JsonToken::Kind::Number && !checkJson(raw);
    return isNumber ? raw : jsonString(text);
}

QByteArray fieldJson(const ModelField &field, const ModelMetadata &metadata)
{
    const FieldValue value = field.read(metadata);
    if (field.kind == FieldKind::JsonObject)
        return value.json().utf8();
    if (!field.isNumber())
        return jsonString(value.text());
    return value.isEmpty() ? QByteArray() : numberJson(value.text());
}

QString labelsText(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels)
        texts.append(label.key + u'=' + label.value);
    return texts.join(u", "_s);
}

} // namespace

QByteArray labelsJson(const QList<Label> &labels)
{
    QByteArrayList objects;
    for (const Label &label : labels) {
        JsonObjectWriter object;
        object.add(u"Key", jsonString(label.key));
        object.add(u"Value", jsonString(label.value));
        objects.append(object.take());
    }
    return '[' + objects.join(',') + ']';
}

QByteArray modelJson(const RegisteredModel &model)
{
    JsonObjectWriter writer;
    const auto isUnknown = [&](QStringView key) {
        return std::ranges::any_of(model.unknown, [key](const auto &m) { return m.key == key; });
    };
    const auto add = [&](QStringView key, const QByteArray &json) {
        if (!json.isEmpty() && !isUnknown(key))
            writer.add(key, json);
    };
    const auto addText = [&](QStringView key, const QString &text) {
        if (!text.isEmpty())
            add(key, jsonString(text));
    };
    addText(u"ModelId", model.id);
    for (const ModelField &field : modelFields)
        add(QString(field.key), fieldJson(field, model.metadata));
    add(u"Labels", labelsJson(model.metadata.labels));
    addText(u"WorkspaceId", model.workspaceId);
    addText(u"Provider", model.provider);
    addText(u"UserId", model.userId);
    addText(u"OwnerId", model.ownerId);
    addText(u"GmtCreateTime", model.created);
    addText(u"GmtModifiedTime", model.modified);
    addText(u"GmtLatestVersionModifiedTime", model.latestVersionModified);
    add(u"LatestVersion", model.latestVersion.utf8());
    for (const RawMember &member : model.unknown)
        writer.add(member.key, member.value.utf8());
    return writer.take();
}

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
