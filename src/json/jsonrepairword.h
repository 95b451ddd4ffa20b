// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

//! Reads what stands without quotation marks where a value is expected: a literal, a number in any
//! spelling, or words, which become a string. Writes nothing and returns false when the text ends
//! with something that says nothing yet ("-"). Always gets ahead.
bool readBareValue(JsonRepairCursor &cursor, RepairPlace place);

//! The same for a key. False when the text ends with it: it may be cut off.
bool readBareKey(JsonRepairCursor &cursor);

//! Writes [pos, end) without the blanks at its end as a string and goes on behind \p after.
void writeWords(JsonRepairCursor &cursor, qsizetype end, qsizetype after);

//! May a value end before \p after, or is it the first of several words?
bool valueMayEnd(const JsonRepairCursor &cursor, RepairPlace place, qsizetype after);

//! 007, -05, 001.2: identifiers more often than numbers.
bool hasLeadingZeros(QByteArrayView word);

//! \p word as a JSON number of the same value; empty when it is no number.
QByteArray repairedNumber(QByteArrayView word);

} // namespace modelscribe
