// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "model/tasksuggestions.h"

namespace modelscribe {

//! What is offered for a Suggestion field besides what is in use; \p domain: of the model, as tasks
//! of the same come first.
QList<Suggestion> knownSuggestions(const TaskSuggestions &tasks, const ModelField &field,
                                   const QString &domain);

} // namespace modelscribe
