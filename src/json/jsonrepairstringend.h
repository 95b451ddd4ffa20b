// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

//! Whether a string at \p place that \p quote began may end before \p after: what follows there
//! can follow a string, and is no more of its words.
bool stringMayEnd(const JsonRepairCursor &cursor, RepairPlace place, const RepairQuote &quote,
                  qsizetype after);

} // namespace modelscribe
