// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsontree.h"

namespace modelscribe {

//! Values as a person edits them in one line: strings without quotation marks and escapes, numbers
//! and words as they stand.
namespace jsoncell {

//! Longer strings are not edited in one line.
inline constexpr qsizetype longestLine = 200;

//! False for containers, and for strings that one line cannot show to the letter: long ones, and
//! those with line breaks, control characters or lone surrogates.
bool fitsOneLine(const JsonTree &tree, JsonNodeId node);

//! The JSON for what was typed in place of \p node. A string stays a string, and keeps the escapes
//! of what was not changed; a number, true and false may become each other or null; null becomes
//! any of these, or a string when \p typed is no JSON. Error::Kind::Invalid, code "NotJson", else.
Result<QByteArray> rawFromTyped(const JsonTree &tree, JsonNodeId node, const QString &typed);

//! \p text as a JSON string in which what \p raw has too at its start and its end is spelled as
//! there.
QByteArray respelled(QByteArrayView raw, QStringView text);

} // namespace jsoncell
} // namespace modelscribe
