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
    if (skipFenceBefore())
        m_cursor.skipSpace();
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    if (m_cursor.atEnd() || m_cursor.startsWith("---", at))
        return false;
    if (c == '-' && m_cursor.spaceAt(at + 1) > 0) // a list of YAML or Markdown
        return false;
    const bool number = isDigit(c) || c == '-' || c == '+' || c == '.';
    if (c == '{' || c == '[' || c == '(' || number || !m_cursor.literalAt(at).isEmpty())
        return true;
    if (m_cursor.quoteAt(at) || (c == '\\' && m_cursor.quoteAt(at + 1)))
        return true;
    if (isCallOfAll(at))
        return true;
    if (m_cursor.bareKeyAt(at)) {
        openVirtualObject(at);
        return true;
    }
    if (m_cursor.commaAt(at) > 0 || m_cursor.closerAt(at))
        return true; // dropped later
    return skipWordsBefore();
}

//! callback({});
bool JsonRepairReader::isCallOfAll(qsizetype at)
{
    const auto call = m_cursor.callAt(at);
    if (!call || !call->isOneValue)
        return false;
    const qsizetype next = m_cursor.afterSpace(call->close + 1);
    return next >= m_cursor.text.size() || m_cursor.at(next) == ';';
}

//! ```json, also behind words.
bool JsonRepairReader::skipFenceBefore()
{
    const QByteArrayView text = m_cursor.text;
    if (!m_cursor.fenceAt(m_cursor.pos)) {
        if (m_cursor.at(m_cursor.pos) == '"' || m_cursor.at(m_cursor.pos) == '{'
            || m_cursor.at(m_cursor.pos) == '[')
            return false;
        const qsizetype at = text.indexOf("```", m_cursor.pos);
        const qsizetype bracket = indexOfBracket(text, m_cursor.pos);
        if (at < 0 || (bracket >= 0 && bracket < at)
            || (at > 0 && text[at - 1] != '\n' && text[at - 1] != ' '))
            return false;
        leaveOutWords(at);
    }
    skipFence();
    m_cursor.out.clear();
    return true;
}

//! With the language or the words behind it.
void JsonRepairReader::skipFence()
{
    const QByteArrayView text = m_cursor.text;
    qsizetype at = m_cursor.pos;
    m_cursor.note(Code::CodeFence, at);
    const char mark = text[at];
    while (m_cursor.at(at) == mark)
        ++at;
    while (at < text.size() && text[at] != '\n' && text[at] != '{' && text[at] != '['
           && text[at] != '"' && text[at] != mark)
        ++at;
    m_cursor.leaveOut(m_cursor.pos, at);
    m_cursor.pos = at + (m_cursor.at(at) == '\n' ? 1 : 0);
}

void JsonRepairReader::leaveOutWords(qsizetype end)
{
    m_cursor.note(Code::TextAround, m_cursor.pos);
    m_cursor.leaveOut(m_cursor.pos, end);
    m_cursor.pos = end;
    m_wordsAround = true;
}

//! Here it is: {…}
bool JsonRepairReader::skipWordsBefore()
{
    const qsizetype bracket = indexOfBracket(m_cursor.text, m_cursor.pos);
    if (bracket <= m_cursor.pos)
        return false;
    const char before = m_cursor.at(bracket - 1); // not x[0] or /[a-z]/
    if (m_cursor.spaceAt(bracket - 1) == 0 && !QByteArrayView(":=(>").contains(before)
        && !(static_cast<unsigned char>(before) >= 0x80))
        return false;
    for (qsizetype line = m_cursor.pos; line < bracket;) {
        const qsizetype end = m_cursor.text.indexOf('\n', line);
        if (end >= 0 && end < bracket && memberLineAt(m_cursor.afterSpace(line)))
            return false;
        line = end < 0 ? bracket : end + 1;
    }
    leaveOutWords(bracket);
    return true;
}

//! license: mit; but not the words of "Note: this is all."
bool JsonRepairReader::memberLineAt(qsizetype at) const
{
    const char first = m_cursor.at(at);
    if (m_cursor.quotedKeyAt(at) || m_cursor.halfQuotedKeyAt(at))
        return true;
    if (!m_cursor.bareKeyAt(at))
        return false;
    qsizetype value = at;
    while (m_cursor.colonAt(value) == 0)
        value += m_cursor.sizeAt(value);
    const char second = m_cursor.at(m_cursor.afterSpace(value + m_cursor.colonAt(value)));
    return (first >= 'a' && first <= 'z') || isDigit(second) || second == '[' || second == '"';
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

//! The words behind an object or list, up to the end of the line or the next one. What may be more
//! than words is left in: then the text is not mended.
void JsonRepairReader::skipWordsBehind()
{
    const qsizetype from = m_cursor.pos;
    const char last = m_end > 0 ? m_cursor.out[m_end - 1] : '\0';
    bool words = (last == '}' || last == ']') && m_cursor.colonAt(from) == 0
                 && !isDigit(m_cursor.at(from)) && !memberLineAt(from)
                 && (m_cursor.out.size() > m_end || !isLetter(m_cursor.at(from)));
    qsizetype end = from;
    while (end < m_cursor.text.size() && m_cursor.at(end) != '\n'
           && !(m_cursor.at(end) == '{' && objectBegins(end))) {
        words = words && !m_cursor.quotedKeyAt(end);
        ++end;
    }
    if (words)
        return leaveOutWords(end);
    m_refused = true;
}

bool JsonRepairReader::objectBegins(qsizetype at) const
{
    const qsizetype next = m_cursor.afterSpace(at + 1);
    return next >= m_cursor.text.size() || m_cursor.at(next) == '}' || m_cursor.keyAt(next)
           || m_cursor.quoteAt(next) || m_cursor.commentAt(next);
}

void JsonRepairReader::finish()
{
    m_cursor.pos = m_cursor.text.size();
    finishValue();
    wrapRecords();
}

//! At the end of the text, or of the code fence that it was in.
void JsonRepairReader::finishValue()
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
