// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/change.h"
#include "store/keptbatch.h"

namespace modelscribe {

class Connection;

//! \p set as BatchStore keeps it, agreed to now; nothing of it is to be deleted.
KeptBatch keptBatchOf(const ChangeSet &set, const Connection &connection);
//! The way back.
ChangeSet changeSetOf(const KeptBatch &batch);

} // namespace modelscribe
