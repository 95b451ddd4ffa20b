// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"

namespace modelscribe {

//! The verbs as the form over many models calls them.
QString verbText(FieldVerb::Kind kind);
QString leaveText(); //!< Of a field that has no verb.

} // namespace modelscribe
