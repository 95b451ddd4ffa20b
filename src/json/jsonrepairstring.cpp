// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairstring.h"

#include "core/ascii.h"
#include "core/jsonscanner.h"
#include "json/jsonrepaircontent.h"
#include "json/jsonrepairstringend.h"

#include <algorithm>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

//! C:\x, which no escape can mean.
bool windowsPathAt(const JsonRepairCursor &cursor, qsizetype i)
{
    return isLetter(cursor.at(i)) && cursor.at(i + 1) == ':' && cursor.at(i + 2) == '\\'
           && cursor.at(i + 3) != '\\' && cursor.at(i + 3) != '/';
}

} // namespace

bool JsonRepairString::read(bool append)
{
    open();
    const qsizetype begin = m_cursor.pos;
    const bool closed = findDoubledEnd() || findEnd(true) || (m_jumped && findEnd(false));
    const qsizetype limit = closed ? m_after : endOfCode();
    if (!closed) {
        m_contentEnd = m_after = limit;
        endBeforeLastClosers();
        endBeforeColon();
    }
    m_cursor.isDoubtful = m_cursor.isDoubtful || m_doubtful || swallowsOthers();
    if (!append)
        m_cursor.out += '"';
    m_cursor.pos = begin;
    if (m_doubled)
        copyDoubledContent(m_cursor, m_contentEnd);
    else
        copyStringContent(m_cursor, m_contentEnd, m_quote.kind, m_windowsPath);
    m_cursor.out += '"';
    const bool cutOff = !closed && m_contentEnd == limit;
    if (cutOff)
        m_cursor.note(Code::Truncated, m_contentEnd);
    else if (m_after == m_contentEnd)
        m_cursor.note(Code::MissingQuote, m_contentEnd);
    m_cursor.pos = m_after;
    return !cutOff;
}

void JsonRepairString::open()
{
    const qsizetype at = m_cursor.pos;
    m_quote = *m_cursor.quoteAt(at);
    const QByteArrayView mark = m_cursor.text.sliced(at, m_quote.size);
    m_triple = m_quote.size == 1 && m_cursor.startsWith(mark, at + 1)
               && m_cursor.startsWith(mark, at + 2);
    if (m_quote.kind == RepairQuote::Kind::Single)
        m_cursor.note(Code::SingleQuotes, at);
    else if (m_quote.kind != RepairQuote::Kind::Double || m_triple)
        m_cursor.note(Code::OtherQuotes, at);
    m_cursor.pos += m_triple ? 3 : m_quote.size;
    m_windowsPath = windowsPathAt(m_cursor, m_cursor.pos);
}

bool JsonRepairString::findLongEnd()
{
    const QByteArray mark(3, m_cursor.text[m_cursor.pos - 1]);
    m_contentEnd = m_cursor.text.indexOf(mark, m_cursor.pos);
    m_after = m_contentEnd + 3;
    return m_contentEnd >= 0;
}

//! \p jump: over JSON inside the string that has lost its backslashes.
bool JsonRepairString::findEnd(bool jump)
{
    if (m_triple)
        return findLongEnd();
    bool firstLine = true;
    m_doubtful = false;
    for (qsizetype i = m_cursor.pos; i < m_cursor.text.size(); ++i) {
        const char c = m_cursor.text[i];
        if (c == '\n' && firstLine) {
            m_firstLineEnd = firstLineEnd(i);
            firstLine = false;
        }
        if (c == '\\') {
            if (m_windowsPath && m_cursor.at(i + 1) != '\\')
                continue;
            ++i;
            continue;
        }
        if (jump && (c == '{' || c == '[')) {
            const qsizetype after = afterInnerJson(i);
            i = std::max(i, after - 1);
            continue;
        }
        const auto quote = m_cursor.quoteAt(i);
        if (!quote || !m_quote.closedBy(*quote))
            continue;
        if (endsAt(i, quote->size))
            return true;
        i += quote->size - 1;
    }
    return false;
}

bool JsonRepairString::endsAt(qsizetype quote, qsizetype size)
{
    if (stringMayEnd(m_cursor, m_place, m_quote, quote + size)) {
        m_contentEnd = quote;
        m_after = quote + size;
        return true;
    }
    const auto end = missingEndBefore(quote);
    m_marksInside = m_marksInside || !end;
    if (end) {
        m_cursor.readAgain += quote - *end;
        m_contentEnd = m_after = *end;
    } else if (m_quote.kind == RepairQuote::Kind::Double && m_cursor.quotedKeyAt(quote)) {
        m_doubtful = m_place != RepairPlace::Key; // it would swallow a member
    }
    return end.has_value();
}

//! The mark at \p quote does not end this string. If it starts the next one, this one has lost its
//! end: before the comma or line break in between.
std::optional<qsizetype> JsonRepairString::missingEndBefore(qsizetype quote) const
{
    const QByteArrayView text = m_cursor.text;
    if (m_cursor.readAgain > 2 * text.size() || quote == m_cursor.pos)
        return {};
    const auto backOverSpace = [&](qsizetype i) {
        while (i > m_cursor.pos
               && (text[i - 1] == ' ' || (text[i - 1] >= '\t' && text[i - 1] <= '\r')))
            --i;
        return i;
    };
    qsizetype end = backOverSpace(quote);
    const bool newLine = text.sliced(end, quote - end).contains('\n');
    const bool key = m_cursor.quotedKeyAt(quote);
    const bool comma = end > m_cursor.pos && text[end - 1] == ',';
    if (comma && m_place != RepairPlace::Top && (end == quote || key || newLine)) {
        end = backOverSpace(end - 1);
        return end > m_cursor.pos ? std::optional(end) : std::nullopt;
    }
    if (newLine && m_place != RepairPlace::Top && (key || m_place == RepairPlace::Element))
        return end > m_cursor.pos ? std::optional(end) : std::nullopt;
    if (const auto before = endBeforeBareKey(end, quote))
        return before;
    // The next object starts on a later line: "a": "b}, ⏎ {"c": …
    const bool object = key && end > m_cursor.pos && text[end - 1] == '{';
    return object ? m_firstLineEnd : std::nullopt;
}

//! "a": "b, c: "d": the end before the comma, if the mark at \p quote begins the value of a key
//! that ends at \p end, and the next mark ends it. In a key, "a:"b": the end before the colon.
std::optional<qsizetype> JsonRepairString::endBeforeBareKey(qsizetype end, qsizetype quote) const
{
    const QByteArrayView text = m_cursor.text;
    if (end - 1 <= m_cursor.pos || text[end - 1] != ':')
        return {};
    if (m_place == RepairPlace::Key)
        return end - 1;
    const qsizetype from = std::max(m_cursor.pos, end - longestKeyLookedFor);
    const qsizetype comma = from + text.sliced(from, end - from).lastIndexOf(',');
    const qsizetype next = m_cursor.text.indexOf('"', quote + 1);
    if (m_place != RepairPlace::Member || comma <= m_cursor.pos || next < 0
        || !m_cursor.bareKeyAt(m_cursor.afterSpace(comma + 1)))
        return {};
    const qsizetype behind = m_cursor.afterSpace(next + 1);
    if (behind < text.size() && m_cursor.commaAt(behind) == 0 && !m_cursor.closerAt(behind))
        return {};
    return comma;
}

//! The end of the first line's words, when \p lineBreak is its end.
std::optional<qsizetype> JsonRepairString::firstLineEnd(qsizetype lineBreak) const
{
    qsizetype end = lineBreak;
    while (end > m_cursor.pos
           && (m_cursor.closerAt(end - 1) || QByteArrayView(", \r").contains(m_cursor.at(end - 1))))
        --end;
    return end > m_cursor.pos ? std::optional(end) : std::nullopt;
}

//! The end of the text, or the code fence before it.
qsizetype JsonRepairString::endOfCode() const
{
    const QByteArrayView text = m_cursor.text;
    qsizetype fence = text.indexOf("```", m_cursor.pos);
    if (fence < 0 || m_quote.kind == RepairQuote::Kind::OtherSingle)
        return text.size();
    while (fence > m_cursor.pos && (text[fence - 1] == '\n' || text[fence - 1] == '\r'))
        --fence;
    return fence;
}

//! "{"a": 1}": behind the object or list at \p i; -1 if there is none.
qsizetype JsonRepairString::afterInnerJson(qsizetype i)
{
    const qsizetype next = m_cursor.afterSpace(i + 1);
    const char c = m_cursor.at(next);
    if (m_quote.kind != RepairQuote::Kind::Double || (c != '"' && c != '{' && c != '['))
        return -1;
    const qsizetype after = m_cursor.lookahead.afterJsonAt(i);
    m_jumped = m_jumped || after > 0;
    return after;
}

//! "{""a"": 1}", as a cell of CSV is written.
bool JsonRepairString::findDoubledEnd()
{
    const QByteArrayView text = m_cursor.text;
    const qsizetype from = m_cursor.pos;
    qsizetype at = m_cursor.afterSpace(from);
    while (m_cursor.at(at) == '{' || m_cursor.at(at) == '[')
        at = m_cursor.afterSpace(at + 1);
    if (m_triple || m_quote.kind != RepairQuote::Kind::Double || at == from
        || !m_cursor.startsWith("\"\"", at) || m_cursor.readAgain > 2 * text.size())
        return false;
    while (at < text.size() && (text[at] != '"' || m_cursor.at(at + 1) == '"'))
        at += text[at] == '"' ? 2 : 1;
    m_cursor.readAgain += at - from;
    QByteArray content = text.sliced(from, at - from).toByteArray();
    if (at >= text.size() || checkJson(content.replace("\"\"", "\"")))
        return false;
    m_doubled = true;
    m_contentEnd = at;
    m_after = at + 1;
    return true;
}

//! {"a": "b}: the text ends with exactly the brackets that are open.
void JsonRepairString::endBeforeLastClosers()
{
    const QByteArrayView text = m_cursor.text;
    qsizetype end = m_contentEnd;
    for (qsizetype open = 0; open < m_cursor.closers.size(); ++open) {
        while (end > m_cursor.pos && m_cursor.spaceAt(end - 1) == 1)
            --end;
        const char closer = m_cursor.closers[open] == setCloser ? '}' : m_cursor.closers[open];
        if (end == m_cursor.pos || text[end - 1] != closer)
            return;
        --end;
    }
    if (m_cursor.closers.isEmpty())
        return;
    while (end > m_cursor.pos && m_cursor.spaceAt(end - 1) == 1)
        --end;
    m_contentEnd = m_after = end;
}

//! More than one value may be in it: it begins like what is between two strings, and has marks or
//! line breaks inside.
bool JsonRepairString::swallowsOthers() const
{
    const QByteArrayView content = m_cursor.text.first(m_contentEnd).sliced(m_cursor.pos);
    const QByteArrayView words = content.trimmed();
    const bool isBetween = !words.isEmpty() && QByteArrayView(",:]}").contains(words.front());
    if (m_place != RepairPlace::Key)
        return m_marksInside && isBetween;
    return (isBetween && (m_marksInside || content.contains('\n')))
           || (m_marksInside && std::ranges::any_of(content, [](char c) {
                   return QByteArrayView(",:{}[]").contains(c);
               }));
}

//! {"a:b}
void JsonRepairString::endBeforeColon()
{
    if (m_place != RepairPlace::Key || m_contentEnd == endOfCode())
        return;
    const QByteArrayView content = m_cursor.text.sliced(m_cursor.pos, m_contentEnd - m_cursor.pos);
    const qsizetype colon = content.indexOf(':');
    if (colon > 0 && !content.first(colon).contains('\n'))
        m_contentEnd = m_after = m_cursor.pos + colon;
}

} // namespace modelscribe
