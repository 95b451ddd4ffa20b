// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairreader.h"

#include "core/ascii.h"
#include "json/jsonrepairstring.h"
#include "json/jsonrepairword.h"

#include <algorithm>

namespace modelscribe {

namespace {

char closerOf(char bracket) { return bracket == '{' ? '}' : bracket == '[' ? ']' : ')'; }

} // namespace

bool JsonRepairReader::run()
{
    m_cursor.out.reserve(m_cursor.text.size() + 64);
    if (!start())
        return false;
    while (!m_cursor.atEnd() && !m_refused && !m_cursor.isDoubtful)
        step();
    if (m_refused || m_cursor.isDoubtful)
        return false;
    finish();
    return m_values > 0 && !m_refused && m_cursor.keepsWords(m_wordsAround);
}

RepairPlace JsonRepairReader::place() const
{
    return isTop() ? RepairPlace::Top : inObject() ? RepairPlace::Member : RepairPlace::Element;
}

void JsonRepairReader::step()
{
    m_cursor.skipSpace(m_expect == Expect::Value && place() == RepairPlace::Member);
    if (m_cursor.atEnd())
        return;
    if (m_cursor.fenceAt(m_cursor.pos) && (isTop() || m_cursor.out.endsWith('\n'))) {
        finishValue();
        return skipFence();
    }
    switch (m_expect) {
    case Expect::Key: key(); break;
    case Expect::Colon: colon(); break;
    case Expect::Value: value(); break;
    case Expect::AfterValue: afterValue(); break;
    }
}

//! One character when \p bytes is 0.
void JsonRepairReader::drop(Code code, qsizetype bytes)
{
    m_cursor.note(code, m_cursor.pos);
    const qsizetype size = bytes > 0 ? bytes : m_cursor.sizeAt(m_cursor.pos);
    m_cursor.pos = std::min(m_cursor.pos + size, m_cursor.text.size());
}

//! What can stand neither where a key nor where a value is expected.
bool JsonRepairReader::skipStray()
{
    if (const int size = m_cursor.commaAt(m_cursor.pos)) {
        drop(Code::TrailingComma, size);
        return true;
    }
    const char c = mark();
    if (c == ';' || (c == ')' && !m_cursor.parenthesisAt(m_cursor.pos)))
        drop(Code::TextAround);
    else if (c == '\\' && m_cursor.quoteAt(m_cursor.pos + 1))
        drop(Code::Escape);
    else if (const int size = m_cursor.colonAt(m_cursor.pos)) {
        m_refused = m_refused || m_expect == Expect::Key; // {:2}
        drop(Code::MissingColon, size);
    } else
        return skipEllipsis();
    return true;
}

//! [1, 2, ...]
bool JsonRepairReader::skipEllipsis()
{
    if (!m_cursor.startsWith("...", m_cursor.pos)
        && !m_cursor.startsWith("\xe2\x80\xa6", m_cursor.pos))
        return false;
    const qsizetype next = m_cursor.afterSpace(m_cursor.pos + 3);
    if (next < m_cursor.text.size() && m_cursor.commaAt(next) == 0 && !m_cursor.closerAt(next)
        && !m_cursor.commentAt(next))
        return false;
    drop(Code::Comment, 3);
    return true;
}

void JsonRepairReader::key()
{
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    if (m_cursor.closerAt(at) || m_cursor.parenthesisAt(at))
        return close(c);
    if (skipStray())
        return;
    if (c == '{' || c == '[')
        return containerAsKey(c);
    m_refused = m_refused || m_cursor.fenceAt(at);
    const qsizetype begin = m_cursor.out.size();
    const bool complete = skipStringPrefix() || m_cursor.quoteAt(at) ? readString(RepairPlace::Key)
                                                                     : readBareKey(m_cursor);
    if (!complete && m_cursor.out.size() < begin + 3) { // "" or nothing
        m_cursor.out.truncate(begin);
        return;
    }
    m_comma = -1;
    m_end = m_cursor.out.size();
    m_expect = Expect::Colon;
}

void JsonRepairReader::containerAsKey(char bracket)
{
    if (bracket == '[') {
        m_refused = true; // its elements would become keys
        return;
    }
    // [{"a":1,{"b":2}]: the end of the first object is missing
    if (m_comma >= 0 && m_cursor.closers.size() > 1
        && m_cursor.closers[m_cursor.closers.size() - 2] == ']') {
        m_cursor.note(Code::MissingBracket, m_cursor.pos);
        closeDeeper(m_cursor.closers.size() - 1);
        missingComma();
        m_expect = Expect::Value;
        return;
    }
    drop(Code::ExtraBracket);
}

void JsonRepairReader::colon()
{
    const qsizetype at = m_cursor.pos;
    m_expect = Expect::Value;
    if (const int size = m_cursor.colonAt(at)) {
        if (size != 1 || m_cursor.at(at) != ':')
            m_cursor.note(Code::MissingColon, at);
        m_cursor.out += ':';
        m_cursor.pos += size;
        m_end = m_cursor.out.size();
        return;
    }
    if (m_cursor.quotedKeyAt(at)) { // two keys
        m_refused = true;
        return;
    }
    if (m_cursor.commaAt(at) == 0 && !m_cursor.closerAt(at))
        m_cursor.note(Code::MissingColon, at);
    m_cursor.out.insert(m_end, ':');
    ++m_end;
}

void JsonRepairReader::value()
{
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    const bool member = place() == RepairPlace::Member;
    const bool closer = m_cursor.closerAt(at) || (c == ')' && m_cursor.parenthesisAt(at));
    if (member && (closer || m_cursor.commaAt(at) > 0))
        return missingValue();
    if (closer)
        return isTop() ? drop(Code::ExtraBracket) : close(c);
    if (skipStray())
        return;
    if (isTop() && m_cursor.callEnds.isEmpty()) {
        if (m_values > 0 && reopenObject())
            return;
        beginOutermost(c == '{' || c == '[' || c == '(');
    }
    m_refused = m_refused || m_cursor.fenceAt(at); // [``` … ```]
    if (c == '(' && openParentheses())
        return;
    if (c == '{' || c == '[' || c == '(')
        return open(c);
    m_lastBegin = m_cursor.out.size();
    m_lastIsFirst = m_comma < 0;
    m_beforeLast = m_lastIsFirst ? m_end : m_comma;
    if (skipStringPrefix() || m_cursor.quoteAt(at))
        return stringValue();
    if (call())
        return;
    if (place() == RepairPlace::Element && elementIsBareKey()) {
        readBareKey(m_cursor);
        valueDone();
        m_lastIsString = true;
    } else if (readBareValue(m_cursor, place())) {
        valueDone();
    } else if (member) {
        missingValue();
    }
}

void JsonRepairReader::beginOutermost(bool container)
{
    const char last = m_end > 0 ? m_cursor.out[m_end - 1] : '\0';
    if (m_values++ == 0) {
        m_firstValue = m_cursor.out.size();
        return;
    }
    if (m_values == 2)
        m_secondValueAt = m_cursor.pos;
    // {"a": 1}, "b" are no records: the second may be anything.
    m_refused = m_refused || container != (last == '}' || last == ']');
}

void JsonRepairReader::stringValue()
{
    // "a": ⏎ "b": 1
    if (place() == RepairPlace::Member && m_cursor.out.sliced(m_end).contains('\n')
        && m_cursor.quotedKeyAt(m_cursor.pos))
        return missingValue();
    readString(place());
    valueDone();
    m_lastIsString = true;
}

bool JsonRepairReader::skipStringPrefix()
{
    if (!m_cursor.prefixedQuoteAt(m_cursor.pos))
        return false;
    m_cursor.leaveOut(m_cursor.pos, m_cursor.pos + 1);
    drop(Code::OtherQuotes);
    return true;
}

bool JsonRepairReader::readString(RepairPlace place, bool append)
{
    return JsonRepairString(m_cursor, place).read(append);
}

void JsonRepairReader::valueDone()
{
    m_end = m_cursor.out.size();
    m_comma = -1;
    m_lastIsString = false;
    m_expect = Expect::AfterValue;
}

void JsonRepairReader::missingValue()
{
    m_cursor.note(Code::MissingValue, m_cursor.pos);
    if (m_cursor.out.size() > m_end && m_cursor.out[m_end] == ' ')
        ++m_end;
    m_cursor.out.insert(m_end, "null");
    m_end += 4;
    m_comma = -1;
    m_lastIsString = false;
    m_expect = Expect::AfterValue;
}

void JsonRepairReader::afterValue()
{
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    if (endCall())
        return;
    if (isTop() && afterTop())
        return;
    if (const int size = m_cursor.commaAt(at))
        return comma(size);
    if (c == ';' || (c == ')' && !m_cursor.parenthesisAt(at)))
        return drop(Code::TextAround);
    if (m_cursor.closerAt(at) || c == ')')
        return isTop() ? drop(Code::ExtraBracket) : close(c);
    if (c == '+' && m_lastIsString)
        return afterString();
    if (isTop() || !inObject())
        return afterElement();
    afterMember();
}

//! "a" + "b"
void JsonRepairReader::afterString()
{
    drop(Code::Concatenation);
    m_cursor.skipSpace();
    if (!m_cursor.quoteAt(m_cursor.pos))
        return;
    m_cursor.out.truncate(m_end - 1);
    readString(place(), true);
    valueDone();
    m_lastIsString = true;
}

void JsonRepairReader::afterMember()
{
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    if (m_cursor.quoteAt(at) || m_cursor.bareKeyAt(at) || m_cursor.halfQuotedKeyAt(at)) {
        missingComma();
        m_expect = Expect::Key;
    } else if (c == '{' && m_cursor.closers.size() > 1
               && m_cursor.closers[m_cursor.closers.size() - 2] == ']') {
        m_cursor.note(Code::MissingBracket, at);
        closeDeeper(m_cursor.closers.size() - 1);
        missingComma();
        m_expect = Expect::Value;
    } else {
        m_refused = m_cursor.startsWith("---", at); // another document of YAML
        drop(c == '{' || c == '[' ? Code::ExtraBracket : Code::TextAround);
    }
}

void JsonRepairReader::afterElement()
{
    if (m_cursor.colonAt(m_cursor.pos) > 0) {
        m_refused = isTop() || !elementIsKey();
        return;
    }
    missingComma();
    m_expect = Expect::Value;
}

void JsonRepairReader::comma(int size)
{
    if (size != 1)
        m_cursor.note(Code::MissingComma, m_cursor.pos);
    m_comma = m_cursor.out.size();
    m_cursor.out += ',';
    m_cursor.pos += size;
    m_expect = inObject() ? Expect::Key : Expect::Value;
}

void JsonRepairReader::missingComma()
{
    if (!isTop()) // there it is what makes records
        m_cursor.note(Code::MissingComma, m_cursor.pos);
    m_comma = m_end;
    m_cursor.out.insert(m_end, ',');
}

void JsonRepairReader::eraseComma()
{
    if (m_comma < 0)
        return;
    m_cursor.note(Code::TrailingComma, m_cursor.pos);
    m_cursor.out.remove(m_comma, 1);
    m_comma = -1;
}

void JsonRepairReader::open(char bracket)
{
    if (m_cursor.closers.size() >= maxJsonDepth) {
        m_refused = true;
        return;
    }
    const int size = m_cursor.sizeAt(m_cursor.pos);
    const bool set = bracket == '{' && isSet(m_cursor.pos + size);
    if (bracket == '(' || size > 1 || set)
        m_cursor.note(Code::OtherBrackets, m_cursor.pos);
    m_cursor.closers += set ? setCloser : closerOf(bracket);
    m_cursor.out += bracket == '(' || set ? '[' : bracket;
    m_cursor.pos += size;
    m_end = m_cursor.out.size();
    m_comma = -1;
    m_lastIsString = false;
    m_expect = bracket == '{' && !set ? Expect::Key : Expect::Value;
}

} // namespace modelscribe
