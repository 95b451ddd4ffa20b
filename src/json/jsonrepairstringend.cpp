// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairstringend.h"

#include "core/ascii.h"

#include <algorithm>

namespace modelscribe {

namespace {

//! A string, and the questions whether what follows a mark can follow it.
class StringEnd
{
public:
    StringEnd(const JsonRepairCursor &cursor, RepairPlace place, const RepairQuote &quote)
        : m_cursor(cursor)
        , m_place(place)
        , m_quote(quote)
    {
    }

    bool endsBefore(qsizetype after) const;

private:
    bool partMayFollow(qsizetype i) const;
    bool parenthesisMayFollow(qsizetype i) const;
    bool lastWordsAt(qsizetype i) const;
    bool keyEndsBefore(qsizetype after, qsizetype next) const;
    bool quoteMayFollow(qsizetype after, qsizetype next) const;
    bool closersFit(qsizetype i) const;
    bool stringEndsAgain(qsizetype i) const;

    const JsonRepairCursor &m_cursor;
    RepairPlace m_place;
    RepairQuote m_quote;
};

bool StringEnd::endsBefore(qsizetype after) const
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
bool StringEnd::partMayFollow(qsizetype i) const
{
    const qsizetype next = m_cursor.afterSpace(i);
    return m_place == RepairPlace::Member ? m_cursor.keyAt(next)
                                          : m_cursor.quoteAt(next).has_value();
}

//! ); behind everything
bool StringEnd::parenthesisMayFollow(qsizetype i) const
{
    const qsizetype next = m_cursor.afterSpace(i + 1);
    return m_place == RepairPlace::Top
           && (next >= m_cursor.text.size() || m_cursor.at(next) == ';');
}

//! ["a" b]: words and the end of the list, and no other mark before it.
bool StringEnd::lastWordsAt(qsizetype i) const
{
    if (m_place != RepairPlace::Element || !isLetter(m_cursor.at(i)))
        return false;
    const qsizetype limit = std::min(m_cursor.text.size(), i + longestRunOfClosers);
    while (i < limit
           && (isLetter(m_cursor.at(i)) || isDigit(m_cursor.at(i)) || m_cursor.at(i) == ' '))
        ++i;
    return i < limit && m_cursor.closerAt(i) && closersFit(i) && !stringEndsAgain(i);
}

bool StringEnd::keyEndsBefore(qsizetype after, qsizetype next) const
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

bool StringEnd::quoteMayFollow(qsizetype after, qsizetype next) const
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
bool StringEnd::closersFit(qsizetype i) const
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
bool StringEnd::stringEndsAgain(qsizetype i) const
{
    const qsizetype limit = std::min(m_cursor.text.size(), i + longestRunOfClosers);
    for (; i < limit && m_cursor.text[i] != '\n'; ++i) {
        const auto quote = m_cursor.quoteAt(i);
        if (quote && m_quote.closedBy(*quote))
            return m_cursor.closerAt(m_cursor.afterSpace(i + quote->size));
    }
    return false;
}

} // namespace

bool stringMayEnd(const JsonRepairCursor &cursor, RepairPlace place, const RepairQuote &quote,
                  qsizetype after)
{
    return StringEnd(cursor, place, quote).endsBefore(after);
}

} // namespace modelscribe
