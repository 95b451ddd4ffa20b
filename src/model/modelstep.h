// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelmerge.h"

namespace modelscribe {

//! What led a model from one state to another, to be done to what it is now.
struct ModelStep
{
    ModelMetadata from;
    ModelMetadata to;

    //! Where \p now was changed at the same place, and differently, it is a clash; "mine" is what
    //! the step leads to.
    ModelMerge merged(const ModelMetadata &now,
                      const QHash<QString, MergeSide> &decisions = {}) const;

    friend bool operator==(const ModelStep &, const ModelStep &) = default;
};

} // namespace modelscribe
