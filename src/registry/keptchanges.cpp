// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/keptchanges.h"

#include "registry/connection.h"

namespace modelscribe {

KeptBatch keptBatchOf(const ChangeSet &set, const Connection &connection)
{
    KeptBatch batch{.head = {.id = set.id,
                             .registryKey = connection.registryKey(),
                             .workspaceId = connection.workspaceId(),
                             .title = set.title,
                             .agreed = QDateTime::currentDateTimeUtc(),
                             .count = set.changes.size()}};
    for (const Change &change : set.changes)
        batch.changes.append({.base = change.base, .edited = *change.edited});
    return batch;
}

ChangeSet changeSetOf(const KeptBatch &batch)
{
    ChangeSet set{.id = batch.head.id, .title = batch.head.title};
    for (const KeptBatch::Change &change : batch.changes) {
        set.changes.append({.ref = {.registryKey = batch.head.registryKey,
                                    .workspaceId = change.base.workspaceId,
                                    .modelId = change.base.id},
                            .base = change.base,
                            .edited = change.edited});
    }
    return set;
}

} // namespace modelscribe
