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

bool sameScalar(const JsonTree &a, JsonNodeId x, const JsonTree &b, JsonNodeId y)
{
    const QByteArrayView left = a.rawValue(x);
    const QByteArrayView right = b.rawValue(y);
    return left == right || scalarMeaning(a.kind(x), left) == scalarMeaning(b.kind(y), right);
}

//! The members of an object by their keys; those of the same key stay in the order of the text.
std::vector<std::pair<QByteArray, JsonNodeId>> membersByKey(const JsonTree &tree, JsonNodeId object)
{
    std::vector<std::pair<QByteArray, JsonNodeId>> members;
    members.reserve(tree.childCount(object));
    for (JsonNodeId child = object + 1; child < tree.after(object); child = tree.after(child))
        members.emplace_back(comparableJsonKey(tree.rawKey(child)), child);
    std::ranges::stable_sort(members, {}, &std::pair<QByteArray, JsonNodeId>::first);
    return members;
}

//! Compares two values level by level, and stops at the first difference.
class MeaningComparison
{
public:
    MeaningComparison(const JsonTree &a, const JsonTree &b)
        : m_a(a)
        , m_b(b)
    {
    }

    bool same(JsonNodeId x, JsonNodeId y)
    {
        m_open.emplace_back(x, y);
        while (!m_open.empty()) {
            const auto [left, right] = m_open.back();
            m_open.pop_back();
            if (!compare(left, right))
                return false;
        }
        return true;
    }

private:
    bool compare(JsonNodeId x, JsonNodeId y)
    {
        if (m_a.kind(x) != m_b.kind(y))
            return false;
        if (!m_a.isContainer(x))
            return sameScalar(m_a, x, m_b, y);
        if (m_a.childCount(x) != m_b.childCount(y))
            return false;
        return openInOrder(x, y) || openByKey(x, y);
    }

    //! False, with nothing opened, when the keys do not stand in the same order.
    bool openInOrder(JsonNodeId x, JsonNodeId y)
    {
        const size_t before = m_open.size();
        JsonNodeId left = x + 1;
        JsonNodeId right = y + 1;
        for (; left < m_a.after(x); left = m_a.after(left), right = m_b.after(right)) {
            if (m_a.rawKey(left) != m_b.rawKey(right)) { // both empty in an array
                m_open.resize(before);
                return false;
            }
            m_open.emplace_back(left, right);
        }
        return true;
    }

    bool openByKey(JsonNodeId x, JsonNodeId y)
    {
        const auto left = membersByKey(m_a, x);
        const auto right = membersByKey(m_b, y);
        for (size_t i = 0; i < left.size(); ++i) {
            if (left[i].first != right[i].first)
                return false;
            m_open.emplace_back(left[i].second, right[i].second);
        }
        return true;
    }

    const JsonTree &m_a;
    const JsonTree &m_b;
    std::vector<std::pair<JsonNodeId, JsonNodeId>> m_open;
};

} // namespace

bool sameJsonMeaning(const JsonTree &a, JsonNodeId x, const JsonTree &b, JsonNodeId y)
{
    return a.rawValue(x) == b.rawValue(y) || MeaningComparison(a, b).same(x, y);
}

bool sameJsonMeaning(const QByteArray &a, const QByteArray &b)
{
    if (a == b)
        return true;
    const JsonTree left = JsonTree::parse(a);
    const JsonTree right = left.isValid() ? JsonTree::parse(b) : JsonTree();
    return right.isValid() && sameJsonMeaning(left, 0, right, 0);
}

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
