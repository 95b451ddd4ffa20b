// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historytable.h"

#include "lists/historymodel.h"
#include "ui/browse/modeltable.h"
#include "ui/history/historydelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <array>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

struct HistoryColumnWidth
{
    int column;
    int width;
    int shownFrom; //!< Width of the whole table.
};

constexpr std::array historyColumnWidths = {
    HistoryColumnWidth{HistoryModel::When, 92, 0},
    HistoryColumnWidth{HistoryModel::What, 132, 0},
    HistoryColumnWidth{HistoryModel::Changes, 84, 300},
    HistoryColumnWidth{HistoryModel::Outcome, 118, 0},
    HistoryColumnWidth{HistoryModel::Profile, 150, 760},
};

} // namespace

HistoryTable::HistoryTable(HistoryModel &history, bool ofAllModels, QWidget *parent)
    : QTableView(parent)
    , m_history(history)
    , m_ofAllModels(ofAllModels)
{
    setUpListTable(*this, new HistoryDelegate(this));
    horizontalHeader()->setSectionsClickable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(&history);
    for (const HistoryColumnWidth &width : historyColumnWidths)
        setColumnWidth(width.column, width.width);
    const int widest = ofAllModels ? HistoryModel::Model : HistoryModel::Outcome;
    horizontalHeader()->setSectionResizeMode(widest, QHeaderView::Stretch);
    fitColumns();
    // After the view's own slots for these signals.
    connect(&history, &QAbstractItemModel::modelReset, this, &HistoryTable::choose,
            Qt::QueuedConnection);
    connect(&history, &QAbstractItemModel::rowsInserted, this, &HistoryTable::choose,
            Qt::QueuedConnection);
    connect(this, &QAbstractItemView::activated, this, &HistoryTable::openRequested);
    m_minute.setInterval(60s);
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
}

QUuid HistoryTable::currentId() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_history.rowCount() ? m_history.head(row).id : QUuid();
}

void HistoryTable::setCurrentId(const QUuid &id)
{
    if (const int row = m_history.rowOf(id); row >= 0)
        setCurrentIndex(m_history.index(row, 0));
}

void HistoryTable::choose()
{
    if (m_history.rowCount() == 0) {
        if (!std::exchange(m_told, {}).isNull())
            emit currentIdChanged({});
        return;
    }
    const QScopedValueRollback guard(m_isChoosing, true);
    const int told = m_history.rowOf(m_told);
    m_isChosen = m_isChosen && told >= 0;
    setCurrentIndex(m_history.index(m_isChosen ? told : 0, 0));
}

void HistoryTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the focus ring is around whole rows
    if (!current.isValid())
        return;
    m_isChosen = m_isChosen || !m_isChoosing;
    const QUuid id = m_history.head(current.row()).id;
    if (std::exchange(m_told, id) != id)
        emit currentIdChanged(id);
}

void HistoryTable::copy() { emit copyRequested(); }

void HistoryTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_Up && currentIndex().row() <= 0) {
        emit leftUpwards();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit openRequested(); // else it is the default button's
    } else {
        QTableView::keyPressEvent(event);
    }
}

void HistoryTable::fitColumns()
{
    for (const HistoryColumnWidth &width : historyColumnWidths)
        setColumnHidden(width.column, this->width() < width.shownFrom);
    setColumnHidden(HistoryModel::Model, !m_ofAllModels);
}

void HistoryTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

} // namespace modelscribe

#include "moc_historytable.cpp"
