// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modeltablemodel.h"

#include "lists/modelcells.h"
#include "registry/access.h"

#include <QElapsedTimer>
#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxToolTip = 2000;
constexpr size_t slotsAtOnce = 2000; // a few milliseconds

} // namespace

ModelTableModel::ModelTableModel(QObject *parent)
    : SlotRows(parent)
    , m_search([this](const QString &modelId) { return m_marks.hasDraft(modelId); })
{
    connect(&m_marks, &RowMarks::draftsChanged, this, &ModelTableModel::takeDrafts);
    connect(&m_marks, &RowMarks::accessChanged, this, &ModelTableModel::takeAccess);
    connect(&m_marks, &RowMarks::orderNumbersChanged, this, &ModelTableModel::takeOrderNumbers);
    connect(&m_marks, &RowMarks::cellsChanged, this, &ModelTableModel::tellCells);
    m_rebuildSoon.setSingleShot(true);
    connect(&m_rebuildSoon, &QTimer::timeout, this, &ModelTableModel::rebuild);
    m_readSoon.setSingleShot(true);
    connect(&m_readSoon, &QTimer::timeout, this, &ModelTableModel::readMore);
}

void ModelTableModel::setCatalog(Catalog *catalog, CatalogText *text)
{
    if (m_catalog)
        m_catalog->disconnect(this);
    m_catalog = catalog;
    m_search.setText(text);
    m_rebuildSoon.stop();
    beginResetModel();
    clear();
    if (m_catalog)
        readCatalog();
    endResetModel();
    m_search.find([this] { showFound(); });
}

void ModelTableModel::clear()
{
    clearRows();
    m_slots.clear();
    m_slotOf.clear();
    m_search.clearSlots();
    m_sorter.clear();
    m_toRead.clear();
    m_readSoon.stop();
}

void ModelTableModel::readCatalog()
{
    connect(m_catalog, &Catalog::added, this, &ModelTableModel::addSlots);
    connect(m_catalog, &Catalog::changed, this, &ModelTableModel::takeChanges);
    connect(m_catalog, &Catalog::removed, this, &ModelTableModel::dropSlots);
    connect(m_catalog, &QObject::destroyed, this, [this] {
        // Its models are gone, and whoever is told of the reset may ask for them once more.
        static const RegisteredModel gone;
        std::ranges::fill(m_slots, &gone);
        setCatalog(nullptr);
    });
    m_slotOf.reserve(m_catalog->room());
    for (const RegisteredModel &model : m_catalog->models()) {
        if (m_slots.size() < slotsAtOnce)
            addSlot(model);
        else
            m_toRead.append(model.id);
    }
    if (!m_toRead.isEmpty())
        m_readSoon.start(0);
    tellSorterOrderNumbers();
}

void ModelTableModel::readMore()
{
    const auto count = std::min(m_toRead.size(), qsizetype(slotsAtOnce));
    const QStringList some = m_toRead.last(count);
    m_toRead.remove(m_toRead.size() - count, count);
    if (!m_toRead.isEmpty())
        m_readSoon.start(0);
    addSlots(some);
}

void ModelTableModel::setQuery(const Query &query)
{
    m_rebuildSoon.stop();
    m_search.setQuery(query);
    m_search.find([this] { showFound(); });
}

void ModelTableModel::showFound()
{
    m_rebuildSoon.stop();
    resetRows(wantedRows());
    emit searched();
}

void ModelTableModel::takeDrafts(const QStringList &modelIds)
{
    if (m_search.query().asksForDrafts())
        rebuildSoon();
    for (const QString &id : modelIds) {
        if (const int row = rowOf(id); row >= 0)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void ModelTableModel::takeAccess()
{
    const QPointer<Access> access = m_marks.access();
    m_search.setPeople(access ? access->callerId() : QString(), [access](const QString &userId) {
        return access ? access->nameOf(userId) : QString();
    });
    if (m_search.query().asksForPeople())
        rebuildSoon();
}

void ModelTableModel::takeOrderNumbers(const QStringList &modelIds)
{
    tellSorterOrderNumbers();
    for (const QString &id : modelIds) {
        if (const auto slot = m_slotOf.constFind(id); slot != m_slotOf.cend())
            m_sorter.slotChanged(*slot);
    }
    if (!m_search.isFinding()) // else the rows follow
        takeRows(wantedRows(), m_slots.size());
}

void ModelTableModel::tellCells(const QString &columnId, const QStringList &modelIds)
{
    const int column = indexOf(*ModelColumn::of(columnId));
    if (column < 0 || rows().isEmpty())
        return;
    if (modelIds.isEmpty())
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
    for (const QString &id : modelIds) {
        if (const int row = rowOf(id); row >= 0)
            emit dataChanged(index(row, column), index(row, column));
    }
}

void ModelTableModel::tellSorterOrderNumbers()
{
    QHash<int, QString> numbers;
    for (const auto &[id, number] : m_marks.orderNumbers().asKeyValueRange()) {
        if (const auto slot = m_slotOf.constFind(id); slot != m_slotOf.cend())
            numbers.insert(*slot, number);
    }
    m_sorter.setOrderNumbers(numbers);
}

bool ModelTableModel::isByOrderNumber() const
{
    const RowSortKey &first = m_sortKeys.first();
    return first.column.isOrderNumber() && first.order == Qt::AscendingOrder;
}

QList<int> ModelTableModel::placesBehindFirstKey()
{
    const QList<int> order = m_sorter.sorted(m_slots, rows(), m_sortKeys.mid(1));
    std::vector<int> placeOf(m_slots.size());
    for (int place = 0; place < order.size(); ++place)
        placeOf[size_t(order[place])] = place;
    QList<int> places;
    places.reserve(rows().size());
    for (const int slot : rows())
        places.append(placeOf[size_t(slot)]);
    return places;
}

const RegisteredModel &ModelTableModel::modelAt(int row) const
{
    return *m_slots[size_t(rows().at(row))];
}

int ModelTableModel::rowOf(const QString &modelId) const
{
    const auto slot = m_slotOf.constFind(modelId);
    return slot == m_slotOf.cend() ? -1 : int(rows().indexOf(*slot));
}

int ModelTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_catalog ? 0 : int(rows().size());
}

int ModelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ModelTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RegisteredModel &model = modelAt(index.row());
    const ModelColumn &column = m_columns.at(index.column());
    const bool isName = column.kind() == ModelColumn::Kind::Name;
    switch (role) {
    case Qt::DisplayRole:
        if (const QString drafted = m_marks.draftedText(model, column); !drafted.isEmpty())
            return drafted;
        return shownText(model, column);
    case DraftedRole: return !m_marks.draftedText(model, column).isEmpty();
    case Qt::AccessibleTextRole:
        if (const QString drafted = m_marks.draftedText(model, column); !drafted.isEmpty())
            return drafted;
        if (const QString write = RowMarks::writeText(m_marks.writeOf(model, column));
            !write.isEmpty())
            return write;
        return wholeText(model, column).isEmpty() ? tr("none") : shownText(model, column);
    case Qt::AccessibleDescriptionRole:
        return isName ? RowMarks::markText(m_marks.markOf(model)) : QString();
    case Qt::ToolTipRole: return toolTip(model, column);
    case Qt::TextAlignmentRole: return alignment(index.column());
    case ModelIdRole: return model.id;
    case MarkRole: return QVariant::fromValue(m_marks.markOf(model));
    case LabelsRole: return labelTexts(model);
    case LabelColorsRole: return QVariant::fromValue(m_marks.labelColors(model));
    case TimeRole:
        return column.kind() == ModelColumn::Kind::Time ? parseServiceTime(column.text(model))
                                                        : QDateTime();
    case KindRole: return int(column.kind());
    case WriteRole: return QVariant::fromValue(m_marks.writeOf(model, column));
    case SortRole: return wholeText(model, column);
    default: return {};
    }
}

//! Rich text by its tag, so that an escaped "&amp;" is never shown as such.
QVariant ModelTableModel::toolTip(const RegisteredModel &model, const ModelColumn &column) const
{
    QString text = wholeText(model, column).left(maxToolTip);
    if (column.kind() == ModelColumn::Kind::Name) {
        if (const QString why = m_marks.whyNotYours(model); !why.isEmpty())
            text += u'\n' + why;
    }
    if (text.isEmpty())
        return {};
    return u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped().replace(u'\n', "<br>"_L1));
}

QVariant ModelTableModel::alignment(int column) const
{
    return QVariant::fromValue(
        Qt::AlignVCenter
        | (m_columns.at(column).isRightAligned() ? Qt::AlignRight : Qt::AlignLeft));
}

QVariant ModelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return SlotRows::headerData(section, orientation, role);
    if (section < 0 || section >= m_columns.size())
        return {};
    switch (role) {
    case Qt::TextAlignmentRole: return alignment(section);
    case Qt::DisplayRole: return m_columns.at(section).title();
    default: return {};
    }
}

void ModelTableModel::setColumns(const QList<ModelColumn> &columns)
{
    static const QString nameId = ModelColumn::usualIds().first();
    QList<ModelColumn> wanted = columns;
    if (const auto name = ModelColumn::of(nameId); name && !wanted.contains(*name))
        wanted.prepend(*name);
    if (wanted == m_columns)
        return;
    beginResetModel();
    m_columns = wanted;
    endResetModel();
}

bool ModelTableModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) // the cells are asked when they are drawn
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    return SlotRows::event(event);
}

void ModelTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < m_columns.size())
        sortBy({{m_columns.at(column), order}});
}

void ModelTableModel::sortBy(const QList<RowSortKey> &keys)
{
    if (keys.isEmpty() || keys == m_sortKeys)
        return;
    m_sortKeys = keys;
    if (!m_search.isFinding()) // else the rows follow
        takeRows(wantedRows(), m_slots.size());
}

int ModelTableModel::sortColumn() const { return indexOf(m_sortKeys.first().column); }

QString ModelTableModel::sortText() const
{
    QStringList titles;
    for (const RowSortKey &key : m_sortKeys)
        titles.append(key.column.title());
    return titles.join(tr(", then "));
}

void ModelTableModel::addSlot(const RegisteredModel &model)
{
    m_slotOf.insert(model.id, int(m_slots.size()));
    m_slots.push_back(&model);
    m_search.addSlot(model);
    m_sorter.addSlot(model);
}

void ModelTableModel::addSlots(const QStringList &modelIds)
{
    m_slotOf.reserve(m_catalog->room());
    for (const QString &id : modelIds) {
        const RegisteredModel *model = m_catalog->find(id);
        if (!model || m_slotOf.contains(id))
            continue;
        addSlot(*model);
    }
    tellSorterOrderNumbers();
    rebuildSoon();
}

void ModelTableModel::takeChanges(const QStringList &modelIds)
{
    const std::vector<int> rowOfSlot = rowsBySlot(m_slots.size());
    std::vector<bool> isGone(size_t(rows().size()));
    bool isAnyGone = false;
    for (const QString &id : modelIds) {
        const auto found = m_slotOf.constFind(id);
        if (found == m_slotOf.cend())
            continue;
        const int slot = *found;
        m_sorter.slotChanged(slot);
        m_search.slotChanged(slot, *m_slots[size_t(slot)]);
        const int row = rowOfSlot[size_t(slot)];
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        if (m_search.matches(*m_slots[size_t(slot)]))
            rebuildSoon(); // does nothing when it stands in the right place
        else if (row >= 0)
            isGone[size_t(row)] = isAnyGone = true;
    }
    if (isAnyGone)
        dropRows(isGone);
    if (m_search.query().asksForNamesakes()) // of another one, too
        rebuildSoon();
    emit searched();
}

void ModelTableModel::dropSlots(const QStringList &modelIds)
{
    if (m_catalog->isEmpty()) {
        m_rebuildSoon.stop();
        beginResetModel();
        clear();
        endResetModel();
        emit searched();
        return;
    }
    const std::vector<int> rowOfSlot = rowsBySlot(m_slots.size());
    std::vector<bool> isGone(size_t(rows().size()));
    QList<int> gone;
    for (const QString &id : modelIds) {
        const auto slot = m_slotOf.constFind(id);
        if (slot == m_slotOf.cend())
            continue;
        gone.append(*slot);
        if (const int row = rowOfSlot[size_t(*slot)]; row >= 0)
            isGone[size_t(row)] = true;
        m_slotOf.erase(slot);
    }
    dropRows(isGone);
    for (const int slot : std::as_const(gone)) { // views look at rows while they go
        m_slots[size_t(slot)] = nullptr;
        m_sorter.slotChanged(slot);
        m_search.dropSlot(slot);
    }
    if (m_search.query().asksForNamesakes())
        rebuildSoon();
    emit searched();
}

void ModelTableModel::rebuildSoon()
{
    // Pages arrive many times a second: sorting takes at most a quarter of the time.
    if (!m_rebuildSoon.isActive())
        m_rebuildSoon.start(int(m_rebuildTook * 3));
}

void ModelTableModel::rebuild()
{
    if (m_search.isOutdated())
        m_search.find([this] { takeWantedRows(); });
    else
        takeWantedRows();
}

void ModelTableModel::takeWantedRows()
{
    QElapsedTimer timer;
    timer.start();
    takeRows(wantedRows(), m_slots.size());
    m_rebuildTook = timer.elapsed();
    emit searched();
}

QList<int> ModelTableModel::wantedRows()
{
    m_search.readClock();
    QList<int> rows;
    rows.reserve(qsizetype(m_slots.size()));
    for (int slot = 0; slot < int(m_slots.size()); ++slot) {
        if (m_slots[size_t(slot)] && m_search.matches(slot, *m_slots[size_t(slot)]))
            rows.append(slot);
    }
    return m_sorter.sorted(m_slots, rows, m_sortKeys);
}

} // namespace modelscribe

#include "moc_modeltablemodel.cpp"
