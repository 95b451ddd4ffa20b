// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairahead.h"

#include "core/ascii.h"
#include "core/jsonscanner.h"

#include <algorithm>

namespace modelscribe {

namespace {

//! Bytes of looking ahead for each byte of the text, and for short texts.
constexpr qsizetype mostLookedAhead = 8;
constexpr qsizetype lookedAheadAnyway = 64 * 1024;
constexpr qsizetype longestStringLookedOver = 4096;
constexpr qsizetype longestInnerJson = 256 * 1024;

//! float64, Size, ObjectId: what makes a value of its argument. Not sqrt, range.
bool namesType(QByteArrayView name)
{
    if (name.isEmpty() || (name.front() >= 'A' && name.front() <= 'Z'))
        return !name.isEmpty();
    while (isDigit(name.back()) || name.back() == '_')
        name.chop(1);
    static constexpr QByteArrayView types[] = {
        "array", "bool",      "bytes", "date",   "datetime", "deque", "device",
        "dict",  "double",    "dtype", "float",  "int",      "list",  "long",
        "set",   "frozenset", "str",   "tensor", "tuple",    "uint",  "ndarray"};
    return std::ranges::find(types, name) != std::end(types);
}

//! Begins or ends like what stands between two strings.
bool isBetweenStrings(QByteArrayView content)
{
    const QByteArrayView words = content.trimmed();
    return words.isEmpty() ? !content.isEmpty()
                           : QByteArrayView(",:").contains(words.front())
                                 || QByteArrayView(",:").contains(words.back());
}

} // namespace

bool JsonRepairLookahead::mayLookAhead(qsizetype bytes)
{
    if (m_lookedAhead > mostLookedAhead * m_text.text.size() + lookedAheadAnyway)
        return false;
    m_lookedAhead += bytes;
    return true;
}

//! One step of looking ahead at \p i: brackets go to \p open and come from it, strings are skipped.
//! The bracket that closes what was open before.
char JsonRepairLookahead::stepAhead(qsizetype &i, QByteArray &open)
{
    const char c = m_text.markAt(i);
    if (c == '{' || c == '[' || c == '(') {
        open += c == '{' ? '}' : c == '[' ? ']' : ')';
    } else if (c == '}' || c == ']' || c == ')') {
        const qsizetype depth = open.lastIndexOf(c);
        if (depth < 0 && (c != ')' || open.isEmpty()))
            return c;
        open.truncate(std::max<qsizetype>(depth, 0));
    } else if (m_text.quoteAt(i)) {
        const qsizetype after = m_text.afterSimpleString(i);
        m_lookedAhead += after == i ? longestStringLookedOver : after - i;
        i = std::max(i, after - 1);
    }
    return '\0';
}

RepairAhead JsonRepairLookahead::containerEnd(qsizetype i)
{
    RepairAhead found{.at = m_text.text.size()};
    QByteArray open;
    for (; i < m_text.text.size(); ++i) {
        if (!mayLookAhead(1))
            return {.at = i};
        if (open.isEmpty()) {
            found.commas += m_text.commaAt(i) > 0 ? 1 : 0;
            found.colon = found.colon || m_text.colonAt(i) > 0 || m_text.at(i) == '=';
        }
        if (const char closer = stepAhead(i, open)) {
            found.closer = closer;
            found.at = i;
            break;
        }
    }
    return found;
}

QByteArray JsonRepairLookahead::closersAhead(qsizetype i)
{
    QByteArray found;
    QByteArray open;
    for (; i < m_text.text.size() && found.size() < longestRunOfClosers; ++i) {
        if (!mayLookAhead(1))
            return {};
        const char closer = stepAhead(i, open);
        if (closer == '}' || closer == ']')
            found += closer;
    }
    return found;
}

std::optional<RepairCall> JsonRepairLookahead::callAt(qsizetype i, bool isOutermost)
{
    const qsizetype begin = m_text.startsWith("new ", i) ? i + 4 : i;
    qsizetype at = begin;
    const auto isNamePart = [this](qsizetype j) {
        return isLetter(m_text.at(j)) || m_text.at(j) == '_';
    };
    if (!isNamePart(at))
        return {};
    while (isNamePart(at) || isDigit(m_text.at(at)) || m_text.at(at) == '.')
        ++at;
    if (isOutermost) // callback ({})
        at = m_text.afterSpace(at);
    if (m_text.at(at) != '(')
        return {};
    const RepairAhead end = containerEnd(at + 1);
    if (end.closer != ')' && end.at < m_text.text.size())
        return {};
    const QByteArrayView name = m_text.text.sliced(begin, at - begin).trimmed();
    const bool isType = isOutermost || namesType(name.sliced(name.lastIndexOf('.') + 1));
    const bool isEmpty = m_text.text.sliced(at + 1, end.at - at - 1).trimmed().isEmpty();
    return RepairCall{.inner = at + 1,
                      .close = end.at,
                      .isOneValue = isType && end.commas == 0 && !end.colon && !isEmpty};
}

qsizetype JsonRepairLookahead::afterJsonAt(qsizetype i)
{
    for (qsizetype window = 512; window <= longestInnerJson; window *= 8) {
        const qsizetype size = std::min(window, m_text.text.size() - i);
        if (!mayLookAhead(size))
            return -1;
        qsizetype whole = size;
        while (whole > 0 && i + whole < m_text.text.size()
               && continuesCharacter(m_text.text[i + whole]))
            --whole;
        JsonScanner scanner(m_text.text.sliced(i, whole));
        bool words = false;
        for (JsonToken token = scanner.next();; token = scanner.next()) {
            if (token.kind == JsonToken::Kind::Bad || token.kind == JsonToken::Kind::End)
                break;
            if (token.kind == JsonToken::Kind::Key || token.kind == JsonToken::Kind::String) {
                words = true;
                if (isBetweenStrings(
                        m_text.text.sliced(i + token.begin + 1, token.end - token.begin - 2)))
                    return -1;
            }
            if (token.closes() && scanner.depth() == 0)
                return words ? i + token.end : -1;
        }
        if (size == m_text.text.size() - i || scanner.problem()->offset + 8 < whole)
            break;
    }
    return -1;
}

} // namespace modelscribe
