// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreemodel.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr quint32 smallTree = 200; //!< Nodes; shown with its first level open.

std::vector<bool> carried(const std::vector<bool> &bits, const JsonNodeMap &map, quint32 size)
{
    std::vector<bool> result(size);
    for (JsonNodeId node = 0; node < bits.size(); ++node) {
        if (bits[node] && map[node] != JsonNodeMap::none)
            result[map[node]] = true;
    }
    return result;
}

//! The same matches in another tree; nodes that were not in the one before are shown.
JsonTreeMatches carried(const JsonTreeMatches &matches, const JsonNodeMap &map,
                        const JsonTree &tree)
{
    const std::vector<bool> every(matches.shown.size(), true);
    const std::vector<bool> known = carried(every, map, tree.size());
    JsonTreeMatches result{carried(matches.found, map, tree.size()),
                           carried(matches.open, map, tree.size()),
                           carried(matches.shown, map, tree.size()), matches.count};
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (known[node])
            continue;
        for (JsonNodeId around = node; !result.shown[around]; around = tree.parent(around))
            result.shown[around] = true;
    }
    return result;
}

std::vector<bool> opened(const JsonTree &tree, int levels)
{
    std::vector<bool> open(tree.size());
    std::vector<int> depth(tree.size());
    for (JsonNodeId node = 1; node < tree.size(); ++node) {
        depth[node] = depth[tree.parent(node)] + 1;
        open[node] = depth[node] <= levels && tree.childCount(node) > 0;
    }
    return open;
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_view{std::make_shared<const JsonTree>(), {}, {}}
{
}

JsonTreeModel::Rows JsonTreeModel::rowsInside(const View &view, JsonNodeId parent, quint32 level)
{
    struct Container
    {
        JsonNodeId end;
        quint32 nextIndex;
    };
    const JsonTree &tree = *view.tree;
    Rows rows;
    std::vector<Container> around{{tree.after(parent), 0}};
    JsonNodeId node = parent + 1;
    for (;;) {
        while (!around.empty() && node >= around.back().end)
            around.pop_back();
        if (around.empty())
            return rows;
        const quint32 index = around.back().nextIndex++;
        const bool isShown = !view.matches || view.matches->shown[node];
        if (isShown)
            rows.push_back({node, index, level + quint32(around.size()) - 1});
        if (isShown && view.open()[node] && tree.childCount(node) > 0) {
            around.push_back({tree.after(node), 0});
            ++node;
        } else {
            node = tree.after(node);
        }
    }
}

JsonTreeModel::Rows JsonTreeModel::allRows(const View &view)
{
    if (!view.tree->isValid())
        return {};
    if (!view.tree->isContainer(0))
        return {Row{0, 0, 0}};
    return rowsInside(view, 0, 0);
}

//! How many rows at the start and at the end are the same in \p rows.
template<typename IsSame>
std::pair<size_t, size_t> JsonTreeModel::sharedRows(const Rows &rows, IsSame isSame) const
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
    View view{tree, {}, {}};
    view.unfilteredOpen = before->isValid() ? carried(m_view.unfilteredOpen, map, tree->size())
                                            : opened(*tree, tree->size() <= smallTree ? 1 : 0);
    if (m_view.matches)
        view.matches = carried(*m_view.matches, map, *tree);

    const Rows rows = allRows(view);
    const auto isSame = [&map](const Row &a, const Row &b) {
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
    showRows(allRows(m_view));
}

void JsonTreeModel::setOutdated(bool outdated)
{
    if (std::exchange(m_isOutdated, outdated) != outdated)
        tellAllChanged();
}

int JsonTreeModel::rowOf(JsonNodeId node) const
{
    const auto row = std::ranges::lower_bound(m_rows, node, {}, &Row::node);
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
    const auto end = std::ranges::lower_bound(m_rows, m_view.tree->after(node), {}, &Row::node);
    const auto sameAtEnd = size_t(m_rows.end() - end);
    if (expanded) {
        const Rows inside = rowsInside(m_view, node, m_rows[size_t(row)].level + 1);
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
    showRows(allRows(m_view));
}

void JsonTreeModel::expandToLevel(int levels)
{
    m_view.open() = opened(*m_view.tree, levels);
    showRows(allRows(m_view));
}

void JsonTreeModel::reveal(JsonNodeId node)
{
    if (rowOf(node) != noRow || node >= m_view.tree->size())
        return;
    for (JsonNodeId around = node; around != 0; around = m_view.tree->parent(around)) {
        if (m_view.matches)
            m_view.matches->shown[around] = true;
        if (around != node)
            m_view.open()[around] = true;
    }
    showRows(allRows(m_view));
}

void JsonTreeModel::showRows(const Rows &rows)
{
    const auto [same, sameAtEnd] = sharedRows(rows, std::equal_to<Row>());
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

void JsonTreeModel::insertBetween(const Rows &rows, size_t same, size_t sameAtEnd)
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

} // namespace modelscribe

#include "moc_jsontreemodel.cpp"
