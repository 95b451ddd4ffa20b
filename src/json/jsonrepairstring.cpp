// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairstring.h"

#include "core/ascii.h"

#include <algorithm>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

//! C:\x, which no escape can mean.
bool windowsPathAt(const JsonRepairCursor &cursor, qsizetype i)
{
    return isLetter(cursor.at(i)) && cursor.at(i + 1) == ':' && cursor.at(i + 2) == '\\'
           && cursor.at(i + 3) != '\\' && cursor.at(i + 3) != '/';
}

qsizetype hexDigitsAt(const JsonRepairCursor &cursor, qsizetype i, qsizetype most)
{
    qsizetype count = 0;
    while (count < most && isHex(cursor.at(i + count)))
        ++count;
    return count;
}

void leaveCutEscape(JsonRepairCursor &cursor)
{
    cursor.note(Code::Truncated, cursor.pos);
    cursor.leaveOut(cursor.pos, cursor.text.size());
    cursor.pos = cursor.text.size();
}

void copyEscape(JsonRepairCursor &cursor, qsizetype end, bool keepBackslashes)
{
    const qsizetype at = cursor.pos;
    const char escaped = at + 1 < end ? cursor.text[at + 1] : '\0';
    if (!keepBackslashes && escaped != '\0' && QByteArrayView("\"\\/bfnrt").contains(escaped)) {
        cursor.out += cursor.text.sliced(at, 2);
        cursor.pos += 2;
        return;
    }
    const qsizetype digits = hexDigitsAt(cursor, at + 2, escaped == 'x' ? 2 : 4);
    if (!keepBackslashes && escaped == 'u' && digits == 4) {
        cursor.out += cursor.text.sliced(at, 6);
        cursor.pos += 6;
        return;
    }
    if (at + 1 >= cursor.text.size()
        || (!keepBackslashes && escaped == 'u' && at + 2 + digits >= cursor.text.size())) {
        return leaveCutEscape(cursor);
    }
    if (keepBackslashes && escaped == '\\') {
        cursor.out += "\\\\";
        cursor.pos += 2;
        return;
    }
    cursor.note(Code::Escape, at);
    if (!keepBackslashes && escaped == 'x' && digits == 2) {
        cursor.out += "\\u00" + cursor.text.sliced(at + 2, 2).toByteArray();
        cursor.leaveOut(at, at + 2);
        cursor.pos += 4;
    } else if (!keepBackslashes && escaped == '\'') {
        cursor.out += '\'';
        cursor.pos += 2;
    } else if (!keepBackslashes && escaped == '\n') {
        cursor.pos += 2; // the line goes on
    } else {
        cursor.out += "\\\\";
        ++cursor.pos;
    }
}

} // namespace

void copyStringContent(JsonRepairCursor &cursor, qsizetype end, RepairQuote::Kind quote,
                       bool keepBackslashes)
{
    while (cursor.pos < end) {
        const char c = cursor.text[cursor.pos];
        if (c == '\\') {
            copyEscape(cursor, end, keepBackslashes);
        } else if (c == '"') {
            if (quote == RepairQuote::Kind::Double)
                cursor.note(Code::InnerQuote, cursor.pos);
            cursor.out += "\\\"";
            ++cursor.pos;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            copyControl(cursor);
        } else {
            cursor.copyCharacter();
        }
    }
}

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
        copyDoubled();
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
    if (endsBefore(quote + size)) {
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

bool JsonRepairString::endsBefore(qsizetype after) const
{
    const qsizetype next = m_cursor.afterSpace(after);
    const char c = m_cursor.at(next);
    if (next >= m_cursor.text.size() || m_cursor.fenceAt(next)
        || (m_cursor.commentAt(next) && (c == '/' || next > after)))
        return true;
    if (m_place == RepairPlace::Key)
        return keyEndsBefore(after, next);
    if (const int comma = m_cursor.commaAt(next))
        return m_place != RepairPlace::Member || m_cursor.memberAt(next + comma);
    if (m_cursor.closerAt(next))
        return closersFit(next);
    if (m_cursor.quoteAt(next))
        return quoteMayFollow(after, next);
    const bool newLine = m_cursor.text.sliced(after, next - after).contains('\n');
    switch (m_cursor.markAt(next)) {
    case ':': return m_place != RepairPlace::Member;
    case '+':
        return m_cursor.quoteAt(m_cursor.afterSpace(next + 1))
               || m_cursor.commentAt(m_cursor.afterSpace(next + 1));
    case ')': return m_cursor.parenthesisAt(next) || parenthesisMayFollow(next);
    case ';': return m_place == RepairPlace::Top || partMayFollow(next + 1);
    case '{':
    case '[': return m_place != RepairPlace::Member;
    default: break;
    }
    if (m_place == RepairPlace::Member)
        return next > after && (m_cursor.bareKeyAt(next) || m_cursor.halfQuotedKeyAt(next));
    return newLine
           || (next > after
               && (isDigit(c) || !m_cursor.literalAt(next).isEmpty() || lastWordsAt(next)));
}

//! Behind a semicolon that stands for a comma.
bool JsonRepairString::partMayFollow(qsizetype i) const
{
    const qsizetype next = m_cursor.afterSpace(i);
    return m_place == RepairPlace::Member ? m_cursor.keyAt(next)
                                          : m_cursor.quoteAt(next).has_value();
}

//! ); behind everything
bool JsonRepairString::parenthesisMayFollow(qsizetype i) const
{
    const qsizetype next = m_cursor.afterSpace(i + 1);
    return m_place == RepairPlace::Top
           && (next >= m_cursor.text.size() || m_cursor.at(next) == ';');
}

//! ["a" b]: words and the end of the list, and no other mark before it.
bool JsonRepairString::lastWordsAt(qsizetype i) const
{
    if (m_place != RepairPlace::Element || !isLetter(m_cursor.at(i)))
        return false;
    const qsizetype limit = std::min(m_cursor.text.size(), i + longestRunOfClosers);
    while (i < limit
           && (isLetter(m_cursor.at(i)) || isDigit(m_cursor.at(i)) || m_cursor.at(i) == ' '))
        ++i;
    return i < limit && m_cursor.closerAt(i) && closersFit(i) && !stringEndsAgain(i);
}

bool JsonRepairString::keyEndsBefore(qsizetype after, qsizetype next) const
{
    const char c = m_cursor.at(next);
    if (m_cursor.quoteAt(next))
        return next > after;
    if (isDigit(c)) { // {"a"2}
        const qsizetype digits = m_cursor.afterDigits(next);
        return next > after || m_cursor.commaAt(digits) > 0 || m_cursor.closerAt(digits);
    }
    return m_cursor.colonAt(next) > 0 || m_cursor.commaAt(next) > 0 || m_cursor.closerAt(next)
           || c == '{' || c == '[' || (next > after && c == '-')
           || (next > after && !m_cursor.literalAt(next).isEmpty());
}

bool JsonRepairString::quoteMayFollow(qsizetype after, qsizetype next) const
{
    const bool newLine = m_cursor.text.sliced(after, next - after).contains('\n');
    if (next == after) { // ""
        const qsizetype second = m_cursor.afterSpace(next + m_cursor.quoteAt(next)->size);
        if (second >= m_cursor.text.size() || m_cursor.commaAt(second) > 0
            || m_cursor.closerAt(second))
            return false; // the second one closes, this one is inside
    }
    if (m_place == RepairPlace::Member)
        return newLine || m_cursor.quotedKeyAt(next);
    return true;
}

//! A bracket inside the string would be followed by more of its words.
bool JsonRepairString::closersFit(qsizetype i) const
{
    qsizetype count = 0;
    bool newLine = false;
    const qsizetype limit = std::min(m_cursor.text.size(), i + longestRunOfClosers);
    for (; i < limit; i += m_cursor.sizeAt(i)) {
        const char c = m_cursor.text[i];
        if (m_cursor.closerAt(i))
            ++count;
        else if (c == '\n')
            newLine = true;
        else if (c != ' ' && c != '\t' && c != '\r')
            break;
    }
    if (i >= m_cursor.text.size())
        return true;
    if (m_cursor.closers.isEmpty())
        return false;
    if (i == limit || newLine || !(isLetter(m_cursor.at(i)) || isDigit(m_cursor.at(i)))
        || m_cursor.bareKeyAt(i))
        return true;
    return count >= m_cursor.closers.size() && !stringEndsAgain(i);
}

//! … 2"] more"]
bool JsonRepairString::stringEndsAgain(qsizetype i) const
{
    const qsizetype limit = std::min(m_cursor.text.size(), i + longestRunOfClosers);
    for (; i < limit && m_cursor.text[i] != '\n'; ++i) {
        const auto quote = m_cursor.quoteAt(i);
        if (quote && m_quote.closedBy(*quote))
            return m_cursor.closerAt(m_cursor.afterSpace(i + quote->size));
    }
    return false;
}

} // namespace modelscribe
