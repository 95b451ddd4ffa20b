// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepaircursor.h"

namespace modelscribe {

//! How many of the open containers the closing brackets \p run, of which some are wrong, missing or
//! too many, were written to close: what comes \p behind them and the brackets further on tell.
//! \p isOuterVirtual: the outermost object has no bracket of its own.
qsizetype levelsToClose(JsonRepairCursor &cursor, bool isOuterVirtual, QByteArrayView run,
                        qsizetype behind);
//! {1, 2, 3} of Python; \p inner is behind the bracket.
bool isSet(JsonRepairCursor &cursor, qsizetype inner);
//! [1, 2, key: 3}: the end of the list is missing.
bool elementIsBareKey(JsonRepairCursor &cursor);

} // namespace modelscribe
