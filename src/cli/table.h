// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

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

enum class FormulaGuard { On, Off };

//! \p table as RFC 4180 text. A cell that a spreadsheet would take for a formula, and one that
//! starts with an apostrophe, gets an apostrophe in front; take one off to read it back. Numbers
//! stay as they are.
QString csvText(const Table &table, FormulaGuard guard = FormulaGuard::On);

} // namespace modelscribe
