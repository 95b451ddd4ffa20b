// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saveplan.h"
#include "ui/review/reviewflow.h"

#include <QString>

//! Sentences about a save plan and what came of it.
namespace modelscribe::reviewwording {

//! What \p step does, or did.
QString step(const SavePlan &plan, const SaveStep &step);
QString state(SaveStep::State state); //!< One word.
//! "PUT /api/v1/models/… · 412 bytes".
QString request(const Request &request);
//! The text of its button.
QString offer(ReviewOffer offer);
QString saveButton(const SavePlan &plan);

//! The model was deleted in the meantime.
bool isGone(const SaveOutcome &outcome);
//! What was and what was not saved, and the next step. Plain text, may have several lines.
//! \p isRest: earlier a part of the same was saved.
QString outcome(const SaveOutcome &outcome, bool isRest = false);
//! The same of a plan that was to put the old labels back.
QString restored(const SaveOutcome &outcome);
//! Of a step that went wrong or was answered; may be empty.
QString answer(const SaveStep &step);
//! Code and RequestId and what else helps support; may be empty.
QString details(const SaveOutcome &outcome);

} // namespace modelscribe::reviewwording
