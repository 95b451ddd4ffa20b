// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, mouse and dragging of the table that behaves as a tree.
#include "ui/json/tree/jsontreedelegate.h"
#include "ui/json/tree/jsontreetable.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

bool JsonTreeTable::event(QEvent *event)
{
    // What the keys mean here comes before what they mean to the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (actionFor(key) || (key.key() == Qt::Key_Escape && m_wantsEscape)) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

QAction *JsonTreeTable::actionFor(const QKeyEvent &event) const
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    for (QAction *action : m_keyActions) {
        if (action->shortcuts().contains(QKeySequence(pressed)))
            return action;
    }
    return nullptr;
}

void JsonTreeTable::keyPressEvent(QKeyEvent *event)
{
    if (QAction *action = actionFor(*event)) {
        action->trigger(); // nothing when it is disabled
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->setAccepted(m_wantsEscape);
        if (m_wantsEscape)
            emit escaped();
        return;
    }
    if (!moveInTree(*event))
        QTableView::keyPressEvent(event);
}

std::optional<QAbstractItemView::CursorAction> JsonTreeTable::cursorAction(int key)
{
    switch (key) {
    case Qt::Key_Up: return MoveUp;
    case Qt::Key_Down: return MoveDown;
    case Qt::Key_PageUp: return MovePageUp;
    case Qt::Key_PageDown: return MovePageDown;
    default: return {};
    }
}

bool JsonTreeTable::moveInTree(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const JsonNodeId node = currentNode();
    const auto move = cursorAction(event.key());
    const bool isEnd = event.key() == Qt::Key_Home || event.key() == Qt::Key_End;
    if (isEnd || (move && modifiers == Qt::ShiftModifier)) {
        goToRow(isEnd ? (event.key() == Qt::Key_Home ? 0 : m_model.rowCount() - 1)
                      : moveCursor(*move, {}).row(),
                modifiers);
        return true;
    }
    // Plus and asterisk need Shift on many keyboards.
    if (node == JsonNodeMap::none || (modifiers & ~Qt::ShiftModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Left: return stepInTree(false);
    case Qt::Key_Right: return stepInTree(true);
    case Qt::Key_Plus: setExpanded(node, true); return true;
    case Qt::Key_Minus: setExpanded(node, false); return true;
    case Qt::Key_Asterisk: keepingPlace([&] { m_model.expandBelow(node); }); return true;
    default: return false;
    }
}

bool JsonTreeTable::stepInTree(bool inwards)
{
    const int row = currentIndex().row();
    const JsonNodeId node = m_model.nodeAt(row);
    const bool canToggle = m_model.canExpand(node) && m_model.isExpanded(node) != inwards;
    if (canToggle)
        setExpanded(node, inwards);
    else if (!inwards && m_model.parentRow(row) != JsonTreeModel::noRow)
        goToRow(m_model.parentRow(row), {});
    else if (inwards && m_model.canExpand(node))
        goToRow(row + 1, {});
    return true;
}

void JsonTreeTable::goToRow(int row, Qt::KeyboardModifiers modifiers)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const int column = std::max(currentIndex().column(), 0);
    const QModelIndex index = m_model.index(row, column);
    const int anchor = m_model.rowOf(m_anchor);
    if (modifiers.testFlag(Qt::ShiftModifier) && anchor != JsonTreeModel::noRow) {
        // The view's own anchor does not follow what moved the current row without a key.
        const QScopedValueRollback guard(m_anchor);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        selectionModel()->select(
            {m_model.index(std::min(anchor, row), 0), m_model.index(std::max(anchor, row), 0)},
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                     | QItemSelectionModel::Rows);
    }
    scrollTo(index);
}

void JsonTreeTable::keyboardSearch(const QString &search)
{
    const bool goesOn = m_typedAt.isValid()
                        && m_typedAt.elapsed() < QApplication::keyboardInputInterval();
    m_typed = goesOn ? m_typed + search : search;
    m_typedAt.start();
    const int rows = m_model.rowCount();
    const int current = std::max(currentIndex().row(), 0);
    // A new beginning looks behind the current row, a longer one may still be this row.
    const int first = m_typed.size() > 1 || !currentIndex().isValid() ? current : current + 1;
    for (int i = 0; i < rows; ++i) {
        const int row = (first + i) % rows;
        if (m_model.keyText(row).startsWith(m_typed, Qt::CaseInsensitive)) {
            goToRow(row, {});
            return;
        }
    }
}

bool JsonTreeTable::isArrow(const QModelIndex &index, const QPoint &pos) const
{
    if (index.column() != JsonTreeModel::KeyColumn
        || !m_model.canExpand(m_model.nodeAt(index.row())))
        return false;
    return JsonTreeDelegate::arrowRect(visualRect(index), m_model.levelAt(index.row()))
        .adjusted(-3, -9, 3, 9)
        .contains(pos);
}

void JsonTreeTable::mousePressEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    const QModelIndex index = indexAt(pos);
    const bool isLeft = event->button() == Qt::LeftButton && index.isValid();
    if (isLeft && event->modifiers() == Qt::ShiftModifier) {
        goToRow(index.row(), Qt::ShiftModifier);
        return;
    }
    if (!isLeft || !isArrow(index, pos)) {
        QTableView::mousePressEvent(event);
        return;
    }
    setFocus();
    const JsonNodeId node = m_model.nodeAt(index.row());
    setCurrentNode(node);
    setExpanded(node, !m_model.isExpanded(node));
}

void JsonTreeTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    const QModelIndex index = indexAt(pos);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (isArrow(index, pos)) {
        mousePressEvent(event);
        return;
    }
    const JsonNodeId node = m_model.nodeAt(index.row());
    if (m_model.canExpand(node))
        setExpanded(node, !m_model.isExpanded(node));
    else if (index.column() == JsonTreeModel::KeyColumn && m_model.tree()->hasKey(node))
        emit editRequested(node, JsonTreeModel::KeyColumn);
    else
        emit editRequested(node, JsonTreeModel::ValueColumn);
}

void JsonTreeTable::contextMenuEvent(QContextMenuEvent *event)
{
    // The menu key means the current row, wherever the mouse is.
    const bool isAtRow = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    if (isAtRow)
        scrollTo(currentIndex());
    emit menuRequested(isAtRow ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                               : event->globalPos());
    event->accept();
}

JsonTreeTable::DropTarget JsonTreeTable::targetAt(const QPoint &pos) const
{
    const QModelIndex index = indexAt({0, pos.y()});
    int row = m_model.rowCount(); // behind everything
    if (index.isValid()) {
        const QRect rect = visualRect(index);
        const bool isContainer = m_model.tree()->isContainer(m_model.nodeAt(index.row()));
        const int edge = isContainer ? rect.height() / 4 : rect.height() / 2;
        if (pos.y() >= rect.top() + edge && pos.y() <= rect.bottom() - edge && isContainer)
            return {-1, index, QRect(0, rect.top(), viewport()->width(), rect.height())};
        row = index.row() + (pos.y() < rect.top() + edge ? 0 : 1);
    }
    const bool isEnd = row >= m_model.rowCount();
    const int y = rowViewportPosition(isEnd ? row - 1 : row) + (isEnd ? rowHeight(row - 1) : 0);
    // The line begins where the moved row would.
    const QRect cell(0, 0, columnWidth(JsonTreeModel::KeyColumn), JsonTreeDelegate::rowPixels);
    const int left = JsonTreeDelegate::arrowRect(cell, isEnd ? 0 : m_model.levelAt(row)).left();
    return {isEnd ? -1 : row, {}, QRect(left, y - 1, viewport()->width() - left, 2)};
}

void JsonTreeTable::setDropTarget(const std::optional<DropTarget> &target)
{
    m_dropTarget = target;
    viewport()->update();
}

void JsonTreeTable::dragMoveEvent(QDragMoveEvent *event)
{
    QTableView::dragMoveEvent(event); // scrolls at the edges
    const DropTarget target = targetAt(event->position().toPoint());
    const bool canDrop = m_model.canDropMimeData(event->mimeData(), Qt::MoveAction, target.row, 0,
                                                 target.into);
    setDropTarget(canDrop ? std::optional(target) : std::nullopt);
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(canDrop);
}

void JsonTreeTable::dragLeaveEvent(QDragLeaveEvent *event)
{
    setDropTarget({});
    QTableView::dragLeaveEvent(event);
}

void JsonTreeTable::dropEvent(QDropEvent *event)
{
    const DropTarget target = targetAt(event->position().toPoint());
    setDropTarget({});
    stopAutoScroll();
    setState(NoState);
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(
        m_model.dropMimeData(event->mimeData(), Qt::MoveAction, target.row, 0, target.into));
}

} // namespace modelscribe
