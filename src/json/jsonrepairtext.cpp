// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairtext.h"

#include <algorithm>
#include <array>

namespace modelscribe {

namespace {

constexpr qsizetype longestStringSkipped = 4096;

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

int JsonRepairText::spaceAt(qsizetype i) const
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

qsizetype JsonRepairText::afterSpace(qsizetype i) const
{
    while (const int length = spaceAt(i))
        i += length;
    return i;
}

bool JsonRepairText::commentAt(qsizetype i) const
{
    const char c = at(i);
    return c == '#' || (c == '/' && (at(i + 1) == '/' || at(i + 1) == '*'));
}

std::optional<RepairQuote> JsonRepairText::quoteAt(qsizetype i) const
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

bool JsonRepairText::prefixedQuoteAt(qsizetype i) const
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

bool JsonRepairText::fenceAt(qsizetype i) const
{
    return startsWith("```", i) || startsWith("~~~", i);
}

int JsonRepairText::commaAt(qsizetype i) const
{
    if (at(i) == ',')
        return 1;
    // ，、；
    return startsWith("\xef\xbc\x8c", i) || startsWith("\xe3\x80\x81", i)
                   || startsWith("\xef\xbc\x9b", i)
               ? 3
               : 0;
}

int JsonRepairText::sizeAt(qsizetype i) const
{
    const auto first = static_cast<unsigned char>(at(i));
    const qsizetype length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return int(std::clamp<qsizetype>(text.size() - i, 0, length));
}

char JsonRepairText::markAt(qsizetype i) const
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

int JsonRepairText::colonAt(qsizetype i) const
{
    if (at(i) == ':')
        return at(i + 1) == '=' ? 2 : 1;
    if (at(i) == '=')
        return at(i + 1) == '>' ? 2 : 1;
    return startsWith("\xef\xbc\x9a", i) ? 3 : 0;
}

QByteArrayView JsonRepairText::literalAt(qsizetype i, qsizetype *length) const
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

bool JsonRepairText::quotedKeyAt(qsizetype i) const
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

bool JsonRepairText::bareKeyAt(qsizetype i) const
{
    if (!isKeyCharacter(at(i)) || spaceAt(i) > 0)
        return false;
    const qsizetype limit = std::min(text.size(), i + longestKeyLookedFor);
    qsizetype j = i;
    while (j < limit && (isKeyCharacter(text[j]) || text[j] == '-' || text[j] == '.')
           && spaceAt(j) == 0 && !startsWith("\xef\xbc\x9a", j) && commaAt(j) == 0
           && !(static_cast<unsigned char>(text[j]) >= 0x80 && quoteAt(j)))
        j += sizeAt(j);
    const qsizetype colon = afterSpace(j);
    return j > i
           && ((at(colon) == ':' && at(colon + 1) != '/') || startsWith("\xef\xbc\x9a", colon));
}

//! key": 1
bool JsonRepairText::halfQuotedKeyAt(qsizetype i) const
{
    if (!isKeyCharacter(at(i)) || spaceAt(i) > 0)
        return false;
    const qsizetype limit = std::min(text.size(), i + longestKeyLookedFor);
    qsizetype j = i;
    while (j < limit && (isKeyCharacter(text[j]) || QByteArrayView(" -./").contains(text[j]))
           && commaAt(j) == 0 && colonAt(j) == 0 && !quoteAt(j))
        j += sizeAt(j);
    const auto close = quoteAt(j);
    if (j == i || !close)
        return false;
    const qsizetype colon = afterSpace(j + close->size);
    return at(colon) == ':' || startsWith("\xef\xbc\x9a", colon);
}

bool JsonRepairText::memberAt(qsizetype i) const
{
    const qsizetype next = afterSpace(i);
    if (next >= text.size() || quoteAt(next) || prefixedQuoteAt(next) || closerAt(next)
        || commaAt(next) > 0 || markAt(next) == '{'
        || (markAt(next) == '[' && quoteAt(afterSpace(next + sizeAt(next)))) || commentAt(next)
        || startsWith("...", next) || keyAt(next))
        return true;
    qsizetype word = next; // a key that was cut off
    while (word < text.size() && (isKeyCharacter(text[word]) || text[word] == ' '))
        ++word;
    return word == text.size();
}

qsizetype JsonRepairText::afterDigits(qsizetype i) const
{
    while (isDigit(at(i)))
        ++i;
    return i;
}

qsizetype JsonRepairText::afterSimpleString(qsizetype i) const
{
    const auto open = quoteAt(i);
    const qsizetype limit = std::min(text.size(), i + longestStringSkipped);
    for (qsizetype j = i + open->size; j < limit && text[j] != '\n'; ++j) {
        if (text[j] == '\\')
            ++j;
        else if (const auto close = quoteAt(j); close && open->closedBy(*close))
            return j + close->size;
    }
    return i;
}

} // namespace modelscribe
