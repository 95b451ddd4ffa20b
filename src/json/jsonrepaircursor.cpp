// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepaircursor.h"

#include "core/ascii.h"

#include <algorithm>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

bool isHexByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

//! #fff, #ff8800 and the end of a value.
bool isColor(QByteArrayView text)
{
    qsizetype i = 1;
    while (i < text.size() && isHexByte(text[i]))
        ++i;
    return text.startsWith('#') && (i == 4 || i == 5 || i == 7 || i == 9)
           && (i == text.size() || QByteArrayView(",]} \r\n").contains(text[i]));
}

} // namespace

void JsonRepairCursor::skipSpace(bool hashIsText)
{
    for (;;) {
        if (commentAt(pos) && !isColor(text.sliced(pos, std::min<qsizetype>(10, text.size() - pos)))
            && !(hashIsText && isKeyCharacter(at(pos + 1)) && at(pos) == '#')) {
            skipComment();
            continue;
        }
        const int length = spaceAt(pos);
        if (length == 0)
            return;
        const char c = text[pos];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            out += c;
        } else if (pos == 0 && startsWith("\xef\xbb\xbf", 0)) {
            note(Code::ByteOrderMark, 0);
        } else {
            note(Code::Space, pos);
            out += ' ';
        }
        pos += length;
    }
}

void JsonRepairCursor::skipComment()
{
    note(Code::Comment, pos);
    if (at(pos + 1) == '*' && at(pos) == '/') {
        const qsizetype close = text.indexOf("*/", pos + 2);
        const qsizetype end = close < 0 ? text.size() : close + 2;
        if (close < 0)
            note(Code::Truncated, text.size());
        // What is behind the end that is missing may be more than a comment.
        if (close >= 0 || !text.sliced(pos).contains('"'))
            leaveOut(pos, end);
        pos = end;
        return;
    }
    const qsizetype end = lineCommentEnd();
    leaveOut(pos, end);
    pos = end;
    while (out.endsWith(' ') || out.endsWith('\t'))
        out.chop(1);
    if (at(pos) == '\n' && (out.isEmpty() || out.endsWith('\n')))
        ++pos; // the line held nothing else
}

//! The end of the line, or the bracket that closes what is open if nothing comes behind the line.
qsizetype JsonRepairCursor::lineCommentEnd() const
{
    const qsizetype line = text.indexOf('\n', pos);
    if (line >= 0 && !text.sliced(line).trimmed().isEmpty())
        return line;
    const qsizetype end = line < 0 ? text.size() : line;
    qsizetype depth = 0;
    for (qsizetype i = pos; i < end && !closers.isEmpty(); ++i) {
        const char c = text[i];
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth < 0)
            return i;
    }
    return end;
}

void JsonRepairCursor::copyCharacter()
{
    const auto first = static_cast<unsigned char>(text[pos]);
    if (first < 0x80) {
        out += text[pos++];
        return;
    }
    const qsizetype length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const qsizetype left = text.size() - pos;
    if (length <= left && text.sliced(pos, length).isValidUtf8()) {
        out += text.sliced(pos, length);
        pos += length;
        return;
    }
    const bool cutOff = length > left
                        && std::ranges::all_of(text.sliced(pos + 1), continuesCharacter);
    if (cutOff && first >= 0xC2 && first < 0xF5) {
        note(Code::Truncated, pos);
        leaveOut(pos, text.size());
        pos = text.size();
        return;
    }
    note(Code::InvalidUtf8, pos);
    out += "\xef\xbf\xbd";
    ++pos;
}

} // namespace modelscribe
