// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairreader.h"

#include "core/ascii.h"
#include "json/jsonrepairstring.h"
#include "json/jsonrepairword.h"

namespace modelscribe {

namespace {

char closerOf(char bracket) { return bracket == '{' ? '}' : bracket == '[' ? ']' : ')'; }

} // namespace

bool JsonRepairReader::run()
{
    m_cursor.out.reserve(m_cursor.text.size() + 64);
    if (!start())
        return false;
    while (!m_cursor.atEnd() && !m_tooDeep)
        step();
    if (m_tooDeep)
        return false;
    finish();
    return m_values > 0;
}

RepairPlace JsonRepairReader::place() const
{
    return isTop() ? RepairPlace::Top : inObject() ? RepairPlace::Member : RepairPlace::Element;
}

void JsonRepairReader::step()
{
    m_cursor.skipSpace();
    if (m_cursor.atEnd())
        return;
    if (m_cursor.fenceAt(m_cursor.pos) && (isTop() || m_cursor.out.endsWith('\n'))) {
        m_cursor.note(Code::CodeFence, m_cursor.pos);
        m_cursor.pos = m_cursor.text.size();
        return;
    }
    switch (m_expect) {
    case Expect::Key: key(); break;
    case Expect::Colon: colon(); break;
    case Expect::Value: value(); break;
    case Expect::AfterValue: afterValue(); break;
    }
}

void JsonRepairReader::drop(Code code, qsizetype bytes)
{
    m_cursor.note(code, m_cursor.pos);
    m_cursor.pos = std::min(m_cursor.pos + bytes, m_cursor.text.size());
}

//! What can stand neither where a key nor where a value is expected.
bool JsonRepairReader::skipStray()
{
    if (const int size = m_cursor.commaAt(m_cursor.pos)) {
        drop(Code::TrailingComma, size);
        return true;
    }
    const char c = m_cursor.at(m_cursor.pos);
    if (c == ';' || (c == ')' && !m_cursor.closers.contains(')')))
        drop(Code::TextAround);
    else if (c == '\\' && m_cursor.quoteAt(m_cursor.pos + 1))
        drop(Code::Escape);
    else if (const int size = m_cursor.colonAt(m_cursor.pos))
        drop(Code::MissingColon, size);
    else
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
    if (next < m_cursor.text.size() && m_cursor.commaAt(next) == 0 && !m_cursor.closerAt(next))
        return false;
    drop(Code::Comment, 3);
    return true;
}

void JsonRepairReader::key()
{
    const qsizetype at = m_cursor.pos;
    const char c = m_cursor.at(at);
    if (m_cursor.closerAt(at) || (c == ')' && m_cursor.closers.contains(')')))
        return close(c);
    if (skipStray())
        return;
    if (c == '{' || c == '[') {
        // [{"a":1,{"b":2}]: the end of the first object is missing
        if (c == '{' && m_comma >= 0 && m_cursor.closers.size() > 1
            && m_cursor.closers[m_cursor.closers.size() - 2] == ']') {
            m_cursor.note(Code::ExtraBracket, at);
            closeDeeper(m_cursor.closers.size() - 1);
            missingComma();
            m_expect = Expect::Value;
            return;
        }
        return drop(Code::ExtraBracket);
    }
    const qsizetype begin = m_cursor.out.size();
    const bool complete = skipStringPrefix() || m_cursor.quoteAt(at) ? readString(RepairPlace::Key)
                                                                     : readBareKey(m_cursor);
    if (!complete) {
        m_cursor.note(Code::Truncated, m_cursor.text.size());
        m_cursor.out.truncate(begin);
        return;
    }
    m_comma = -1;
    m_end = m_cursor.out.size();
    m_expect = Expect::Colon;
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
    if (m_cursor.commaAt(at) == 0 && !m_cursor.closerAt(at))
        m_cursor.note(Code::MissingColon, at);
    m_cursor.out.insert(m_end, ':');
    ++m_end;
}

void JsonRepairReader::value()
{
    const qsizetype at = m_cursor.pos;
    const char c = m_cursor.at(at);
    const bool member = place() == RepairPlace::Member;
    const bool closer = m_cursor.closerAt(at) || (c == ')' && m_cursor.closers.contains(')'));
    if (member && (closer || m_cursor.commaAt(at) > 0))
        return missingValue();
    if (closer)
        return isTop() ? drop(Code::ExtraBracket) : close(c);
    if (skipStray())
        return;
    if (isTop()) {
        if (m_values > 0 && reopenObject())
            return;
        if (m_values++ == 0)
            m_firstValue = m_cursor.out.size();
        else if (m_values == 2)
            m_secondValueAt = at;
    }
    if (c == '{' || c == '[' || c == '(')
        return open(c);
    m_lastBegin = m_cursor.out.size();
    if (skipStringPrefix() || m_cursor.quoteAt(at)) {
        // "a": ⏎ "b": 1
        if (member && m_cursor.out.sliced(m_end).contains('\n') && m_cursor.quotedKeyAt(at))
            return missingValue();
        readString(place());
        valueDone();
        m_lastIsString = true;
    } else if (readBareValue(m_cursor, place())) {
        valueDone();
    } else if (member) {
        missingValue();
    }
}

bool JsonRepairReader::skipStringPrefix()
{
    if (!m_cursor.prefixedQuoteAt(m_cursor.pos))
        return false;
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
    const char c = m_cursor.at(at);
    if (isTop() && afterTop())
        return;
    if (const int size = m_cursor.commaAt(at))
        return comma(size);
    if (c == ';' || (c == ')' && !m_cursor.closers.contains(')')))
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
    const qsizetype next = m_cursor.afterSpace(m_cursor.pos + 1);
    if (!m_cursor.quoteAt(next))
        return drop(Code::Concatenation);
    m_cursor.note(Code::Concatenation, m_cursor.pos);
    m_cursor.pos = next;
    m_cursor.out.truncate(m_end - 1);
    readString(place(), true);
    valueDone();
    m_lastIsString = true;
}

void JsonRepairReader::afterMember()
{
    const qsizetype at = m_cursor.pos;
    const char c = m_cursor.at(at);
    if (m_cursor.quoteAt(at) || m_cursor.bareKeyAt(at)) {
        missingComma();
        m_expect = Expect::Key;
    } else if (c == '{' && m_cursor.closers.size() > 1
               && m_cursor.closers[m_cursor.closers.size() - 2] == ']') {
        m_cursor.note(Code::ExtraBracket, at);
        closeDeeper(m_cursor.closers.size() - 1);
        missingComma();
        m_expect = Expect::Value;
    } else if (isLetter(c)) {
        m_cursor.note(Code::TextAround, at);
        while (!m_cursor.atEnd() && m_cursor.commaAt(m_cursor.pos) == 0
               && m_cursor.at(m_cursor.pos) != '\n' && !m_cursor.closerAt(m_cursor.pos)
               && !m_cursor.quoteAt(m_cursor.pos))
            ++m_cursor.pos;
    } else {
        drop(c == '{' || c == '[' ? Code::ExtraBracket : Code::TextAround);
    }
}

void JsonRepairReader::afterElement()
{
    if (const int size = m_cursor.colonAt(m_cursor.pos))
        m_cursor.pos += size;
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
        m_tooDeep = true;
        return;
    }
    if (bracket == '(')
        m_cursor.note(Code::ExtraBracket, m_cursor.pos);
    m_cursor.closers += closerOf(bracket);
    m_cursor.out += bracket == '(' ? '[' : bracket;
    ++m_cursor.pos;
    m_end = m_cursor.out.size();
    m_comma = -1;
    m_lastIsString = false;
    m_expect = bracket == '{' ? Expect::Key : Expect::Value;
}

void JsonRepairReader::close(char bracket)
{
    const qsizetype depth = m_cursor.closers.lastIndexOf(bracket);
    if (depth < 0 && m_virtualObject && m_cursor.closers.size() == 1)
        return drop(Code::ExtraBracket);
    eraseComma();
    if (depth < 0) { // the wrong kind
        m_cursor.note(Code::ExtraBracket, m_cursor.pos);
        bracket = m_cursor.closers.back();
    } else if (depth + 1 < m_cursor.closers.size()) {
        m_cursor.note(Code::ExtraBracket, m_cursor.pos);
        closeDeeper(depth + 1);
    }
    ++m_cursor.pos;
    m_cursor.out += bracket == ')' ? ']' : bracket;
    pop();
    valueDone();
}

void JsonRepairReader::pop()
{
    m_cursor.closers.chop(1);
    if (m_cursor.closers.isEmpty())
        m_virtualObject = false;
}

//! Ends the containers from \p depth on where their last value ends.
void JsonRepairReader::closeDeeper(qsizetype depth)
{
    if (m_comma >= 0) {
        m_cursor.out.remove(m_comma, 1);
        m_comma = -1;
    }
    QByteArray ends;
    while (m_cursor.closers.size() > depth) {
        ends += m_cursor.closers.endsWith('}') ? '}' : ']';
        pop();
    }
    m_cursor.out.insert(m_end, ends);
    m_end += ends.size();
    m_lastIsString = false;
    m_expect = Expect::AfterValue;
}

} // namespace modelscribe
