// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonvalues.h"

#include "core/jsonwriter.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 maxExponent = 1'000'000'000'000'000;

qint64 boundedExponent(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text = text.sliced(1);
    qint64 value = 0;
    for (const char c : text)
        value = std::min(value * 10 + (c - '0'), maxExponent);
    return isNegative ? -value : value;
}

//! Compares numbers without their signs.
std::strong_ordering compareSize(const JsonNumber &a, const JsonNumber &b)
{
    if (a.digits.isEmpty() || b.digits.isEmpty())
        return !a.digits.isEmpty() <=> !b.digits.isEmpty();
    if (a.exponent != b.exponent)
        return a.exponent <=> b.exponent;
    return a.digits.compare(b.digits) <=> 0;
}

} // namespace

JsonNumber JsonNumber::fromText(QByteArrayView raw)
{
    JsonNumber number;
    number.isNegative = raw.startsWith('-');
    if (number.isNegative)
        raw = raw.sliced(1);
    qsizetype end = 0;
    while (end < raw.size() && raw[end] != 'e' && raw[end] != 'E')
        ++end;
    const QByteArrayView mantissa = raw.first(end);
    const qsizetype point = mantissa.indexOf('.');
    number.digits = mantissa.toByteArray();
    if (point >= 0)
        number.digits.remove(point, 1);
    number.exponent = (point >= 0 ? point : mantissa.size())
                      + (end < raw.size() ? boundedExponent(raw.sliced(end + 1)) : 0);
    const auto first = std::ranges::find_if(number.digits, [](char c) { return c != '0'; });
    const qsizetype zeros = first - number.digits.begin();
    number.digits.remove(0, zeros);
    number.exponent -= zeros;
    while (number.digits.endsWith('0'))
        number.digits.chop(1);
    return number.digits.isEmpty() ? JsonNumber() : number;
}

JsonNumber JsonNumber::fromDouble(double value)
{
    if (value != value)
        return {};
    if (value - value != 0) // infinite
        return {.isNegative = value < 0, .digits = "1", .exponent = maxExponent};
    return fromText(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

double JsonNumber::toDouble() const
{
    if (digits.isEmpty())
        return 0;
    const QByteArray text = (isNegative ? "-0." : "0.") + digits + 'e'
                            + QByteArray::number(exponent);
    double value = 0;
    // Unlike strtod() it does not ask the locale.
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end.ec != std::errc::result_out_of_range)
        return value;
    const double far = exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    return isNegative ? -far : far;
}

std::strong_ordering operator<=>(const JsonNumber &a, const JsonNumber &b)
{
    if (a.isNegative != b.isNegative)
        return a.isNegative ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.isNegative ? compareSize(b, a) : compareSize(a, b);
}

std::optional<bool> isMultipleOf(const JsonNumber &number, const JsonNumber &divisor)
{
    constexpr qsizetype maxDivisorDigits = 18; // ten times that still fits into 64 bits
    constexpr qint64 maxZeros = 10'000;        // so many are no longer anybody's value
    constexpr qsizetype doubleDigits = 15;
    if (number.digits.isEmpty() || divisor.digits.isEmpty())
        return true;
    const qint64 zeros = (number.exponent - number.digits.size())
                         - (divisor.exponent - divisor.digits.size());
    if (divisor.digits.size() > maxDivisorDigits || zeros > maxZeros)
        return {};
    const quint64 unit = divisor.digits.toULongLong();
    quint64 rest = zeros < 0; // neither ends with a zero
    if (zeros >= 0) {
        for (const char digit : number.digits)
            rest = (rest * 10 + quint64(digit - '0')) % unit;
        for (qint64 i = 0; i < zeros; ++i)
            rest = rest * 10 % unit;
    }
    if (rest == 0 || number.digits.size() <= doubleDigits || number.isInteger())
        return rest == 0;
    const double times = number.toDouble() / divisor.toDouble();
    return std::isfinite(times) && std::abs(times) < 1e15 && std::round(times) != 0
           && std::abs(times - std::round(times)) <= 1e-9 * std::max(1.0, std::abs(times));
}

QByteArray canonicalJson(const JsonTree &tree, JsonNodeId node)
{
    switch (tree.kind(node)) {
    case JsonKind::String: return jsonString(tree.text(node));
    case JsonKind::Number: {
        const JsonNumber number = JsonNumber::fromText(tree.rawValue(node));
        return (number.isNegative ? "-" : "") + number.digits + 'e'
               + QByteArray::number(number.exponent);
    }
    case JsonKind::Array: {
        QByteArray text = "[";
        for (JsonNodeId child = node + 1; child < tree.after(node); child = tree.after(child))
            text += canonicalJson(tree, child) + ',';
        return text + ']';
    }
    case JsonKind::Object: {
        std::map<QByteArray, JsonNodeId> members;
        for (JsonNodeId child = node + 1; child < tree.after(node); child = tree.after(child))
            members[jsonString(tree.key(child))] = child;
        QByteArray text = "{";
        for (const auto &[key, child] : members)
            text += key + ':' + canonicalJson(tree, child) + ',';
        return text + '}';
    }
    default: return tree.rawValue(node).toByteArray();
    }
}

QString jsonKindName(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Object: return u"object"_s;
    case JsonKind::Array: return u"array"_s;
    case JsonKind::String: return u"string"_s;
    case JsonKind::Number: return u"number"_s;
    case JsonKind::Boolean: return u"boolean"_s;
    case JsonKind::Null: break;
    }
    return u"null"_s;
}

namespace {

//! What the text of a string says, when that is a JSON value of the wanted type.
std::optional<QByteArray> readFromString(const QString &text, QStringView typeName)
{
    // Longer texts are not what somebody quoted by mistake.
    if (text.size() > 64 * 1024 || !text.isValidUtf16())
        return {};
    QByteArray raw = text.trimmed().toUtf8();
    if (typeName == "boolean"_L1 || typeName == "null"_L1)
        raw = raw.toLower();
    const JsonTree inner = JsonTree::parse(raw);
    if (!inner.isValid() || inner.kind(0) == JsonKind::String)
        return {};
    const bool fits = typeName == "integer"_L1 ? inner.kind(0) == JsonKind::Number
                                                     && JsonNumber::fromText(raw).isInteger()
                                               : jsonKindName(inner.kind(0)) == typeName;
    return fits ? std::optional(raw) : std::nullopt;
}

} // namespace

std::optional<QByteArray> convertedJson(const JsonTree &tree, JsonNodeId node, QStringView typeName)
{
    const JsonKind kind = tree.kind(node);
    if (kind == JsonKind::String) {
        if (auto read = readFromString(tree.text(node), typeName))
            return read;
    }
    if (kind == JsonKind::Null || tree.isContainer(node))
        return {};
    if (typeName == "string"_L1 && kind != JsonKind::String)
        return '"' + tree.rawValue(node).toByteArray() + '"';
    if (typeName == "array"_L1)
        return '[' + tree.rawValue(node).toByteArray() + ']';
    return {};
}

} // namespace modelscribe
