// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/deleterun.h"
#include "registry/saveplan.h"
#include "store/journalentry.h"

namespace modelscribe {

//! What the journal notes down before \p plan is sent. \p profile is Connection::registryName().
JournalEntry journalEntryFor(const SavePlan &plan, const QString &profile,
                             const QString &registryKey);
//! How that ended.
JournalEnd journalEndFor(const SaveOutcome &outcome);
//! How a deletion ended that was noted down with \p requests.
JournalEnd journalEndFor(const DeleteOutcome &outcome, QList<JournalRequest> requests);
//! A deletion of \p model.
JournalEntry journalEntryForDeletion(const RegisteredModel &model, const QString &profile,
                                     const QString &registryKey);
//! The plan that \p entry was made for, so that a save that did not end can be settled; fails
//! (Invalid) for a deletion or an entry without its values. A create is of the workspace it was
//! sent to, of \p workspaceId when the entry does not say. \p rules are those of the service, by
//! which what is left of it is written; what they forbid was sent before they were known.
Result<SavePlan> planOf(const JournalEntry &entry, const QString &workspaceId, ServiceRules rules);

} // namespace modelscribe
