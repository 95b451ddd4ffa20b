// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveplan.h"

namespace modelscribe {

enum class Held { All, Nothing, Other };

//! What \p now holds of the fields or labels that the step of \p kind writes. A label that was
//! removed to get another value counts as removed when it has that value.
Held heldOf(const SavePlan &plan, SaveStep::Kind kind, const ModelMetadata &now);

//! Whether all that the writes of \p plan still to come would change is in \p now as the plan took
//! it to be: before the first of them the whole model, then what the others are about.
bool isAsPlanned(const SavePlan &plan, const ModelMetadata &now);

//! What \p now holds otherwise than \p plan wanted it.
QList<NotTaken> notTaken(const SavePlan &plan, const ModelMetadata &now);

} // namespace modelscribe
