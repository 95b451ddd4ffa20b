// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonscanner.h"

#include "core/ascii.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

//! Stands for itself in a string.
bool isPlain(char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; }

//! Whether one of the eight bytes is not plain.
bool hasOther(quint64 bytes)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highs = 0x8080808080808080;
    const quint64 quotes = bytes ^ (ones * '"');
    const quint64 slashes = bytes ^ (ones * '\\');
    return ((((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes)
             | ((bytes - ones * 0x20) & ~bytes))
            & highs)
           != 0;
}

//! The first byte from \p at on that is not plain; most of a long text is strings.
qsizetype endOfPlain(QByteArrayView text, qsizetype at)
{
    quint64 bytes = 0;
    for (; at + qsizetype(sizeof bytes) <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if (hasOther(bytes))
            break;
    }
    while (at < text.size() && isPlain(text[at]))
        ++at;
    return at;
}

bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
           || static_cast<unsigned char>(c) >= 0x80;
}

//! Bytes that a character takes by its first byte.
qsizetype sequenceLength(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

//! The first byte that is not part of valid UTF-8.
qsizetype firstInvalidByte(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype length = std::min(sequenceLength(text[at]), text.size() - at);
        if (!text.sliced(at, length).isValidUtf8())
            return at;
        at += length;
    }
    return at;
}

} // namespace

QString JsonProblem::describe() const
{
    static constexpr const char *names[] = {"empty",
                                            "invalid UTF-8",
                                            "unexpected end",
                                            "unexpected character",
                                            "missing comma",
                                            "missing colon",
                                            "trailing comma",
                                            "key is not a string",
                                            "unfinished string",
                                            "bad escape",
                                            "control character in string",
                                            "bad number",
                                            "bad literal",
                                            "nested too deeply",
                                            "text after the end",
                                            "not an object"};
    return u"%1 at line %2 column %3"_s.arg(QLatin1StringView(names[int(code)]))
        .arg(line)
        .arg(column);
}

std::pair<int, int> jsonPosition(QByteArrayView utf8, qsizetype offset)
{
    const QByteArrayView before = utf8.first(std::clamp<qsizetype>(offset, 0, utf8.size()));
    // Qt 6.8.2 reads outside of an empty view here.
    const auto lineStart = before.isEmpty() ? 0 : before.lastIndexOf('\n') + 1;
    const auto column = std::ranges::count_if(before.sliced(lineStart),
                                              [](char c) { return !continuesCharacter(c); });
    return {int(before.count('\n')) + 1, int(column) + 1};
}

bool JsonToken::opens() const { return kind == Kind::BeginObject || kind == Kind::BeginArray; }

bool JsonToken::closes() const { return kind == Kind::EndObject || kind == Kind::EndArray; }

JsonScanner::JsonScanner(QByteArrayView utf8, int maxDepth)
    : m_text(utf8)
    , m_maxDepth(maxDepth)
{
    if (!utf8.isValidUtf8())
        fail(JsonProblem::Code::InvalidUtf8, firstInvalidByte(utf8));
}

JsonToken JsonScanner::fail(JsonProblem::Code code, qsizetype at)
{
    if (!m_problem) {
        const auto [line, column] = jsonPosition(m_text, at);
        m_problem = JsonProblem{code, at, line, column};
    }
    return {JsonToken::Kind::Bad, at, at};
}

void JsonScanner::skipSpace()
{
    // A local, because the compiler must take every byte read for a possible change of m_pos.
    qsizetype at = m_pos;
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    m_pos = at;
}

JsonToken JsonScanner::finish(JsonToken token)
{
    m_expect = m_open.empty() ? Expect::Done : Expect::AfterValue;
    return token;
}

JsonToken JsonScanner::next()
{
    using Code = JsonProblem::Code;
    if (m_problem)
        return {JsonToken::Kind::Bad, m_problem->offset, m_problem->offset};
    skipSpace();
    if (m_expect == Expect::Done) {
        if (atEnd())
            return {JsonToken::Kind::End, m_pos, m_pos};
        return fail(Code::TextAfterEnd, m_pos);
    }
    if (atEnd())
        return fail(m_open.empty() ? Code::Empty : Code::UnexpectedEnd, m_pos);

    const char c = m_text[m_pos];
    switch (m_expect) {
    case Expect::FirstKey: return c == '}' ? close(true) : key();
    case Expect::FirstElement: return c == ']' ? close(false) : value();
    case Expect::AfterValue: {
        const bool inObject = m_open.back();
        if (c == (inObject ? '}' : ']'))
            return close(inObject);
        if (c != ',')
            return fail(c == '}' || c == ']' || c == ':' ? Code::UnexpectedCharacter
                                                         : Code::MissingComma,
                        m_pos);
        const qsizetype comma = m_pos++;
        skipSpace();
        if (atEnd())
            return fail(Code::UnexpectedEnd, m_pos);
        if (m_text[m_pos] == (inObject ? '}' : ']'))
            return fail(Code::TrailingComma, comma);
        return inObject ? key() : value();
    }
    default: return value();
    }
}

JsonToken JsonScanner::key()
{
    using Code = JsonProblem::Code;
    if (m_text[m_pos] != '"')
        return fail(m_text[m_pos] == ',' ? Code::UnexpectedCharacter : Code::KeyNotString, m_pos);
    const JsonToken token = string(JsonToken::Kind::Key);
    if (token.kind == JsonToken::Kind::Bad)
        return token;
    skipSpace();
    if (atEnd())
        return fail(Code::UnexpectedEnd, m_pos);
    if (m_text[m_pos] != ':')
        return fail(Code::MissingColon, m_pos);
    ++m_pos;
    m_expect = Expect::Value;
    return token;
}

JsonToken JsonScanner::value()
{
    const char c = m_text[m_pos];
    if (c == '{' || c == '[')
        return open(c == '{');
    if (c == '"')
        return string(JsonToken::Kind::String);
    if (c == '-' || isDigit(c))
        return number();
    if (isWordCharacter(c))
        return word();
    return fail(JsonProblem::Code::UnexpectedCharacter, m_pos);
}

JsonToken JsonScanner::open(bool object)
{
    if (depth() >= m_maxDepth)
        return fail(JsonProblem::Code::TooDeep, m_pos);
    m_open.push_back(object);
    m_expect = object ? Expect::FirstKey : Expect::FirstElement;
    ++m_pos;
    return {object ? JsonToken::Kind::BeginObject : JsonToken::Kind::BeginArray, m_pos - 1, m_pos};
}

JsonToken JsonScanner::close(bool object)
{
    m_open.pop_back();
    ++m_pos;
    return finish(
        {object ? JsonToken::Kind::EndObject : JsonToken::Kind::EndArray, m_pos - 1, m_pos});
}

JsonToken JsonScanner::string(JsonToken::Kind kind)
{
    using Code = JsonProblem::Code;
    const qsizetype begin = m_pos++;
    for (;;) {
        m_pos = endOfPlain(m_text, m_pos);
        if (atEnd())
            break;
        const char c = m_text[m_pos];
        if (c == '"') {
            ++m_pos;
            const JsonToken token{kind, begin, m_pos};
            return kind == JsonToken::Kind::Key ? token : finish(token);
        }
        if (static_cast<unsigned char>(c) < 0x20)
            return fail(c == '\n' || c == '\r' ? Code::UnfinishedString : Code::ControlCharacter,
                        c == '\n' || c == '\r' ? begin : m_pos);
        if (m_pos + 1 >= m_text.size())
            break;
        const char escaped = m_text[m_pos + 1];
        if (escaped == 'u') {
            const QByteArrayView hex = m_text.sliced(
                m_pos + 2, std::min<qsizetype>(4, m_text.size() - m_pos - 2));
            if (hex.size() < 4 || !std::ranges::all_of(hex, isHex))
                return fail(Code::BadEscape, m_pos);
            m_pos += 6;
        } else if (QByteArrayView("\"\\/bfnrt").contains(escaped)) {
            m_pos += 2;
        } else {
            return fail(Code::BadEscape, m_pos);
        }
    }
    return fail(Code::UnfinishedString, begin);
}

JsonToken JsonScanner::number()
{
    const qsizetype begin = m_pos;
    const auto digits = [this] {
        const qsizetype from = m_pos;
        while (!atEnd() && isDigit(m_text[m_pos]))
            ++m_pos;
        return m_pos > from;
    };
    if (m_text[m_pos] == '-')
        ++m_pos;
    const qsizetype first = m_pos;
    bool ok = digits() && (m_text[first] != '0' || m_pos == first + 1);
    if (ok && !atEnd() && m_text[m_pos] == '.') {
        ++m_pos;
        ok = digits();
    }
    if (ok && !atEnd() && (m_text[m_pos] == 'e' || m_text[m_pos] == 'E')) {
        ++m_pos;
        if (!atEnd() && (m_text[m_pos] == '+' || m_text[m_pos] == '-'))
            ++m_pos;
        ok = digits();
    }
    if (!ok || (!atEnd() && (isWordCharacter(m_text[m_pos]) || m_text[m_pos] == '.')))
        return fail(JsonProblem::Code::BadNumber, begin);
    return finish({JsonToken::Kind::Number, begin, m_pos});
}

JsonToken JsonScanner::word()
{
    const qsizetype begin = m_pos;
    while (!atEnd() && isWordCharacter(m_text[m_pos]))
        ++m_pos;
    const QByteArrayView text = m_text.sliced(begin, m_pos - begin);
    if (text == "true")
        return finish({JsonToken::Kind::True, begin, m_pos});
    if (text == "false")
        return finish({JsonToken::Kind::False, begin, m_pos});
    if (text == "null")
        return finish({JsonToken::Kind::Null, begin, m_pos});
    return fail(JsonProblem::Code::BadLiteral, begin);
}

std::optional<JsonProblem> checkJson(QByteArrayView utf8)
{
    JsonScanner scanner(utf8);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonToken::Kind::End || token.kind == JsonToken::Kind::Bad)
            return scanner.problem();
    }
}

std::optional<JsonProblem> checkJsonObject(QByteArrayView utf8)
{
    if (auto problem = checkJson(utf8))
        return problem;
    const QByteArrayView trimmed = utf8.trimmed();
    if (trimmed.startsWith('{'))
        return {};
    const qsizetype offset = trimmed.data() - utf8.data();
    const auto [line, column] = jsonPosition(utf8, offset);
    return JsonProblem{JsonProblem::Code::NotAnObject, offset, line, column};
}

} // namespace modelscribe
