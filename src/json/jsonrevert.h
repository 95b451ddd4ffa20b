// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsondifference.h"
#include "json/textchange.h"

namespace modelscribe {

//! Where of \p now the value at \p path of \p stored stands, or would stand if it were there:
//! \p differences are all that there are between the two.
JsonPath pathInLater(const JsonPath &path, const QList<JsonDifference> &differences);

//! What takes one of \p differences back, so that \p now has the value of \p stored there. Fails
//! with the codes of jsonedit; "NoSuchPlace" also when the difference is none of these texts.
Result<TextChanges> revertDifference(const JsonTree &stored, const JsonTree &now,
                                     const QList<JsonDifference> &differences,
                                     const JsonDifference &difference);

} // namespace modelscribe
