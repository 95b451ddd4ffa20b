// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/bodyfields.h"

#include "core/jsonformat.h"
#include "core/jsonmembers.h"
#include "localregistry/refusals.h"

#include <algorithm>
#include <array>
#include <ranges>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Type = BodyField::Type;
using refusals::invalidParameter;

constexpr std::array modelFieldTable = {
    BodyField{.key = u"ModelName", .column = "name"_L1, .required = true, .maxLength = 127},
    BodyField{.key = u"ModelDescription", .column = "description"_L1},
    BodyField{
        .key = u"Accessibility", .column = "accessibility"_L1, .choices = "PRIVATE|PUBLIC"_L1},
    BodyField{.key = u"Origin", .column = "origin"_L1},
    BodyField{.key = u"Domain", .column = "domain"_L1},
    BodyField{.key = u"Task", .column = "task"_L1},
    BodyField{.key = u"ModelDoc", .column = "doc"_L1},
    BodyField{.key = u"OrderNumber", .column = "order_number"_L1, .type = Type::Integer},
    BodyField{.key = u"ModelType", .column = "type"_L1},
    BodyField{.key = u"ParameterSize", .column = "parameter_size"_L1, .type = Type::Integer},
    BodyField{.key = u"ExtraInfo", .column = "extra_info"_L1, .type = Type::Object},
};

constexpr std::array versionFieldTable = {
    BodyField{.key = u"VersionDescription", .column = "description"_L1},
    BodyField{.key = u"Uri", .column = "uri"_L1, .required = true, .fixed = true},
    BodyField{.key = u"FormatType", .column = "format_type"_L1, .fixed = true},
    BodyField{.key = u"FrameworkType", .column = "framework_type"_L1, .fixed = true},
    BodyField{.key = u"SourceType",
              .column = "source_type"_L1,
              .choices = "Custom|PAIFlow|TrainingService"_L1},
    BodyField{.key = u"SourceId", .column = "source_id"_L1},
    BodyField{.key = u"ApprovalStatus",
              .column = "approval_status"_L1,
              .choices = "Pending|Approved|Rejected"_L1},
    BodyField{.key = u"Options", .column = "options"_L1},
    BodyField{.key = u"Metrics", .column = "metrics"_L1, .type = Type::Object, .maxLength = 8192},
    BodyField{.key = u"ExtraInfo", .column = "extra_info"_L1, .type = Type::Object},
    BodyField{.key = u"InferenceSpec", .column = "inference_spec"_L1, .type = Type::Object},
    BodyField{.key = u"TrainingSpec", .column = "training_spec"_L1, .type = Type::Object},
    BodyField{.key = u"EvaluationSpec", .column = "evaluation_spec"_L1, .type = Type::Object},
    BodyField{.key = u"CompressionSpec", .column = "compression_spec"_L1, .type = Type::Object},
    BodyField{.key = u"DistillationSpec", .column = "distillation_spec"_L1, .type = Type::Object},
};

constexpr qsizetype maxLabelPartBytes = 128; //!< Of a key and of a value (contract section 2.6).

//! UTF-8 cannot hold a lone surrogate, so neither can the database.
bool hasLoneSurrogate(QStringView text) { return !text.isValidUtf16(); }

qsizetype codePoints(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

Result<QString> readText(QStringView key, const JsonText &json)
{
    const auto text = jsonStringValue(json.utf8());
    if (!text)
        return failure(invalidParameter(key, u"must be a string."_s));
    if (hasLoneSurrogate(*text))
        return failure(invalidParameter(key, u"holds half a character (a lone surrogate)."_s));
    return *text;
}

Result<QVariant> readTextField(const BodyField &field, const JsonText &json)
{
    const auto text = readText(field.key, json);
    if (!text)
        return failure(text.error());
    if (field.required && text->isEmpty())
        return failure(invalidParameter(field.key, u"must not be empty."_s));
    if (codePoints(*text) > field.maxLength)
        return failure(invalidParameter(
            field.key, u"must have at most %1 characters."_s.arg(field.maxLength)));
    const QStringList choices = QString(field.choices).split(u'|', Qt::SkipEmptyParts);
    if (!choices.isEmpty() && !choices.contains(*text))
        return failure(
            invalidParameter(field.key, u"must be one of %1."_s.arg(choices.join(u", "_s))));
    return text->isEmpty() ? QVariant() : QVariant(*text);
}

Result<QVariant> readInteger(const BodyField &field, const JsonText &json)
{
    bool ok = false;
    const qint64 number = json.utf8().toLongLong(&ok);
    // toLongLong() is laxer than JSON, but this is known to be one JSON value.
    if (!ok)
        return failure(invalidParameter(field.key, u"must be a 64-bit integer."_s));
    return QVariant(number);
}

Result<QVariant> readObject(const BodyField &field, const JsonText &json)
{
    if (!json.utf8().startsWith('{'))
        return failure(invalidParameter(field.key, u"must be a JSON object."_s));
    if (compactJson(json.utf8()).size() > field.maxLength)
        return failure(
            invalidParameter(field.key, u"must have at most %1 bytes."_s.arg(field.maxLength)));
    return QVariant(json.utf8());
}

Result<QVariant> readField(const BodyField &field, const JsonText &json)
{
    switch (field.type) {
    case Type::Integer: return readInteger(field, json);
    case Type::Object: return readObject(field, json);
    case Type::Text: break;
    }
    return readTextField(field, json);
}

Result<void> checkLabelPart(QStringView key, const QString &part)
{
    if (part.toUtf8().size() > maxLabelPartBytes)
        return failure(invalidParameter(
            key, u"label keys and values have at most %1 bytes."_s.arg(maxLabelPartBytes)));
    if (part.contains(u'=') || part.contains(u','))
        return failure(invalidParameter(key, u"label keys and values must not hold '=' or ','."_s));
    return {};
}

Result<StoredLabel> readLabel(QStringView key, const JsonText &json)
{
    const auto members = BodyReader::read(json.utf8());
    if (!json.utf8().startsWith('{') || !members)
        return failure(invalidParameter(key, u"must be an array of {Key, Value}."_s));
    const auto name = members->text(u"Key");
    const auto value = members->text(u"Value");
    if (!name || !value || !*name)
        return failure(invalidParameter(key, u"Key and Value must be strings."_s));
    const StoredLabel label{**name, value->value_or(QString())};
    if (label.key.isEmpty())
        return failure(invalidParameter(key, u"Key must not be empty."_s));
    for (const QString &part : {label.key, label.value}) {
        if (const auto checked = checkLabelPart(key, part); !checked)
            return failure(checked.error());
    }
    return label;
}

} // namespace

std::span<const BodyField> modelBodyFields() { return modelFieldTable; }

std::span<const BodyField> versionBodyFields() { return versionFieldTable; }

QString columnList(std::span<const BodyField> fields)
{
    QStringList columns;
    for (const BodyField &field : fields)
        columns.append(field.column);
    return columns.join(u", "_s);
}

void addFields(JsonObjectWriter &writer, const QSqlQuery &row, int first,
               std::span<const BodyField> fields)
{
    for (const BodyField &field : fields) {
        const QVariant value = row.value(first++);
        if (value.isNull())
            continue;
        if (field.type == Type::Text)
            writer.add(field.key, jsonString(value.toString()));
        else
            writer.add(field.key, value.toByteArray());
    }
}

Result<BodyReader> BodyReader::read(const QByteArray &body)
{
    BodyReader reader;
    if (body.isEmpty())
        return reader;
    auto members = jsonMembers(body);
    if (!members)
        return failure(
            invalidParameter(u"body", u"must be a JSON object: "_s + members.error().detail));
    reader.m_members = std::move(*members);
    return reader;
}

std::optional<JsonText> BodyReader::value(QStringView key) const
{
    for (const RawMember &member : m_members | std::views::reverse) {
        if (member.key == key)
            return member.value.utf8() == "null" ? std::nullopt : std::optional(member.value);
    }
    return std::nullopt;
}

Result<std::optional<QString>> BodyReader::text(QStringView key) const
{
    const auto json = value(key);
    if (!json)
        return std::optional<QString>();
    return readText(key, *json).transform([](const QString &text) { return std::optional(text); });
}

Result<std::optional<QList<StoredLabel>>> BodyReader::labels(QStringView key) const
{
    const auto json = value(key);
    if (!json)
        return std::optional<QList<StoredLabel>>();
    const auto elements = jsonElements(json->utf8());
    if (!elements)
        return failure(invalidParameter(key, u"must be an array of {Key, Value}."_s));
    QList<StoredLabel> labels;
    for (const JsonText &element : *elements) {
        const auto label = readLabel(key, element);
        if (!label)
            return failure(label.error());
        const auto same = std::ranges::find(labels, label->key, &StoredLabel::key);
        if (same == labels.end())
            labels.append(*label);
        else
            same->value = label->value;
    }
    return std::optional(labels);
}

Result<ColumnValues> BodyReader::fields(std::span<const BodyField> fields, Purpose purpose) const
{
    ColumnValues result;
    for (const BodyField &field : fields) {
        const auto json = value(field.key);
        if (!json) {
            if (field.required && purpose == Purpose::Create)
                return failure(invalidParameter(field.key, u"is missing."_s));
            continue;
        }
        if (field.fixed && purpose == Purpose::Update)
            return failure(invalidParameter(field.key, u"cannot be changed."_s));
        const auto read = readField(field, *json);
        if (!read)
            return failure(read.error());
        result.append({field.column, *read});
    }
    return result;
}

} // namespace modelscribe
