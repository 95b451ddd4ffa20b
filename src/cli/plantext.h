// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "session/saveplan.h"

namespace modelscribe {

//! Field, before, after; a row for each label.
Table changesTable(const SavePlan &plan);
//! The requests as they go out, with what became of each.
QStringList requestLines(const SavePlan &plan, bool withState);
//! [{"Field":…,"Before":…,"After":…}, …]
QByteArray changesJson(const SavePlan &plan);
//! [{"Step":…,"Method":…,"Target":…,"Body":…,"State":…}, …]
QByteArray requestsJson(const SavePlan &plan, bool withState);

} // namespace modelscribe
