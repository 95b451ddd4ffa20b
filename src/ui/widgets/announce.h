// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace modelscribe {

//! Has a screen reader say the current row of \p list, which is walked over while something else
//! has the focus.
void announceCurrentRow(QAbstractItemView &list);

} // namespace modelscribe
