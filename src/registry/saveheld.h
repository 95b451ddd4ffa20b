// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveplan.h"

namespace modelscribe {

enum class Held { All, Nothing, Other };

//! What \p now holds of the fields or labels that \p step of \p plan writes; all of nothing. A
//! label that was removed to get another value counts as removed when it has that value. ExtraInfo
//! counts by its meaning here and below; only of a change of its spelling the spelling counts.
Held heldOf(const SavePlan &plan, const SaveStep &step, const ModelMetadata &now);

//! Whether all that the writes of \p plan still to come would change is in \p now as the plan took
//! it to be: before the first of them the whole model, then what the others are about.
bool isAsPlanned(const SavePlan &plan, const ModelMetadata &now);

//! What \p now holds otherwise than \p plan wanted it; another spelling of ExtraInfo was taken.
QList<NotTaken> notTaken(const SavePlan &plan, const ModelMetadata &now);

//! Labels of which \p now still holds the old value, with that, although \p plan has posted
//! another one. None when they were removed before.
QList<Label> keptLabels(const SavePlan &plan, const ModelMetadata &now);

} // namespace modelscribe
