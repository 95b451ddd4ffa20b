// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modeltablemodel.h"

#include "core/visibletext.h"
#include "lists/relativetime.h"
#include "model/modelfields.h"
#include "model/parametersize.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxToolTip = 2000;

QStringList labelTexts(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels)
        texts.append(label.key + u'=' + label.value);
    return texts;
}

QString shownOrDash(const QString &text) { return text.isEmpty() ? u"—"_s : visibleText(text); }

RowSorter::By sorterColumn(int column)
{
    switch (column) {
    case ModelTableModel::Type: return RowSorter::By::Type;
    case ModelTableModel::Task: return RowSorter::By::Task;
    case ModelTableModel::Size: return RowSorter::By::Size;
    case ModelTableModel::Labels: return RowSorter::By::Labels;
    case ModelTableModel::Modified: return RowSorter::By::Modified;
    default: return RowSorter::By::Name;
    }
}

bool hasProblem(const RegisteredModel &model)
{
    return model.metadata.name.isEmpty()
           || std::ranges::any_of(modelFields, [&](const ModelField &field) {
                  const FieldValue value = field.read(model.metadata);
                  return field.isNumber() && !value.isEmpty() && !field.wire(value);
              });
}

} // namespace

ModelTableModel::ModelTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_rebuildSoon.setSingleShot(true);
    connect(&m_rebuildSoon, &QTimer::timeout, this, &ModelTableModel::rebuild);
}

void ModelTableModel::setCatalog(Catalog *catalog)
{
    if (m_catalog)
        m_catalog->disconnect(this);
    m_catalog = catalog;
    beginResetModel();
    m_rows.clear();
    m_sorter.clear();
    if (m_catalog) {
        connect(m_catalog, &Catalog::modelsAdded, this, &ModelTableModel::rebuildSoon);
        connect(m_catalog, &Catalog::modelChanged, this, &ModelTableModel::updateRow);
        connect(m_catalog, &Catalog::modelsReset, this, [this] { reset(); });
        connect(m_catalog, &QObject::destroyed, this, [this] { setCatalog(nullptr); });
        m_rows = wantedRows();
    }
    endResetModel();
}

void ModelTableModel::setQuery(const ModelQuery &query)
{
    m_query = query;
    reset(false);
}

void ModelTableModel::setDrafts(const QSet<QString> &modelIds)
{
    const QSet<QString> before = std::exchange(m_drafts, modelIds);
    for (int row = 0; row < m_rows.size(); ++row) {
        const QString &id = modelAt(row).id;
        if (before.contains(id) != m_drafts.contains(id))
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

bool ModelTableModel::isAskedFor(const RegisteredModel &model) const
{
    return m_query.isEmpty() || m_query.matches(model);
}

const RegisteredModel &ModelTableModel::modelAt(int row) const
{
    return m_catalog->models().at(m_rows.at(row));
}

int ModelTableModel::rowOf(const QString &modelId) const
{
    if (!m_catalog)
        return -1;
    const int catalogRow = m_catalog->rowOf(modelId);
    return catalogRow < 0 ? -1 : int(m_rows.indexOf(catalogRow));
}

int ModelTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_catalog ? 0 : int(m_rows.size());
}

int ModelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ModelTableModel::wholeText(const RegisteredModel &model, int column) const
{
    switch (column) {
    case Name: return model.metadata.name;
    case Type: return model.metadata.type;
    case Task: return model.metadata.task;
    case Size: return model.metadata.parameterSize;
    case Labels: return labelTexts(model.metadata.labels).join(u'\n');
    case Modified: {
        const QDateTime time = parseServiceTime(model.modified);
        return time.isValid() ? exactTime(time) : model.modified;
    }
    default: return {};
    }
}

QString ModelTableModel::shownText(const RegisteredModel &model, int column) const
{
    switch (column) {
    case Size: return shownOrDash(shortParameterSize(model.metadata.parameterSize));
    case Labels: return visibleText(labelTexts(model.metadata.labels).join(u", "_s));
    case Modified: {
        const QDateTime time = parseServiceTime(model.modified);
        return time.isValid() ? QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat)
                              : shownOrDash(model.modified);
    }
    default: return shownOrDash(wholeText(model, column));
    }
}

ModelTableModel::Mark ModelTableModel::markOf(const RegisteredModel &model) const
{
    if (m_drafts.contains(model.id))
        return Mark::Draft;
    if (hasProblem(model))
        return Mark::Problem;
    return model.isReadOnly() ? Mark::ReadOnly : Mark::None;
}

QString ModelTableModel::markText(Mark mark)
{
    switch (mark) {
    case Mark::None: break;
    case Mark::Draft: return tr("Unsaved changes");
    case Mark::Problem: return tr("Has values that cannot be read");
    case Mark::ReadOnly: return tr("Read-only");
    }
    return {};
}

QVariant ModelTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RegisteredModel &model = modelAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return shownText(model, column);
    case Qt::AccessibleTextRole: {
        const QString text = wholeText(model, column);
        return text.isEmpty() ? tr("none") : shownText(model, column);
    }
    case Qt::AccessibleDescriptionRole: return column == Name ? markText(markOf(model)) : QString();
    case Qt::ToolTipRole: {
        // Rich text by its tag, so that an escaped "&amp;" is never shown as such.
        const QString text = wholeText(model, column).left(maxToolTip);
        if (text.isEmpty())
            return {};
        return u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped().replace(u'\n', "<br>"_L1));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column == Size ? Qt::AlignRight : Qt::AlignLeft));
    case ModelIdRole: return model.id;
    case MarkRole: return QVariant::fromValue(markOf(model));
    case LabelsRole: return labelTexts(model.metadata.labels);
    case ModifiedRole: return parseServiceTime(model.modified);
    case SortRole: return wholeText(model, column);
    default: return {};
    }
}

QVariant ModelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (section == Size ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Type: return tr("Type");
    case Task: return tr("Task");
    case Size: return tr("Size");
    case Labels: return tr("Labels");
    case Modified: return tr("Modified");
    default: return {};
    }
}

bool ModelTableModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) // the cells are asked when they are drawn
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    return QAbstractTableModel::event(event);
}

void ModelTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    takeRows(wantedRows());
}

void ModelTableModel::updateRow(int catalogRow)
{
    m_sorter.rowChanged(catalogRow);
    const int row = int(m_rows.indexOf(catalogRow));
    const bool wanted = isAskedFor(m_catalog->models().at(catalogRow));
    if (row >= 0)
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    if (row >= 0 && !wanted) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    } else if (wanted) {
        rebuildSoon(); // does nothing when it stands in the right place
    }
}

void ModelTableModel::reset(bool catalogRowsMoved)
{
    m_rebuildSoon.stop();
    beginResetModel();
    if (catalogRowsMoved)
        m_sorter.clear();
    m_rows = wantedRows();
    endResetModel();
}

void ModelTableModel::rebuildSoon()
{
    // Pages arrive many times a second: sorting takes at most a quarter of the time.
    if (!m_rebuildSoon.isActive())
        m_rebuildSoon.start(int(m_rebuildTook * 3));
}

void ModelTableModel::rebuild()
{
    if (!m_catalog)
        return;
    QElapsedTimer timer;
    timer.start();
    takeRows(wantedRows());
    m_rebuildTook = timer.elapsed();
}

QList<int> ModelTableModel::wantedRows()
{
    QList<int> rows;
    if (!m_catalog)
        return rows;
    const QList<RegisteredModel> &models = m_catalog->models();
    rows.reserve(models.size());
    for (int row = 0; row < models.size(); ++row) {
        if (isAskedFor(models[row]))
            rows.append(row);
    }
    return m_sorter.sorted(models, rows, sorterColumn(m_sortColumn), m_sortOrder);
}

void ModelTableModel::takeRows(const QList<int> &rows)
{
    if (rows == m_rows)
        return;
    std::vector<bool> isWanted(size_t(m_catalog->models().size()));
    for (const int row : rows)
        isWanted[size_t(row)] = true;
    if (!std::ranges::all_of(m_rows, [&](int row) { return isWanted[size_t(row)]; })) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    // Only more rows, or another order: selection and current row stay where they are.
    if (rows.size() > m_rows.size()) {
        for (const int row : m_rows)
            isWanted[size_t(row)] = false;
        beginInsertRows({}, int(m_rows.size()), int(rows.size()) - 1);
        std::ranges::copy_if(rows, std::back_inserter(m_rows),
                             [&](int row) { return isWanted[size_t(row)]; });
        endInsertRows();
    }
    reorder(rows);
}

void ModelTableModel::reorder(const QList<int> &rows)
{
    if (rows == m_rows)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QList<int> before = std::exchange(m_rows, rows);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    if (!from.isEmpty()) {
        QHash<int, int> placeOf;
        for (int row = 0; row < rows.size(); ++row)
            placeOf.insert(rows[row], row);
        for (const QModelIndex &old : from)
            to.append(index(placeOf.value(before[old.row()]), old.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace modelscribe

#include "moc_modeltablemodel.cpp"
