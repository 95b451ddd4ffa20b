// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaltableview.h"

#include "lists/journalmodel.h"
#include "ui/browse/modeltable.h"
#include "ui/journal/journaldelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <array>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

struct JournalColumnWidth
{
    int column;
    int width;
    int shownFrom; //!< Width of the whole table.
};

constexpr std::array journalColumnWidths = {
    JournalColumnWidth{JournalModel::When, 92, 0},
    JournalColumnWidth{JournalModel::What, 132, 0},
    JournalColumnWidth{JournalModel::Changes, 84, 300},
    JournalColumnWidth{JournalModel::Outcome, 118, 0},
    JournalColumnWidth{JournalModel::Profile, 150, 760},
};

} // namespace

JournalTableView::JournalTableView(JournalModel &entries, bool ofAllModels, QWidget *parent)
    : QTableView(parent)
    , m_entries(entries)
    , m_ofAllModels(ofAllModels)
{
    setUpListTable(*this, new JournalDelegate(this));
    horizontalHeader()->setSectionsClickable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(&entries);
    for (const JournalColumnWidth &width : journalColumnWidths)
        setColumnWidth(width.column, width.width);
    const int widest = ofAllModels ? JournalModel::Model : JournalModel::Outcome;
    horizontalHeader()->setSectionResizeMode(widest, QHeaderView::Stretch);
    fitColumns();
    // After the view's own slots for these signals.
    connect(&entries, &QAbstractItemModel::modelReset, this, &JournalTableView::choose,
            Qt::QueuedConnection);
    connect(&entries, &QAbstractItemModel::rowsInserted, this, &JournalTableView::choose,
            Qt::QueuedConnection);
    connect(this, &QAbstractItemView::activated, this, &JournalTableView::open);
    m_minute.setInterval(60s);
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
}

QUuid JournalTableView::currentId() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_entries.rowCount() ? m_entries.idAt(row) : QUuid();
}

void JournalTableView::setCurrentId(const QUuid &id)
{
    if (const int row = m_entries.rowOf(id); row >= 0)
        setCurrentIndex(m_entries.index(row, 0));
}

void JournalTableView::choose()
{
    if (m_entries.rowCount() == 0) {
        if (!std::exchange(m_told, {}).isNull())
            emit currentIdChanged({});
        return;
    }
    const QScopedValueRollback guard(m_isChoosing, true);
    const int told = m_entries.rowOf(m_told);
    m_isChosen = m_isChosen && told >= 0;
    setCurrentIndex(m_entries.index(m_isChosen ? told : 0, 0));
}

void JournalTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the focus ring is around whole rows
    if (!current.isValid())
        return;
    m_isChosen = m_isChosen || !m_isChoosing;
    const QUuid id = m_entries.idAt(current.row());
    if (std::exchange(m_told, id) != id)
        emit currentIdChanged(id);
}

void JournalTableView::open()
{
    const int row = currentIndex().row();
    if (row >= 0 && m_entries.isRun(row))
        m_entries.setUnfolded(row, !m_entries.isUnfolded(row));
    else
        emit openRequested();
}

//! From an entry of a run back is to the run.
void JournalTableView::setUnfolded(bool isUnfolded)
{
    const int row = currentIndex().row();
    const QUuid group = m_entries.head(row).group;
    if (m_entries.isRun(row))
        m_entries.setUnfolded(row, isUnfolded);
    else if (!isUnfolded && !group.isNull())
        setCurrentId(group);
}

void JournalTableView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex cell = indexAt(event->position().toPoint());
    const bool isArrow = cell.isValid() && cell.column() == JournalModel::Model
                         && event->position().x() - visualRect(cell).left() < journalArrowWidth;
    if (isArrow && m_entries.isRun(cell.row()))
        open();
}

void JournalTableView::copy() { emit copyRequested(); }

void JournalTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_Up && currentIndex().row() <= 0) {
        emit leftUpwards();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(); // else it is the default button's
    } else if (event->key() == Qt::Key_Right && currentIndex().isValid()) {
        setUnfolded(true);
    } else if (event->key() == Qt::Key_Left && currentIndex().isValid()) {
        setUnfolded(false);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void JournalTableView::fitColumns()
{
    for (const JournalColumnWidth &width : journalColumnWidths)
        setColumnHidden(width.column, this->width() < width.shownFrom);
    setColumnHidden(JournalModel::Model, !m_ofAllModels);
}

void JournalTableView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

} // namespace modelscribe

#include "moc_journaltableview.cpp"
