// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemavalues.h"

#include "json/jsonschemacheck.h"
#include "json/schemaformats.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using namespace valijson::constraints;

namespace {

constexpr qsizetype maxPatternText = 64 * 1024;
constexpr qsizetype maxFormatText = 64 * 1024;
constexpr qsizetype maxExpected = 100;

qsizetype characters(const QString &text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i)
        count -= text[i].isLowSurrogate() && text[i - 1].isHighSurrogate();
    return count;
}

QString typeName(TypeConstraint::JsonType type)
{
    switch (type) {
    case TypeConstraint::kArray: return u"array"_s;
    case TypeConstraint::kBoolean: return u"boolean"_s;
    case TypeConstraint::kInteger: return u"integer"_s;
    case TypeConstraint::kNull: return u"null"_s;
    case TypeConstraint::kNumber: return u"number"_s;
    case TypeConstraint::kObject: return u"object"_s;
    case TypeConstraint::kString: return u"string"_s;
    case TypeConstraint::kAny: break;
    }
    return u"any"_s;
}

} // namespace

//! What stands at \p place of the schema: valijson carries that instead of the number.
JsonNumber SchemaValues::boundOf(double place) const
{
    return JsonNumber::fromText(m_at.document.tree().rawValue(JsonNodeId(place)));
}

QString SchemaValues::boundText(double place) const
{
    return QString::fromUtf8(m_at.document.tree().rawValue(JsonNodeId(place)));
}

QByteArray SchemaValues::canonicalValue(JsonNodeId schemaNode)
{
    QByteArray &text = m_canonicalValues[schemaNode];
    if (text.isEmpty())
        text = canonicalJson(m_at.document.tree(), schemaNode);
    return text;
}

bool SchemaValues::failNotInList(const QList<JsonNodeId> &values)
{
    if (!m_at.hints)
        return false;
    const JsonTree &schema = m_at.document.tree();
    QStringList expected;
    QSet<QByteArray> fixes;
    for (const JsonNodeId value : values.first(std::min(values.size(), maxExpected))) {
        expected.append(QString::fromUtf8(schema.rawValue(value)));
        const QString text = schema.text(value);
        const bool bothText = m_at.is(JsonKind::String) && schema.kind(value) == JsonKind::String;
        const auto converted = convertedJson(m_at.tree, m_at.node,
                                             jsonKindName(schema.kind(value)));
        const JsonTree other = JsonTree::parse(converted.value_or(QByteArray()));
        if ((bothText
             && text.compare(m_at.tree.text(m_at.node).trimmed(), Qt::CaseInsensitive) == 0)
            || (other.isValid() && canonicalJson(other, 0) == canonicalValue(value)))
            fixes.insert(schema.rawValue(value).toByteArray());
    }
    return m_at.fail(Code::NotInList, expected, {},
                     fixes.size() == 1 ? std::optional(*fixes.cbegin()) : std::nullopt);
}

bool SchemaValues::fits(const EnumConstraint &constraint)
{
    if (!m_at.spend(m_at.tree.after(m_at.node) - m_at.node))
        return true;
    const QByteArray own = canonicalJson(m_at.tree, m_at.node);
    QList<JsonNodeId> values;
    bool found = false;
    constraint.applyToValues([&](const valijson::adapters::FrozenValue &value) {
        values.append(static_cast<const SchemaValue &>(value).node());
        found = canonicalValue(values.last()) == own;
        return m_at.spend(1) && !found;
    });
    return found || m_at.work <= 0 || failNotInList(values);
}

bool SchemaValues::fits(const ConstConstraint &constraint)
{
    if (!m_at.spend(m_at.tree.after(m_at.node) - m_at.node))
        return true;
    const JsonNodeId value = static_cast<const SchemaValue *>(constraint.getValue())->node();
    return canonicalValue(value) == canonicalJson(m_at.tree, m_at.node) || failNotInList({value});
}

bool SchemaValues::has(TypeConstraint::JsonType type) const
{
    switch (type) {
    case TypeConstraint::kArray: return m_at.is(JsonKind::Array);
    case TypeConstraint::kBoolean: return m_at.is(JsonKind::Boolean);
    case TypeConstraint::kInteger: return m_at.is(JsonKind::Number) && m_at.number().isInteger();
    case TypeConstraint::kNull: return m_at.is(JsonKind::Null);
    case TypeConstraint::kNumber: return m_at.is(JsonKind::Number);
    case TypeConstraint::kObject: return m_at.is(JsonKind::Object);
    case TypeConstraint::kString: return m_at.is(JsonKind::String);
    case TypeConstraint::kAny: break;
    }
    return true;
}

bool SchemaValues::fits(const TypeConstraint &constraint)
{
    QStringList expected;
    std::optional<QByteArray> fix;
    bool found = false;
    constraint.applyToNamedTypes([&](TypeConstraint::JsonType type) {
        found = has(type);
        expected.append(typeName(type));
        return !found;
    });
    if (found || expected.isEmpty())
        return true;
    // From the end: a list around the value is the last thing that somebody means.
    if (m_at.hints) {
        for (auto type = expected.crbegin(); type != expected.crend() && !fix; ++type)
            fix = convertedJson(m_at.tree, m_at.node, *type);
    }
    return m_at.fail(Code::WrongType, expected, {}, fix);
}

bool SchemaValues::fits(const FormatConstraint &constraint)
{
    const auto format = QString::fromStdString(constraint.getFormat());
    if (format == QLatin1StringView(lostFormat))
        return m_at.leaveUnknown();
    if (!m_at.is(JsonKind::String))
        return true;
    if (m_at.tree.rawValue(m_at.node).size() > maxFormatText)
        return m_at.leaveUnknown();
    return fitsFormat(format, m_at.tree.text(m_at.node)) || m_at.fail(Code::BadFormat, {format});
}

bool SchemaValues::fits(const PatternConstraint &constraint)
{
    if (!m_at.is(JsonKind::String))
        return true;
    const auto text = QString::fromStdString(constraint.getPattern<std::string::allocator_type>());
    const auto pattern = m_at.document.pattern(text);
    if (!pattern || m_at.tree.rawValue(m_at.node).size() > maxPatternText)
        return m_at.leaveUnknown();
    const QString own = m_at.tree.text(m_at.node);
    if (!own.isValidUtf16() || !m_at.spend(own.size() / 16))
        return m_at.leaveUnknown();
    const QRegularExpressionMatch match = pattern->match(own);
    if (!match.isValid()) // the search was given up
        return m_at.leaveUnknown();
    return match.hasMatch() || m_at.fail(Code::BadPattern, {text});
}

bool SchemaValues::fits(const MaximumConstraint &constraint)
{
    if (!m_at.is(JsonKind::Number))
        return true;
    const bool isExclusive = constraint.getExclusiveMaximum();
    const auto order = m_at.number() <=> boundOf(constraint.getMaximum());
    return order < 0 || (order == 0 && !isExclusive)
           || m_at.fail(Code::TooLarge, {boundText(constraint.getMaximum())},
                        isExclusive ? u"exclusive"_s : QString());
}

bool SchemaValues::fits(const MinimumConstraint &constraint)
{
    if (!m_at.is(JsonKind::Number))
        return true;
    const bool isExclusive = constraint.getExclusiveMinimum();
    const auto order = m_at.number() <=> boundOf(constraint.getMinimum());
    return order > 0 || (order == 0 && !isExclusive)
           || m_at.fail(Code::TooSmall, {boundText(constraint.getMinimum())},
                        isExclusive ? u"exclusive"_s : QString());
}

bool SchemaValues::fits(const MultipleOfDoubleConstraint &constraint)
{
    if (!m_at.is(JsonKind::Number))
        return true;
    const auto isMultiple = isMultipleOf(m_at.number(), boundOf(constraint.getDivisor()));
    if (!isMultiple)
        return m_at.leaveUnknown();
    return *isMultiple || m_at.fail(Code::NotMultiple, {boundText(constraint.getDivisor())});
}

bool SchemaValues::atMost(qint64 size, quint64 bound)
{
    return quint64(size) <= bound || m_at.fail(Code::TooLong, {QString::number(bound)});
}

bool SchemaValues::atLeast(qint64 size, quint64 bound)
{
    return quint64(size) >= bound || m_at.fail(Code::TooShort, {QString::number(bound)});
}

bool SchemaValues::fits(const MaxLengthConstraint &constraint)
{
    return !m_at.is(JsonKind::String)
           || atMost(characters(m_at.tree.text(m_at.node)), constraint.getMaxLength());
}

bool SchemaValues::fits(const MinLengthConstraint &constraint)
{
    return !m_at.is(JsonKind::String)
           || atLeast(characters(m_at.tree.text(m_at.node)), constraint.getMinLength());
}

bool SchemaValues::fits(const MaxItemsConstraint &constraint)
{
    return !m_at.is(JsonKind::Array)
           || atMost(m_at.tree.childCount(m_at.node), constraint.getMaxItems());
}

bool SchemaValues::fits(const MinItemsConstraint &constraint)
{
    return !m_at.is(JsonKind::Array)
           || atLeast(m_at.tree.childCount(m_at.node), constraint.getMinItems());
}

bool SchemaValues::fits(const MaxPropertiesConstraint &constraint)
{
    return !m_at.is(JsonKind::Object)
           || atMost(m_at.members().size(), constraint.getMaxProperties());
}

bool SchemaValues::fits(const MinPropertiesConstraint &constraint)
{
    return !m_at.is(JsonKind::Object)
           || atLeast(m_at.members().size(), constraint.getMinProperties());
}

bool SchemaValues::fits(const UniqueItemsConstraint &)
{
    if (!m_at.is(JsonKind::Array) || !m_at.spend(m_at.tree.after(m_at.node) - m_at.node))
        return true;
    QSet<QByteArray> seen;
    bool result = true;
    for (JsonNodeId child = m_at.node + 1; child < m_at.tree.after(m_at.node);
         child = m_at.tree.after(child)) {
        const qsizetype before = seen.size();
        seen.insert(canonicalJson(m_at.tree, child));
        if (seen.size() == before)
            result = m_at.failAt(child, m_at.tree.valueRange(child), Code::NotUnique);
    }
    return result;
}

} // namespace modelscribe
