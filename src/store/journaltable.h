// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journalentry.h"
#include "store/storefile.h"

namespace modelscribe {

//! Entries of the journal as rows of a StoreFile: what a list needs apart from the rest.
namespace journaltable {

const StoreSchema &schema();

//! Adds it, or replaces the one of the same id. Within a transaction.
Result<void> put(StoreFile &file, const JournalEntry &entry);
Result<std::optional<JournalEntry>> find(StoreFile &file, const QUuid &id);
//! Newest first.
Result<QList<JournalHead>> list(StoreFile &file, const JournalFilter &filter);
//! Removes what began before \p time; the number of entries.
Result<int> removeBefore(StoreFile &file, const QDateTime &time);

} // namespace journaltable

} // namespace modelscribe
