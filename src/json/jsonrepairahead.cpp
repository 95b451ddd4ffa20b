// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepaircursor.h"

#include "core/ascii.h"

#include <QString>

#include <algorithm>

namespace modelscribe {

namespace {

//! Bytes of looking ahead for each byte of the text, and for short texts.
constexpr qsizetype mostLookedAhead = 8;
constexpr qsizetype lookedAheadAnyway = 64 * 1024;
constexpr qsizetype longestStringSkipped = 4096;
constexpr qsizetype longestInnerJson = 256 * 1024;

bool isWord(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

//! The next letter or digit of \p text from \p i on; 0 behind the end.
char32_t nextWordCharacter(const QString &text, qsizetype &i)
{
    while (i < text.size()) {
        char32_t character = text[i++].unicode();
        if (QChar::isHighSurrogate(character) && i < text.size() && text[i].isLowSurrogate())
            character = QChar::surrogateToUcs4(char16_t(character), text[i++].unicode());
        if (isWord(character))
            return character;
    }
    return 0;
}

//! float64, Size, ObjectId: what makes a value of its argument. Not sqrt, range.
bool namesType(QByteArrayView name)
{
    if (name.isEmpty() || (name.front() >= 'A' && name.front() <= 'Z'))
        return !name.isEmpty();
    while (isDigit(name.back()) || name.back() == '_')
        name.chop(1);
    static constexpr QByteArrayView types[] = {
        "array", "bool",      "bytes", "date",   "datetime", "deque", "device",
        "dict",  "double",    "dtype", "float",  "int",      "list",  "long",
        "set",   "frozenset", "str",   "tensor", "tuple",    "uint",  "ndarray"};
    return std::ranges::find(types, name) != std::end(types);
}

//! Begins or ends like what stands between two strings.
bool isBetweenStrings(QByteArrayView content)
{
    const QByteArrayView words = content.trimmed();
    return words.isEmpty() ? !content.isEmpty()
                           : QByteArrayView(",:").contains(words.front())
                                 || QByteArrayView(",:").contains(words.back());
}

} // namespace

bool JsonRepairCursor::keepsWords(bool someAtLeast) const
{
    QByteArray kept;
    qsizetype from = 0;
    auto left = m_leftOut;
    std::ranges::sort(left);
    for (const auto &[begin, end] : left) {
        if (begin > from)
            kept += text.sliced(from, begin - from);
        from = std::max(from, end);
    }
    kept += text.sliced(std::min(from, text.size()));
    const QString wanted = QString::fromUtf8(kept);
    const QString result = QString::fromUtf8(out);
    qsizetype next = 0;
    qsizetype found = 0;
    if (someAtLeast && nextWordCharacter(result, found) == 0)
        return false;
    found = 0;
    while (const char32_t character = nextWordCharacter(wanted, next)) {
        for (;;) {
            const char32_t other = nextWordCharacter(result, found);
            if (other == 0)
                return false;
            if (other == character)
                break;
        }
    }
    return true;
}

bool JsonRepairCursor::mayLookAhead(qsizetype bytes)
{
    if (m_lookedAhead > mostLookedAhead * text.size() + lookedAheadAnyway)
        return false;
    m_lookedAhead += bytes;
    return true;
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
bool JsonRepairCursor::halfQuotedKeyAt(qsizetype i) const
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

bool JsonRepairCursor::memberAt(qsizetype i) const
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

//! One step of looking ahead at \p i: brackets go to \p open and come from it, strings are skipped.
//! The bracket that closes what was open before.
char JsonRepairCursor::stepAhead(qsizetype &i, QByteArray &open)
{
    const char c = markAt(i);
    if (c == '{' || c == '[' || c == '(') {
        open += c == '{' ? '}' : c == '[' ? ']' : ')';
    } else if (c == '}' || c == ']' || c == ')') {
        const qsizetype depth = open.lastIndexOf(c);
        if (depth < 0 && (c != ')' || open.isEmpty()))
            return c;
        open.truncate(std::max<qsizetype>(depth, 0));
    } else if (quoteAt(i)) {
        const qsizetype after = afterSimpleString(i);
        m_lookedAhead += after == i ? longestStringSkipped : after - i;
        i = std::max(i, after - 1);
    }
    return '\0';
}

RepairAhead JsonRepairCursor::ahead(qsizetype i)
{
    RepairAhead found{.at = text.size()};
    QByteArray open;
    for (; i < text.size(); ++i) {
        if (!mayLookAhead(1))
            return {.at = i};
        if (open.isEmpty()) {
            found.commas += commaAt(i) > 0 ? 1 : 0;
            found.colon = found.colon || colonAt(i) > 0 || at(i) == '=';
        }
        if (const char closer = stepAhead(i, open)) {
            found.closer = closer;
            found.at = i;
            break;
        }
    }
    return found;
}

QByteArray JsonRepairCursor::closersAhead(qsizetype i)
{
    QByteArray found;
    QByteArray open;
    for (; i < text.size() && found.size() < longestRunOfClosers; ++i) {
        if (!mayLookAhead(1))
            return {};
        const char closer = stepAhead(i, open);
        if (closer == '}' || closer == ']')
            found += closer;
    }
    return found;
}

qsizetype JsonRepairCursor::afterDigits(qsizetype i) const
{
    while (isDigit(at(i)))
        ++i;
    return i;
}

qsizetype JsonRepairCursor::afterSimpleString(qsizetype i) const
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

std::optional<RepairCall> JsonRepairCursor::callAt(qsizetype i)
{
    const qsizetype begin = startsWith("new ", i) ? i + 4 : i;
    qsizetype at = begin;
    const auto isNamePart = [this](qsizetype j) {
        return isLetter(this->at(j)) || this->at(j) == '_';
    };
    if (!isNamePart(at))
        return {};
    while (isNamePart(at) || isDigit(this->at(at)) || this->at(at) == '.')
        ++at;
    if (closers.isEmpty()) // callback ({})
        at = afterSpace(at);
    if (this->at(at) != '(')
        return {};
    const RepairAhead end = ahead(at + 1);
    if (end.closer != ')' && end.at < text.size())
        return {};
    const QByteArrayView name = text.sliced(begin, at - begin).trimmed();
    const bool isType = closers.isEmpty() || namesType(name.sliced(name.lastIndexOf('.') + 1));
    const bool isEmpty = text.sliced(at + 1, end.at - at - 1).trimmed().isEmpty();
    return RepairCall{.inner = at + 1,
                      .close = end.at,
                      .isOneValue = isType && end.commas == 0 && !end.colon && !isEmpty};
}

qsizetype JsonRepairCursor::afterJsonAt(qsizetype i)
{
    for (qsizetype window = 512; window <= longestInnerJson; window *= 8) {
        const qsizetype size = std::min(window, text.size() - i);
        if (!mayLookAhead(size))
            return -1;
        qsizetype whole = size;
        while (whole > 0 && i + whole < text.size() && continuesCharacter(text[i + whole]))
            --whole;
        JsonScanner scanner(text.sliced(i, whole));
        bool words = false;
        for (JsonToken token = scanner.next();; token = scanner.next()) {
            if (token.kind == JsonToken::Kind::Bad || token.kind == JsonToken::Kind::End)
                break;
            if (token.kind == JsonToken::Kind::Key || token.kind == JsonToken::Kind::String) {
                words = true;
                if (isBetweenStrings(text.sliced(i + token.begin + 1, token.end - token.begin - 2)))
                    return -1;
            }
            if (token.closes() && scanner.depth() == 0)
                return words ? i + token.end : -1;
        }
        if (size == text.size() - i || scanner.problem()->offset + 8 < whole)
            break;
    }
    return -1;
}

} // namespace modelscribe
