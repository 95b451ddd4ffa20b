// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairstructure.h"

namespace modelscribe {

using Code = JsonRepairStep::Code;

namespace {

char closerOf(char bracket) { return bracket == '{' ? '}' : bracket == '[' ? ']' : ')'; }

} // namespace

RepairPlace JsonRepairStructure::place() const
{
    return isTop() ? RepairPlace::Top : inObject() ? RepairPlace::Member : RepairPlace::Element;
}

char JsonRepairStructure::last() const { return m_end > 0 ? m_cursor.out[m_end - 1] : '\0'; }

void JsonRepairStructure::keyDone()
{
    m_comma = -1;
    m_end = m_cursor.out.size();
    m_expect = Expect::Colon;
}

void JsonRepairStructure::writeColon(int size)
{
    m_cursor.out += ':';
    m_cursor.pos += size;
    m_end = m_cursor.out.size();
    m_expect = Expect::Value;
}

void JsonRepairStructure::insertColon()
{
    m_cursor.out.insert(m_end, ':');
    ++m_end;
    m_expect = Expect::Value;
}

bool JsonRepairStructure::beginOutermost(bool isContainer)
{
    if (m_values++ == 0) {
        m_firstValue = m_cursor.out.size();
        return true;
    }
    if (m_values == 2)
        m_secondValueAt = m_cursor.pos;
    return isContainer == (last() == '}' || last() == ']');
}

void JsonRepairStructure::beginValue()
{
    m_lastBegin = m_cursor.out.size();
    m_lastIsFirst = m_comma < 0;
    m_beforeLast = m_lastIsFirst ? m_end : m_comma;
}

void JsonRepairStructure::valueDone(bool isString)
{
    m_end = m_cursor.out.size();
    m_comma = -1;
    m_lastIsString = isString;
    m_expect = Expect::AfterValue;
}

void JsonRepairStructure::missingValue()
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

void JsonRepairStructure::reopenString() { m_cursor.out.truncate(m_end - 1); }

void JsonRepairStructure::writeComma(int size)
{
    if (size != 1)
        m_cursor.note(Code::MissingComma, m_cursor.pos);
    m_comma = m_cursor.out.size();
    m_cursor.out += ',';
    m_cursor.pos += size;
    m_expect = inObject() ? Expect::Key : Expect::Value;
}

void JsonRepairStructure::missingComma(Expect next)
{
    if (!isTop()) // there it is what makes records
        m_cursor.note(Code::MissingComma, m_cursor.pos);
    m_comma = m_end;
    m_cursor.out.insert(m_end, ',');
    m_expect = next;
}

void JsonRepairStructure::eraseComma()
{
    if (m_comma < 0)
        return;
    m_cursor.note(Code::TrailingComma, m_cursor.pos);
    m_cursor.out.remove(m_comma, 1);
    m_comma = -1;
}

void JsonRepairStructure::open(char bracket, bool isSet)
{
    const int size = m_cursor.sizeAt(m_cursor.pos);
    if (bracket == '(' || size > 1 || isSet)
        m_cursor.note(Code::OtherBrackets, m_cursor.pos);
    m_cursor.closers += isSet ? setCloser : closerOf(bracket);
    m_cursor.out += bracket == '(' || isSet ? '[' : bracket;
    m_cursor.pos += size;
    m_end = m_cursor.out.size();
    m_comma = -1;
    m_lastIsString = false;
    m_expect = bracket == '{' && !isSet ? Expect::Key : Expect::Value;
}

void JsonRepairStructure::closeInnermost()
{
    eraseComma();
    m_cursor.pos += m_cursor.sizeAt(m_cursor.pos);
    m_cursor.out += jsonCloser(m_cursor.closers.back());
    pop();
    valueDone();
}

void JsonRepairStructure::endElements()
{
    m_cursor.note(Code::MissingBracket, m_cursor.pos);
    closeDeeper(m_cursor.closers.size() - 1);
}

void JsonRepairStructure::closeDeeper(qsizetype depth)
{
    if (m_comma >= 0) {
        m_cursor.out.remove(m_comma, 1);
        m_comma = -1;
    }
    QByteArray ends;
    while (m_cursor.closers.size() > depth) {
        ends += jsonCloser(m_cursor.closers.back());
        pop();
    }
    m_cursor.out.insert(m_end, ends);
    m_end += ends.size();
    m_lastIsString = false;
    m_expect = Expect::AfterValue;
}

void JsonRepairStructure::pop()
{
    m_cursor.closers.chop(1);
    if (m_cursor.closers.isEmpty())
        m_virtualObject = false;
}

void JsonRepairStructure::openVirtualObject(qsizetype at)
{
    m_cursor.note(Code::Braces, at);
    m_virtualObject = true;
    m_cursor.closers += '}';
    m_values = 1;
    m_firstValue = m_cursor.out.size();
    m_cursor.out += '{';
    m_end = m_cursor.out.size();
    m_expect = Expect::Key;
}

void JsonRepairStructure::openVirtualObjectBefore()
{
    m_cursor.note(Code::Braces, m_cursor.pos);
    m_virtualObject = true;
    m_cursor.closers += '}';
    m_cursor.out.insert(m_firstValue, '{');
    ++m_end;
    m_expect = Expect::Colon;
}

bool JsonRepairStructure::reopenObject()
{
    if (last() != '}' || !m_cursor.quotedKeyAt(m_cursor.pos))
        return false;
    m_cursor.note(Code::ExtraBracket, m_cursor.pos);
    m_cursor.out.remove(--m_end, 1);
    m_cursor.closers += '}';
    if (m_comma >= 0)
        --m_comma;
    else if (m_cursor.out[m_end - 1] != '{')
        missingComma(Expect::Key);
    m_expect = Expect::Key;
    return true;
}

void JsonRepairStructure::makeKeyOfLast(char closerAhead)
{
    QByteArray &closers = m_cursor.closers;
    const qsizetype outer = closers.size() - 2;
    m_cursor.note(Code::MissingBracket, m_cursor.pos);
    const bool isEnd = outer >= 0 && closers[outer] == '}' && closers.endsWith(']')
                       && !m_lastIsFirst && closerAhead != ']';
    if (isEnd) {
        m_cursor.out.insert(m_beforeLast, ']');
        pop();
    } else {
        m_cursor.out.insert(m_lastBegin, '{');
        closers += '}';
    }
    ++m_end;
    m_comma = -1;
    m_expect = Expect::Colon;
}

void JsonRepairStructure::finishValue()
{
    if (m_expect == Expect::Colon) {
        m_cursor.out.insert(m_end, ':');
        ++m_end;
        missingValue();
    } else if (m_expect == Expect::Value && inObject()) {
        missingValue();
    }
    if (!isTop() && !m_virtualObject)
        m_cursor.note(Code::Truncated, m_cursor.pos);
    m_cursor.callEnds.clear();
    if (isTop())
        eraseComma();
    else
        closeDeeper(0);
    if (m_values > 0)
        m_expect = Expect::AfterValue;
}

void JsonRepairStructure::wrapRecords()
{
    if (m_values < 2)
        return;
    m_cursor.note(Code::Records, m_secondValueAt);
    m_cursor.out.insert(m_end, ']');
    m_cursor.out.insert(m_firstValue, '[');
}

} // namespace modelscribe
