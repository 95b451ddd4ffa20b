// SPDX-License-Identifier: GPL-3.0-or-later
// What a JsonTreeModel says about its rows, and what is dragged of them.
#include "core/visibletext.h"

#include "core/ascii.h"
#include "core/jsonmembers.h"
#include "ui/json/jsonwording.h"
#include "ui/json/tree/jsontreemodel.h"
#include "ui/widgets/plaintext.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype shownBytes = 300;
constexpr qsizetype toolTipBytes = 2000;
constexpr auto nodesFormat = "application/x-modelscribe-json-nodes"_L1;

//! Byte behind the last whole character or escape that ends before \p limit.
qsizetype cutPosition(QByteArrayView raw, qsizetype limit)
{
    const bool isString = raw.startsWith('"');
    qsizetype at = isString ? 1 : 0;
    for (;;) {
        qsizetype next = at + 1;
        if (isString && raw[at] == '\\')
            next = at + (raw[at + 1] == 'u' ? 6 : 2);
        while (next < raw.size() && continuesCharacter(raw[next]))
            ++next;
        if (next > limit)
            return at;
        at = next;
    }
}

QString shownJsonUpTo(QByteArrayView raw, qsizetype limit)
{
    const bool isCut = raw.size() > limit;
    const bool isString = raw.startsWith('"');
    QByteArray part = (isCut ? raw.first(cutPosition(raw, limit)) : raw).toByteArray();
    if (isCut && isString)
        part += '"';
    const QString text = isString ? *jsonStringValue(part) : QString::fromUtf8(part);
    QString shown = visibleText(text, limit);
    if (isCut)
        return shown.endsWith(u'…') ? shown : shown + u'…';
    // Nothing but blanks cannot be seen.
    const bool hasEdges = text.isEmpty() || text.front().isSpace() || text.back().isSpace();
    return isString && hasEdges ? u'"' + shown + u'"' : shown;
}

} // namespace

QString shownJson(QByteArrayView raw) { return shownJsonUpTo(raw, shownBytes); }

QList<JsonHint> JsonTreeModel::hintsOf(JsonNodeId node) const
{
    const auto found = std::ranges::equal_range(m_hints, node, {}, &JsonHint::node);
    return QList<JsonHint>(found.begin(), found.end());
}

JsonTreeModel::Mark JsonTreeModel::markOf(JsonNodeId node) const
{
    const auto next = std::ranges::lower_bound(m_hints, node, {}, &JsonHint::node);
    if (next == m_hints.cend())
        return Mark::None;
    if (next->node == node)
        return Mark::Own;
    return next->node < m_view.tree->after(node) && !isExpanded(node) ? Mark::Inside : Mark::None;
}

QString JsonTreeModel::keyText(int row) const
{
    const JsonNodeId node = nodeAt(row);
    if (m_view.tree->hasKey(node))
        return shownJson(m_view.tree->rawKey(node));
    return node == 0 ? tr("(the whole text)") : QString::number(m_rows[size_t(row)].index);
}

QString JsonTreeModel::valueText(JsonNodeId node) const
{
    if (!m_view.tree->isContainer(node))
        return shownJson(m_view.tree->rawValue(node));
    return tr("%n item(s)", nullptr, int(m_view.tree->childCount(node)));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JsonTreeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JsonNodeId node = nodeAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == KeyColumn)
            return keyText(index.row());
        return index.column() == ValueColumn ? valueText(node)
                                             : jsonwording::kindName(m_view.tree->kind(node));
    case Qt::ToolTipRole: return toolTip(index.row(), index.column());
    case Qt::AccessibleTextRole: return accessibleText(index.row());
    case Qt::AccessibleDescriptionRole: return warnings(node);
    default: return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case KeyColumn: return tr("Key");
    case ValueColumn: return tr("Value");
    default: return tr("Type");
    }
}

QString JsonTreeModel::accessibleText(int row) const
{
    const JsonNodeId node = nodeAt(row);
    const QString kind = jsonwording::kindName(m_view.tree->kind(node));
    const QString level = QString::number(levelAt(row) + 1);
    const QString text = tr("%1, %2, %3, level %4", "key, type, value, level")
                             .arg(keyText(row), kind, valueText(node), level);
    if (!canExpand(node))
        return text;
    return (isExpanded(node) ? tr("%1, expanded") : tr("%1, collapsed")).arg(text);
}

QString JsonTreeModel::warnings(JsonNodeId node) const
{
    QStringList sentences;
    for (const JsonHint &hint : hintsOf(node))
        sentences.append(jsonwording::hint(hint));
    return sentences.join(u'\n');
}

QString JsonTreeModel::toolTip(int row, int column) const
{
    const JsonNodeId node = nodeAt(row);
    QStringList parts;
    if (const QString sentences = warnings(node); !sentences.isEmpty())
        parts.append(sentences);
    else if (markOf(node) == Mark::Inside)
        parts.append(tr("There are hints inside."));
    if (column == KeyColumn && m_view.tree->hasKey(node))
        parts.append(shownJsonUpTo(m_view.tree->rawKey(node), toolTipBytes));
    if (column == ValueColumn && !m_view.tree->isContainer(node))
        parts.append(shownJsonUpTo(m_view.tree->rawValue(node), toolTipBytes));
    return plainToolTip(parts.join(u'\n'));
}

Qt::ItemFlags JsonTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool canEdit = !m_isOutdated && !m_isReadOnly;
    if (!index.isValid())
        return canEdit ? flags | Qt::ItemIsDropEnabled : flags;
    const JsonNodeId node = nodeAt(index.row());
    flags.setFlag(Qt::ItemIsEditable,
                  canEdit
                      && (index.column() == ValueColumn
                          || (index.column() == KeyColumn && m_view.tree->hasKey(node))));
    flags.setFlag(Qt::ItemIsDragEnabled, canEdit && node != 0);
    flags.setFlag(Qt::ItemIsDropEnabled, canEdit && m_view.tree->isContainer(node));
    return flags;
}

QStringList JsonTreeModel::mimeTypes() const { return {nodesFormat}; }

QMimeData *JsonTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QList<JsonNodeId> nodes;
    for (const QModelIndex &index : indexes)
        nodes.append(nodeAt(index.row()));
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint64(quintptr(this)) << m_treeNumber << outermost(nodes);
    auto *data = new QMimeData;
    data->setData(nodesFormat, bytes);
    return data;
}

QList<JsonNodeId> JsonTreeModel::outermost(QList<JsonNodeId> nodes) const
{
    std::ranges::sort(nodes);
    QList<JsonNodeId> result;
    JsonNodeId end = 0;
    for (const JsonNodeId node : nodes) {
        if (node < end)
            continue;
        result.append(node);
        end = m_view.tree->after(node);
    }
    return result;
}

QList<JsonNodeId> JsonTreeModel::draggedNodes(const QMimeData &data) const
{
    QDataStream stream(data.data(nodesFormat));
    quint64 model = 0;
    quint64 number = 0;
    QList<JsonNodeId> nodes;
    stream >> model >> number >> nodes;
    const bool isOurs = quintptr(model) == quintptr(this) && number == m_treeNumber
                        && std::ranges::all_of(nodes, [this](JsonNodeId node) {
                               return node > 0 && node < m_view.tree->size();
                           });
    return isOurs ? nodes : QList<JsonNodeId>();
}

std::optional<JsonTreeModel::DropPlace> JsonTreeModel::dropPlace(int row,
                                                                 const QModelIndex &parent) const
{
    const JsonTree &tree = *m_view.tree;
    DropPlace place{0, 0};
    if (parent.isValid())
        place.parent = nodeAt(parent.row());
    if (!parent.isValid() && row >= 0 && row < rowCount()) {
        place = {tree.parent(nodeAt(row)), m_rows[size_t(row)].index};
    } else if (tree.isValid()) {
        place.position = tree.childCount(place.parent);
    }
    if (!tree.isValid() || !tree.isContainer(place.parent))
        return {};
    return place;
}

bool JsonTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                    const QModelIndex &parent) const
{
    const auto place = dropPlace(row, parent);
    const QList<JsonNodeId> nodes = data ? draggedNodes(*data) : QList<JsonNodeId>();
    if (action != Qt::MoveAction || m_isOutdated || m_isReadOnly || !place || nodes.isEmpty())
        return false;
    return std::ranges::none_of(nodes, [&](JsonNodeId node) {
        return place->parent >= node && place->parent < m_view.tree->after(node);
    });
}

bool JsonTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const DropPlace place = *dropPlace(row, parent);
    emit dropped(draggedNodes(*data), place.parent, place.position);
    return true;
}

} // namespace modelscribe
