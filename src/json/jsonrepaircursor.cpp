// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepaircursor.h"

#include "core/ascii.h"

#include <algorithm>
#include <array>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

bool isHexByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

struct Mark
{
    QByteArrayView bytes;
    RepairQuote::Kind kind;
};

constexpr RepairQuote::Kind other2 = RepairQuote::Kind::OtherDouble;
constexpr RepairQuote::Kind other1 = RepairQuote::Kind::OtherSingle;

const std::array marks = {
    Mark{"\xe2\x80\x9c", other2}, // “
    Mark{"\xe2\x80\x9d", other2}, // ”
    Mark{"\xe2\x80\x9e", other2}, // „
    Mark{"\xe2\x80\x9f", other2}, // ‟
    Mark{"\xe2\x80\xb3", other2}, // ″
    Mark{"\xc2\xab", other2},     // «
    Mark{"\xc2\xbb", other2},     // »
    Mark{"\xef\xbc\x82", other2}, // ＂
    Mark{"\xe2\x80\x98", other1}, // ‘
    Mark{"\xe2\x80\x99", other1}, // ’
    Mark{"\xe2\x80\x9a", other1}, // ‚
    Mark{"\xe2\x80\x9b", other1}, // ‛
    Mark{"\xe2\x80\xb2", other1}, // ′
    Mark{"\xc2\xb4", other1},     // ´
    Mark{"\xef\xbc\x87", other1}, // ＇
    Mark{"\xe3\x80\x8c", other2}, // 「
    Mark{"\xe3\x80\x8d", other2}, // 」
    Mark{"\xe3\x80\x8e", other2}, // 『
    Mark{"\xe3\x80\x8f", other2}, // 』
    Mark{"`", other1},
};

struct Bracket
{
    QByteArrayView bytes;
    char json;
};

const std::array brackets = {
    Bracket{"\xe3\x80\x90", '['}, // 【
    Bracket{"\xe3\x80\x91", ']'}, // 】
    Bracket{"\xe3\x80\x94", '['}, // 〔
    Bracket{"\xe3\x80\x95", ']'}, // 〕
    Bracket{"\xef\xbc\xbb", '['}, // ［
    Bracket{"\xef\xbc\xbd", ']'}, // ］
    Bracket{"\xef\xbd\x9b", '{'}, // ｛
    Bracket{"\xef\xbd\x9d", '}'}, // ｝
    Bracket{"\xef\xbc\x88", '('}, // （
    Bracket{"\xef\xbc\x89", ')'}, // ）
};

//! #fff, #ff8800 and the end of a value.
bool isColor(QByteArrayView text)
{
    qsizetype i = 1;
    while (i < text.size() && isHexByte(text[i]))
        ++i;
    return text.startsWith('#') && (i == 4 || i == 5 || i == 7 || i == 9)
           && (i == text.size() || QByteArrayView(",]} \r\n").contains(text[i]));
}

struct Literal
{
    QByteArrayView word;
    QByteArrayView json;
};

const std::array literals = {
    Literal{"true", "true"},     Literal{"false", "false"},    Literal{"null", "null"},
    Literal{"True", "true"},     Literal{"False", "false"},    Literal{"None", "null"},
    Literal{"TRUE", "true"},     Literal{"FALSE", "false"},    Literal{"NULL", "null"},
    Literal{"Null", "null"},     Literal{"NaN", "null"},       Literal{"nan", "null"},
    Literal{"Infinity", "null"}, Literal{"-Infinity", "null"}, Literal{"+Infinity", "null"},
    Literal{"inf", "null"},      Literal{"-inf", "null"},      Literal{"undefined", "null"},
};

} // namespace

bool RepairQuote::closedBy(const RepairQuote &other) const
{
    return kind == other.kind || (kind == Kind::OtherDouble && other.kind == Kind::Double)
           || (kind == Kind::OtherSingle && other.kind == Kind::Single);
}

void JsonRepairCursor::note(Code code, qsizetype at)
{
    const auto known = std::ranges::find(m_steps, code, &JsonRepairStep::code);
    if (known == m_steps.end()) {
        m_steps.append({code, 1, at});
        return;
    }
    ++known->count;
    known->firstAt = std::min(known->firstAt, at);
}

QList<JsonRepairStep> JsonRepairCursor::steps() const
{
    QList<JsonRepairStep> sorted = m_steps;
    std::ranges::stable_sort(sorted, {}, &JsonRepairStep::firstAt);
    return sorted;
}

void JsonRepairCursor::leaveOut(qsizetype from, qsizetype to)
{
    if (!m_leftOut.isEmpty() && m_leftOut.last().second >= from)
        m_leftOut.last().second = std::max(m_leftOut.last().second, to);
    else
        m_leftOut.append({from, to});
}

int JsonRepairCursor::spaceAt(qsizetype i) const
{
    if (i >= text.size())
        return 0;
    const char c = text[i];
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\0')
        return 1;
    if (static_cast<unsigned char>(c) < 0x80)
        return 0;
    if (startsWith("\xc2\xa0", i) || startsWith("\xc2\x85", i))
        return 2;
    for (const char *space : {"\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f",
                              "\xe3\x80\x80", "\xef\xbb\xbf", "\xe1\xa0\x8e"}) {
        if (startsWith(space, i))
            return 3;
    }
    const auto last = static_cast<unsigned char>(at(i + 2));
    return startsWith("\xe2\x80", i) && last >= 0x80 && last <= 0x8b ? 3 : 0;
}

qsizetype JsonRepairCursor::afterSpace(qsizetype i) const
{
    while (const int length = spaceAt(i))
        i += length;
    return i;
}

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

bool JsonRepairCursor::commentAt(qsizetype i) const
{
    const char c = at(i);
    return c == '#' || (c == '/' && (at(i + 1) == '/' || at(i + 1) == '*'));
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

std::optional<RepairQuote> JsonRepairCursor::quoteAt(qsizetype i) const
{
    switch (at(i)) {
    case '"': return RepairQuote{RepairQuote::Kind::Double, 1};
    case '\'': return RepairQuote{RepairQuote::Kind::Single, 1};
    case '`': return RepairQuote{RepairQuote::Kind::OtherSingle, 1};
    case '\xc2':
    case '\xe2':
    case '\xe3':
    case '\xef': break;
    default: return {};
    }
    for (const Mark &mark : marks) {
        if (startsWith(mark.bytes, i))
            return RepairQuote{mark.kind, mark.bytes.size()};
    }
    return {};
}

bool JsonRepairCursor::prefixedQuoteAt(qsizetype i) const
{
    const char c = at(i);
    if (c == '\0' || !QByteArrayView("uUbBrR").contains(c)
        || (at(i + 1) != '"' && at(i + 1) != '\''))
        return false;
    if (at(i + 2) == at(i + 1) && isKeyCharacter(at(i + 3))) // b""c
        return false;
    const qsizetype next = afterSpace(i + 2); // the mark may be the end: [a", b"]
    return next < text.size() && commaAt(next) == 0 && colonAt(next) == 0 && !closerAt(next);
}

bool JsonRepairCursor::fenceAt(qsizetype i) const
{
    return startsWith("```", i) || startsWith("~~~", i);
}

int JsonRepairCursor::commaAt(qsizetype i) const
{
    if (at(i) == ',')
        return 1;
    // ，、；
    return startsWith("\xef\xbc\x8c", i) || startsWith("\xe3\x80\x81", i)
                   || startsWith("\xef\xbc\x9b", i)
               ? 3
               : 0;
}

int JsonRepairCursor::sizeAt(qsizetype i) const
{
    const auto first = static_cast<unsigned char>(at(i));
    const qsizetype length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return int(std::clamp<qsizetype>(text.size() - i, 0, length));
}

char JsonRepairCursor::markAt(qsizetype i) const
{
    const char c = at(i);
    if (c == '\xe3' || c == '\xef') {
        for (const Bracket &bracket : brackets) {
            if (startsWith(bracket.bytes, i))
                return bracket.json;
        }
    }
    return c;
}

int JsonRepairCursor::colonAt(qsizetype i) const
{
    if (at(i) == ':')
        return at(i + 1) == '=' ? 2 : 1;
    if (at(i) == '=')
        return at(i + 1) == '>' ? 2 : 1;
    return startsWith("\xef\xbc\x9a", i) ? 3 : 0;
}

QByteArrayView JsonRepairCursor::literalAt(qsizetype i, qsizetype *length) const
{
    for (const Literal &literal : literals) {
        const qsizetype end = i + literal.word.size();
        if (at(i) == literal.word[0] && startsWith(literal.word, i)
            && (end == text.size() || spaceAt(end) > 0 || commaAt(end) > 0 || closerAt(end)
                || !isKeyCharacter(text[end]))) {
            if (length != nullptr)
                *length = literal.word.size();
            return literal.json;
        }
    }
    return {};
}

} // namespace modelscribe
