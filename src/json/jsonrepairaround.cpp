// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairaround.h"

#include "core/ascii.h"

#include <algorithm>

namespace modelscribe {

namespace {

qsizetype indexOfBracket(QByteArrayView text, qsizetype from)
{
    const auto found = std::find_if(text.begin() + from, text.end(),
                                    [](char c) { return c == '{' || c == '['; });
    return found == text.end() ? -1 : found - text.begin();
}

void leaveOutWords(JsonRepairCursor &cursor, qsizetype end)
{
    cursor.record.leaveOutAround(cursor.pos, end);
    cursor.pos = end;
}

//! license: mit; but not the words of "Note: this is all."
bool memberLineAt(const JsonRepairCursor &cursor, qsizetype at)
{
    const char first = cursor.at(at);
    if (cursor.quotedKeyAt(at) || cursor.halfQuotedKeyAt(at))
        return true;
    if (!cursor.bareKeyAt(at))
        return false;
    qsizetype value = at;
    while (cursor.colonAt(value) == 0)
        value += cursor.sizeAt(value);
    const char second = cursor.at(cursor.afterSpace(value + cursor.colonAt(value)));
    return (first >= 'a' && first <= 'z') || isDigit(second) || second == '[' || second == '"';
}

bool objectBegins(const JsonRepairCursor &cursor, qsizetype at)
{
    const qsizetype next = cursor.afterSpace(at + 1);
    return next >= cursor.text.size() || cursor.at(next) == '}' || cursor.keyAt(next)
           || cursor.quoteAt(next) || cursor.commentAt(next);
}

} // namespace

bool isCallOfAll(JsonRepairCursor &cursor, qsizetype at)
{
    const auto call = cursor.lookahead.callAt(at, cursor.closers.isEmpty());
    if (!call || !call->isOneValue)
        return false;
    const qsizetype next = cursor.afterSpace(call->close + 1);
    return next >= cursor.text.size() || cursor.at(next) == ';';
}

void skipFence(JsonRepairCursor &cursor)
{
    const QByteArrayView text = cursor.text;
    qsizetype at = cursor.pos;
    cursor.note(JsonRepairStep::Code::CodeFence, at);
    const char mark = text[at];
    while (cursor.at(at) == mark)
        ++at;
    while (at < text.size() && text[at] != '\n' && text[at] != '{' && text[at] != '['
           && text[at] != '"' && text[at] != mark)
        ++at;
    cursor.leaveOut(cursor.pos, at);
    cursor.pos = at + (cursor.at(at) == '\n' ? 1 : 0);
}

bool skipFenceBefore(JsonRepairCursor &cursor)
{
    const QByteArrayView text = cursor.text;
    if (!cursor.fenceAt(cursor.pos)) {
        if (cursor.at(cursor.pos) == '"' || cursor.at(cursor.pos) == '{'
            || cursor.at(cursor.pos) == '[')
            return false;
        const qsizetype at = text.indexOf("```", cursor.pos);
        const qsizetype bracket = indexOfBracket(text, cursor.pos);
        if (at < 0 || (bracket >= 0 && bracket < at)
            || (at > 0 && text[at - 1] != '\n' && text[at - 1] != ' '))
            return false;
        leaveOutWords(cursor, at);
    }
    skipFence(cursor);
    cursor.out.clear();
    return true;
}

bool skipWordsBefore(JsonRepairCursor &cursor)
{
    const qsizetype bracket = indexOfBracket(cursor.text, cursor.pos);
    if (bracket <= cursor.pos)
        return false;
    const char before = cursor.at(bracket - 1); // not x[0] or /[a-z]/
    if (cursor.spaceAt(bracket - 1) == 0 && !QByteArrayView(":=(>").contains(before)
        && !(static_cast<unsigned char>(before) >= 0x80))
        return false;
    for (qsizetype line = cursor.pos; line < bracket;) {
        const qsizetype end = cursor.text.indexOf('\n', line);
        if (end >= 0 && end < bracket && memberLineAt(cursor, cursor.afterSpace(line)))
            return false;
        line = end < 0 ? bracket : end + 1;
    }
    leaveOutWords(cursor, bracket);
    return true;
}

bool skipWordsBehind(JsonRepairCursor &cursor, qsizetype valueEnd)
{
    const qsizetype from = cursor.pos;
    const char last = valueEnd > 0 ? cursor.out[valueEnd - 1] : '\0';
    bool words = (last == '}' || last == ']') && cursor.colonAt(from) == 0
                 && !isDigit(cursor.at(from)) && !memberLineAt(cursor, from)
                 && (cursor.out.size() > valueEnd || !isLetter(cursor.at(from)));
    qsizetype end = from;
    while (end < cursor.text.size() && cursor.at(end) != '\n'
           && !(cursor.at(end) == '{' && objectBegins(cursor, end))) {
        words = words && !cursor.quotedKeyAt(end);
        ++end;
    }
    if (words)
        leaveOutWords(cursor, end);
    return words;
}

} // namespace modelscribe
