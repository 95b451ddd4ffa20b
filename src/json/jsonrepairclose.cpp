// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairreader.h"

#include "json/jsonrepairword.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr qsizetype mostMissing = 8;

//! What a text has for \p closer, and what JSON has.
char textCloser(char closer) { return closer == setCloser ? '}' : closer; }
char jsonCloser(char closer) { return closer == '}' ? '}' : ']'; }

//! How many brackets must be added, taken away or be others, when \p run was written for \p wanted.
qsizetype costOf(QByteArrayView wanted, QByteArrayView run)
{
    qsizetype missing = 0;
    qsizetype extra = 0;
    for (const char kind : {'}', ']', ')'}) {
        const auto difference = std::ranges::count(wanted, kind, textCloser)
                                - std::ranges::count(run, kind);
        missing += std::max<qsizetype>(difference, 0);
        extra += std::max<qsizetype>(-difference, 0);
    }
    return std::max(missing, extra);
}

//! How many of the brackets \p later do not close what is open, the innermost last.
qsizetype misfitOf(QByteArrayView open, QByteArrayView later)
{
    qsizetype misfits = std::max<qsizetype>(later.size() - open.size(), 0);
    for (qsizetype i = 0; i < std::min(later.size(), open.size()); ++i)
        misfits += textCloser(open[open.size() - 1 - i]) != later[i] ? 1 : 0;
    return misfits;
}

} // namespace

void JsonRepairReader::close(char bracket)
{
    if (m_virtualObject && m_cursor.closers.size() == 1 && bracket != '}')
        return drop(Code::ExtraBracket);
    if (textCloser(m_cursor.closers.back()) != bracket)
        return closeWrong();
    eraseComma();
    closeInnermost();
}

void JsonRepairReader::closeInnermost()
{
    m_cursor.pos += m_cursor.sizeAt(m_cursor.pos);
    m_cursor.out += jsonCloser(m_cursor.closers.back());
    pop();
    valueDone();
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
    const qsizetype levels = levelsToClose(run, whatFollows(at), m_cursor.closersAhead(at));
    if (levels < run.size()) {
        const auto other = std::ranges::find_if(run, [&](char c) { return c != run.front(); });
        return dropClosers(std::min(qsizetype(other - run.cbegin()), run.size() - levels));
    }
    eraseComma();
    if (levels > run.size()) { // and look again
        m_cursor.note(Code::MissingBracket, m_cursor.pos);
        return closeDeeper(m_cursor.closers.size() - 1);
    }
    m_cursor.note(Code::WrongBracket, m_cursor.pos);
    closeInnermost();
}

void JsonRepairReader::dropClosers(qsizetype count)
{
    for (; count > 0; --count) {
        m_cursor.skipSpace();
        drop(Code::ExtraBracket);
    }
}

//! \p later: the brackets behind \p run that close what is open now.
qsizetype JsonRepairReader::levelsToClose(QByteArrayView run, Follows follows,
                                          QByteArrayView later) const
{
    const QByteArray &closers = m_cursor.closers;
    const qsizetype most = std::min(closers.size(), run.size() + mostMissing);
    qsizetype best = -1;
    qsizetype lowest = 0;
    for (qsizetype levels = 0; levels <= most; ++levels) {
        const qsizetype left = closers.size() - levels;
        const char outer = left > 0 ? closers[left - 1] : '\0';
        const bool isTopNow = left == 0 || (m_virtualObject && left == 1);
        const bool isList = left > 0 && outer != '}';
        const bool fits = follows == Follows::Anything || (follows == Follows::Key && outer == '}')
                          || (follows == Follows::Element && isList)
                          || (follows == Follows::Value && (isList || left == 0))
                          || (follows == Follows::Nothing && isTopNow);
        const qsizetype cost = costOf(QByteArrayView(closers).last(levels), run)
                               + misfitOf(QByteArrayView(closers).first(left), later);
        if (fits && (best < 0 || cost <= lowest)) {
            best = levels;
            lowest = cost;
        }
    }
    return best >= 0 ? best : levelsToClose(run, Follows::Anything, later);
}

JsonRepairReader::Follows JsonRepairReader::whatFollows(qsizetype at) const
{
    const QByteArrayView text = m_cursor.text;
    if (at >= text.size() || m_cursor.fenceAt(at) || m_cursor.at(at) == ';')
        return Follows::Nothing;
    const auto beginsValue = [&](qsizetype i) {
        const char c = m_cursor.markAt(i);
        return c == '{' || c == '[' || c == '-' || isDigit(c) || m_cursor.quoteAt(i).has_value()
               || !m_cursor.literalAt(i).isEmpty();
    };
    if (const int comma = m_cursor.commaAt(at)) {
        const qsizetype next = m_cursor.afterSpace(at + comma);
        if (next >= text.size())
            return Follows::Nothing;
        if (m_cursor.keyAt(next))
            return Follows::Key;
        return beginsValue(next) ? Follows::Element : Follows::Anything;
    }
    if (m_cursor.quotedKeyAt(at))
        return Follows::Key;
    return beginsValue(at) ? Follows::Value : Follows::Anything;
}

//! At the colon behind an element: [1, 2, "key": 3. It is a key of the object around the list if
//! the list has lost its end, else of one in the list.
bool JsonRepairReader::elementIsKey()
{
    QByteArray &closers = m_cursor.closers;
    const qsizetype outer = closers.size() - 2;
    const RepairAhead end = m_cursor.ahead(m_cursor.pos + m_cursor.colonAt(m_cursor.pos));
    if (!m_lastIsString || closers.size() >= maxJsonDepth)
        return false;
    m_cursor.note(Code::MissingBracket, m_cursor.pos);
    const bool isEnd = outer >= 0 && closers[outer] == '}' && closers.endsWith(']')
                       && !m_lastIsFirst && end.closer != ']';
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
    return true;
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
        ends += jsonCloser(m_cursor.closers.back());
        pop();
    }
    m_cursor.out.insert(m_end, ends);
    m_end += ends.size();
    m_lastIsString = false;
    m_expect = Expect::AfterValue;
}

//! {1, 2, 3} of Python.
bool JsonRepairReader::isSet(qsizetype inner)
{
    const qsizetype first = m_cursor.afterSpace(inner);
    if (m_cursor.keyAt(first) || m_cursor.closerAt(first) || m_cursor.commaAt(first) > 0)
        return false;
    const bool quoted = m_cursor.quoteAt(first).has_value();
    const qsizetype after = quoted ? m_cursor.afterSimpleString(first) : first;
    const qsizetype next = m_cursor.afterSpace(after);
    if (quoted && (after == first || (m_cursor.commaAt(next) == 0 && !m_cursor.closerAt(next))))
        return false;
    const RepairAhead end = m_cursor.ahead(first);
    if (end.colon || (end.closer != '}' && end.at < m_cursor.text.size()))
        return false;
    const bool isOneValue = end.closer == '}' && (quoted || m_cursor.afterDigits(first) == end.at);
    return end.commas > 0 || isOneValue;
}

//! [1, 2, key: 3}: the end of the list is missing.
bool JsonRepairReader::elementIsBareKey()
{
    const qsizetype outer = m_cursor.closers.size() - 2;
    return outer >= 0 && m_cursor.closers[outer] == '}' && !isDigit(m_cursor.at(m_cursor.pos))
           && m_cursor.bareKeyAt(m_cursor.pos) && m_cursor.ahead(m_cursor.pos).closer == '}';
}

//! np.float64(0.913) is its argument; datetime(2026, 3, 1) stays as it is, as a text.
bool JsonRepairReader::call()
{
    const qsizetype at = m_cursor.pos;
    const auto call = m_cursor.callAt(at);
    if (!call || !valueMayEnd(m_cursor, place(), call->close + 1))
        return false;
    if (call->isOneValue) {
        m_cursor.note(Code::Call, at);
        m_cursor.leaveOut(at, call->inner);
        m_cursor.callEnds.append(call->close);
        m_cursor.pos = call->inner;
        return true;
    }
    m_cursor.note(Code::UnquotedText, at);
    const qsizetype end = std::min(call->close + 1, m_cursor.text.size());
    writeWords(m_cursor, end, end);
    valueDone();
    return true;
}

//! (1) is 1; (1,) and (1, 2) are lists.
bool JsonRepairReader::openParentheses()
{
    const qsizetype inner = m_cursor.pos + m_cursor.sizeAt(m_cursor.pos);
    const RepairAhead end = m_cursor.ahead(inner);
    if (end.closer != ')' || end.commas > 0 || m_cursor.afterSpace(inner) == end.at)
        return false;
    m_cursor.note(Code::ExtraBracket, m_cursor.pos);
    m_cursor.callEnds.append(end.at);
    m_cursor.pos = inner;
    return true;
}

bool JsonRepairReader::endCall()
{
    auto &ends = m_cursor.callEnds;
    while (!ends.isEmpty() && ends.last() < m_cursor.pos)
        ends.removeLast();
    if (ends.isEmpty() || ends.last() != m_cursor.pos || m_cursor.atEnd())
        return false;
    ends.removeLast();
    m_cursor.pos += m_cursor.sizeAt(m_cursor.pos);
    return true;
}

} // namespace modelscribe
