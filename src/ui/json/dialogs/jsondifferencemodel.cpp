// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsondifferencemodel.h"

#include "core/visibletext.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using DifferenceKind = JsonDifference::Kind;

//! The beginning of a raw value on one line.
QString valueText(const QByteArray &raw, qsizetype limit)
{
    const QByteArray start = raw.left(4 * limit);
    QString text = QString::fromUtf8(start).simplified();
    if (start.size() < raw.size())
        text += u'…';
    return visibleText(text, limit);
}

} // namespace

bool JsonDifferenceModel::isByMeaning(const JsonDifference &difference)
{
    return difference.kind != DifferenceKind::Spelling && difference.kind != DifferenceKind::Order;
}

void JsonDifferenceModel::setDifferences(QList<JsonDifference> differences)
{
    beginResetModel();
    m_differences = std::move(differences);
    endResetModel();
}

int JsonDifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_differences.size());
}

int JsonDifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JsonDifferenceModel::text(const JsonDifference &difference, int column,
                                  qsizetype limit) const
{
    switch (column) {
    case Place: return visibleText(jsonPathText(difference.path), limit);
    case What: return jsonwording::differenceKind(difference.kind);
    case Before:
        if (!difference.before.isEmpty())
            return u"− "_s + valueText(difference.before, limit);
        break;
    case After:
        if (difference.kind != DifferenceKind::Removed && !difference.after.isEmpty())
            return u"+ "_s + valueText(difference.after, limit);
        break;
    default: return {};
    }
    return difference.kind == DifferenceKind::Order ? QString() : u"—"_s;
}

QVariant JsonDifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonDifference &difference = m_differences[index.row()];
    const bool isSide = index.column() == Before || index.column() == After;
    const QString shown = text(difference, index.column(), 200);
    const bool isFilled = isSide && shown.size() > 1 && isByMeaning(difference);
    const Theme &theme = Theme::of();
    switch (role) {
    case Qt::DisplayRole: return shown;
    case Qt::ToolTipRole: return plainToolTip(text(difference, index.column(), 1'500));
    case Qt::AccessibleTextRole:
        if (index.column() == Before)
            return tr("Stored: %1").arg(shown);
        return index.column() == After ? tr("Now: %1").arg(shown) : shown;
    case Qt::FontRole: return isSide || index.column() == Place ? theme.fixedFont() : QVariant();
    case Qt::ForegroundRole:
        if (isFilled)
            return theme.color(index.column() == Before ? ThemeColor::Removed : ThemeColor::Added);
        return !isByMeaning(difference) || isSide ? theme.color(ThemeColor::Muted) : QVariant();
    case Qt::BackgroundRole:
        if (isFilled)
            return theme.color(index.column() == Before ? ThemeColor::RemovedTint
                                                        : ThemeColor::AddedTint);
        return {};
    default: return {};
    }
}

QVariant JsonDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place: return tr("Place");
    case What: return tr("What");
    case Before: return tr("Stored");
    case After: return tr("Now");
    default: return {};
    }
}

} // namespace modelscribe

#include "moc_jsondifferencemodel.cpp"
