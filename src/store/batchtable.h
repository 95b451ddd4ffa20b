// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batchdraft.h"
#include "store/keptbatch.h"
#include "store/storefile.h"

namespace modelscribe {

//! Batches as rows of a StoreFile: a head each, and a row for each change; a row for each draft.
namespace batchtable {

const StoreSchema &schema();

//! Within a transaction.
Result<void> put(StoreFile &file, const KeptBatch &batch);
//! Of one registry, or of all when \p registryKey is empty; the oldest first.
Result<QList<BatchHead>> list(StoreFile &file, const QString &registryKey);
//! Fails (Storage) when not all of its changes can be made sense of.
Result<std::optional<KeptBatch>> find(StoreFile &file, const QUuid &id);
Result<void> remove(StoreFile &file, const QUuid &id);

Result<void> putDraft(StoreFile &file, const BatchDraft &draft);
//! Those that can be made sense of, the one changed last first.
Result<QList<BatchDraft>> drafts(StoreFile &file, const QString &registryKey);
Result<void> removeDraft(StoreFile &file, const QUuid &id);

} // namespace batchtable

} // namespace modelscribe
