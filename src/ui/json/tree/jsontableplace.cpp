// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontableplace.h"

#include "ui/json/tree/jsontreedelegate.h"
#include "ui/json/tree/jsontreemodel.h"

#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace modelscribe {

namespace {

//! What is no longer shown is inside of something that is, or of nothing.
int shownRow(const JsonTreeModel &model, JsonNodeId node)
{
    int row = JsonTreeModel::noRow;
    while (node != JsonNodeMap::none && (row = model.rowOf(node)) == JsonTreeModel::noRow)
        node = node == 0 ? JsonNodeMap::none : model.tree()->parent(node);
    return row;
}

} // namespace

JsonTablePlace JsonTablePlace::of(const QTableView &view, const JsonTreeModel &model)
{
    JsonTablePlace place;
    if (view.currentIndex().isValid())
        place.current = model.nodeAt(view.currentIndex().row());
    for (const QItemSelectionRange &range : view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            place.selected.append(model.nodeAt(row));
    }
    const int scrolled = view.verticalScrollBar()->value();
    if (const int top = scrolled / JsonTreeDelegate::rowPixels; top < model.rowCount()) {
        place.top = model.nodeAt(top);
        place.above = scrolled % JsonTreeDelegate::rowPixels;
    }
    return place;
}

void JsonTablePlace::carryTo(const JsonNodeMap &map)
{
    current = map.nearest(current);
    top = map.nearest(top);
    for (JsonNodeId &node : selected)
        node = map[node];
}

void JsonTablePlace::select(QTableView &view, const JsonTreeModel &model) const
{
    QItemSelection selection;
    for (const JsonNodeId node : selected) {
        if (const int found = model.rowOf(node); found != JsonTreeModel::noRow)
            selection.select(model.index(found, 0),
                             model.index(found, JsonTreeModel::ColumnCount - 1));
    }
    const int row = shownRow(model, current);
    const int column = std::max(view.currentIndex().column(), 0);
    const QModelIndex index = row >= 0 ? model.index(row, column) : QModelIndex();
    if (selection.isEmpty() && index.isValid())
        selection.select(index, index);
    view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    view.selectionModel()->select(selection,
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void JsonTablePlace::scroll(QTableView &view, const JsonTreeModel &model) const
{
    if (const int row = shownRow(model, top); row >= 0)
        view.verticalScrollBar()->setValue(row * JsonTreeDelegate::rowPixels + above);
}

} // namespace modelscribe
