// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelstep.h"

#include <algorithm>

namespace modelscribe {

ModelMerge ModelStep::merged(const ModelMetadata &now,
                             const QHash<QString, MergeSide> &decisions) const
{
    ModelMerge result = mergeModels(from, to, now, decisions);
    // Their order means nothing, but what was is to come back as it was.
    if (std::ranges::is_permutation(result.merged.labels, to.labels))
        result.merged.labels = to.labels;
    return result;
}

} // namespace modelscribe
