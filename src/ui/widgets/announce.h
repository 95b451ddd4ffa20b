// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QWidget;

namespace modelscribe {

//! Has a screen reader say the current row of \p list, which is walked over while something else
//! has the focus.
void announceCurrentRow(QAbstractItemView &list);

//! Has it say what has the focus, after rows were said while \p widget had it: they are gone.
void announceFocus(QWidget &widget);

} // namespace modelscribe
