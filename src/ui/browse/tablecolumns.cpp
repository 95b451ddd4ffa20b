// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/tablecolumns.h"

#include "lists/modeltablemodel.h"
#include "lists/relativetime.h"
#include "ui/browse/columnwidths.h"
#include "ui/browse/modeltabledelegate.h"
#include "ui/browse/modeltableheader.h"
#include "ui/widgets/presentation.h"

#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int headerPadding = 16;
constexpr int sortArrow = 14;
constexpr int widestNeed = 600; // nobody reads more of a cell
constexpr int sampledRows = 100;

using Kind = ModelColumn::Kind;

//! What a column takes at most while others are cut.
int usualWidth(const ModelColumn &column)
{
    switch (column.kind()) {
    case Kind::Name: return 150;
    case Kind::Size: return 58;
    case Kind::Number: return 80;
    case Kind::Time: return dateStyle() == DateStyle::Relative ? 92 : 136;
    case Kind::Labels: return 118;
    case Kind::Extra: return 90;
    case Kind::Text: break;
    }
    return column.id() == "ModelType"_L1 ? 88 : 118;
}

//! Where a table is narrow, its usual columns give way to the name, the last one first.
const QStringList &givingWay()
{
    static const QStringList ids{u"GmtModifiedTime"_s, u"ParameterSize"_s, u"ModelType"_s,
                                 u"Task"_s, u"Labels"_s};
    return ids;
}

int shareOf(const ModelColumn &column)
{
    if (column.kind() == Kind::Name)
        return 2;
    return column.kind() == Kind::Labels || column.id() == "Task"_L1 ? 1 : 0;
}

} // namespace

TableColumns::TableColumns(QTableView &table)
    : m_table(table)
{
}

void TableColumns::setUp()
{
    ModelTableHeader *header = &this->header();
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                if (m_isArranging)
                    return;
                m_models->sort(column, order);
                emit changed();
            });
    connect(header, &ModelTableHeader::furtherSortRequested, this, &TableColumns::sortFurther);
    connect(header, &QHeaderView::sectionMoved, this,
            [this](int, int from, int to) { followMove(from, to); });
    connect(header, &QHeaderView::sectionResized, this, &TableColumns::noteWidth);
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) {
        m_widths.remove(m_models->columns().at(column).id());
        fit();
        emit changed();
    });
}

void TableColumns::setModels(ModelTableModel *models)
{
    m_models = models;
    m_table.horizontalHeader()->setSortIndicatorShown(true);
    // Widths that change with each search would be a nuisance: only the first rows count.
    const auto fitFirst = [this] {
        if (m_fittedRows < sampledRows && m_models->rowCount() > m_fittedRows)
            fit();
    };
    connect(models, &QAbstractItemModel::modelReset, this, fitFirst);
    connect(models, &QAbstractItemModel::rowsInserted, this, fitFirst);
    showSorting();
    fit();
}

void TableColumns::showSorting()
{
    const QScopedValueRollback guard(m_isArranging, true);
    m_table.horizontalHeader()->setSortIndicator(m_models->sortColumn(), m_models->sortOrder());
}

//! Equal rows by \p column, and the other way round when they are already.
void TableColumns::sortFurther(int column)
{
    QList<RowSortKey> keys = m_models->sortKeys();
    const ModelColumn wanted = m_models->columns().at(column);
    const auto known = std::ranges::find(keys, wanted, &RowSortKey::column);
    if (known == keys.end())
        keys.append({wanted, Qt::AscendingOrder});
    else
        known->order = known->order == Qt::AscendingOrder ? Qt::DescendingOrder
                                                          : Qt::AscendingOrder;
    m_models->sortBy(keys);
    showSorting();
    emit changed();
}

ModelTableHeader &TableColumns::header() const
{
    return *static_cast<ModelTableHeader *>(m_table.horizontalHeader());
}

//! Who drags a column among those that stay in sight wants it there.
void TableColumns::followMove(int from, int to)
{
    if (m_isArranging)
        return;
    const int pinned = header().pinned();
    header().setPinned(pinned + int(to < pinned) - int(from < pinned));
    emit changed();
}

void TableColumns::pin(const QString &id, bool isPinned)
{
    const auto column = ModelColumn::of(id);
    const int place = column ? header().visualIndex(m_models->indexOf(*column)) : -1;
    const int pinned = header().pinned();
    if (place < 0 || (place < pinned) == isPinned)
        return;
    const QScopedValueRollback guard(m_isArranging, true);
    header().moveSection(place, isPinned ? pinned : pinned - 1);
    header().setPinned(isPinned ? pinned + 1 : pinned - 1);
    m_table.viewport()->update();
    emit changed();
}

QStringList TableColumns::pinned() const
{
    QStringList ids;
    for (int place = 0; place < std::min(header().pinned(), header().count()); ++place)
        ids.append(m_models->columns().at(header().logicalIndex(place)).id());
    return ids;
}

QString TableColumns::idAt(int x) const
{
    const int over = header().pinnedSectionAt(x);
    const int column = over < 0 ? header().logicalIndexAt(x) : over;
    return column < 0 ? QString() : m_models->columns().at(column).id();
}

TableLayout TableColumns::arrangement() const
{
    TableLayout result{.pinned = header().pinned()};
    for (int place = 0; place < header().count(); ++place) {
        const QString id = m_models->columns().at(header().logicalIndex(place)).id();
        result.columns.append({id, m_widths.value(id)});
    }
    for (const RowSortKey &key : m_models->sortKeys())
        result.sort.append({key.column.id(), key.order});
    return result;
}

void TableColumns::arrange(const TableLayout &layout)
{
    QStringList ids;
    m_widths.clear();
    for (const TableLayout::Column &column : layout.columns) {
        ids.append(column.id);
        if (column.width > 0)
            m_widths.insert(column.id, column.width);
    }
    QList<RowSortKey> keys;
    for (const TableLayout::Key &key : layout.sort) {
        if (const auto column = ModelColumn::of(key.id))
            keys.append({*column, key.order});
    }
    if (keys.isEmpty())
        keys.append({*ModelColumn::of(u"GmtModifiedTime"_s), Qt::DescendingOrder});
    m_models->sortBy(keys);
    const QList<ModelColumn> columns = ModelColumn::of(ids.isEmpty() ? ModelColumn::usualIds()
                                                                     : ids);
    const bool isNameFirst = !columns.isEmpty() && columns.first().kind() == Kind::Name;
    show(columns, layout.pinned.value_or(isNameFirst ? 1 : 0));
}

void TableColumns::show(const QList<ModelColumn> &columns, int pinned)
{
    {
        const QScopedValueRollback guard(m_isArranging, true);
        m_models->setColumns(columns);
        for (int column = 0; column < header().count(); ++column)
            header().moveSection(header().visualIndex(column), column);
        header().setPinned(pinned);
    }
    showSorting();
    fit();
}

void TableColumns::choose(const QStringList &ids)
{
    QStringList wanted; // those that stay keep their order
    const TableLayout before = arrangement();
    for (const TableLayout::Column &column : before.columns) {
        if (ids.contains(column.id))
            wanted.append(column.id);
    }
    const QStringList kept = pinned();
    const auto stay = std::ranges::count_if(kept, [&](const auto &id) { return ids.contains(id); });
    for (const QString &id : ids) {
        if (!wanted.contains(id))
            wanted.append(id);
    }
    show(ModelColumn::of(wanted), int(stay));
    emit changed();
}

void TableColumns::noteWidth(int column, int, int width)
{
    if (m_isArranging || width <= 0)
        return;
    m_widths.insert(m_models->columns().at(column).id(), width);
    emit changed();
}

void TableColumns::reset()
{
    arrange({});
    emit changed();
}

void TableColumns::fitAll()
{
    m_widths.clear();
    fit();
    emit changed();
}

void TableColumns::fit()
{
    if (!m_models || m_isArranging)
        return;
    const QScopedValueRollback guard(m_isArranging, true);
    QList<ColumnNeed> needs;
    for (int column = 0; column < m_models->columnCount(); ++column)
        needs.append(needOf(column));
    m_fittedRows = std::min(m_models->rowCount(), sampledRows);
    hideWhatHasNoRoom(needs);
    const QList<int> widths = columnWidths(needs, m_widths, m_table.viewport()->width());
    for (qsizetype i = 0; i < needs.size(); ++i)
        m_table.setColumnWidth(m_models->indexOf(*ModelColumn::of(needs[i].id)), widths[i]);
}

//! From some rows all over the list.
ColumnNeed TableColumns::needOf(int column) const
{
    const ModelColumn &known = m_models->columns().at(column);
    QFont bold = m_table.font();
    bold.setWeight(QFont::DemiBold);
    const int percent = Presentation::instance().percent(Presentation::Part::List);
    ColumnNeed need{
        .id = known.id(), .usual = usualWidth(known) * percent / 100, .share = shareOf(known)};
    need.header = QFontMetrics(bold).horizontalAdvance(known.title()) + headerPadding + sortArrow;
    const int rows = m_models->rowCount();
    const int step = std::max(1, rows / sampledRows);
    for (int row = 0; row < rows && need.content < widestNeed; row += step) {
        const QModelIndex cell = m_models->index(row, column);
        const int text = ModelTableDelegate::contentWidth(cell, m_table);
        need.content = std::min(widestNeed, std::max(need.content, text));
    }
    return need;
}

//! Who chose columns scrolls to them; the usual ones give way to the name.
void TableColumns::hideWhatHasNoRoom(QList<ColumnNeed> &needs)
{
    const QList<ModelColumn> usual = ModelColumn::of(ModelColumn::usualIds());
    const bool isUsual = m_widths.isEmpty()
                         && std::ranges::is_permutation(m_models->columns(), usual);
    QStringList hidden;
    const auto taken = [](const ColumnNeed &need) {
        return std::max(need.header, std::min(need.content, need.usual));
    };
    int needed = 0;
    for (const ColumnNeed &need : std::as_const(needs))
        needed += taken(need);
    for (const QString &id : std::ranges::reverse_view(givingWay())) {
        if (!isUsual || needed <= m_table.viewport()->width())
            break;
        hidden.append(id);
        needed -= taken(*std::ranges::find(needs, id, &ColumnNeed::id));
    }
    for (int column = 0; column < m_models->columnCount(); ++column)
        m_table.setColumnHidden(column, hidden.contains(m_models->columns().at(column).id()));
    needs.removeIf([&hidden](const ColumnNeed &need) { return hidden.contains(need.id); });
}

} // namespace modelscribe

#include "moc_tablecolumns.cpp"
