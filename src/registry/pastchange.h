// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/modelmerge.h"
#include "store/journalentry.h"

namespace modelscribe {

//! What taking back \p entry would make of a model that is \p now (with the edits that wait): what
//! the entry changed and nobody changed since becomes what it was before. Where somebody did, it is
//! a clash, and \p decisions say what counts: "mine" is the value from before the entry, "theirs"
//! the one of now. Fails (Invalid) for an entry that changed nothing or has no state before it,
//! such as a create.
Result<ModelMerge> takingBack(const JournalEntry &entry, const ModelMetadata &now,
                              const QHash<QString, MergeSide> &decisions = {});

} // namespace modelscribe
