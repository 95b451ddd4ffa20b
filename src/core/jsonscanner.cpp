// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonscanner.h"

#include <QSet>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

//! Stands for itself in a string.
bool isPlain(char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; }

bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
           || static_cast<unsigned char>(c) >= 0x80;
}

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

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
                                              [](char c) { return !isContinuation(c); });
    return {int(before.count('\n')) + 1, int(column) + 1};
}

JsonScanner::JsonScanner(QByteArrayView utf8)
    : m_text(utf8)
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
    if (depth() >= maxJsonDepth)
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
        qsizetype at = m_pos;
        while (at < m_text.size() && isPlain(m_text[at]))
            ++at;
        m_pos = at;
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

namespace {

bool opens(JsonToken::Kind kind)
{
    return kind == JsonToken::Kind::BeginObject || kind == JsonToken::Kind::BeginArray;
}

bool closes(JsonToken::Kind kind)
{
    return kind == JsonToken::Kind::EndObject || kind == JsonToken::Kind::EndArray;
}

//! Calls handle(key, raw value) for every direct child of the container \p utf8.
template<typename Handler>
std::optional<Error> eachChild(QByteArrayView utf8, JsonToken::Kind container, Handler handle)
{
    JsonScanner scanner(utf8);
    JsonToken token = scanner.next();
    if (token.kind != container) {
        return Error{.kind = Error::Kind::Decode,
                     .detail = scanner.problem() ? scanner.problem()->describe()
                                                 : u"unexpected JSON type"_s};
    }
    QByteArrayView key;
    qsizetype begin = 0;
    for (;;) {
        token = scanner.next();
        if (token.kind == JsonToken::Kind::Bad)
            return Error{.kind = Error::Kind::Decode, .detail = scanner.problem()->describe()};
        if (token.kind == JsonToken::Kind::End)
            return {};
        const int depth = scanner.depth();
        if (token.kind == JsonToken::Kind::Key) {
            if (depth == 1)
                key = utf8.sliced(token.begin, token.end - token.begin);
        } else if (opens(token.kind)) {
            if (depth == 2)
                begin = token.begin;
        } else if (depth == 1) {
            if (!closes(token.kind))
                begin = token.begin;
            handle(key, utf8.sliced(begin, token.end - begin));
        }
    }
}

} // namespace

Result<QList<RawMember>> jsonMembers(QByteArrayView utf8)
{
    QList<RawMember> members;
    const auto error = eachChild(utf8, JsonToken::Kind::BeginObject, [&](auto key, auto value) {
        members.append({*jsonStringValue(key), JsonText(value.toByteArray())});
    });
    if (error)
        return failure(*error);
    return members;
}

Result<QList<JsonText>> jsonElements(QByteArrayView utf8)
{
    QList<JsonText> elements;
    const auto error = eachChild(utf8, JsonToken::Kind::BeginArray, [&](auto, auto value) {
        elements.append(JsonText(value.toByteArray()));
    });
    if (error)
        return failure(*error);
    return elements;
}

std::optional<QString> jsonStringValue(QByteArrayView token)
{
    JsonScanner scanner(token);
    const JsonToken string = scanner.next();
    if (string.kind != JsonToken::Kind::String || scanner.next().kind != JsonToken::Kind::End)
        return {};
    QString text;
    const QByteArrayView inner = token.sliced(string.begin + 1, string.end - string.begin - 2);
    qsizetype from = 0;
    for (qsizetype i = inner.indexOf('\\'); i >= 0; i = inner.indexOf('\\', from)) {
        text += JsonText(inner.sliced(from, i - from).toByteArray()).toString();
        const char c = inner[i + 1];
        from = i + 2;
        switch (c) {
        case 'b': text += u'\b'; break;
        case 'f': text += u'\f'; break;
        case 'n': text += u'\n'; break;
        case 'r': text += u'\r'; break;
        case 't': text += u'\t'; break;
        case 'u':
            text += QChar(inner.sliced(from, 4).toUShort(nullptr, 16));
            from += 4;
            break;
        default: text += QLatin1Char(c);
        }
    }
    return text + JsonText(inner.sliced(from).toByteArray()).toString();
}

QByteArray comparableJsonKey(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return raw.sliced(1, raw.size() - 2).toByteArray();
    // A lone surrogate is no character: its escape stays, and cannot be mistaken for a real key.
    const QString key = *jsonStringValue(raw);
    return key.isValidUtf16()
               ? key.toUtf8()
               : QByteArray("\xff")
                     + QByteArray(reinterpret_cast<const char *>(key.utf16()), key.size() * 2);
}

namespace {

//! A text of deeply nested short values would grow to gigabytes.
constexpr qsizetype maxFormattedJson = 64 * 1024 * 1024;

//! Joins the tokens of \p utf8 with the white space that \p lineBreak(depth) and \p space give.
template<typename LineBreak>
QByteArray respaced(QByteArrayView utf8, LineBreak lineBreak, QByteArrayView afterColon)
{
    QByteArray result;
    result.reserve(utf8.size());
    JsonScanner scanner(utf8);
    bool fresh = true; // nothing in this container yet
    bool afterKey = false;
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonToken::Kind::Bad || result.size() > maxFormattedJson)
            return utf8.toByteArray();
        if (token.kind == JsonToken::Kind::End)
            return result;
        if (closes(token.kind)) {
            if (!fresh)
                lineBreak(result, scanner.depth());
        } else if (!afterKey && !result.isEmpty()) {
            if (!fresh)
                result += ',';
            lineBreak(result, scanner.depth() - (opens(token.kind) ? 1 : 0));
        }
        result += utf8.sliced(token.begin, token.end - token.begin);
        afterKey = token.kind == JsonToken::Kind::Key;
        fresh = opens(token.kind);
        if (afterKey) {
            result += ':';
            result += afterColon;
        }
    }
}

} // namespace

QByteArray formatJson(QByteArrayView utf8, int indent)
{
    return respaced(
        utf8,
        [indent](QByteArray &text, int depth) {
            text += '\n';
            text.append(qsizetype(indent) * depth, ' ');
        },
        " ");
}

QByteArray compactJson(QByteArrayView utf8)
{
    return respaced(
        utf8, [](QByteArray &, int) {}, "");
}

namespace {

constexpr qsizetype maxDuplicates = 100;

QString shortened(const QString &key) { return key.size() <= 80 ? key : key.left(79) + u'…'; }

} // namespace

QStringList duplicateJsonKeys(QByteArrayView utf8)
{
    // Runs with each key typed into the editor, so names are made of duplicates only.
    struct Level
    {
        QSet<QByteArrayView> keys; //!< Into utf8 or decoded.
        QByteArrayView key;        //!< The token of what is read now.
        bool isArray = false;
        int index = -1; //!< Of the element that is read now.
    };
    QStringList duplicates;
    std::vector<Level> levels;
    std::deque<QByteArray> decoded; // keys with escapes; its elements stay where they are
    const auto path = [&levels] {
        QString result = u"$"_s;
        for (const Level &level : levels)
            result += level.isArray ? u'[' + QString::number(level.index) + u']'
                                    : u'.' + shortened(*jsonStringValue(level.key));
        return result;
    };
    JsonScanner scanner(utf8);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonToken::Kind::Bad)
            return {};
        if (token.kind == JsonToken::Kind::End)
            return duplicates;
        if (closes(token.kind)) {
            levels.pop_back();
            continue;
        }
        if (token.kind == JsonToken::Kind::Key) {
            Level &level = levels.back();
            level.key = utf8.sliced(token.begin, token.end - token.begin);
            QByteArrayView key = level.key.sliced(1, level.key.size() - 2);
            if (key.contains('\\'))
                key = decoded.emplace_back(comparableJsonKey(level.key));
            const qsizetype before = level.keys.size();
            level.keys.insert(key);
            if (level.keys.size() == before && duplicates.size() < maxDuplicates)
                duplicates.append(path());
            continue;
        }
        if (!levels.empty() && levels.back().isArray)
            ++levels.back().index;
        if (opens(token.kind))
            levels.push_back({.isArray = token.kind == JsonToken::Kind::BeginArray});
    }
}

} // namespace modelscribe
