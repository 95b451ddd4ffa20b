// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreetable.h"

#include "ui/json/tree/jsoncelledit.h"
#include "ui/json/tree/jsontreedelegate.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int treeRowPixels = JsonTreeDelegate::rowPixels;
constexpr int typeWidth = 110;
constexpr int typeShownFrom = 460; //!< The value matters more.

} // namespace

JsonTreeTable::JsonTreeTable(JsonTreeModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
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
    verticalHeader()->setMinimumSectionSize(treeRowPixels);
    verticalHeader()->setDefaultSectionSize(treeRowPixels);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // else rows are measured
    verticalScrollBar()->setSingleStep(treeRowPixels);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(60);
    horizontalHeader()->setSectionResizeMode(JsonTreeModel::KeyColumn, QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(JsonTreeModel::ValueColumn, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(JsonTreeModel::TypeColumn, QHeaderView::Fixed);
    setColumnWidth(JsonTreeModel::TypeColumn, typeWidth);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false); // it would be around one cell
    setDragDropOverwriteMode(false);
    setDefaultDropAction(Qt::MoveAction);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int column, int, int size) {
                if (!m_isFitting && column == JsonTreeModel::KeyColumn)
                    m_keyShare = double(size) / std::max(viewport()->width(), 1);
                placeEdit();
            });
}

JsonTreeTable::~JsonTreeTable()
{
    if (m_edit) // losing the focus is no commit when all of this goes
        m_edit->disconnect(this);
}

JsonTreeTable::Place JsonTreeTable::place() const
{
    Place place{currentNode(), {}, JsonNodeMap::none, 0};
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            place.selected.append(m_model.nodeAt(row));
    }
    const int scrolled = verticalScrollBar()->value();
    if (const int top = scrolled / treeRowPixels; top < m_model.rowCount()) {
        place.top = m_model.nodeAt(top);
        place.above = scrolled % treeRowPixels;
    }
    return place;
}

void JsonTreeTable::restore(const Place &place)
{
    // What is no longer shown is inside of something that is, or of nothing.
    const auto shownRow = [this](JsonNodeId node) {
        int row = JsonTreeModel::noRow;
        while (node != JsonNodeMap::none && (row = m_model.rowOf(node)) == JsonTreeModel::noRow)
            node = node == 0 ? JsonNodeMap::none : m_model.tree()->parent(node);
        return row;
    };
    QItemSelection selection;
    for (const JsonNodeId node : place.selected) {
        if (const int row = m_model.rowOf(node); row != JsonTreeModel::noRow)
            selection.select(m_model.index(row, 0),
                             m_model.index(row, JsonTreeModel::ColumnCount - 1));
    }
    const int current = shownRow(place.current);
    const int column = std::max(currentIndex().column(), 0);
    const QModelIndex index = current >= 0 ? m_model.index(current, column) : QModelIndex();
    if (selection.isEmpty() && index.isValid())
        selection.select(index, index);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    updateGeometries(); // the scroll bar's range
    if (const int top = shownRow(place.top); top >= 0)
        verticalScrollBar()->setValue(top * treeRowPixels + place.above);
}

void JsonTreeTable::setTree(const std::shared_ptr<const JsonTree> &tree, bool isTyped)
{
    {
        const QScopedValueRollback guard(m_isChanging, true);
        const auto before = m_model.tree(); // outlives the map
        Place place = this->place();
        const JsonNodeMap map = m_model.setTree(tree);
        place.current = map.nearest(place.current);
        place.top = map.nearest(place.top);
        for (JsonNodeId &node : place.selected)
            node = map[node];
        if (m_edit && !isTyped) // else no node came or went
            m_editNode = sameEntry(*before, *tree, map);
        if (m_edit && m_editNode < tree->size())
            m_editPath = tree->path(m_editNode);
        restore(place);
        placeEdit();
    }
    m_told = JsonNodeMap::none; // the same number may be another node
    currentChanged(currentIndex(), {});
    tellGone();
}

//! What the line is open at in \p now: with the value it had, and all keys that lead to it.
JsonNodeId JsonTreeTable::sameEntry(const JsonTree &before, const JsonTree &now,
                                    const JsonNodeMap &map) const
{
    const JsonNodeId node = map[m_editNode];
    const bool isValue = m_editColumn == JsonTreeModel::ValueColumn;
    if (node == JsonNodeMap::none || (isValue && now.rawValue(node) != before.rawValue(m_editNode)))
        return JsonNodeMap::none;
    JsonNodeId a = m_editNode;
    JsonNodeId b = node;
    for (; a != 0 && b != 0; a = before.parent(a), b = now.parent(b)) {
        if (before.hasKey(a) != now.hasKey(b)
            || (now.hasKey(b) && before.rawKey(a) != now.rawKey(b)))
            return JsonNodeMap::none;
    }
    return a == b ? node : JsonNodeMap::none;
}

void JsonTreeTable::tellGone()
{
    if (m_edit && m_model.rowOf(m_editNode) == JsonTreeModel::noRow)
        emit cellGone();
}

void JsonTreeTable::keepingPlace(const std::function<void()> &change)
{
    {
        const QScopedValueRollback guard(m_isChanging, true);
        const Place place = this->place();
        change();
        // Whatever is closed or filtered, nobody loses the line that is typed in.
        if (m_edit && m_editNode != JsonNodeMap::none)
            m_model.reveal(m_editNode);
        restore(place);
        placeEdit();
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
    return m_model.outermost(place().selected);
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
    fitColumns();
    QTableView::resizeEvent(event);
    placeEdit();
}

void JsonTreeTable::updateGeometries()
{
    QTableView::updateGeometries();
    placeEdit();
}

void JsonTreeTable::fitColumns()
{
    const QScopedValueRollback guard(m_isFitting, true);
    const bool showsType = width() >= typeShownFrom;
    setColumnHidden(JsonTreeModel::TypeColumn, !showsType);
    const int room = viewport()->width() - (showsType ? typeWidth : 0) - 60;
    const int wanted = int(std::lround(m_keyShare * viewport()->width()));
    setColumnWidth(JsonTreeModel::KeyColumn, std::clamp(wanted, 60, std::max(room, 60)));
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
    if (!m_dropTarget)
        return;
    const QColor color = theme.color(ThemeColor::Accent);
    if (m_dropTarget->into.isValid()) {
        painter.setPen(QPen(color, 2));
        painter.drawRect(m_dropTarget->mark.adjusted(1, 1, -1, -1));
    } else {
        painter.fillRect(m_dropTarget->mark, color);
    }
}

void JsonTreeTable::editCell(JsonNodeId node, JsonTreeModel::Column column, const QString &text)
{
    closeEdit();
    if (m_model.rowOf(node) == JsonTreeModel::noRow)
        setCurrentNode(node);
    m_editNode = node;
    m_editPath = m_model.tree()->path(node);
    m_editColumn = column;
    m_edit = new JsonCellEdit(text, viewport());
    m_edit->setFont(font());
    const int row = m_model.rowOf(node);
    m_edit->setAccessibleName(column == JsonTreeModel::KeyColumn ? tr("Key")
                              : row >= 0 ? tr("Value of %1").arg(m_model.keyText(row))
                                         : QString());
    connect(m_edit, &JsonCellEdit::typed, this, &JsonTreeTable::cellTyped);
    connect(m_edit, &JsonCellEdit::committed, this, [this] { commitEdit(false); });
    connect(m_edit, &JsonCellEdit::tabbed, this, [this] { commitEdit(true); });
    connect(m_edit, &JsonCellEdit::cancelled, this, &JsonTreeTable::cellCancelled);
    if (row >= 0)
        scrollTo(m_model.index(row, column));
    placeEdit();
    if (m_edit) {
        m_edit->show();
        m_edit->setFocus();
    }
}

void JsonTreeTable::placeEdit()
{
    if (!m_edit)
        return;
    const int row = m_model.rowOf(m_editNode);
    if (row == JsonTreeModel::noRow)
        return; // see tellGone()
    QRect cell = visualRect(m_model.index(row, m_editColumn));
    if (m_editColumn == JsonTreeModel::KeyColumn)
        cell.setLeft(JsonTreeDelegate::textRect(cell, m_model.levelAt(row)).left() - 4);
    m_edit->setGeometry(cell);
}

void JsonTreeTable::commitEdit(bool goOn)
{
    if (m_edit)
        emit cellCommitted(m_edit->text(), goOn);
}

QString JsonTreeTable::editText() const { return m_edit ? m_edit->text() : QString(); }

void JsonTreeTable::setEditText(const QString &text)
{
    if (m_edit)
        m_edit->setText(text);
}

void JsonTreeTable::focusEdit()
{
    if (m_edit)
        m_edit->setFocus(Qt::OtherFocusReason);
}

void JsonTreeTable::closeEdit()
{
    if (!m_edit)
        return;
    JsonCellEdit *edit = m_edit;
    m_edit = nullptr;
    edit->disconnect(this);
    if (edit->hasFocus())
        setFocus();
    edit->hide();
    edit->deleteLater();
}

void JsonTreeTable::refuseEdit()
{
    if (m_edit)
        m_edit->setProblem(true);
}

} // namespace modelscribe

#include "moc_jsontreetable.cpp"
