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

//! \p word as a JSON number of the same value; empty when it is no number.
QByteArray repairedNumber(QByteArrayView word);

} // namespace modelscribe
