// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/labelusesmodel.h"

#include "core/foldedtext.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

LabelUsesModel::LabelUsesModel(Of of, QObject *parent)
    : QAbstractTableModel(parent)
    , m_of(of)
{
}

const QHash<QString, int> &LabelUsesModel::counts() const
{
    static const QHash<QString, int> none;
    if (m_of == Of::Keys)
        return m_uses.keys;
    const auto own = m_uses.values.constFind(m_key);
    return own == m_uses.values.constEnd() ? none : *own;
}

void LabelUsesModel::setUses(const LabelUses &uses)
{
    m_uses = uses;
    arrange();
}

void LabelUsesModel::setKey(const QString &key)
{
    m_key = key;
    arrange();
}

void LabelUsesModel::setNeedle(const QString &text)
{
    m_needle = foldedText(text.trimmed());
    arrange();
}

void LabelUsesModel::setColors(const QHash<QString, LabelColor> &colors)
{
    m_colors = colors;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void LabelUsesModel::setOdd(const QSet<QString> &texts)
{
    m_odd = texts;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool LabelUsesModel::matches(const QString &text) const
{
    if (m_needle.isEmpty() || foldedText(text).contains(m_needle))
        return true;
    if (m_of == Of::Values)
        return foldedText(m_key).contains(m_needle); // all of the key that was found
    const auto values = m_uses.values.constFind(text);
    return values != m_uses.values.constEnd()
           && std::any_of(values->keyBegin(), values->keyEnd(), [this](const QString &value) {
                  return foldedText(value).contains(m_needle);
              });
}

//! The rows are only told to be others when they are.
void LabelUsesModel::arrange()
{
    QList<Row> rows;
    m_whole = 0;
    const QHash<QString, int> &all = counts();
    for (auto count = all.begin(); count != all.end(); ++count) {
        if (*count <= 0)
            continue;
        ++m_whole;
        if (matches(count.key()))
            rows.append({count.key(), *count, m_uses.values.value(count.key()).size()});
    }
    std::ranges::sort(rows, [](const Row &a, const Row &b) {
        return std::pair(-a.count, a.text) < std::pair(-b.count, b.text);
    });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int LabelUsesModel::rowOf(const QString &text) const
{
    const auto found = std::ranges::find(m_rows, text, &Row::text);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int LabelUsesModel::countOf(const QString &text) const { return counts().value(text); }

int LabelUsesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LabelUsesModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_of == Of::Keys ? 3 : 2;
}

QVariant LabelUsesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case TextRole: return row.text;
    case CountRole: return row.count;
    case OddRole: return m_odd.contains(row.text);
    case ColorRole: return QVariant::fromValue(m_colors.value(row.text));
    case Qt::TextAlignmentRole:
        return int(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                       : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::DisplayRole: break;
    default: return {};
    }
    if (index.column() == 0)
        return row.text.isEmpty() ? tr("(empty)") : visibleLabelText(row.text);
    const bool isValues = m_of == Of::Keys && index.column() == 1;
    return QLocale().toString(isValues ? qint64(row.values) : row.count);
}

QVariant LabelUsesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_of == Of::Keys ? tr("Key") : tr("Value");
    return m_of == Of::Keys && section == 1 ? tr("Values") : tr("Models");
}

bool LabelUsesModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        setOdd(m_odd);
    }
    return QAbstractTableModel::event(event);
}

} // namespace modelscribe

#include "moc_labelusesmodel.cpp"
