// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copiedfields.h"

#include "core/jsonscanner.h"
#include "core/jsonwriter.h"
#include "model/modeljson.h"
#include "json/jsontree.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Reading more would be felt.
constexpr qsizetype longestCopy = 8 * 1024 * 1024;

QList<RawMember> membersOf(const JsonText &extraInfo)
{
    QList<RawMember> result;
    QHash<QString, qsizetype> placeOf;
    for (RawMember &member : jsonMembers(extraInfo.utf8()).value_or(QList<RawMember>())) {
        if (const auto known = placeOf.constFind(member.key); known != placeOf.cend()) {
            result[*known].value = std::move(member.value);
            continue;
        }
        placeOf.insert(member.key, result.size());
        result.append(std::move(member));
    }
    return result;
}

//! What stands in it, within \p begin and \p end, a line each.
QByteArray ofLines(const QByteArrayList &lines, char begin, char end, const QByteArray &indent)
{
    return begin + ('\n' + indent + "  ") + lines.join(",\n" + indent + "  ") + '\n' + indent + end;
}

QByteArray memberLine(QStringView key, const QByteArray &value)
{
    return jsonString(key) + ": " + value;
}

tl::unexpected<Error> noCopy(const QString &why) { return failure(Error::Kind::Decode, why); }

//! The members of an object, each of which may stand there once.
Result<QList<RawMember>> uniqueMembers(const JsonText &json)
{
    auto members = jsonMembers(json.utf8());
    if (!members)
        return members;
    QSet<QString> keys;
    for (const RawMember &member : *members) {
        if (keys.contains(member.key))
            return noCopy(u"a member stands twice"_s);
        keys.insert(member.key);
    }
    return members;
}

Result<QString> fieldText(const ModelField &field, const JsonText &json)
{
    if (const auto text = jsonStringValue(json.utf8()); text && !text->isEmpty())
        return *text;
    const bool isNumber = JsonScanner(json.utf8()).next().kind == JsonToken::Kind::Number;
    if (field.isNumber() && isNumber)
        return json.toString();
    return noCopy(u"%1 has no value of its type"_s.arg(field.key));
}

Result<Label> readLabel(const JsonText &json)
{
    const auto members = uniqueMembers(json);
    if (!members)
        return failure(members.error());
    std::optional<QString> key;
    std::optional<QString> value;
    for (const RawMember &member : *members) {
        auto &part = member.key == "Key"_L1 ? key : value;
        if (member.key != "Key"_L1 && member.key != "Value"_L1)
            return noCopy(u"a label has a key and a value"_s);
        part = jsonStringValue(member.value.utf8());
    }
    if (!key || key->isEmpty() || !value)
        return noCopy(u"a label has a key and a value"_s);
    return Label{*key, *value};
}

Result<QList<Label>> readLabels(const JsonText &json)
{
    const auto elements = jsonElements(json.utf8());
    if (!elements)
        return failure(elements.error());
    QList<Label> labels;
    for (const JsonText &element : *elements) {
        const auto label = readLabel(element);
        if (!label)
            return failure(label.error());
        labels.append(*label);
    }
    return labels;
}

ExtraInfoEdit setAt(JsonPath path, JsonText value)
{
    return {.kind = ExtraInfoEdit::Kind::Set, .path = std::move(path), .value = std::move(value)};
}

tl::unexpected<Error> noCell(const QString &code)
{
    return failure({.kind = Error::Kind::Invalid, .code = code});
}

//! One value inside of ExtraInfo.
Result<BatchEdit> editFromPlace(const QStringList &keys, const JsonText &extraInfo)
{
    const JsonTree tree = JsonTree::parse(extraInfo.utf8());
    JsonNodeId node = 0;
    JsonPath path;
    for (const QString &key : keys) {
        const auto member = tree.isValid() && tree.kind(node) == JsonKind::Object
                                ? tree.member(node, key)
                                : std::nullopt;
        if (!member)
            return noCell(u"NothingThere"_s);
        node = *member;
        path.append({.key = key});
    }
    BatchEdit edit;
    edit.extraInfo = {setAt(path, JsonText(tree.rawValue(node).toByteArray()))};
    return edit;
}

} // namespace

CopiedFields CopiedFields::of(const ModelMetadata &metadata)
{
    CopiedFields copied{.labels = metadata.labels, .extraInfo = membersOf(metadata.extraInfo)};
    for (const ModelField &field : modelFields) {
        const FieldValue value = field.read(metadata);
        if (field.kind != FieldKind::JsonObject && !value.isEmpty())
            copied.fields.insert(field.key, value.text());
    }
    return copied;
}

BatchEdit CopiedFields::edit() const
{
    BatchEdit edit;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        edit.fields.insert(field.key(), {.kind = FieldVerb::Kind::Set, .text = *field});
    for (const Label &label : labels)
        edit.labels.append({.kind = LabelVerb::Kind::Put, .key = label.key, .value = label.value});
    for (const RawMember &member : extraInfo)
        edit.extraInfo.append(setAt({{.key = member.key}}, member.value));
    return edit;
}

QByteArray CopiedFields::toJson() const
{
    QByteArrayList lines;
    for (const ModelField &field : modelFields) {
        if (const auto text = fields.constFind(field.key); text != fields.cend())
            lines.append(memberLine(QString(field.key), fieldJson(field, *text)));
    }
    QByteArrayList inner;
    for (const Label &label : labels)
        inner.append('{' + memberLine(u"Key", jsonString(label.key)) + ", "
                     + memberLine(u"Value", jsonString(label.value)) + '}');
    if (!inner.isEmpty())
        lines.append(memberLine(u"Labels", ofLines(inner, '[', ']', "  ")));
    inner.clear();
    for (const RawMember &member : extraInfo)
        inner.append(memberLine(member.key, member.value.utf8()));
    if (!inner.isEmpty())
        lines.append(memberLine(u"ExtraInfo", ofLines(inner, '{', '}', "  ")));
    return ofLines(lines, '{', '}', {}) + '\n';
}

Result<CopiedFields> CopiedFields::fromJson(const QByteArray &json)
{
    if (json.size() > longestCopy)
        return noCopy(u"it is too long"_s);
    const auto members = uniqueMembers(JsonText(json));
    if (!members)
        return failure(members.error());
    CopiedFields copied;
    for (const RawMember &member : *members) {
        if (member.key == "Labels"_L1) {
            const auto labels = readLabels(member.value);
            if (!labels)
                return failure(labels.error());
            copied.labels = *labels;
            continue;
        }
        const ModelField *field = findField(member.key);
        if (!field)
            return noCopy(u"there is no field "_s + member.key.left(100));
        if (field->kind == FieldKind::JsonObject) {
            const auto inside = uniqueMembers(member.value);
            if (!inside)
                return failure(inside.error());
            copied.extraInfo = *inside;
            continue;
        }
        const auto text = fieldText(*field, member.value);
        if (!text)
            return failure(text.error());
        copied.fields.insert(member.key, *text);
    }
    if (copied.isEmpty())
        return noCopy(u"there is nothing in it"_s);
    return copied;
}

Result<BatchEdit> editFromCell(const ModelColumn &column, const ModelMetadata &metadata)
{
    if (!column.path().isEmpty())
        return editFromPlace(column.path(), metadata.extraInfo);
    const ModelField *field = findField(column.id());
    const bool isLabels = column.kind() == ModelColumn::Kind::Labels;
    if (!field && !isLabels)
        return noCell(u"NotEditable"_s);
    const CopiedFields all = CopiedFields::of(metadata);
    CopiedFields cell;
    if (isLabels)
        cell.labels = all.labels;
    else if (field->kind == FieldKind::JsonObject)
        cell.extraInfo = all.extraInfo;
    else if (const auto text = all.fields.constFind(field->key); text != all.fields.cend())
        cell.fields.insert(text.key(), *text);
    if (cell.isEmpty())
        return noCell(u"NothingThere"_s);
    return cell.edit();
}

} // namespace modelscribe
