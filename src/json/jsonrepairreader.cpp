// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairreader.h"

#include "core/ascii.h"
#include "json/jsonrepairaround.h"
#include "json/jsonrepairbrackets.h"
#include "json/jsonrepaircall.h"
#include "json/jsonrepairstring.h"
#include "json/jsonrepairword.h"

#include <algorithm>

namespace modelscribe {

bool JsonRepairReader::run()
{
    m_cursor.out.reserve(m_cursor.text.size() + 64);
    if (!start())
        return false;
    while (!m_cursor.atEnd() && !m_refused && !m_cursor.isDoubtful)
        step();
    if (m_refused || m_cursor.isDoubtful)
        return false;
    m_cursor.pos = m_cursor.text.size();
    m_json.finishValue();
    m_json.wrapRecords();
    return m_json.valueCount() > 0 && !m_refused
           && m_cursor.record.keepsWords(m_cursor.text, m_cursor.out);
}

bool JsonRepairReader::start()
{
    m_cursor.skipSpace();
    if (skipFenceBefore(m_cursor))
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
    if (isCallOfAll(m_cursor, at))
        return true;
    if (m_cursor.bareKeyAt(at)) {
        m_json.openVirtualObject(at);
        return true;
    }
    if (m_cursor.commaAt(at) > 0 || m_cursor.closerAt(at))
        return true; // dropped later
    return skipWordsBefore(m_cursor);
}

void JsonRepairReader::step()
{
    m_cursor.skipSpace(m_json.expect() == Expect::Value && m_json.place() == RepairPlace::Member);
    if (m_cursor.atEnd())
        return;
    if (m_cursor.fenceAt(m_cursor.pos) && (m_json.isTop() || m_cursor.out.endsWith('\n'))) {
        m_json.finishValue();
        return skipFence(m_cursor);
    }
    switch (m_json.expect()) {
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
        m_refused = m_refused || m_json.expect() == Expect::Key; // {:2}
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
    m_json.keyDone();
}

void JsonRepairReader::containerAsKey(char bracket)
{
    if (bracket == '[') {
        m_refused = true; // its elements would become keys
        return;
    }
    // [{"a":1,{"b":2}]: the end of the first object is missing
    if (m_json.isAfterComma() && m_cursor.closers.size() > 1
        && m_cursor.closers[m_cursor.closers.size() - 2] == ']') {
        m_json.endElements();
        m_json.missingComma(Expect::Value);
        return;
    }
    drop(Code::ExtraBracket);
}

void JsonRepairReader::colon()
{
    const qsizetype at = m_cursor.pos;
    if (const int size = m_cursor.colonAt(at)) {
        if (size != 1 || m_cursor.at(at) != ':')
            m_cursor.note(Code::MissingColon, at);
        m_json.writeColon(size);
        return;
    }
    if (m_cursor.quotedKeyAt(at)) { // two keys
        m_refused = true;
        return;
    }
    if (m_cursor.commaAt(at) == 0 && !m_cursor.closerAt(at))
        m_cursor.note(Code::MissingColon, at);
    m_json.insertColon();
}

void JsonRepairReader::value()
{
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    const bool member = m_json.place() == RepairPlace::Member;
    const bool closer = m_cursor.closerAt(at) || (c == ')' && m_cursor.parenthesisAt(at));
    if (member && (closer || m_cursor.commaAt(at) > 0))
        return m_json.missingValue();
    if (closer)
        return m_json.isTop() ? drop(Code::ExtraBracket) : close(c);
    if (skipStray())
        return;
    if (m_json.isTop() && m_cursor.callEnds.isEmpty()) {
        if (m_json.valueCount() > 0 && m_json.reopenObject())
            return;
        // {"a": 1}, "b" are no records: the second may be anything.
        m_refused = !m_json.beginOutermost(c == '{' || c == '[' || c == '(') || m_refused;
    }
    m_refused = m_refused || m_cursor.fenceAt(at); // [``` … ```]
    if (c == '(' && openParentheses(m_cursor))
        return;
    if (c == '{' || c == '[' || c == '(')
        return open(c);
    m_json.beginValue();
    if (skipStringPrefix() || m_cursor.quoteAt(at))
        return stringValue();
    switch (readCall(m_cursor, m_json.place())) {
    case RepairCallRead::Argument: return;
    case RepairCallRead::Text: return m_json.valueDone();
    case RepairCallRead::None: break;
    }
    if (m_json.place() == RepairPlace::Element && elementIsBareKey(m_cursor)) {
        readBareKey(m_cursor);
        m_json.valueDone(true);
    } else if (readBareValue(m_cursor, m_json.place())) {
        m_json.valueDone();
    } else if (member) {
        m_json.missingValue();
    }
}

void JsonRepairReader::stringValue()
{
    // "a": ⏎ "b": 1
    if (m_json.place() == RepairPlace::Member && m_cursor.out.sliced(m_json.end()).contains('\n')
        && m_cursor.quotedKeyAt(m_cursor.pos))
        return m_json.missingValue();
    readString(m_json.place());
    m_json.valueDone(true);
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

void JsonRepairReader::afterValue()
{
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    if (endCall(m_cursor))
        return;
    if (m_json.isTop() && afterTop())
        return;
    if (const int size = m_cursor.commaAt(at))
        return m_json.writeComma(size);
    if (c == ';' || (c == ')' && !m_cursor.parenthesisAt(at)))
        return drop(Code::TextAround);
    if (m_cursor.closerAt(at) || c == ')')
        return m_json.isTop() ? drop(Code::ExtraBracket) : close(c);
    if (c == '+' && m_json.lastIsString())
        return afterString();
    if (m_json.isTop() || !m_json.inObject())
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
    m_json.reopenString();
    readString(m_json.place(), true);
    m_json.valueDone(true);
}

void JsonRepairReader::afterMember()
{
    const qsizetype at = m_cursor.pos;
    const char c = mark();
    if (m_cursor.quoteAt(at) || m_cursor.bareKeyAt(at) || m_cursor.halfQuotedKeyAt(at)) {
        m_json.missingComma(Expect::Key);
    } else if (c == '{' && m_cursor.closers.size() > 1
               && m_cursor.closers[m_cursor.closers.size() - 2] == ']') {
        m_json.endElements();
        m_json.missingComma(Expect::Value);
    } else {
        m_refused = m_cursor.startsWith("---", at); // another document of YAML
        drop(c == '{' || c == '[' ? Code::ExtraBracket : Code::TextAround);
    }
}

void JsonRepairReader::afterElement()
{
    if (m_cursor.colonAt(m_cursor.pos) > 0) {
        m_refused = m_json.isTop() || !elementIsKey();
        return;
    }
    m_json.missingComma(Expect::Value);
}

//! False: nothing special about being outermost.
bool JsonRepairReader::afterTop()
{
    const qsizetype at = m_cursor.pos;
    const char c = m_cursor.at(at);
    if (m_json.lastIsString() && m_json.valueCount() == 1
        && m_cursor.colonAt(at) > 0) { // "a": 1, "b": 2
        m_json.openVirtualObjectBefore();
        return true;
    }
    if (m_json.reopenObject())
        return true;
    const bool newLine = m_cursor.out.sliced(m_json.end()).contains('\n');
    const bool value = c == '{' || c == '[' || m_cursor.quoteAt(at)
                       || (newLine
                           && (isDigit(c) || c == '-' || !m_cursor.literalAt(at).isEmpty()));
    if (value || m_cursor.commaAt(at) > 0 || m_cursor.closerAt(at) || c == '+' || c == ';'
        || c == ')')
        return false;
    m_refused = !skipWordsBehind(m_cursor, m_json.end()) || m_refused;
    return true;
}

//! At the colon behind an element: [1, 2, "key": 3
bool JsonRepairReader::elementIsKey()
{
    const RepairAhead end = m_cursor.lookahead.containerEnd(m_cursor.pos
                                                            + m_cursor.colonAt(m_cursor.pos));
    if (!m_json.lastIsString() || m_cursor.closers.size() >= maxJsonDepth)
        return false;
    m_json.makeKeyOfLast(end.closer);
    return true;
}

void JsonRepairReader::open(char bracket)
{
    if (m_cursor.closers.size() >= maxJsonDepth) {
        m_refused = true;
        return;
    }
    const qsizetype inner = m_cursor.pos + m_cursor.sizeAt(m_cursor.pos);
    m_json.open(bracket, bracket == '{' && isSet(m_cursor, inner));
}

void JsonRepairReader::close(char bracket)
{
    if (m_json.isVirtualTop() && bracket != '}')
        return drop(Code::ExtraBracket);
    if (textCloser(m_cursor.closers.back()) != bracket)
        return closeWrong();
    m_json.closeInnermost();
}

//! }}] for }]}, or one too many or too few: what comes behind the brackets says what they close.
void JsonRepairReader::closeWrong()
{
    QByteArray run;
    qsizetype at = m_cursor.pos;
    while (run.size() < longestRunOfClosers
           && (m_cursor.closerAt(at) || m_cursor.parenthesisAt(at))) {
        run += m_cursor.markAt(at);
        at = m_cursor.afterSpace(at + m_cursor.sizeAt(at));
    }
    const qsizetype levels = levelsToClose(m_cursor, m_json.isVirtual(), run, at);
    if (levels < run.size()) {
        const auto other = std::ranges::find_if(run, [&](char c) { return c != run.front(); });
        return dropClosers(std::min(qsizetype(other - run.cbegin()), run.size() - levels));
    }
    m_json.eraseComma();
    if (levels > run.size()) { // and look again
        return m_json.endElements();
    }
    m_cursor.note(Code::WrongBracket, m_cursor.pos);
    m_json.closeInnermost();
}

void JsonRepairReader::dropClosers(qsizetype count)
{
    for (; count > 0; --count) {
        m_cursor.skipSpace();
        drop(Code::ExtraBracket);
    }
}

} // namespace modelscribe
