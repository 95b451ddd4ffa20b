// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsontext.h"
#include "core/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace modelscribe {

//! A member of a JSON object, its value to the letter.
struct RawMember
{
    QString key;
    JsonText value;

    friend bool operator==(const RawMember &, const RawMember &) = default;
};

//! The members of the object \p utf8 in their order, values as raw text. Kind::Decode when it is
//! none.
Result<QList<RawMember>> jsonMembers(QByteArrayView utf8);
//! The elements of the array \p utf8 as raw text.
Result<QList<JsonText>> jsonElements(QByteArrayView utf8);
//! The text of the JSON string \p token (quotation marks included); nullopt when it is no string.
//! \uXXXX escapes become what they stand for, lone surrogates too.
std::optional<QString> jsonStringValue(QByteArrayView token);

//! Equal for keys (or strings) that read the same, whatever their escapes, and for no others. \p
//! raw has its quotation marks.
QByteArray comparableJsonKey(QByteArrayView raw);

//! Keys that stand more than once in one object, as "$.a.b" paths for people (the first hundred,
//! long keys cut); empty when the text is not JSON.
QStringList duplicateJsonKeys(QByteArrayView utf8);

} // namespace modelscribe
