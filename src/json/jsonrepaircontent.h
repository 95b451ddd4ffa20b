// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

//! Writes the control character at the cursor as an escape.
void copyControl(JsonRepairCursor &cursor);

//! Writes the bytes [pos, end) as the content of a JSON string. \p keepBackslashes: none of them
//! starts an escape.
void copyStringContent(JsonRepairCursor &cursor, qsizetype end, RepairQuote::Kind quote,
                       bool keepBackslashes);

//! The same where "" stands for one mark, as in a cell of CSV.
void copyDoubledContent(JsonRepairCursor &cursor, qsizetype end);

} // namespace modelscribe
