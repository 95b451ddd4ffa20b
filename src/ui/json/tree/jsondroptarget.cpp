// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsondroptarget.h"

#include "ui/json/tree/jsontreedelegate.h"
#include "ui/json/tree/jsontreemodel.h"

#include <QPainter>
#include <QTableView>

namespace modelscribe {

JsonDropTarget JsonDropTarget::at(const QTableView &view, const JsonTreeModel &model,
                                  const QPoint &pos)
{
    const QModelIndex index = view.indexAt({0, pos.y()});
    int before = model.rowCount(); // behind everything
    if (index.isValid()) {
        const QRect rect = view.visualRect(index);
        const bool isContainer = model.tree()->isContainer(model.nodeAt(index.row()));
        const int edge = isContainer ? rect.height() / 4 : rect.height() / 2;
        if (pos.y() >= rect.top() + edge && pos.y() <= rect.bottom() - edge && isContainer)
            return {-1, index, QRect(0, rect.top(), view.viewport()->width(), rect.height())};
        before = index.row() + (pos.y() < rect.top() + edge ? 0 : 1);
    }
    const bool isEnd = before >= model.rowCount();
    const int y = view.rowViewportPosition(isEnd ? before - 1 : before)
                  + (isEnd ? view.rowHeight(before - 1) : 0);
    // The line begins where the moved row would.
    const QRect cell(0, 0, view.columnWidth(JsonTreeModel::KeyColumn), JsonTreeDelegate::rowPixels);
    const int left = JsonTreeDelegate::arrowRect(cell, isEnd ? 0 : model.levelAt(before)).left();
    return {isEnd ? -1 : before, {}, QRect(left, y - 1, view.viewport()->width() - left, 2)};
}

void JsonDropTarget::paint(QPainter &painter, const QColor &color) const
{
    if (into.isValid()) {
        painter.setPen(QPen(color, 2));
        painter.drawRect(mark.adjusted(1, 1, -1, -1));
    } else {
        painter.fillRect(mark, color);
    }
}

} // namespace modelscribe
