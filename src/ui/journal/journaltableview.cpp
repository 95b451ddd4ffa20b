// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaltableview.h"

#include "lists/journalmodel.h"
#include "ui/browse/modeltable.h"
#include "ui/journal/journaldelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
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
    connect(this, &QAbstractItemView::activated, this, &JournalTableView::openRequested);
    m_minute.setInterval(60s);
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
}

QUuid JournalTableView::currentId() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_entries.rowCount() ? m_entries.head(row).id : QUuid();
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
    const QUuid id = m_entries.head(current.row()).id;
    if (std::exchange(m_told, id) != id)
        emit currentIdChanged(id);
}

void JournalTableView::copy() { emit copyRequested(); }

void JournalTableView::keyPressEvent(QKeyEvent *event)
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
