// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace modelscribe {

//! JSON nested deeper than this is refused (and never recursed into).
inline constexpr int maxJsonDepth = 512;

//! Where and why a text is not JSON.
struct JsonProblem
{
    enum class Code {
        Empty, //!< Nothing but white space.
        InvalidUtf8,
        UnexpectedEnd,
        UnexpectedCharacter,
        MissingComma,
        MissingColon,
        TrailingComma,
        KeyNotString,
        UnfinishedString,
        BadEscape,
        ControlCharacter, //!< A raw control character inside a string.
        BadNumber,
        BadLiteral, //!< A word that is not true, false or null.
        TooDeep,
        TextAfterEnd,
        NotAnObject //!< Valid JSON, but not { … }.
    };

    Code code;
    qsizetype offset = 0; //!< In bytes, from 0.
    int line = 1;         //!< From 1.
    int column = 1;       //!< From 1, in code points.

    //! Untranslated, for Error::detail. model/wording.h has the sentence for people.
    QString describe() const;

    friend bool operator==(const JsonProblem &, const JsonProblem &) = default;
};

struct JsonToken
{
    enum class Kind {
        BeginObject,
        EndObject,
        BeginArray,
        EndArray,
        Key,
        String,
        Number,
        True,
        False,
        Null,
        End,
        Bad //!< See JsonScanner::problem().
    };

    Kind kind = Kind::End;
    qsizetype begin = 0; //!< Byte range in the text, quotation marks included.
    qsizetype end = 0;

    //! An object or array.
    bool opens() const;
    bool closes() const;
};

//! Reads JSON (RFC 8259) token by token without recursion, and stops at the first problem.
//! Commas and colons are checked and swallowed. Numbers and escapes are only checked, never
//! converted. The text must outlive the scanner.
class JsonScanner
{
public:
    explicit JsonScanner(QByteArrayView utf8, int maxDepth = maxJsonDepth);

    //! The next token; after End or Bad the same again.
    JsonToken next();
    //! Open objects and arrays before the next token.
    int depth() const { return int(m_open.size()); }
    const std::optional<JsonProblem> &problem() const { return m_problem; }

private:
    enum class Expect { Value, FirstKey, Key, FirstElement, AfterValue, Done };

    JsonToken fail(JsonProblem::Code code, qsizetype at);
    JsonToken open(bool object);
    JsonToken close(bool object);
    JsonToken value();
    JsonToken string(JsonToken::Kind kind);
    JsonToken number();
    JsonToken word();
    JsonToken key();
    JsonToken finish(JsonToken token);
    void skipSpace();
    bool atEnd() const { return m_pos >= m_text.size(); }

    QByteArrayView m_text;
    int m_maxDepth;
    qsizetype m_pos = 0;
    Expect m_expect = Expect::Value;
    std::vector<bool> m_open; //!< true: object.
    std::optional<JsonProblem> m_problem;
};

//! nullopt: \p utf8 is one JSON value (or, below, one JSON object).
std::optional<JsonProblem> checkJson(QByteArrayView utf8);
std::optional<JsonProblem> checkJsonObject(QByteArrayView utf8);

//! Line and column (from 1, code points) of byte \p offset.
std::pair<int, int> jsonPosition(QByteArrayView utf8, qsizetype offset);

} // namespace modelscribe
