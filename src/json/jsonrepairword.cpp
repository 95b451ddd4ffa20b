// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairword.h"

#include "core/ascii.h"
#include "json/jsonrepairstring.h"

#include <array>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

//! Digits with single _ between them, without these.
QByteArray takeDigits(QByteArrayView word, qsizetype &i)
{
    QByteArray digits;
    while (i < word.size()) {
        if (isDigit(word[i]))
            digits += word[i];
        else if (word[i] != '_' || digits.isEmpty() || i + 1 >= word.size()
                 || !isDigit(word[i + 1]))
            break;
        ++i;
    }
    return digits;
}

QByteArray withoutZerosInFront(QByteArray digits)
{
    qsizetype zeros = 0;
    while (zeros + 1 < digits.size() && digits[zeros] == '0')
        ++zeros;
    return digits.sliced(zeros);
}

//! 0x1F, 0o17, 0b11 of up to 64 bits.
QByteArray otherBase(QByteArrayView word)
{
    if (word.size() < 3 || word[0] != '0')
        return {};
    const char letter = char(word[1] | 0x20);
    const int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (base == 0 || word[2] == '+' || word[2] == '-')
        return {};
    bool ok = false;
    const quint64 value = word.sliced(2).toByteArray().toULongLong(&ok, base);
    return ok ? QByteArray::number(value) : QByteArray();
}

bool stopsWord(const JsonRepairCursor &cursor, qsizetype i)
{
    const char c = cursor.text[i];
    return c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']' || c == '('
           || c == ')' || c == ';' || c == '"' || c == '\'' || cursor.spaceAt(i) > 0
           || (c == '/' && cursor.commentAt(i)) || cursor.commaAt(i) > 0;
}

//! May a value end before \p after, or is it the first of several words?
bool valueMayEnd(const JsonRepairCursor &cursor, RepairPlace place, qsizetype after)
{
    const qsizetype next = cursor.afterSpace(after);
    const char c = cursor.at(next);
    if (next >= cursor.text.size() || cursor.commaAt(next) > 0 || cursor.closerAt(next) || c == ')'
        || c == ';' || cursor.commentAt(next) || cursor.fenceAt(next)
        || cursor.text.sliced(after, next - after).contains('\n'))
        return true;
    if (place == RepairPlace::Member)
        return cursor.quotedKeyAt(next) || cursor.bareKeyAt(next) || c == '{';
    return cursor.quoteAt(next) || c == '{' || c == '[' || c == '-' || isDigit(c)
           || !cursor.literalAt(next).isEmpty();
}

bool readLiteral(JsonRepairCursor &cursor, RepairPlace place)
{
    qsizetype length = 0;
    const QByteArrayView json = cursor.literalAt(cursor.pos, &length);
    if (json.isEmpty() || !valueMayEnd(cursor, place, cursor.pos + length))
        return false;
    const QByteArrayView word = cursor.text.sliced(cursor.pos, length);
    if (word != json) {
        const bool named = word.toByteArray().toLower() == json || word == QByteArrayView("None");
        cursor.note(named ? Code::PythonWord : Code::OtherWord, cursor.pos);
    }
    cursor.out += json;
    cursor.pos += length;
    return true;
}

//! The only words of JSON that start like that.
bool readCutLiteral(JsonRepairCursor &cursor, QByteArrayView word)
{
    for (const QByteArrayView whole :
         {QByteArrayView("true"), QByteArrayView("false"), QByteArrayView("null")}) {
        if (whole.startsWith(word)) {
            cursor.note(Code::Truncated, cursor.pos);
            cursor.out += whole;
            cursor.pos += word.size();
            return true;
        }
    }
    return false;
}

bool readNumber(JsonRepairCursor &cursor, QByteArrayView word)
{
    const QByteArray number = repairedNumber(word);
    if (number.isEmpty())
        return false;
    if (number != word)
        cursor.note(Code::Number, cursor.pos);
    cursor.out += number;
    cursor.pos += word.size();
    return true;
}

//! The end of words without quotation marks, and of the mark behind them if their first is missing.
std::pair<qsizetype, qsizetype> endOfWords(const JsonRepairCursor &cursor, bool quotes = true)
{
    bool quoted = false;
    qsizetype i = cursor.pos;
    for (; i < cursor.text.size(); ++i) {
        const char c = cursor.text[i];
        if (c == '\n' || c == '\r' || (c == ')' && cursor.closers.endsWith(')')))
            break;
        if (!quoted && (cursor.commaAt(i) > 0 || cursor.closerAt(i)))
            break;
        const bool apart = i > cursor.pos && (cursor.at(i - 1) == ' ' || cursor.at(i - 1) == '\t');
        if (apart && cursor.commentAt(i))
            break;
        if (c == '"' && quotes) {
            const qsizetype next = cursor.afterSpace(i + 1);
            if (!quoted && i > cursor.pos
                && (next >= cursor.text.size() || cursor.commaAt(next) > 0
                    || cursor.closerAt(next)))
                return {i, i + 1};
            quoted = !quoted;
        }
    }
    return quoted ? endOfWords(cursor, false) : std::pair(i, i); // an odd number of marks: ignored
}

void writeWords(JsonRepairCursor &cursor, qsizetype end, qsizetype after)
{
    while (end > cursor.pos && (cursor.text[end - 1] == ' ' || cursor.text[end - 1] == '\t')) {
        if (after == end)
            --after;
        --end;
    }
    cursor.out += '"';
    copyStringContent(cursor, end, RepairQuote::Kind::Single, true);
    cursor.out += '"';
    cursor.pos = after;
}

} // namespace

QByteArray repairedNumber(QByteArrayView word)
{
    qsizetype i = 0;
    QByteArray result;
    if (!word.isEmpty() && (word[0] == '-' || word[0] == '+')) {
        if (word[0] == '-')
            result += '-';
        ++i;
    }
    if (const QByteArray converted = otherBase(word.sliced(i)); !converted.isEmpty())
        return result + converted;
    const QByteArray whole = takeDigits(word, i);
    QByteArray fraction;
    const bool point = i < word.size() && word[i] == '.';
    if (point) {
        ++i;
        fraction = takeDigits(word, i);
    }
    if (whole.isEmpty() && fraction.isEmpty())
        return {};
    result += whole.isEmpty() ? QByteArray("0") : withoutZerosInFront(whole);
    if (point)
        result += '.' + (fraction.isEmpty() ? QByteArray("0") : fraction);
    if (i < word.size() && (word[i] == 'e' || word[i] == 'E')) {
        result += word[i++];
        if (i < word.size() && (word[i] == '+' || word[i] == '-'))
            result += word[i++];
        const QByteArray exponent = takeDigits(word, i);
        if (exponent.isEmpty() && i < word.size())
            return {};
        result += exponent.isEmpty() ? QByteArray("0") : exponent;
    } else if (i + 1 == word.size() && (word[i] == 'n' || word[i] == 'L') && !point) {
        ++i; // 1n in JavaScript, 1L in Python
    }
    return i == word.size() ? result : QByteArray();
}

bool readBareValue(JsonRepairCursor &cursor, RepairPlace place)
{
    if (readLiteral(cursor, place))
        return true;
    qsizetype end = cursor.pos;
    while (end < cursor.text.size() && !stopsWord(cursor, end))
        ++end;
    const QByteArrayView word = cursor.text.sliced(cursor.pos, end - cursor.pos);
    if (end == cursor.text.size() && !cursor.closers.isEmpty() && !word.isEmpty()) {
        if (readCutLiteral(cursor, word))
            return true;
        if (word == QByteArrayView("-")) {
            cursor.note(Code::Truncated, cursor.pos);
            cursor.pos = end;
            return false;
        }
    }
    if (!word.isEmpty() && valueMayEnd(cursor, place, end) && readNumber(cursor, word))
        return true;
    auto [wordsEnd, after] = endOfWords(cursor);
    if (wordsEnd == cursor.pos) // a single stray character
        wordsEnd = after = cursor.pos + 1;
    cursor.note(Code::UnquotedText, cursor.pos);
    writeWords(cursor, wordsEnd, after);
    return true;
}

bool readBareKey(JsonRepairCursor &cursor)
{
    qsizetype end = cursor.pos;
    while (end < cursor.text.size() && cursor.colonAt(end) == 0 && cursor.commaAt(end) == 0
           && !cursor.closerAt(end) && cursor.text[end] != '\n' && cursor.text[end] != '{'
           && cursor.text[end] != '[' && cursor.text[end] != '"')
        ++end;
    cursor.note(Code::UnquotedKey, cursor.pos);
    if (end >= cursor.text.size()) {
        cursor.pos = end;
        return false;
    }
    // a":1 has lost its first mark
    const bool mark = cursor.text[end] == '"' && cursor.colonAt(cursor.afterSpace(end + 1)) > 0;
    writeWords(cursor, end, mark ? end + 1 : end);
    return true;
}

} // namespace modelscribe
