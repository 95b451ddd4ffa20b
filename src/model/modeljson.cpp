// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modeljson.h"

#include "core/jsonscanner.h"
#include "core/jsonwriter.h"

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

} // namespace

QByteArray fieldJson(const ModelField &field, const FieldValue &value)
{
    if (field.kind == FieldKind::JsonObject)
        return value.json().utf8();
    if (!field.isNumber())
        return jsonString(value.text());
    return value.isEmpty() ? QByteArray() : numberJson(value.text());
}

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
        add(QString(field.key), fieldJson(field, field.read(model.metadata)));
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

} // namespace modelscribe
