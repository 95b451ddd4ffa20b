// SPDX-License-Identifier: GPL-3.0-or-later
// What SchemaVisitor says about single values: their type, size and spelling.
#include "json/schemaformats.h"
#include "json/schemavisitor.h"

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
JsonNumber SchemaVisitor::boundOf(double place) const
{
    return JsonNumber::fromText(m_document.tree().rawValue(JsonNodeId(place)));
}

QString SchemaVisitor::boundText(double place) const
{
    return QString::fromUtf8(m_document.tree().rawValue(JsonNodeId(place)));
}

QByteArray SchemaVisitor::canonicalValue(JsonNodeId schemaNode)
{
    QByteArray &text = m_canonicalValues[schemaNode];
    if (text.isEmpty())
        text = canonicalJson(m_document.tree(), schemaNode);
    return text;
}

bool SchemaVisitor::failNotInList(const QList<JsonNodeId> &values)
{
    if (!m_hints)
        return false;
    const JsonTree &schema = m_document.tree();
    QStringList expected;
    QSet<QByteArray> fixes;
    for (const JsonNodeId value : values.first(std::min(values.size(), maxExpected))) {
        expected.append(QString::fromUtf8(schema.rawValue(value)));
        const QString text = schema.text(value);
        const bool bothText = is(JsonKind::String) && schema.kind(value) == JsonKind::String;
        const auto converted = convertedJson(m_tree, m_node, jsonKindName(schema.kind(value)));
        const JsonTree other = JsonTree::parse(converted.value_or(QByteArray()));
        if ((bothText && text.compare(m_tree.text(m_node).trimmed(), Qt::CaseInsensitive) == 0)
            || (other.isValid() && canonicalJson(other, 0) == canonicalValue(value)))
            fixes.insert(schema.rawValue(value).toByteArray());
    }
    return fail(Code::NotInList, expected, {},
                fixes.size() == 1 ? std::optional(*fixes.cbegin()) : std::nullopt);
}

bool SchemaVisitor::visit(const EnumConstraint &constraint)
{
    if (!spend(m_tree.after(m_node) - m_node))
        return true;
    const QByteArray own = canonicalJson(m_tree, m_node);
    QList<JsonNodeId> values;
    bool found = false;
    constraint.applyToValues([&](const valijson::adapters::FrozenValue &value) {
        values.append(static_cast<const SchemaValue &>(value).node());
        found = canonicalValue(values.last()) == own;
        return spend(1) && !found;
    });
    return found || m_work <= 0 || failNotInList(values);
}

bool SchemaVisitor::visit(const ConstConstraint &constraint)
{
    if (!spend(m_tree.after(m_node) - m_node))
        return true;
    const JsonNodeId value = static_cast<const SchemaValue *>(constraint.getValue())->node();
    return canonicalValue(value) == canonicalJson(m_tree, m_node) || failNotInList({value});
}

bool SchemaVisitor::has(TypeConstraint::JsonType type) const
{
    switch (type) {
    case TypeConstraint::kArray: return is(JsonKind::Array);
    case TypeConstraint::kBoolean: return is(JsonKind::Boolean);
    case TypeConstraint::kInteger: return is(JsonKind::Number) && number().isInteger();
    case TypeConstraint::kNull: return is(JsonKind::Null);
    case TypeConstraint::kNumber: return is(JsonKind::Number);
    case TypeConstraint::kObject: return is(JsonKind::Object);
    case TypeConstraint::kString: return is(JsonKind::String);
    case TypeConstraint::kAny: break;
    }
    return true;
}

bool SchemaVisitor::visit(const TypeConstraint &constraint)
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
    if (m_hints) {
        for (auto type = expected.crbegin(); type != expected.crend() && !fix; ++type)
            fix = convertedJson(m_tree, m_node, *type);
    }
    return fail(Code::WrongType, expected, {}, fix);
}

bool SchemaVisitor::visit(const FormatConstraint &constraint)
{
    const auto format = QString::fromStdString(constraint.getFormat());
    if (format == QLatin1StringView(lostFormat))
        return leaveUnknown();
    if (!is(JsonKind::String))
        return true;
    if (m_tree.rawValue(m_node).size() > maxFormatText)
        return leaveUnknown();
    return fitsFormat(format, m_tree.text(m_node)) || fail(Code::BadFormat, {format});
}

bool SchemaVisitor::visit(const PatternConstraint &constraint)
{
    if (!is(JsonKind::String))
        return true;
    const auto text = QString::fromStdString(constraint.getPattern<std::string::allocator_type>());
    const auto pattern = m_document.pattern(text);
    if (!pattern || m_tree.rawValue(m_node).size() > maxPatternText)
        return leaveUnknown();
    const QString own = m_tree.text(m_node);
    if (!own.isValidUtf16() || !spend(own.size() / 16))
        return leaveUnknown();
    const QRegularExpressionMatch match = pattern->match(own);
    if (!match.isValid()) // the search was given up
        return leaveUnknown();
    return match.hasMatch() || fail(Code::BadPattern, {text});
}

bool SchemaVisitor::visit(const MaximumConstraint &constraint)
{
    if (!is(JsonKind::Number))
        return true;
    const bool isExclusive = constraint.getExclusiveMaximum();
    const auto order = number() <=> boundOf(constraint.getMaximum());
    return order < 0 || (order == 0 && !isExclusive)
           || fail(Code::TooLarge, {boundText(constraint.getMaximum())},
                   isExclusive ? u"exclusive"_s : QString());
}

bool SchemaVisitor::visit(const MinimumConstraint &constraint)
{
    if (!is(JsonKind::Number))
        return true;
    const bool isExclusive = constraint.getExclusiveMinimum();
    const auto order = number() <=> boundOf(constraint.getMinimum());
    return order > 0 || (order == 0 && !isExclusive)
           || fail(Code::TooSmall, {boundText(constraint.getMinimum())},
                   isExclusive ? u"exclusive"_s : QString());
}

bool SchemaVisitor::visit(const MultipleOfDoubleConstraint &constraint)
{
    if (!is(JsonKind::Number))
        return true;
    const auto isMultiple = isMultipleOf(number(), boundOf(constraint.getDivisor()));
    if (!isMultiple)
        return leaveUnknown();
    return *isMultiple || fail(Code::NotMultiple, {boundText(constraint.getDivisor())});
}

bool SchemaVisitor::atMost(qint64 size, quint64 bound)
{
    return quint64(size) <= bound || fail(Code::TooLong, {QString::number(bound)});
}

bool SchemaVisitor::atLeast(qint64 size, quint64 bound)
{
    return quint64(size) >= bound || fail(Code::TooShort, {QString::number(bound)});
}

bool SchemaVisitor::visit(const MaxLengthConstraint &constraint)
{
    return !is(JsonKind::String)
           || atMost(characters(m_tree.text(m_node)), constraint.getMaxLength());
}

bool SchemaVisitor::visit(const MinLengthConstraint &constraint)
{
    return !is(JsonKind::String)
           || atLeast(characters(m_tree.text(m_node)), constraint.getMinLength());
}

bool SchemaVisitor::visit(const MaxItemsConstraint &constraint)
{
    return !is(JsonKind::Array) || atMost(m_tree.childCount(m_node), constraint.getMaxItems());
}

bool SchemaVisitor::visit(const MinItemsConstraint &constraint)
{
    return !is(JsonKind::Array) || atLeast(m_tree.childCount(m_node), constraint.getMinItems());
}

bool SchemaVisitor::visit(const MaxPropertiesConstraint &constraint)
{
    return !is(JsonKind::Object) || atMost(members().size(), constraint.getMaxProperties());
}

bool SchemaVisitor::visit(const MinPropertiesConstraint &constraint)
{
    return !is(JsonKind::Object) || atLeast(members().size(), constraint.getMinProperties());
}

bool SchemaVisitor::visit(const UniqueItemsConstraint &)
{
    if (!is(JsonKind::Array) || !spend(m_tree.after(m_node) - m_node))
        return true;
    QSet<QByteArray> seen;
    bool result = true;
    for (JsonNodeId child = m_node + 1; child < m_tree.after(m_node); child = m_tree.after(child)) {
        const qsizetype before = seen.size();
        seen.insert(canonicalJson(m_tree, child));
        if (seen.size() == before)
            result = failAt(child, m_tree.valueRange(child), Code::NotUnique);
    }
    return result;
}

} // namespace modelscribe
