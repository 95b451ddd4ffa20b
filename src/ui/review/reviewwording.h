// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saveplan.h"

#include <QString>

//! Sentences about a save plan and what came of it.
namespace modelscribe::reviewwording {

//! What \p step does, or did.
QString step(const SavePlan &plan, const SaveStep &step);
QString state(SaveStep::State state); //!< One word.
//! "PUT /api/v1/models/… · 412 bytes".
QString request(const Request &request);
QString saveButton(const SavePlan &plan);

//! What was and what was not saved, and the next step. Plain text, may have several lines.
QString outcome(const SaveOutcome &outcome);
//! Code and RequestId and what else helps support; may be empty.
QString details(const SaveOutcome &outcome);

} // namespace modelscribe::reviewwording
