// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreeoutline.h"

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

JsonTreeRows JsonTreeOutline::rows() const
{
    if (!tree->isValid())
        return {};
    if (!tree->isContainer(0))
        return {JsonTreeRow{0, 0, 0}};
    return rowsInside(0, 0);
}

JsonTreeRows JsonTreeOutline::rowsInside(JsonNodeId parent, quint32 level) const
{
    struct Container
    {
        JsonNodeId end;
        quint32 nextIndex;
    };
    JsonTreeRows rows;
    std::vector<Container> around{{tree->after(parent), 0}};
    JsonNodeId node = parent + 1;
    for (;;) {
        while (!around.empty() && node >= around.back().end)
            around.pop_back();
        if (around.empty())
            return rows;
        const quint32 index = around.back().nextIndex++;
        const bool isShown = !matches || matches->shown[node];
        if (isShown)
            rows.push_back({node, index, level + quint32(around.size()) - 1});
        if (isShown && open()[node] && tree->childCount(node) > 0) {
            around.push_back({tree->after(node), 0});
            ++node;
        } else {
            node = tree->after(node);
        }
    }
}

JsonTreeOutline JsonTreeOutline::carriedTo(std::shared_ptr<const JsonTree> other,
                                           const JsonNodeMap &map) const
{
    JsonTreeOutline result{other, {}, {}};
    result.unfilteredOpen = tree->isValid() ? carried(unfilteredOpen, map, other->size())
                                            : opened(*other, other->size() <= smallTree ? 1 : 0);
    if (matches)
        result.matches = carried(*matches, map, *other);
    return result;
}

void JsonTreeOutline::openLevels(int levels) { open() = opened(*tree, levels); }

void JsonTreeOutline::reveal(JsonNodeId node)
{
    for (JsonNodeId around = node; around != 0; around = tree->parent(around)) {
        if (matches)
            matches->shown[around] = true;
        if (around != node)
            open()[around] = true;
    }
}

} // namespace modelscribe
