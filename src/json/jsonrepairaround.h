// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

// What people copy along with a value: words before and behind it, fences of Markdown, a call of
// all of it.

//! callback({});
bool isCallOfAll(JsonRepairCursor &cursor, qsizetype at);
//! ```json, also behind words. False when there is none.
bool skipFenceBefore(JsonRepairCursor &cursor);
//! With the language or the words behind it.
void skipFence(JsonRepairCursor &cursor);
//! Here it is: {…}
bool skipWordsBefore(JsonRepairCursor &cursor);
//! The words behind an object or list that ends at \p valueEnd of the output, up to the end of the
//! line or the next one. False when they may be more than words: then the text is not mended.
bool skipWordsBehind(JsonRepairCursor &cursor, qsizetype valueEnd);

} // namespace modelscribe
