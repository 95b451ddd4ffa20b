// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

enum class RepairCallRead {
    None,     //!< There is no call.
    Argument, //!< Its value is that of its argument, which is next.
    Text      //!< It was written as a text.
};

//! np.float64(0.913) is its argument; datetime(2026, 3, 1) stays as it is, as a text.
RepairCallRead readCall(JsonRepairCursor &cursor, RepairPlace place);
//! (1) is 1; (1,) and (1, 2) are lists: false.
bool openParentheses(JsonRepairCursor &cursor);
//! Steps over the ) of a call, or of parentheses, whose argument was read.
bool endCall(JsonRepairCursor &cursor);

} // namespace modelscribe
