// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchtable.h"

#include "core/visibletext.h"
#include "lists/batchgrid.h"
#include "ui/batch/batchdelegate.h"
#include "ui/batch/batchheader.h"
#include "ui/widgets/spokenname.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int gridRowHeight = 30;
constexpr int narrowGridBelow = 1000;
constexpr int modelWidth = 220;
constexpr int stateWidth = 170;
constexpr int leastPartWidth = 34;

//! Of the room there is: what values of a kind usually need, both sides of them.
int partsOf(const BatchColumn &column)
{
    if (column.kind == BatchColumn::Kind::Labels)
        return 6;
    if (column.kind == BatchColumn::Kind::Place)
        return 4;
    switch (column.field->kind) {
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Address: return 9;
    case FieldKind::Suggestion: return 5;
    case FieldKind::Choice:
    case FieldKind::Integer:
    case FieldKind::ParameterSize:
    case FieldKind::JsonObject: break;
    }
    return 4;
}

} // namespace

BatchTable::BatchTable(BatchGrid &grid, QWidget *parent)
    : QTableView(parent)
    , m_grid(grid)
{
    setSpokenName(*this, [] { return tr("Models of the change"); });
    setHorizontalHeader(new BatchHeader(grid, this));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(gridRowHeight);
    setItemDelegate(new BatchDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(&grid, &QAbstractItemModel::modelAboutToBeReset, this, &BatchTable::keepPlace);
    setModel(&grid);
    connect(&grid, &QAbstractItemModel::modelReset, this, &BatchTable::findPlace);
    connect(&grid, &QAbstractItemModel::columnsInserted, this, &BatchTable::fitColumns);
}

void BatchTable::keepPlace()
{
    m_place = currentIndex().isValid() && m_grid.rowCount() > currentIndex().row()
                  ? m_grid.indexAt(currentIndex().row())
                  : -1;
}

void BatchTable::findPlace()
{
    fitColumns();
    // The view has its own slot for this signal, and which one runs first is not fixed.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_grid.rowCount() == 0 || currentIndex().isValid())
                return;
            const int row = m_place < 0 ? -1 : m_grid.rowOf(m_place);
            setCurrentIndex(m_grid.index(std::max(row, 0), 0));
        },
        Qt::QueuedConnection);
}

//! A narrow window keeps model and state in sight and scrolls the rest.
void BatchTable::fitColumns()
{
    QHeaderView &header = *horizontalHeader();
    const int count = m_grid.columnCount();
    if (header.count() != count || count < 2)
        return;
    const bool isNarrow = width() < narrowGridBelow;
    const int state = header.visualIndex(count - 1);
    header.moveSection(state, isNarrow ? 1 : count - 1);
    int parts = 0;
    for (int column = 1; column < count - 1; ++column)
        parts += partsOf(m_grid.columnAt(column));
    const int room = viewport()->width() - modelWidth - stateWidth;
    header.resizeSection(0, parts > 0 ? modelWidth : std::max(modelWidth, room + modelWidth));
    for (int column = 1; column < count - 1; ++column) {
        const int wanted = partsOf(m_grid.columnAt(column));
        header.resizeSection(column, std::max(wanted * leastPartWidth, room * wanted / parts));
    }
    header.resizeSection(count - 1, stateWidth);
}

void BatchTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void BatchTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        emit currentRowChanged();
}

QList<int> BatchTable::chosenRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().row());
    std::ranges::sort(rows);
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    return rows;
}

//! All go the way of the first that may go either way.
void BatchTable::toggleChosen()
{
    const QList<int> rows = chosenRows();
    const auto first = std::ranges::find_if(rows,
                                            [this](int row) { return m_grid.mayBeLeftOut(row); });
    if (first != rows.end())
        m_grid.leaveOut(rows, m_grid.stateAt(*first) == BatchGrid::RowState::ToSave);
}

void BatchTable::copyChosen() const
{
    const QList<QStringList> texts = m_grid.texts();
    QStringList lines{m_grid.headerTexts().join(u'\t')};
    for (const int row : chosenRows())
        lines.append(texts[row].join(u'\t'));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void BatchTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        return toggleChosen();
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore();
    if (isReturn)
        return emit requestsWanted();
    if (event->matches(QKeySequence::Copy))
        return copyChosen();
    QTableView::keyPressEvent(event);
}

void BatchTable::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex cell = indexAt(at);
    if (event->button() == Qt::LeftButton && cell.column() == 0
        && BatchDelegate::boxRect(visualRect(cell)).adjusted(-8, -8, 8, 8).contains(at)) {
        if (!selectionModel()->isRowSelected(cell.row()))
            selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect
                                                        | QItemSelectionModel::Rows);
        return toggleChosen();
    }
    QTableView::mousePressEvent(event);
}

void BatchTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid())
        emit requestsWanted();
}

void BatchTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = isByKey ? currentIndex()
                                     : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!cell.isValid())
        return;
    if (!selectionModel()->isRowSelected(cell.row()))
        setCurrentIndex(cell);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Model"));
    const QList<int> rows = chosenRows();
    if (std::ranges::any_of(rows, [this](int row) { return m_grid.mayBeLeftOut(row); })) {
        const bool isIn = m_grid.stateAt(cell.row()) == BatchGrid::RowState::ToSave;
        connect(menu->addAction(isIn ? tr("Leave out") : tr("Include again")), &QAction::triggered,
                this, &BatchTable::toggleChosen);
    }
    connect(menu->addAction(tr("Show the requests")), &QAction::triggered, this,
            &BatchTable::requestsWanted);
    connect(menu->addAction(tr("Copy as text")), &QAction::triggered, this,
            &BatchTable::copyChosen);
    menu->addSeparator();
    const RegisteredModel &model = m_grid.itemAt(cell.row()).base;
    connect(menu->addAction(tr("Open %1 in the form")
                                .arg(visibleText(model.metadata.name, 40).replace(u'&', "&&"_L1))),
            &QAction::triggered, this, [this, id = model.id] { emit openRequested(id); });
    const QPoint below = visualRect(cell).bottomLeft() + QPoint(40, 0);
    menu->popup(isByKey ? viewport()->mapToGlobal(below) : event->globalPos());
}

} // namespace modelscribe

#include "moc_batchtable.cpp"
