// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draftsreview.h"

#include "session/batches.h"
#include "session/workbench.h"

namespace modelscribe {

namespace {

struct HeldDraft
{
    ModelMetadata base;
    ModelMetadata edited;
};

Derived mergedDraft(const HeldDraft &draft, const ModelMetadata &now)
{
    const ModelMerge merge = mergeModels(draft.base, draft.edited, now);
    Derived result{.edited = merge.merged, .isSetAside = !merge.clashes.isEmpty()};
    for (const MergeClash &clash : merge.clashes)
        result.leftAlone.append(clash.key());
    return result;
}

} // namespace

DraftsReview reviewOfDrafts(const Workbench &workbench, const QList<EditSession *> &sessions)
{
    DraftsReview review;
    QList<HeldDraft> drafts;
    for (const EditSession *session : sessions) {
        if (!session->isDirty())
            continue;
        if (session->isNew()) {
            ++review.newModels;
        } else if (!session->unfinished().isEmpty()) {
            ++review.unfinished;
        } else if (workbench.saving().runningSave(session)
                   || workbench.batches().isBusy(session->modelId())) {
            ++review.busy;
        } else {
            review.models.append(session->base());
            drafts.append({.base = session->base().metadata, .edited = session->edited()});
        }
    }
    review.derive = [drafts](const RegisteredModel &now, qsizetype place) {
        return Result<Derived>(mergedDraft(drafts[place], now.metadata));
    };
    return review;
}

} // namespace modelscribe
