// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QRect>

class QColor;
class QPainter;
class QTableView;

namespace modelscribe {

class JsonTreeModel;

//! Where something dragged would go: before a row, or into the container of one.
struct JsonDropTarget
{
    int row = -1; //!< -1: behind everything.
    QModelIndex into;
    QRect mark;

    static JsonDropTarget at(const QTableView &view, const JsonTreeModel &model, const QPoint &pos);
    void paint(QPainter &painter, const QColor &color) const;
};

} // namespace modelscribe
