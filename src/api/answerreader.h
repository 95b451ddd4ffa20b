// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonmembers.h"
#include "core/jsonscanner.h"
#include "core/jsontext.h"
#include "core/result.h"

#include <functional>
#include <optional>

namespace modelscribe::decode {

//! A value as it stands in an answer.
struct RawValue
{
    QByteArrayView text;
    JsonToken::Kind kind = JsonToken::Kind::Null;

    JsonText json() const { return JsonText(text.toByteArray()); }
    bool isNull() const { return kind == JsonToken::Kind::Null; }
    bool isNumber() const { return kind == JsonToken::Kind::Number; }
    bool isObject() const { return kind == JsonToken::Kind::BeginObject; }
    std::optional<QString> string() const; //!< nullopt: it is none.
};

//! Reads an answer once from its begin to its end, and says where its values stand. What it has
//! handed on is JSON; that all is, is known at the end.
class AnswerReader
{
public:
    //! \p key as it stands, quotation marks included.
    using TakeMember = std::function<Result<void>(QByteArrayView key, const JsonToken &value)>;
    //! The same with a value that was read.
    using TakeValue = std::function<void(QByteArrayView key, const RawValue &value)>;

    //! \p answer must live as long.
    explicit AnswerReader(QByteArrayView answer);

    //! Of the one object that the answer is. \p take reads each value to its end, by rest() or the
    //! like.
    Result<void> members(const TakeMember &take);
    Result<void> values(const TakeValue &take);
    //! The same for the one array that the text is, each an object; see restOfObjects().
    Result<void> objects(const std::function<Result<void>()> &take);
    //! Of an object that has begun.
    Result<void> restOfObject(const TakeMember &take);
    Result<void> restOfValues(const TakeValue &take);
    //! Of an array that has begun, each an object; \p take reads it to its end.
    Result<void> restOfObjects(const std::function<Result<void>()> &take);
    //! The value that begins with \p first.
    Result<RawValue> rest(const JsonToken &first);

    //! What to say of a token that should be another one.
    tl::unexpected<Error> unexpected() const;

private:
    QByteArrayView m_text;
    JsonScanner m_scanner;
};

//! Of a key as it stands.
QString keyText(QByteArrayView key);

//! The members of the one object that \p body is.
Result<QList<RawMember>> answerMembers(const QByteArray &body);

//! Reads {"<list>": [ … ], "TotalCount": n}; \p list has its quotation marks, and \p takeOne reads
//! an element that has begun.
Result<std::optional<qint64>>
readPage(const QByteArray &body, QByteArrayView list,
         const std::function<Result<void>(AnswerReader &reader)> &takeOne);

} // namespace modelscribe::decode
