// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csvtext.h"

#include <optional>

namespace modelscribe {

struct Table
{
    QStringList header;
    QList<QStringList> rows;
    QList<qsizetype> whole = {}; //!< Columns that are of no use when cut, such as ids.
};

//! \p table as aligned columns; what could move the cursor is shown visibly. With \p width, lines
//! of at most so many cells as far as that goes: the widest columns are cut and share what the
//! others leave.
QString tableText(const Table &table, std::optional<int> width = {});

//! See csvOfRows().
QString csvText(const Table &table, FormulaGuard guard = FormulaGuard::On);

} // namespace modelscribe
