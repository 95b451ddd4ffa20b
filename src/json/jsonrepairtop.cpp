// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ascii.h"
#include "json/jsonrepairreader.h"

#include <algorithm>

namespace modelscribe {

namespace {

qsizetype indexOfBracket(QByteArrayView text, qsizetype from)
{
    const auto found = std::find_if(text.begin() + from, text.end(),
                                    [](char c) { return c == '{' || c == '['; });
    return found == text.end() ? -1 : found - text.begin();
}

} // namespace

bool JsonRepairReader::start()
{
    m_cursor.skipSpace();
    if (skipFence())
        m_cursor.skipSpace();
    const qsizetype at = m_cursor.pos;
    const char c = m_cursor.at(at);
    if (m_cursor.atEnd())
        return false;
    const bool number = isDigit(c) || c == '-' || c == '+' || c == '.';
    if (c == '{' || c == '[' || c == '(' || number || !m_cursor.literalAt(at).isEmpty())
        return true;
    if (m_cursor.quoteAt(at) || (c == '\\' && m_cursor.quoteAt(at + 1)))
        return true;
    if (m_cursor.bareKeyAt(at)) {
        openVirtualObject(at);
        return true;
    }
    if (m_cursor.commaAt(at) > 0 || m_cursor.closerAt(at))
        return true; // dropped later
    return skipWordsBefore();
}

//! ```json, also behind words.
bool JsonRepairReader::skipFence()
{
    const QByteArrayView text = m_cursor.text;
    qsizetype at = m_cursor.pos;
    if (!m_cursor.fenceAt(at)) {
        if (m_cursor.at(at) == '"' || m_cursor.at(at) == '{' || m_cursor.at(at) == '[')
            return false;
        at = text.indexOf("```", at);
        const qsizetype bracket = indexOfBracket(text, m_cursor.pos);
        if (at < 0 || (bracket >= 0 && bracket < at)
            || (at > 0 && text[at - 1] != '\n' && text[at - 1] != ' '))
            return false;
        m_cursor.note(Code::TextAround, m_cursor.pos);
    }
    m_cursor.note(Code::CodeFence, at);
    const char mark = text[at];
    while (m_cursor.at(at) == mark)
        ++at;
    while (at < text.size() && text[at] != '\n' && text[at] != '{' && text[at] != '['
           && text[at] != '"' && text[at] != mark)
        ++at;
    m_cursor.pos = at + (m_cursor.at(at) == '\n' ? 1 : 0);
    m_cursor.out.clear();
    cutAtLastFence();
    return true;
}

void JsonRepairReader::cutAtLastFence()
{
    const QByteArrayView rest = m_cursor.text.sliced(m_cursor.pos);
    const qsizetype last = std::max(rest.lastIndexOf("\n```"), rest.lastIndexOf("\n~~~"));
    if (last < 0)
        return;
    const QByteArrayView behind = rest.sliced(last + 4);
    const qsizetype line = behind.indexOf('\n');
    if (line >= 0 && !behind.sliced(line).trimmed().isEmpty())
        m_cursor.note(Code::TextAround, m_cursor.pos + last + 4 + line);
    m_cursor.text = m_cursor.text.first(m_cursor.pos + last + 1);
}

//! Here it is: {…}
bool JsonRepairReader::skipWordsBefore()
{
    const qsizetype bracket = indexOfBracket(m_cursor.text, m_cursor.pos);
    if (bracket < 0)
        return false;
    m_cursor.note(Code::TextAround, m_cursor.pos);
    m_cursor.pos = bracket;
    return true;
}

void JsonRepairReader::openVirtualObject(qsizetype at)
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

//! False: nothing special about being outermost.
bool JsonRepairReader::afterTop()
{
    const qsizetype at = m_cursor.pos;
    const char c = m_cursor.at(at);
    if (m_lastIsString && m_values == 1 && m_cursor.colonAt(at) > 0) { // "a": 1, "b": 2
        m_cursor.note(Code::Braces, at);
        m_virtualObject = true;
        m_cursor.closers += '}';
        m_cursor.out.insert(m_firstValue, '{');
        ++m_end;
        m_expect = Expect::Colon;
        return true;
    }
    if (reopenObject())
        return true;
    const bool newLine = m_cursor.out.sliced(m_end).contains('\n');
    const bool value = c == '{' || c == '[' || m_cursor.quoteAt(at)
                       || (newLine
                           && (isDigit(c) || c == '-' || !m_cursor.literalAt(at).isEmpty()));
    if (value || m_cursor.commaAt(at) > 0 || m_cursor.closerAt(at) || c == '+' || c == ';'
        || c == ')')
        return false;
    skipWordsBehind();
    return true;
}

//! {"a": 1}, "b": 2}: the object had not ended.
bool JsonRepairReader::reopenObject()
{
    if (m_end == 0 || m_cursor.out[m_end - 1] != '}' || !m_cursor.quotedKeyAt(m_cursor.pos))
        return false;
    m_cursor.note(Code::ExtraBracket, m_cursor.pos);
    m_cursor.out.remove(--m_end, 1);
    m_cursor.closers += '}';
    if (m_comma >= 0)
        --m_comma;
    else if (m_cursor.out[m_end - 1] != '{')
        missingComma();
    m_expect = Expect::Key;
    return true;
}

void JsonRepairReader::skipWordsBehind()
{
    m_cursor.note(Code::TextAround, m_cursor.pos);
    while (!m_cursor.atEnd() && m_cursor.at(m_cursor.pos) != '\n'
           && m_cursor.at(m_cursor.pos) != '{')
        ++m_cursor.pos;
}

void JsonRepairReader::finish()
{
    m_cursor.pos = m_cursor.text.size();
    if (m_expect == Expect::Colon) {
        m_cursor.out.insert(m_end, ':');
        ++m_end;
        missingValue();
    } else if (m_expect == Expect::Value && inObject()) {
        missingValue();
    }
    if (!isTop() && !m_virtualObject)
        m_cursor.note(Code::Truncated, m_cursor.text.size());
    closeOpenContainers();
    wrapRecords();
}

void JsonRepairReader::closeOpenContainers()
{
    if (isTop())
        eraseComma();
    else
        closeDeeper(0);
}

//! One value after the other.
void JsonRepairReader::wrapRecords()
{
    if (m_values < 2)
        return;
    m_cursor.note(Code::Records, m_secondValueAt);
    m_cursor.out.insert(m_end, ']');
    m_cursor.out.insert(m_firstValue, '[');
}

} // namespace modelscribe
