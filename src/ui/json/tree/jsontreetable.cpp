// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreetable.h"

#include "ui/json/tree/jsontableplace.h"
#include "ui/json/tree/jsontreecolumns.h"
#include "ui/json/tree/jsontreedelegate.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace modelscribe {

JsonTreeTable::JsonTreeTable(JsonTreeModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_line(*this, model)
{
    setItemDelegate(new JsonTreeDelegate(this));
    setModel(&model);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers); // editCell() does it
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(JsonTreeDelegate::rowPixels);
    verticalHeader()->setDefaultSectionSize(JsonTreeDelegate::rowPixels);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // else rows are measured
    verticalScrollBar()->setSingleStep(JsonTreeDelegate::rowPixels);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false); // it would be around one cell
    setDragDropOverwriteMode(false);
    setDefaultDropAction(Qt::MoveAction);
    m_columns = new JsonTreeColumns(*this);
    connect(m_columns, &JsonTreeColumns::resized, &m_line, &JsonOpenLine::place);
    connect(&m_line, &JsonOpenLine::typed, this, &JsonTreeTable::cellTyped);
    connect(&m_line, &JsonOpenLine::committed, this, &JsonTreeTable::cellCommitted);
    connect(&m_line, &JsonOpenLine::cancelled, this, &JsonTreeTable::cellCancelled);
}

JsonTreeTable::~JsonTreeTable() = default;

void JsonTreeTable::restore(const JsonTablePlace &place)
{
    place.select(*this, m_model);
    updateGeometries(); // the scroll bar's range
    place.scroll(*this, m_model);
}

void JsonTreeTable::setTree(const std::shared_ptr<const JsonTree> &tree, bool isTyped)
{
    {
        const QScopedValueRollback guard(m_isChanging, true);
        const auto before = m_model.tree(); // outlives the map
        auto place = JsonTablePlace::of(*this, m_model);
        const JsonNodeMap map = m_model.setTree(tree);
        place.carryTo(map);
        m_line.follow(*before, *tree, map, isTyped);
        restore(place);
        m_line.place();
    }
    m_told = JsonNodeMap::none; // the same number may be another node
    currentChanged(currentIndex(), {});
    tellGone();
}

void JsonTreeTable::tellGone()
{
    if (m_line.isGone())
        emit cellGone();
}

void JsonTreeTable::keepingPlace(const std::function<void()> &change)
{
    {
        const QScopedValueRollback guard(m_isChanging, true);
        const auto place = JsonTablePlace::of(*this, m_model);
        change();
        // Whatever is closed or filtered, nobody loses the line that is typed in.
        if (m_line.node() != JsonNodeMap::none)
            m_model.reveal(m_line.node());
        restore(place);
        m_line.place();
    }
    currentChanged(currentIndex(), {});
    tellGone();
}

JsonNodeId JsonTreeTable::currentNode() const
{
    return currentIndex().isValid() ? m_model.nodeAt(currentIndex().row()) : JsonNodeMap::none;
}

QList<JsonNodeId> JsonTreeTable::selectedNodes() const
{
    return m_model.outermost(JsonTablePlace::of(*this, m_model).selected);
}

void JsonTreeTable::setCurrentNode(JsonNodeId node)
{
    if (m_model.rowOf(node) == JsonTreeModel::noRow)
        keepingPlace([&] { m_model.reveal(node); });
    const int row = m_model.rowOf(node);
    if (row == JsonTreeModel::noRow)
        return;
    const QModelIndex index = m_model.index(row, std::max(currentIndex().column(), 0));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                 | QItemSelectionModel::Rows);
    scrollTo(index);
}

void JsonTreeTable::setExpanded(JsonNodeId node, bool expanded)
{
    const JsonNodeId current = currentNode();
    const bool isInside = current != JsonNodeMap::none && current > node
                          && current < m_model.tree()->after(node);
    if (!expanded && isInside)
        setCurrentNode(node);
    m_model.setExpanded(node, expanded);
    tellGone();
}

void JsonTreeTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void JsonTreeTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the focus ring is around whole rows
    const JsonNodeId node = currentNode();
    if (m_isChanging)
        return;
    m_anchor = node;
    if (std::exchange(m_told, node) != node)
        emit currentNodeChanged(node);
}

void JsonTreeTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void JsonTreeTable::resizeEvent(QResizeEvent *event)
{
    m_columns->fit();
    QTableView::resizeEvent(event);
    m_line.place();
}

void JsonTreeTable::updateGeometries()
{
    QTableView::updateGeometries();
    m_line.place();
}

void JsonTreeTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    if (m_model.rowCount() == 0 && !m_emptyText.isEmpty()) {
        painter.setPen(theme.color(ThemeColor::Muted));
        painter.drawText(viewport()->rect().adjusted(16, 24, -16, -16),
                         int(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, m_emptyText);
    }
    if (m_dropTarget)
        m_dropTarget->paint(painter, theme.color(ThemeColor::Accent));
}

void JsonTreeTable::editCell(JsonNodeId node, JsonTreeModel::Column column, const QString &text)
{
    m_line.close();
    if (m_model.rowOf(node) == JsonTreeModel::noRow)
        setCurrentNode(node);
    m_line.open(node, column, text);
}

// Keys, mouse and dragging

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
    const int row = m_search.rowOf(m_model, currentIndex().row(), search);
    if (row >= 0)
        goToRow(row, {});
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

void JsonTreeTable::setDropTarget(const std::optional<JsonDropTarget> &target)
{
    m_dropTarget = target;
    viewport()->update();
}

void JsonTreeTable::dragMoveEvent(QDragMoveEvent *event)
{
    QTableView::dragMoveEvent(event); // scrolls at the edges
    const auto target = JsonDropTarget::at(*this, m_model, event->position().toPoint());
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
    const auto target = JsonDropTarget::at(*this, m_model, event->position().toPoint());
    setDropTarget({});
    stopAutoScroll();
    setState(NoState);
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(
        m_model.dropMimeData(event->mimeData(), Qt::MoveAction, target.row, 0, target.into));
}

} // namespace modelscribe

#include "moc_jsontreetable.cpp"
