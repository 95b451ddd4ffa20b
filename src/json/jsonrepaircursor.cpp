// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepaircursor.h"

#include <algorithm>
#include <array>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

constexpr qsizetype longestKeyLookedFor = 200;

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
           || c == '$' || static_cast<unsigned char>(c) >= 0x80;
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
    Mark{"`", other1},
};

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

void JsonRepairCursor::skipSpace()
{
    for (;;) {
        if (commentAt(pos)) {
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
        const qsizetype end = text.indexOf("*/", pos + 2);
        if (end < 0)
            note(Code::Truncated, text.size());
        pos = end < 0 ? text.size() : end + 2;
        return;
    }
    const qsizetype end = text.indexOf('\n', pos);
    pos = end < 0 ? text.size() : end;
    while (out.endsWith(' ') || out.endsWith('\t'))
        out.chop(1);
    if (!atEnd() && (out.isEmpty() || out.endsWith('\n')))
        ++pos; // the line held nothing else
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
    const bool cutOff = length > left && std::ranges::all_of(text.sliced(pos + 1), [](char c) {
                            return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
                        });
    if (cutOff && first >= 0xC2 && first < 0xF5) {
        note(Code::Truncated, pos);
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
    return c != '\0' && QByteArrayView("uUbBrR").contains(c)
           && (at(i + 1) == '"' || at(i + 1) == '\'');
}

bool JsonRepairCursor::fenceAt(qsizetype i) const
{
    return startsWith("```", i) || startsWith("~~~", i);
}

int JsonRepairCursor::commaAt(qsizetype i) const
{
    return at(i) == ',' ? 1 : startsWith("\xef\xbc\x8c", i) ? 3 : 0;
}

int JsonRepairCursor::colonAt(qsizetype i) const
{
    if (at(i) == ':')
        return at(i + 1) == '=' ? 2 : 1;
    if (at(i) == '=')
        return at(i + 1) == '>' ? 2 : 1;
    return startsWith("\xef\xbc\x9a", i) ? 3 : 0;
}

bool JsonRepairCursor::quotedKeyAt(qsizetype i) const
{
    const auto open = quoteAt(i);
    if (!open)
        return false;
    const qsizetype limit = std::min(text.size(), i + longestKeyLookedFor);
    for (qsizetype j = i + open->size; j < limit && text[j] != '\n'; ++j) {
        if (text[j] == '\\') {
            ++j;
        } else if (const auto close = quoteAt(j); close && open->closedBy(*close)) {
            const qsizetype next = afterSpace(j + close->size);
            return at(next) == ':' || startsWith("\xef\xbc\x9a", next);
        }
    }
    return false;
}

bool JsonRepairCursor::bareKeyAt(qsizetype i) const
{
    if (!isWordCharacter(at(i)) || spaceAt(i) > 0)
        return false;
    const qsizetype limit = std::min(text.size(), i + longestKeyLookedFor);
    qsizetype j = i;
    while (j < limit && (isWordCharacter(text[j]) || text[j] == '-' || text[j] == '.')
           && spaceAt(j) == 0 && !startsWith("\xef\xbc\x9a", j))
        ++j;
    const qsizetype colon = afterSpace(j);
    return (at(colon) == ':' && at(colon + 1) != '/') || startsWith("\xef\xbc\x9a", colon);
}

QByteArrayView JsonRepairCursor::literalAt(qsizetype i, qsizetype *length) const
{
    for (const Literal &literal : literals) {
        const qsizetype end = i + literal.word.size();
        if (at(i) == literal.word[0] && startsWith(literal.word, i)
            && (end == text.size() || spaceAt(end) > 0 || !isWordCharacter(text[end]))) {
            if (length != nullptr)
                *length = literal.word.size();
            return literal.json;
        }
    }
    return {};
}

} // namespace modelscribe
