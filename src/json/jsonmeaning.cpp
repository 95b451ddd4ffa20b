// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonmeaning.h"

#include "core/jsonmembers.h"

#include <algorithm>

namespace modelscribe {

namespace {

//! A whole number of any length.
struct Whole
{
    bool negative = false;
    QByteArray digits; //!< Without leading zeros; empty is 0.
};

QByteArray withoutLeadingZeros(const QByteArray &digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == '0')
        ++zeros;
    return digits.sliced(zeros);
}

bool isLess(const QByteArray &a, const QByteArray &b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

//! a + b, or a - b, of digits; a is not the smaller one then.
QByteArray combined(const QByteArray &a, const QByteArray &b, bool subtract)
{
    QByteArray result;
    int carry = 0;
    for (qsizetype i = 0; i < std::max(a.size(), b.size()) || carry != 0; ++i) {
        const int x = i < a.size() ? a[a.size() - 1 - i] - '0' : 0;
        const int y = i < b.size() ? b[b.size() - 1 - i] - '0' : 0;
        const int sum = subtract ? x - y - carry : x + y + carry;
        carry = sum < 0 || sum > 9 ? 1 : 0;
        result += char('0' + (sum + 10) % 10);
    }
    std::reverse(result.begin(), result.end());
    return withoutLeadingZeros(result);
}

Whole sum(const Whole &a, const Whole &b)
{
    if (a.negative == b.negative)
        return {a.negative, combined(a.digits, b.digits, false)};
    const bool aIsLess = isLess(a.digits, b.digits);
    const Whole &more = aIsLess ? b : a;
    const Whole &less = aIsLess ? a : b;
    return {more.negative, combined(more.digits, less.digits, true)};
}

void appendNumber(QByteArray &description, quint32 number)
{
    description.append(reinterpret_cast<const char *>(&number), sizeof number);
}

void appendSized(QByteArray &description, QByteArrayView text)
{
    appendNumber(description, quint32(text.size()));
    description += text;
}

QByteArray scalarMeaning(JsonKind kind, QByteArrayView raw)
{
    switch (kind) {
    case JsonKind::Number: return 'n' + comparableJsonNumber(raw);
    case JsonKind::String: return 's' + comparableJsonKey(raw);
    default: return 'w' + raw.toByteArray();
    }
}

} // namespace

QByteArray comparableJsonNumber(QByteArrayView number)
{
    const bool negative = number.startsWith('-');
    qsizetype i = negative ? 1 : 0;
    QByteArray digits;
    qint64 behindPoint = 0;
    bool point = false;
    for (; i < number.size() && number[i] != 'e' && number[i] != 'E'; ++i) {
        if (number[i] == '.') {
            point = true;
            continue;
        }
        digits += number[i];
        behindPoint += point ? 1 : 0;
    }
    digits = withoutLeadingZeros(digits);
    if (digits.isEmpty())
        return "0";
    qint64 zeros = 0;
    while (digits.endsWith('0')) {
        digits.chop(1);
        ++zeros;
    }
    Whole exponent;
    if (i < number.size()) {
        const QByteArrayView written = number.sliced(i + 1);
        exponent.negative = written.startsWith('-');
        const bool sign = exponent.negative || written.startsWith('+');
        exponent.digits = withoutLeadingZeros(written.sliced(sign ? 1 : 0).toByteArray());
    }
    const qint64 shift = zeros - behindPoint;
    exponent = sum(exponent, {shift < 0, withoutLeadingZeros(QByteArray::number(std::abs(shift)))});
    return (negative ? "-" : "") + digits + 'e'
           + (exponent.negative && !exponent.digits.isEmpty() ? "-" : "") + exponent.digits;
}

quint32 JsonMeanings::numberOf(const QByteArray &description)
{
    const auto known = m_known.constFind(description);
    if (known != m_known.cend())
        return *known;
    const auto number = quint32(m_known.size());
    m_known.insert(description, number);
    return number;
}

JsonMeanings::Numbers JsonMeanings::add(const JsonTree &tree)
{
    Numbers numbers{std::vector<quint32>(tree.size()), std::vector<quint32>(tree.size())};
    // Children have higher numbers than their parents.
    for (JsonNodeId node = tree.size(); node-- > 0;) {
        if (!tree.isContainer(node)) {
            numbers.meaning[node] = numberOf(scalarMeaning(tree.kind(node), tree.rawValue(node)));
            numbers.spelling[node] = numberOf('r' + tree.rawValue(node).toByteArray());
            continue;
        }
        const bool object = tree.kind(node) == JsonKind::Object;
        QByteArray spelling(1, object ? 'O' : 'A');
        QByteArray meaning(1, object ? 'o' : 'a');
        std::vector<std::pair<QByteArray, quint32>> members;
        for (JsonNodeId child = node + 1; child < tree.after(node); child = tree.after(child)) {
            appendNumber(spelling, numbers.spelling[child]);
            if (object) {
                appendSized(spelling, tree.rawKey(child));
                members.emplace_back(comparableJsonKey(tree.rawKey(child)), numbers.meaning[child]);
            } else {
                appendNumber(meaning, numbers.meaning[child]);
            }
        }
        // Of members with the same key the order means something.
        std::ranges::stable_sort(members, {}, &std::pair<QByteArray, quint32>::first);
        for (const auto &[key, number] : members) {
            appendSized(meaning, key);
            appendNumber(meaning, number);
        }
        numbers.meaning[node] = numberOf(meaning);
        numbers.spelling[node] = numberOf(spelling);
    }
    return numbers;
}

} // namespace modelscribe
