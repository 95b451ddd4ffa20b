// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modeltable.h"

#include "lists/modeltablemodel.h"
#include "ui/browse/modelmenu.h"
#include "ui/browse/modeltabledelegate.h"
#include "ui/browse/modeltableheader.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/spokenname.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr std::chrono::milliseconds untilRest(150);

} // namespace

void setUpListTable(QTableView &table, QAbstractItemDelegate *delegate)
{
    table.setHorizontalHeader(new ModelTableHeader(&table));
    table.setItemDelegate(delegate);
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setCornerButtonEnabled(false);
    table.setWordWrap(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // else a reset measures rows
    const auto dress = [&table] {
        Presentation &presentation = Presentation::instance();
        presentation.dress(table, Presentation::Part::List);
        const int row = presentation.rowHeight(table.font());
        table.verticalHeader()->setMinimumSectionSize(row);
        table.verticalHeader()->setDefaultSectionSize(row);
        table.verticalScrollBar()->setSingleStep(row);
        if (table.currentIndex().isValid())
            table.scrollTo(table.currentIndex());
    };
    dress();
    QObject::connect(&Presentation::instance(), &Presentation::changed, &table, dress);
}

ModelTable::ModelTable(QWidget *parent)
    : PinnedTable(parent)
    , m_columns(*this)
{
    setSpokenName(*this, [] { return tr("Models"); });
    setUpListTable(*this, new ModelTableDelegate(this));
    m_columns.setUp();
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) {
                emit columnsRequested(horizontalHeader()->mapToGlobal(at), m_columns.idAt(at.x()));
            });
    setSpokenName(*horizontalHeader(), [] { return tr("Columns"); });
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_sightSoon.setSingleShot(true);
    m_sightSoon.setInterval(untilRest);
    const auto look = qOverload<>(&QTimer::start);
    connect(&m_sightSoon, &QTimer::timeout, this, &ModelTable::sightChanged);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_sightSoon, look);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, &m_sightSoon, look);
    connect(this, &QAbstractItemView::clicked, this, [this] {
        if (selectedCount() == 1) // else models are being chosen
            emit openRequested(m_currentId);
    });
    connect(this, &QAbstractItemView::doubleClicked, this, [this] {
        // What shows it, the clicks did; with Ctrl or Shift models are being chosen.
        if (m_onDoubleClick != RowAction::Show && selectedCount() == 1)
            act(m_onDoubleClick);
    });
    connect(&Presentation::instance(), &Presentation::changed, &m_columns, &TableColumns::fit);
}

void ModelTable::setActions(RowAction onEnter, RowAction onDoubleClick)
{
    m_onEnter = onEnter;
    m_onDoubleClick = onDoubleClick;
}

//! With the current model.
void ModelTable::act(RowAction action)
{
    const QString id = currentIndex().data(ModelTableModel::ModelIdRole).toString();
    switch (action) {
    case RowAction::Show: emit openRequested(id); break;
    case RowAction::Edit: emit editRequested(id); break;
    case RowAction::Field:
        emit cellEditRequested(id, m_models->columns().at(currentIndex().column()).id());
        break;
    case RowAction::WholeWindow: emit wholeWindowRequested(id); break;
    }
}

void ModelTable::setModels(ModelTableModel *models)
{
    m_models = models;
    // Before the view connects itself: it would go on to a neighbour, which nobody chose.
    connect(models, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ModelTable::leaveGone);
    setModel(models);
    connect(models, &QAbstractItemModel::modelAboutToBeReset, this, &ModelTable::keepPlace);
    connect(models, &QAbstractItemModel::modelReset, this, &ModelTable::findPlace);
    const auto look = qOverload<>(&QTimer::start);
    connect(models, &QAbstractItemModel::modelReset, &m_sightSoon, look);
    connect(models, &QAbstractItemModel::layoutChanged, &m_sightSoon, look);
    // The current model may arrive later than the wish to see it.
    connect(models, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_currentId.isEmpty()
            && currentIndex().data(ModelTableModel::ModelIdRole).toString() != m_currentId)
            QMetaObject::invokeMethod(
                this, [this] { setCurrentId(m_currentId); }, Qt::QueuedConnection);
    });
    m_columns.setModels(models);
}

QStringList ModelTable::idsInSight(qsizetype most) const
{
    QStringList ids;
    if (!m_models || !isVisible())
        return ids;
    for (int row = std::max(0, rowAt(0)); row < m_models->rowCount() && ids.size() < most; ++row) {
        if (rowViewportPosition(row) >= viewport()->height())
            break;
        ids.append(m_models->modelAt(row).id);
    }
    return ids;
}

void ModelTable::sortBy(int column, Qt::SortOrder order)
{
    horizontalHeader()->setSortIndicator(column, order);
}

void ModelTable::resizeEvent(QResizeEvent *event)
{
    PinnedTable::resizeEvent(event);
    m_columns.fit();
}

void ModelTable::keepPlace()
{
    m_finding = true;
    m_scroll = verticalScrollBar()->value();
    m_selected = selectedCount() > 1 ? selectedIds() : QStringList();
    if (currentIndex().isValid())
        m_row = currentIndex().row();
}

void ModelTable::leaveGone(const QModelIndex &, int first, int last)
{
    const int row = currentIndex().row();
    if (row < first || row > last)
        return;
    const QScopedValueRollback guard(m_finding, true);
    m_row = row;
    selectionModel()->clear();
}

void ModelTable::findPlace()
{
    // The view has its own slot for this signal, and which one runs first is not fixed.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_finding = true;
            const int row = m_models->rowOf(m_currentId);
            if (row >= 0) {
                selectionModel()->setCurrentIndex(m_models->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect
                                                      | QItemSelectionModel::Rows);
            }
            if (!m_selected.isEmpty())
                selectRows(std::exchange(m_selected, {}));
            verticalScrollBar()->setValue(m_scroll);
            m_finding = false;
        },
        Qt::QueuedConnection);
}

bool ModelTable::setCurrentId(const QString &modelId)
{
    const int row = m_models->rowOf(modelId);
    if (m_currentId != modelId)
        m_currentId = modelId;
    if (row < 0) {
        clearSelection();
        return false;
    }
    const QScopedValueRollback guard(m_finding, true);
    selectionModel()->setCurrentIndex(m_models->index(row, 0), QItemSelectionModel::ClearAndSelect
                                                                   | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
    return true;
}

qsizetype ModelTable::selectedCount() const
{
    qsizetype count = 0;
    if (selectionModel()) {
        for (const QItemSelectionRange &range : selectionModel()->selection())
            count += range.left() == 0 ? range.height() : 0;
    }
    return count;
}

QStringList ModelTable::selectedIds(qsizetype most) const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row) {
            rows.append(row);
            if (row - range.top() >= most)
                break;
        }
    }
    std::ranges::sort(rows);
    QStringList ids;
    ids.reserve(std::min(most, rows.size()));
    for (const int row : rows.first(std::min(most, rows.size())))
        ids.append(m_models->modelAt(row).id);
    return ids;
}

QStringList ModelTable::selectedIds() const { return selectedIds(selectedCount()); }

//! In ranges: each call of the selection model looks at all that is selected.
void ModelTable::selectRows(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    QItemSelection rows;
    int first = -1;
    const int last = m_models->columnCount() - 1;
    for (int row = 0; row <= m_models->rowCount(); ++row) {
        const bool isWanted = row < m_models->rowCount()
                              && wanted.contains(m_models->modelAt(row).id);
        if (isWanted && first < 0)
            first = row;
        if (!isWanted && first >= 0)
            rows.append(
                {m_models->index(std::exchange(first, -1), 0), m_models->index(row - 1, last)});
    }
    if (rows.isEmpty())
        return;
    if (!rows.contains(currentIndex()))
        selectionModel()->setCurrentIndex(rows.first().topLeft(), QItemSelectionModel::NoUpdate);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void ModelTable::selectIds(const QStringList &ids)
{
    selectRows(ids);
    scrollTo(currentIndex());
}

bool ModelTable::showsAll(const QStringList &ids) const
{
    QSet<QString> missing(ids.begin(), ids.end());
    for (int row = 0; row < m_models->rowCount() && !missing.isEmpty(); ++row)
        missing.remove(m_models->modelAt(row).id);
    return missing.isEmpty();
}

void ModelTable::selectCurrentOnly()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        clearSelection();
}

void ModelTable::paste() { emit pasteRequested(); }

void ModelTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    PinnedTable::selectionChanged(selected, deselected);
    emit selectionCountChanged();
}

void ModelTable::clearCurrent()
{
    const QScopedValueRollback guard(m_finding, true);
    m_currentId.clear();
    selectionModel()->clear();
}

void ModelTable::goOnFromGone()
{
    const int row = std::min(m_row, m_models->rowCount() - 1);
    clearCurrent();
    if (row < 0)
        return;
    const QScopedValueRollback guard(m_finding, false);
    setCurrentIndex(m_models->index(row, 0));
}

void ModelTable::step(int rows)
{
    const int from = m_models->rowOf(m_currentId);
    const int last = m_models->rowCount() - 1;
    if (last < 0)
        return;
    const int row = from < 0 ? (rows > 0 ? 0 : last) : std::clamp(from + rows, 0, last);
    setCurrentIndex(m_models->index(row, 0));
}

void ModelTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    PinnedTable::currentChanged(current, previous);
    viewport()->update(); // the focus ring is around whole rows
    if (m_finding || !current.isValid())
        return;
    const QString modelId = current.data(ModelTableModel::ModelIdRole).toString();
    if (std::exchange(m_currentId, modelId) != modelId)
        emit currentIdChanged(modelId);
}

void ModelTable::focusInEvent(QFocusEvent *event)
{
    // A view makes its first row the current one when it gets the focus; nobody chose that.
    if (currentIndex().isValid()) {
        PinnedTable::focusInEvent(event);
    } else {
        QAbstractScrollArea::focusInEvent(event);
        viewport()->update();
    }
}

//! What can be done with the current row; false: nothing by this key.
bool ModelTable::takeKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        ModelMenu::copy(*m_models, currentIndex().row(), CopyAs::Table);
        return true;
    }
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isUp = event.key() == Qt::Key_Up;
    if (modifiers == (Qt::AltModifier | Qt::ShiftModifier) && (isUp || event.key() == Qt::Key_Down)
        && m_models->isByOrderNumber()) {
        emit moveRequested(isUp ? -1 : 1);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_D:
        if (modifiers != Qt::ControlModifier)
            return false;
        emit fillDownRequested();
        return true;
    case Qt::Key_F2:
        emit cellEditRequested(m_currentId, m_models->columns().at(currentIndex().column()).id());
        return true;
    case Qt::Key_Delete: emit deleteRequested(m_currentId); return true;
    case Qt::Key_Escape:
        if (selectedCount() < 2)
            return false;
        selectCurrentOnly();
        return true;
    default: return false;
    }
}

void ModelTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = isByKey ? currentIndex()
                                     : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!cell.isValid())
        return;
    if (selectionModel()->isSelected(cell)) // the others stay selected
        selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    else
        setCurrentIndex(cell);
    auto *menu = new ModelMenu(*m_models, cell, selectedCount(), this);
    menu->showEnter(m_onEnter == RowAction::Show);
    connect(menu, &ModelMenu::compareRequested, this, &ModelTable::compareRequested);
    if (const int drafts = selectedCount() > 1 ? m_models->marks().draftCount(selectedIds()) : 0)
        menu->offerDrafts(drafts);
    connect(menu, &ModelMenu::draftsReviewRequested, this, &ModelTable::draftsReviewRequested);
    connect(menu, &ModelMenu::openRequested, this, [this] { emit openRequested(m_currentId); });
    connect(menu, &ModelMenu::cellEditRequested, this,
            [this, column = m_models->columns().at(cell.column()).id()] {
                emit cellEditRequested(m_currentId, column);
            });
    connect(menu, &ModelMenu::copyAsNewRequested, this,
            [this] { emit copyAsNewRequested(m_currentId); });
    connect(menu, &ModelMenu::copyFieldsRequested, this,
            [this] { emit copyFieldsRequested(m_currentId); });
    connect(menu, &ModelMenu::pasteFieldsRequested, this, &ModelTable::pasteFieldsRequested);
    connect(menu, &ModelMenu::fillDownRequested, this, &ModelTable::fillDownRequested);
    connect(menu, &ModelMenu::moveRequested, this, &ModelTable::moveRequested);
    connect(menu, &ModelMenu::deleteRequested, this, [this] { emit deleteRequested(m_currentId); });
    connect(menu, &ModelMenu::filterRequested, this, &ModelTable::filterRequested);
    const QPoint below = visualRect(cell).bottomLeft() + QPoint(24, 0);
    menu->popup(isByKey ? viewport()->mapToGlobal(below) : event->globalPos());
}

void ModelTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && m_models->rowCount() > 0) {
        if (!currentIndex().isValid()) // such as right after a search
            step(1);
        act(m_onEnter);
        return;
    }
    if (m_currentId.isEmpty() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    if (currentIndex().isValid() && takeKey(*event))
        return;
    const QString text = event->text();
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && !text.isEmpty() && text.at(0).isPrint() && event->key() != Qt::Key_Space) {
        emit typed(text);
        return;
    }
    PinnedTable::keyPressEvent(event);
}

} // namespace modelscribe

#include "moc_modeltable.cpp"
