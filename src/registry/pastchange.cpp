// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/pastchange.h"

#include "model/modeldiff.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QList<PastRequest> PastChange::requests() const
{
    QList<PastRequest> requests;
    for (const JournalRequest &request : m_entry.requests)
        requests.append({.method = request.method,
                         .path = request.path,
                         .state = request.state,
                         .requestId = request.requestId,
                         .httpStatus = request.httpStatus});
    return requests;
}

Result<ModelMerge> PastChange::takenBack(const ModelMetadata &now,
                                         const QHash<QString, MergeSide> &decisions) const
{
    return takingBack(m_entry, now, decisions);
}

Result<ModelStep> stepBack(const JournalEntry &entry)
{
    if (!entry.before)
        return failure(Error::Kind::Invalid, u"there is no state before this entry"_s);
    if (!entry.after)
        return failure(Error::Kind::Invalid, u"this entry deleted the model"_s);
    const ModelMetadata &before = entry.before->metadata;
    if (entry.head.outcome == JournalHead::Outcome::Failed || sameContent(before, *entry.after))
        return failure(Error::Kind::Invalid, u"this entry changed nothing"_s);
    // What was to be written is the base, also where the registry took something else: that is
    // then a clash to be looked at, because it may be somebody's later change as well.
    return ModelStep{.from = *entry.after, .to = before};
}

Result<ModelMerge> takingBack(const JournalEntry &entry, const ModelMetadata &now,
                              const QHash<QString, MergeSide> &decisions)
{
    return stepBack(entry).transform(
        [&](const ModelStep &step) { return step.merged(now, decisions); });
}

} // namespace modelscribe
