// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/comparisonmodel.h"

#include "core/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestShown = 300;

QString cellText(QString text, bool isMarkdown)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r' || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return isMarkdown ? text.replace(u'\\', "\\\\"_L1).replace(u'|', "\\|"_L1) : text;
}

QString lineOf(const QStringList &cells, bool isMarkdown)
{
    QStringList texts;
    for (const QString &cell : cells)
        texts.append(cellText(cell, isMarkdown));
    return isMarkdown ? u"| "_s + texts.join(u" | "_s) + u" |\n"_s : texts.join(u'\t') + u'\n';
}

} // namespace

QString comparedText(const ComparedPlace &place, const ComparedValue &value)
{
    if (!value.isSet)
        return u"—"_s;
    if (value.text.isEmpty())
        return ComparisonModel::tr("(empty)");
    if (place.field && place.field->kind == FieldKind::Choice) {
        if (value.text == "PRIVATE"_L1)
            return ComparisonModel::tr("Private");
        if (value.text == "PUBLIC"_L1)
            return ComparisonModel::tr("Public");
    }
    return visibleText(value.text, longestShown);
}

void ComparisonModel::setComparison(const Comparison &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    m_differing = std::ranges::count(m_comparison.rows, true, &ComparedRow::differs);
    arrange();
    endResetModel();
}

void ComparisonModel::setOnlyDifferences(bool only)
{
    if (m_onlyDifferences == only)
        return;
    beginResetModel();
    m_onlyDifferences = only;
    arrange();
    endResetModel();
}

void ComparisonModel::arrange()
{
    m_shown.clear();
    for (const bool differs : {true, false}) {
        if (m_comparison.rows.isEmpty() || (!differs && m_onlyDifferences))
            continue;
        m_shown.append(Shown{.differs = differs});
        for (qsizetype i = 0; i < m_comparison.rows.size(); ++i) {
            if (m_comparison.rows[i].differs == differs)
                m_shown.append(Shown{i, differs});
        }
    }
}

const ComparedRow *ComparisonModel::rowAt(int row) const
{
    if (row < 0 || row >= m_shown.size() || m_shown[row].row < 0)
        return nullptr;
    return &m_comparison.rows[m_shown[row].row];
}

int ComparisonModel::rowOf(const ComparedPlace &place) const
{
    for (int row = 0; row < m_shown.size(); ++row) {
        if (const ComparedRow *shown = rowAt(row); shown && shown->place == place)
            return row;
    }
    return -1;
}

QString ComparisonModel::asText(bool isMarkdown) const
{
    QStringList cells{tr("Field")};
    for (const ComparedModel &model : m_comparison.models)
        cells.append(model.edited.name);
    QString text = lineOf(cells, isMarkdown);
    if (isMarkdown)
        text += lineOf(QStringList(cells.size(), u"---"_s), true);
    for (int row = 0; row < m_shown.size(); ++row) {
        const ComparedRow *shown = rowAt(row);
        if (!shown)
            continue;
        cells = {shown->place.title()};
        for (const ComparedValue &value : shown->values)
            cells.append(value.text);
        text += lineOf(cells, isMarkdown);
    }
    return text;
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_comparison.models.size());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ComparedRow *row = rowAt(index.row());
    if (!row) {
        if (role == SectionRole)
            return true;
        return role == Qt::AccessibleTextRole && index.column() == 0
                   ? QVariant(sectionTitle(m_shown[index.row()].differs))
                   : QVariant();
    }
    const ComparedValue &value = row->values[index.column()];
    switch (role) {
    case Qt::DisplayRole: return comparedText(row->place, value);
    case Qt::AccessibleTextRole: return inWords(*row, index.column());
    case MarkedRole: return value.isMarked;
    case ChangedRole: return value.isChanged;
    case SetRole: return value.isSet && !value.text.isEmpty();
    case SectionRole: return false;
    default: return {};
    }
}

QString ComparisonModel::inWords(const ComparedRow &row, int column) const
{
    const ComparedValue &value = row.values[column];
    QStringList words{visibleText(row.place.title(), longestTitle), comparedText(row.place, value)};
    if (value.isMarked)
        words.append(tr("differs from the others"));
    if (value.isChanged)
        words.append(tr("changed"));
    return words.join(u", "_s);
}

QString ComparisonModel::sectionTitle(bool differs) const
{
    return differs ? tr("Different, %1").arg(m_differing)
                   : tr("Same, %1").arg(m_comparison.rows.size() - m_differing);
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= m_comparison.models.size() || role != Qt::DisplayRole)
            return {};
        return visibleText(m_comparison.models[section].edited.name, longestTitle);
    }
    const ComparedRow *row = rowAt(section);
    if (!row) {
        if (section < 0 || section >= m_shown.size() || role == FixedRole)
            return {};
        if (role == SectionRole)
            return true;
        return role == Qt::DisplayRole ? QVariant(sectionTitle(m_shown[section].differs))
                                       : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return visibleText(row->place.title(), longestTitle);
    case FixedRole: return !row->place.isField();
    case SectionRole: return false;
    default: return {};
    }
}

Qt::ItemFlags ComparisonModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !rowAt(index.row()))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace modelscribe

#include "moc_comparisonmodel.cpp"
