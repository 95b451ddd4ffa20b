// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "registry/saveplan.h"

namespace modelscribe {

//! Field, before, after; a row for each label.
Table changesTable(const ModelMetadata &before, const ModelMetadata &after);
inline Table changesTable(const SavePlan &plan)
{
    return changesTable(plan.base.metadata, plan.edited);
}
//! The requests as they go out, with what became of each.
QStringList requestLines(const SavePlan &plan, bool withState);
//! [{"Field":…,"Before":…,"After":…}, …]
QByteArray changesJson(const ModelMetadata &before, const ModelMetadata &after);
inline QByteArray changesJson(const SavePlan &plan)
{
    return changesJson(plan.base.metadata, plan.edited);
}
//! [{"Step":…,"Method":…,"Target":…,"Body":…,"State":…}, …]
QByteArray requestsJson(const SavePlan &plan, bool withState);

} // namespace modelscribe
