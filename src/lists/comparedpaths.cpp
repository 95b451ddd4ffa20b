// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/comparedpaths.h"

#include <algorithm>

namespace modelscribe {

ComparedPaths::Place ComparedPaths::placeOf(const Step &step)
{
    Place &place = m_places[step];
    if (place != 0)
        return place;
    place = Place(m_known.size());
    m_known.push_back({.step = step});
    Known &parent = m_known[step.parent];
    if (parent.firstChild == 0)
        parent.firstChild = place;
    else
        m_known[parent.lastChild].next = place;
    parent.lastChild = place;
    return place;
}

void ComparedPaths::add(const JsonTree &tree)
{
    std::vector<Place> placeOfNode(tree.size(), 0);
    std::vector<quint32> elements(tree.size(), 0); // met so far, by their array
    QHash<Place, int> sameKeys;
    std::vector<JsonNodeId> nodes(m_known.size(), nowhere);
    nodes[0] = 0;
    for (JsonNodeId node = 1; node < tree.size(); ++node) {
        const JsonNodeId parent = tree.parent(node);
        Step step{.parent = placeOfNode[parent]};
        if (tree.hasKey(node))
            step.key = tree.key(node);
        else
            step.index = elements[parent]++;
        Place place = placeOf(step);
        if (tree.hasKey(node)) {
            step.occurrence = sameKeys[place]++;
            if (step.occurrence > 0)
                place = placeOf(step);
        }
        placeOfNode[node] = place;
        if (place >= nodes.size())
            nodes.resize(m_known.size(), nowhere);
        nodes[place] = node;
    }
    m_nodes.push_back(std::move(nodes));
}

QList<ComparedPaths::Place> ComparedPaths::inOrder() const
{
    QList<Place> result;
    result.reserve(qsizetype(m_known.size()));
    Place at = 0;
    while (true) {
        result.append(at);
        if (m_known[at].firstChild != 0) {
            at = m_known[at].firstChild;
            continue;
        }
        while (at != 0 && m_known[at].next == 0)
            at = m_known[at].step.parent;
        if (at == 0)
            return result;
        at = m_known[at].next;
    }
}

std::optional<JsonNodeId> ComparedPaths::node(qsizetype tree, Place place) const
{
    const std::vector<JsonNodeId> &nodes = m_nodes[size_t(tree)];
    if (place >= nodes.size() || nodes[place] == nowhere)
        return {};
    return nodes[place];
}

JsonPath ComparedPaths::path(Place place) const
{
    JsonPath path;
    for (; place != 0; place = m_known[place].step.parent) {
        const Step &step = m_known[place].step;
        path.append({step.key, step.index, step.occurrence});
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace modelscribe
