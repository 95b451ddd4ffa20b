// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "store/storereport.h"

namespace modelscribe {

//! What is wrong with the file of \p what ("drafts", "journal"), in one sentence; empty: nothing.
QString storeTrouble(const StoreReport &report, const QString &what);
//! Whether what stands in the file can be told all the same.
bool isReadable(const StoreReport &report);

} // namespace modelscribe
