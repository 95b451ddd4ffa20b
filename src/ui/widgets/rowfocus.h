// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace modelscribe {

//! The ring around the row that the keyboard is at, as much of it as is seen at this cell: for the
//! delegate of a view whose whole rows are chosen.
void drawRowFocus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

//! The ring around all of \p view where it has the focus and no row to show that at, at the end of
//! its paintEvent().
void drawListFocus(QAbstractItemView &view);

//! Ground, line and ring of a cell of a list whose whole rows are chosen.
void drawListCell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace modelscribe
