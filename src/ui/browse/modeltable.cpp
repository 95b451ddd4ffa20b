// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modeltable.h"

#include "lists/modeltablemodel.h"
#include "ui/browse/modeltabledelegate.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int rowPixels = 30;

struct ColumnWidth
{
    int column;
    int width;
    int shownFrom; //!< Hidden while the table is narrower: the name matters most.
};

constexpr std::array columnWidths = {
    ColumnWidth{ModelTableModel::Type, 78, 420},     ColumnWidth{ModelTableModel::Task, 118, 500},
    ColumnWidth{ModelTableModel::Size, 58, 340},     ColumnWidth{ModelTableModel::Labels, 118, 580},
    ColumnWidth{ModelTableModel::Modified, 92, 300},
};

} // namespace

ModelTableHeader::ModelTableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setStretchLastSection(false);
    setMouseTracking(true);
}

void ModelTableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::of(this);
    painter->save();
    painter->fillRect(rect, theme.color(ThemeColor::Surface));
    painter->setPen(theme.color(ThemeColor::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 0.92);
    painter->setFont(bold);
    painter->setPen(theme.color(ThemeColor::Muted));

    QRect text = rect.adjusted(8, 0, -8, 0);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const auto alignment = Qt::Alignment(
        model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QString words = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    constexpr int arrowWidth = 12;
    if (sorted)
        text.setRight(text.right() - arrowWidth - 1);
    const int width = drawTextLine(*painter, text, alignment, words);
    if (sorted) {
        const int left = alignment.testFlag(Qt::AlignRight) ? text.right() + 2
                                                            : text.left() + width + 2;
        const QRect arrow(left, rect.center().y() - arrowWidth / 2, arrowWidth, arrowWidth);
        const bool down = sortIndicatorOrder() == Qt::DescendingOrder;
        painter->save();
        if (!down) {
            painter->translate(arrow.center());
            painter->rotate(180);
            painter->translate(-arrow.center());
        }
        painter->drawPixmap(arrow, theme.pixmap(u"chevron-down"_s, ThemeColor::Muted, arrow.size(),
                                                devicePixelRatioF()));
        painter->restore();
    }
    painter->restore();
}

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
    QHeaderView &rows = *table.verticalHeader();
    rows.hide();
    rows.setMinimumSectionSize(rowPixels);
    rows.setDefaultSectionSize(rowPixels);
    rows.setSectionResizeMode(QHeaderView::Fixed); // else a reset measures every row
    table.verticalScrollBar()->setSingleStep(rowPixels);
}

ModelTable::ModelTable(QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(u"Models"_s);
    setUpListTable(*this, new ModelTableDelegate(this));
    horizontalHeader()->setAccessibleName(u"Columns"_s);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QAbstractItemView::clicked, this, [this] { emit openRequested(m_currentId); });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ModelTable::sortChanged);
}

void ModelTable::setModels(ModelTableModel *models)
{
    m_models = models;
    horizontalHeader()->setSortIndicator(models->sortColumn(), models->sortOrder());
    // Before the view connects itself: it would go on to a neighbour, which nobody chose.
    connect(models, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ModelTable::leaveGone);
    setModel(models);
    setSortingEnabled(true);
    connect(models, &QAbstractItemModel::modelAboutToBeReset, this, &ModelTable::keepPlace);
    connect(models, &QAbstractItemModel::modelReset, this, &ModelTable::findPlace);
    // The current model may arrive later than the wish to see it.
    connect(models, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_currentId.isEmpty()
            && currentIndex().data(ModelTableModel::ModelIdRole).toString() != m_currentId)
            QMetaObject::invokeMethod(
                this, [this] { setCurrentId(m_currentId); }, Qt::QueuedConnection);
    });
    horizontalHeader()->setSectionResizeMode(ModelTableModel::Name, QHeaderView::Stretch);
    for (const ColumnWidth &width : columnWidths)
        setColumnWidth(width.column, width.width);
    fitColumns();
}

void ModelTable::sortBy(int column, Qt::SortOrder order)
{
    horizontalHeader()->setSortIndicator(column, order);
}

void ModelTable::fitColumns()
{
    if (!m_models)
        return;
    for (const ColumnWidth &width : columnWidths)
        setColumnHidden(width.column, this->width() < width.shownFrom);
}

void ModelTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void ModelTable::keepPlace()
{
    m_finding = true;
    m_scroll = verticalScrollBar()->value();
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
    QTableView::currentChanged(current, previous);
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
        QTableView::focusInEvent(event);
    } else {
        QAbstractScrollArea::focusInEvent(event);
        viewport()->update();
    }
}

void ModelTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && m_models->rowCount() > 0) {
        if (!currentIndex().isValid()) // such as right after a search
            step(1);
        emit openRequested(currentIndex().data(ModelTableModel::ModelIdRole).toString());
        return;
    }
    if (m_currentId.isEmpty() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    const QString text = event->text();
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && !text.isEmpty() && text.at(0).isPrint() && event->key() != Qt::Key_Space) {
        emit typed(text);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace modelscribe

#include "moc_modeltable.cpp"
