// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelfields.h"

#include "core/jsonscanner.h"
#include "core/jsonwriter.h"
#include "model/parametersize.h"
#include "json/jsonmeaning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

QString FieldValue::text() const
{
    if (const auto *json = std::get_if<JsonText>(&m_value))
        return json->toString();
    return std::get<QString>(m_value);
}

JsonText FieldValue::json() const
{
    if (const auto *json = std::get_if<JsonText>(&m_value))
        return *json;
    return JsonText::fromString(std::get<QString>(m_value));
}

bool FieldValue::isEmpty() const
{
    return std::visit([](const auto &value) { return value.isEmpty(); }, m_value);
}

FieldValue ModelField::read(const ModelMetadata &metadata) const
{
    return std::visit([&](auto m) { return FieldValue(metadata.*m); }, member);
}

void ModelField::write(ModelMetadata &metadata, const FieldValue &value) const
{
    if (const auto *text = std::get_if<QString ModelMetadata::*>(&member))
        metadata.*(*text) = value.text();
    else
        metadata.*std::get<JsonText ModelMetadata::*>(member) = value.json();
}

Result<QByteArray> ModelField::wire(const FieldValue &value) const
{
    switch (kind) {
    case FieldKind::Integer:
        return parseInteger(value.text()).transform([](qint64 n) { return QByteArray::number(n); });
    case FieldKind::ParameterSize:
        return parseParameterSize(value.text()).transform([](qint64 n) {
            return QByteArray::number(n);
        });
    case FieldKind::JsonObject: {
        const QByteArray text = value.json().utf8();
        if (const auto problem = checkJsonObject(text))
            return failure(Error::Kind::Invalid, u"ExtraInfo: "_s + problem->describe());
        return text;
    }
    default: return jsonString(value.text());
    }
}

bool ModelField::same(const FieldValue &a, const FieldValue &b) const
{
    if (a == b)
        return true;
    if (!isNumber() || a.isEmpty() || b.isEmpty())
        return false;
    const auto left = wire(a);
    const auto right = wire(b);
    return left && right && *left == *right;
}

bool ModelField::sameMeaning(const FieldValue &a, const FieldValue &b) const
{
    return same(a, b)
           || (kind == FieldKind::JsonObject && sameJsonMeaning(a.json().utf8(), b.json().utf8()));
}

const ModelField *findField(QStringView key)
{
    const auto row = std::ranges::find_if(
        modelFields, [key](const ModelField &field) { return key == field.key; });
    return row == modelFields.end() ? nullptr : &*row;
}

} // namespace modelscribe
