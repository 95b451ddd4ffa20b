// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairword.h"

#include "core/ascii.h"
#include "json/jsonrepaircontent.h"

#include <algorithm>
#include <array>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

constexpr qsizetype longestCommentInLine = 1024;

//! ４.５ as 4.5
QByteArray narrowDigits(QByteArrayView word)
{
    QByteArray narrow;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool wide = word[i] == '\xef' && i + 2 < word.size() && word[i + 1] == '\xbc';
        const auto last = wide ? static_cast<unsigned char>(word[i + 2]) : 0;
        const bool digit = last >= 0x90 && last <= 0x99;
        // ＋－．
        if (digit || last == 0x8b || last == 0x8d || last == 0x8e) {
            narrow += char(digit ? last - 0x90 + '0' : last - 0x8b + '+');
            i += 2;
        } else {
            narrow += word[i];
        }
    }
    return narrow;
}

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
    const char c = cursor.markAt(i);
    return c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']' || c == '('
           || c == ')' || c == ';' || c == '"' || c == '\'' || cursor.spaceAt(i) > 0
           || (c == '/' && cursor.commentAt(i)) || cursor.commaAt(i) > 0;
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
        cursor.leaveOut(cursor.pos, cursor.pos + length);
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
    const QByteArray narrow = narrowDigits(word);
    const QByteArrayView digits = QByteArrayView(narrow).sliced(isDigit(narrow[0]) ? 0 : 1);
    if (hasLeadingZeros(narrow) && !repairedNumber('1' + digits.toByteArray()).isEmpty()) {
        cursor.note(Code::LeadingZeros, cursor.pos);
        cursor.out += '"' + word.toByteArray() + '"';
        cursor.pos += word.size();
        return true;
    }
    const QByteArray number = repairedNumber(narrow);
    if (number.isEmpty())
        return false;
    if (number != word) {
        cursor.note(Code::Number, cursor.pos);
        cursor.leaveOut(cursor.pos, cursor.pos + word.size());
    }
    cursor.out += number;
    cursor.pos += word.size();
    return true;
}

//! /* … */ and the end of a value. A glob goes on: src/**/*.ts
bool commentEndsWords(const JsonRepairCursor &cursor, qsizetype i)
{
    if (!cursor.startsWith("/*", i))
        return false;
    const QByteArrayView window = cursor.text.first(
        std::min(cursor.text.size(), i + longestCommentInLine));
    const qsizetype end = window.indexOf("*/", i + 2);
    if (end < 0 || window.sliced(i, end - i).contains('\n'))
        return false;
    const qsizetype next = cursor.afterSpace(end + 2);
    return next >= cursor.text.size() || cursor.commaAt(next) > 0 || cursor.closerAt(next)
           || cursor.text.sliced(end + 2, next - end - 2).contains('\n');
}

//! Behind the brackets at \p i; \p i if they are not closed in the same line.
qsizetype afterBrackets(JsonRepairCursor &cursor, qsizetype i)
{
    const char c = cursor.markAt(i);
    const qsizetype inner = i + cursor.sizeAt(i);
    const RepairAhead end = cursor.lookahead.containerEnd(inner);
    const char wanted = c == '(' ? ')' : c == '[' ? ']' : '}';
    if (end.closer != wanted || cursor.text.sliced(i, end.at - i).contains('\n'))
        return i;
    return end.at + cursor.sizeAt(end.at);
}

//! The same when they belong to the word before them: f(x, y), a[0]
qsizetype afterBracketsOfWord(JsonRepairCursor &cursor, qsizetype i)
{
    const char c = cursor.markAt(i);
    const char before = i > cursor.pos ? cursor.text[i - 1] : ' ';
    const bool isOpen = c == '(' || c == '[' || c == '{';
    return isOpen && before != ' ' && before != '\t' ? afterBrackets(cursor, i) : i;
}

//! Whether words without quotation marks end at \p i; that is not in a pair of marks among them.
bool wordsEndAt(const JsonRepairCursor &cursor, RepairPlace place, qsizetype i)
{
    if (const int comma = cursor.commaAt(i))
        return place != RepairPlace::Member || cursor.memberAt(i + comma);
    if (cursor.closerAt(i))
        return cursor.sizeAt(i) == 1 || cursor.closers.endsWith(cursor.markAt(i));
    const bool apart = i > cursor.pos && (cursor.at(i - 1) == ' ' || cursor.at(i - 1) == '\t');
    if (apart && place == RepairPlace::Member && cursor.quotedKeyAt(i))
        return true;
    return i > cursor.pos && commentEndsWords(cursor, i);
}

//! The end of words without quotation marks, and of the mark behind them if their first is missing.
std::pair<qsizetype, qsizetype> endOfWords(JsonRepairCursor &cursor, RepairPlace place,
                                           bool quotes = true)
{
    bool quoted = false;
    qsizetype i = cursor.pos;
    for (; i < cursor.text.size(); i += cursor.sizeAt(i)) {
        const char c = cursor.text[i];
        if (c == '\n' || c == '\r' || (c == ')' && cursor.parenthesisAt(i)))
            break;
        if (!quoted && wordsEndAt(cursor, place, i))
            break;
        const bool apart = i > cursor.pos && (cursor.at(i - 1) == ' ' || cursor.at(i - 1) == '\t');
        if (apart && cursor.commentAt(i))
            break;
        if (const qsizetype after = afterBracketsOfWord(cursor, i); !quoted && after > i) {
            i = after - 1;
        } else if (c == '"' && quotes) {
            const qsizetype next = cursor.afterSpace(i + 1);
            if (!quoted && i > cursor.pos
                && (next >= cursor.text.size() || cursor.commaAt(next) > 0
                    || cursor.closerAt(next)))
                return {i, i + 1};
            quoted = !quoted;
        }
    }
    // an odd number of marks: ignored
    return quoted ? endOfWords(cursor, place, false) : std::pair(i, i);
}

} // namespace

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

bool valueMayEnd(const JsonRepairCursor &cursor, RepairPlace place, qsizetype after)
{
    const qsizetype next = cursor.afterSpace(after);
    const char c = cursor.markAt(next);
    const int comma = cursor.commaAt(next);
    if (comma > 0) // {"price": 1,000}
        return place != RepairPlace::Member || !isDigit(cursor.at(next + comma));
    if (next >= cursor.text.size() || cursor.closerAt(next) || c == ')' || c == ';'
        || cursor.commentAt(next) || cursor.fenceAt(next)
        || cursor.text.sliced(after, next - after).contains('\n'))
        return true;
    if (place == RepairPlace::Member)
        return cursor.keyAt(next) || c == '{';
    return cursor.quoteAt(next) || c == '{' || c == '[' || c == '-' || isDigit(c)
           || !cursor.literalAt(next).isEmpty();
}

bool hasLeadingZeros(QByteArrayView word)
{
    const qsizetype i = word.startsWith('-') || word.startsWith('+') ? 1 : 0;
    return word.size() > i + 1 && word[i] == '0' && isDigit(word[i + 1]);
}

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
    if ((whole.isEmpty() && fraction.isEmpty()) || hasLeadingZeros(word))
        return {};
    result += whole.isEmpty() ? QByteArray("0") : whole;
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
    auto [wordsEnd, after] = endOfWords(cursor, place);
    if (wordsEnd == cursor.pos) // a single stray character
        wordsEnd = after = cursor.pos + cursor.sizeAt(cursor.pos);
    cursor.note(Code::UnquotedText, cursor.pos);
    writeWords(cursor, wordsEnd, after);
    return true;
}

bool readBareKey(JsonRepairCursor &cursor)
{
    const auto isMark = [&](qsizetype i) {
        const auto quote = cursor.quoteAt(i);
        return quote
               && (quote->kind == RepairQuote::Kind::Double
                   || quote->kind == RepairQuote::Kind::OtherDouble);
    };
    qsizetype end = cursor.pos;
    while (end < cursor.text.size() && cursor.colonAt(end) == 0 && cursor.commaAt(end) == 0
           && !cursor.closerAt(end) && cursor.text[end] != '\n' && cursor.markAt(end) != '{'
           && cursor.markAt(end) != '[' && !isMark(end)
           && !(cursor.text[end] == '\'' && cursor.spaceAt(end - 1) > 0)) { // {a 'b'}
        const qsizetype after = cursor.markAt(end) == '(' ? afterBrackets(cursor, end) : end;
        end = after > end ? after : end + cursor.sizeAt(end); // {(1, 2): "a"}
    }
    cursor.note(Code::UnquotedKey, cursor.pos);
    if (end >= cursor.text.size()) {
        cursor.note(Code::Truncated, end);
        writeWords(cursor, end, end);
        return false;
    }
    // a":1 has lost its first mark
    const qsizetype behind = isMark(end) ? end + cursor.quoteAt(end)->size : end;
    const bool mark = behind > end && cursor.colonAt(cursor.afterSpace(behind)) > 0;
    writeWords(cursor, end, mark ? behind : end);
    return true;
}

} // namespace modelscribe
