// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/table.h"
#include "model/modelfigures.h"

namespace modelscribe {

//! One table for people a thing that is counted; of values the \p most frequent.
QList<Table> figuresTables(const ModelFigures &figures, qsizetype most);
//! All figures as rows of Figure, Value, Models. Sizes are ranges that a query takes.
Table figuresTable(const ModelFigures &figures);
//! By the service's names of the fields.
QByteArray figuresJson(const ModelFigures &figures);

} // namespace modelscribe
