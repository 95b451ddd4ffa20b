// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace modelscribe {

enum class FormulaGuard { On, Off };

//! \p rows as RFC 4180 text. A cell that a spreadsheet would take for a formula, and one that
//! starts with an apostrophe, gets an apostrophe in front; take one off to read it back. Numbers
//! stay as they are.
QString csvOfRows(const QList<QStringList> &rows, FormulaGuard guard = FormulaGuard::On);

} // namespace modelscribe
