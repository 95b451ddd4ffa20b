// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveplan.h"
#include "registry/writeoutcome.h"

#include <QString>

//! Sentences about a save plan and what came of it, the same for window and command line.
namespace modelscribe::outcomewording {

//! What \p step does, or did.
QString step(const SavePlan &plan, const SaveStep &step);
QString state(SaveStep::State state); //!< One word.
//! "PUT /api/v1/models/… · 412 bytes".
QString request(const Request &request);
//! The text of the button that saves it.
QString saveButton(const SavePlan &plan);

//! Reading showed that the model was deleted in the meantime.
bool isGone(const SaveOutcome &outcome);
//! What else is known of a save.
struct Context
{
    bool isRest = false;   //!< Earlier a part of the same was saved.
    bool isLooked = false; //!< Nothing was sent: it was read what came of an earlier save.
    bool hasDraft = true;  //!< What is not saved is kept as a draft; a command line keeps none.
};

//! What was and what was not saved, and the next step. Plain text, may have several lines.
QString outcome(const SaveOutcome &outcome, const Context &context = {});
//! The same of a plan that was to put the old labels back.
QString restored(const SaveOutcome &outcome, const Context &context);
//! What came of any write, in one line, for whoever keeps no draft of it.
QString sentence(const WriteOutcome &outcome);
//! Of a step that went wrong or was answered; may be empty.
QString answer(const SaveStep &step);
//! Code and RequestId and what else helps support; may be empty.
QString details(const SaveOutcome &outcome);

} // namespace modelscribe::outcomewording
