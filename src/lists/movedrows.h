// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace modelscribe {

class ModelTableModel;

//! The order numbers, by model id, with which \p rows of \p models stand before the row \p before
//! (the number of rows: at the end), in the order in which they stand now. \p drafted are those
//! that models already shall get; what is not among the rows keeps them.
//!
//! Fails (Invalid) with the code "ReadOnly" where a row cannot get a number, and "NoNumber" where
//! one has a number that is none.
Result<QHash<QString, QString>> numbersOfMovedRows(ModelTableModel &models, const QList<int> &rows,
                                                   int before,
                                                   const QHash<QString, QString> &drafted);

} // namespace modelscribe
