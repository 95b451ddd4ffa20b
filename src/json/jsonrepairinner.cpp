// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairstring.h"

#include "core/jsonscanner.h"

#include <algorithm>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

} // namespace

void copyControl(JsonRepairCursor &cursor)
{
    const char c = cursor.text[cursor.pos];
    cursor.note(Code::ControlCharacter, cursor.pos++);
    switch (c) {
    case '\b': cursor.out += "\\b"; return;
    case '\f': cursor.out += "\\f"; return;
    case '\n': cursor.out += "\\n"; return;
    case '\r': cursor.out += "\\r"; return;
    case '\t': cursor.out += "\\t"; return;
    default: cursor.out += "\\u00"; cursor.out += QByteArray(1, c).toHex();
    }
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
    const qsizetype after = m_cursor.afterJsonAt(i);
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

void JsonRepairString::copyDoubled()
{
    m_cursor.note(Code::InnerQuote, m_cursor.pos);
    while (m_cursor.pos < m_contentEnd) {
        const char c = m_cursor.text[m_cursor.pos];
        if (c == '"' || c == '\\') {
            m_cursor.out += '\\';
            m_cursor.out += c;
            m_cursor.pos += c == '"' ? 2 : 1;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            copyControl(m_cursor);
        } else {
            m_cursor.copyCharacter();
        }
    }
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
