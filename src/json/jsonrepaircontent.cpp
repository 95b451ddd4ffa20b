// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepaircontent.h"

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

qsizetype hexDigitsAt(const JsonRepairCursor &cursor, qsizetype i, qsizetype most)
{
    qsizetype count = 0;
    while (count < most && isHex(cursor.at(i + count)))
        ++count;
    return count;
}

void leaveCutEscape(JsonRepairCursor &cursor)
{
    cursor.note(Code::Truncated, cursor.pos);
    cursor.leaveOut(cursor.pos, cursor.text.size());
    cursor.pos = cursor.text.size();
}

void copyEscape(JsonRepairCursor &cursor, qsizetype end, bool keepBackslashes)
{
    const qsizetype at = cursor.pos;
    const char escaped = at + 1 < end ? cursor.text[at + 1] : '\0';
    if (!keepBackslashes && escaped != '\0' && QByteArrayView("\"\\/bfnrt").contains(escaped)) {
        cursor.out += cursor.text.sliced(at, 2);
        cursor.pos += 2;
        return;
    }
    const qsizetype digits = hexDigitsAt(cursor, at + 2, escaped == 'x' ? 2 : 4);
    if (!keepBackslashes && escaped == 'u' && digits == 4) {
        cursor.out += cursor.text.sliced(at, 6);
        cursor.pos += 6;
        return;
    }
    if (at + 1 >= cursor.text.size()
        || (!keepBackslashes && escaped == 'u' && at + 2 + digits >= cursor.text.size())) {
        return leaveCutEscape(cursor);
    }
    if (keepBackslashes && escaped == '\\') {
        cursor.out += "\\\\";
        cursor.pos += 2;
        return;
    }
    cursor.note(Code::Escape, at);
    if (!keepBackslashes && escaped == 'x' && digits == 2) {
        cursor.out += "\\u00" + cursor.text.sliced(at + 2, 2).toByteArray();
        cursor.leaveOut(at, at + 2);
        cursor.pos += 4;
    } else if (!keepBackslashes && escaped == '\'') {
        cursor.out += '\'';
        cursor.pos += 2;
    } else if (!keepBackslashes && escaped == '\n') {
        cursor.pos += 2; // the line goes on
    } else {
        cursor.out += "\\\\";
        ++cursor.pos;
    }
}

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

void copyStringContent(JsonRepairCursor &cursor, qsizetype end, RepairQuote::Kind quote,
                       bool keepBackslashes)
{
    while (cursor.pos < end) {
        const char c = cursor.text[cursor.pos];
        if (c == '\\') {
            copyEscape(cursor, end, keepBackslashes);
        } else if (c == '"') {
            if (quote == RepairQuote::Kind::Double)
                cursor.note(Code::InnerQuote, cursor.pos);
            cursor.out += "\\\"";
            ++cursor.pos;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            copyControl(cursor);
        } else {
            cursor.copyCharacter();
        }
    }
}

void copyDoubledContent(JsonRepairCursor &cursor, qsizetype end)
{
    cursor.note(Code::InnerQuote, cursor.pos);
    while (cursor.pos < end) {
        const char c = cursor.text[cursor.pos];
        if (c == '"' || c == '\\') {
            cursor.out += '\\';
            cursor.out += c;
            cursor.pos += c == '"' ? 2 : 1;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            copyControl(cursor);
        } else {
            cursor.copyCharacter();
        }
    }
}

} // namespace modelscribe
