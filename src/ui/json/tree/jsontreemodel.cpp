// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreemodel.h"

#include "ui/json/jsonwording.h"
#include "ui/json/tree/jsonnodedrag.h"
#include "ui/json/tree/jsontreecells.h"

#include <QMimeData>

#include <algorithm>

namespace modelscribe {

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_view{std::make_shared<const JsonTree>(), {}, {}}
{
}

//! How many rows at the start and at the end are the same in \p rows.
template<typename IsSame>
std::pair<size_t, size_t> JsonTreeModel::sharedRows(const JsonTreeRows &rows, IsSame isSame) const
{
    const size_t most = std::min(rows.size(), m_rows.size());
    size_t same = 0;
    while (same < most && isSame(m_rows[same], rows[same]))
        ++same;
    size_t sameAtEnd = 0;
    while (sameAtEnd < most - same
           && isSame(m_rows[m_rows.size() - 1 - sameAtEnd], rows[rows.size() - 1 - sameAtEnd]))
        ++sameAtEnd;
    return {same, sameAtEnd};
}

JsonNodeMap JsonTreeModel::setTree(std::shared_ptr<const JsonTree> tree)
{
    const std::shared_ptr<const JsonTree> before = m_view.tree;
    JsonNodeMap map(*before, *tree);
    JsonTreeOutline view = m_view.carriedTo(tree, map);

    const JsonTreeRows rows = view.rows();
    const auto isSame = [&map](const JsonTreeRow &a, const JsonTreeRow &b) {
        return map[a.node] == b.node && a.level == b.level;
    };
    const auto [same, sameAtEnd] = sharedRows(rows, isSame);
    removeBetween(same, sameAtEnd);
    m_view = std::move(view);
    ++m_treeNumber;
    m_hints.clear();
    std::copy_n(rows.begin(), same, m_rows.begin());
    std::copy_n(rows.rbegin(), sameAtEnd, m_rows.rbegin());
    insertBetween(rows, same, sameAtEnd);
    tellAllChanged();
    return map;
}

void JsonTreeModel::setHints(QList<JsonHint> hints)
{
    std::ranges::stable_sort(hints, {}, &JsonHint::node);
    m_hints = std::move(hints);
    tellAllChanged();
}

void JsonTreeModel::setMatches(std::optional<JsonTreeMatches> matches)
{
    if (!matches && !m_view.matches)
        return;
    m_view.matches = std::move(matches);
    showRows(m_view.rows());
}

void JsonTreeModel::setOutdated(bool outdated)
{
    if (std::exchange(m_isOutdated, outdated) != outdated)
        tellAllChanged();
}

int JsonTreeModel::rowOf(JsonNodeId node) const
{
    const auto row = std::ranges::lower_bound(m_rows, node, {}, &JsonTreeRow::node);
    return row != m_rows.end() && row->node == node ? int(row - m_rows.begin()) : noRow;
}

int JsonTreeModel::parentRow(int row) const
{
    const JsonNodeId parent = m_view.tree->parent(nodeAt(row));
    return parent == 0 ? noRow : rowOf(parent);
}

void JsonTreeModel::setExpanded(JsonNodeId node, bool expanded)
{
    if (!canExpand(node) || isExpanded(node) == expanded)
        return;
    m_view.open()[node] = expanded;
    const int row = rowOf(node);
    if (row == noRow)
        return;
    const auto same = size_t(row) + 1;
    const auto end = std::ranges::lower_bound(m_rows, m_view.tree->after(node), {},
                                              &JsonTreeRow::node);
    const auto sameAtEnd = size_t(m_rows.end() - end);
    if (expanded) {
        const JsonTreeRows inside = m_view.rowsInside(node, m_rows[size_t(row)].level + 1);
        if (!inside.empty()) {
            beginInsertRows({}, row + 1, row + int(inside.size()));
            m_rows.insert(end, inside.begin(), inside.end());
            endInsertRows();
        }
    } else {
        removeBetween(same, sameAtEnd);
    }
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void JsonTreeModel::expandBelow(JsonNodeId node)
{
    for (JsonNodeId inside = node; inside < m_view.tree->after(node); ++inside)
        m_view.open()[inside] = canExpand(inside);
    showRows(m_view.rows());
}

void JsonTreeModel::expandToLevel(int levels)
{
    m_view.openLevels(levels);
    showRows(m_view.rows());
}

void JsonTreeModel::reveal(JsonNodeId node)
{
    if (rowOf(node) != noRow || node >= m_view.tree->size())
        return;
    m_view.reveal(node);
    showRows(m_view.rows());
}

void JsonTreeModel::showRows(const JsonTreeRows &rows)
{
    const auto [same, sameAtEnd] = sharedRows(rows, std::equal_to<JsonTreeRow>());
    removeBetween(same, sameAtEnd);
    insertBetween(rows, same, sameAtEnd);
    tellAllChanged();
}

void JsonTreeModel::removeBetween(size_t same, size_t sameAtEnd)
{
    const size_t end = m_rows.size() - sameAtEnd;
    if (end == same)
        return;
    beginRemoveRows({}, int(same), int(end) - 1);
    m_rows.erase(m_rows.begin() + qsizetype(same), m_rows.begin() + qsizetype(end));
    endRemoveRows();
}

void JsonTreeModel::insertBetween(const JsonTreeRows &rows, size_t same, size_t sameAtEnd)
{
    const size_t end = rows.size() - sameAtEnd;
    if (end == same)
        return;
    beginInsertRows({}, int(same), int(end) - 1);
    m_rows.insert(m_rows.begin() + qsizetype(same), rows.begin() + qsizetype(same),
                  rows.begin() + qsizetype(end));
    endInsertRows();
}

void JsonTreeModel::tellAllChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

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

QString JsonTreeModel::keyText(int row) const { return jsontreecells::key(*this, row); }

QString JsonTreeModel::valueText(JsonNodeId node) const
{
    return jsontreecells::value(*m_view.tree, node);
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
    case Qt::ToolTipRole: return jsontreecells::toolTip(*this, index.row(), index.column());
    case Qt::AccessibleTextRole: return jsontreecells::spoken(*this, index.row());
    case Qt::AccessibleDescriptionRole: return jsontreecells::warnings(*this, node);
    default: return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return jsontreecells::heading(Column(section));
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

QStringList JsonTreeModel::mimeTypes() const { return {draggedNodesFormat}; }

QMimeData *JsonTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QList<JsonNodeId> nodes;
    for (const QModelIndex &index : indexes)
        nodes.append(nodeAt(index.row()));
    return dragOfNodes({this, m_treeNumber}, outermost(nodes));
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
    const QList<JsonNodeId> nodes = nodesOfDrag(data, {this, m_treeNumber});
    const bool areThere = std::ranges::all_of(
        nodes, [this](JsonNodeId node) { return node > 0 && node < m_view.tree->size(); });
    return areThere ? nodes : QList<JsonNodeId>();
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

#include "moc_jsontreemodel.cpp"
