// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench keeps drafts: every edit, until it is saved or discarded.
#include "session/workbenchstate.h"
#include "store/draftstore.h"
#include "store/journal.h"

namespace modelscribe {

void Workbench::keepIn(DraftStore *drafts, Journal *journal)
{
    d->drafts = drafts;
    d->journal = journal;
}

Journal *Workbench::journal() const { return d->journal; }

EditSession *Workbench::copyAsNew(const EditSession &session)
{
    EditSession *copy = add(
        std::unique_ptr<EditSession>(EditSession::forNewModel(session.base().workspaceId)));
    copy->apply(session.edited());
    return copy;
}

EditSession *Workbench::findDraft(const QString &draftId) const
{
    for (const Private::Entry &entry : d->entries) {
        if (entry.registry == d->registry && entry.session->draftId() == draftId)
            return entry.session.get();
    }
    return nullptr;
}

} // namespace modelscribe
