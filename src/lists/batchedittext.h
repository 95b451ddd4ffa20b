// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batchkeeper.h"

#include <QString>

namespace modelscribe {

//! What \p session is about, as the form calls it: "Name, Origin, 2 more".
QString batchEditText(const BatchSession &session);
//! What \p moved says in a sentence; empty when nothing moved.
QString movedText(const MovedSince &moved);

} // namespace modelscribe
