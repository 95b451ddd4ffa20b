// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/pinnedtable.h"

#include "ui/browse/modeltableheader.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace modelscribe {

const ModelTableHeader &PinnedTable::header() const
{
    return *static_cast<const ModelTableHeader *>(horizontalHeader());
}

QModelIndex PinnedTable::indexAt(const QPoint &pos) const
{
    const int section = header().pinnedSectionAt(pos.x());
    const int row = section < 0 ? -1 : rowAt(pos.y());
    return section < 0 ? QTableView::indexAt(pos)
           : row < 0   ? QModelIndex()
                       : model()->index(row, section, rootIndex());
}

QRect PinnedTable::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    const int place = index.isValid() ? header().pinnedPosition(index.column()) : -1;
    if (place >= 0)
        rect.moveLeft(place);
    return rect;
}

void PinnedTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar &sideways = *horizontalScrollBar();
    const int before = sideways.value();
    const bool isInSight = index.isValid() && header().pinnedPosition(index.column()) >= 0;
    QTableView::scrollTo(index, hint);
    if (isInSight) {
        sideways.setValue(before);
        return;
    }
    const int covered = header().pinnedWidth() - columnViewportPosition(index.column());
    if (index.isValid() && header().pinnedWidth() > 0 && covered > 0)
        sideways.setValue(sideways.value() - covered);
}

void PinnedTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx == 0 || header().pinned() == 0)
        return;
    // What was moved along with the others stands at the wrong place.
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

void PinnedTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    drawListFocus(*this);
    const int width = header().pinnedWidth();
    const QRect wanted = event->rect();
    const int first = width > wanted.left() ? rowAt(std::max(0, wanted.top())) : -1;
    if (first < 0)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int bottom = 0;
    for (int row = first; row < model()->rowCount(rootIndex()); ++row) {
        if (rowViewportPosition(row) > wanted.bottom())
            break;
        bottom = rowViewportPosition(row) + rowHeight(row);
        for (int x = 0; x < width;) {
            const QModelIndex cell = model()->index(row, header().pinnedSectionAt(x), rootIndex());
            QStyleOptionViewItem drawn = option;
            drawn.rect = visualRect(cell);
            drawn.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(cell));
            itemDelegateForIndex(cell)->paint(&painter, drawn, cell);
            x += columnWidth(cell.column());
        }
    }
    painter.setPen(Theme::of(this).color(ThemeColor::Border));
    painter.drawLine(width - 1, wanted.top(), width - 1, bottom - 1);
}

} // namespace modelscribe

#include "moc_pinnedtable.cpp"
