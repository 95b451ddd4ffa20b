// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonnodemap.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace modelscribe {

namespace {

//! Moved elements are looked for among so many bytes.
constexpr qsizetype comparedBytes = 1024 * 1024;

std::vector<JsonNodeId> childrenOf(const JsonTree &tree, JsonNodeId node)
{
    std::vector<JsonNodeId> children;
    children.reserve(tree.childCount(node));
    for (JsonNodeId child = node + 1; child < tree.after(node); child = tree.after(child))
        children.push_back(child);
    return children;
}

} // namespace

JsonNodeMap::JsonNodeMap(const JsonTree &from, const JsonTree &to)
    : m_from(from)
    , m_to(to)
    , m_nodes(from.size(), none)
{
    if (!from.isValid() || !to.isValid())
        return;
    const QByteArray &before = from.text();
    const QByteArray &after = to.text();
    const qsizetype common = std::min(before.size(), after.size());
    const auto begin = std::mismatch(before.cbegin(), before.cbegin() + common, after.cbegin());
    m_prefix = begin.first - before.cbegin();
    const auto end = std::mismatch(before.crbegin(), before.crbegin() + (common - m_prefix),
                                   after.crbegin());
    m_suffix = before.size() - (end.first - before.crbegin());
    m_shift = after.size() - before.size();

    pair(0, 0);
    while (!m_open.empty()) {
        const auto [a, b] = m_open.back();
        m_open.pop_back();
        m_nodes[a] = b;
        if (isSame(a, b))
            std::iota(m_nodes.begin() + a, m_nodes.begin() + from.after(a), b);
        else if (from.isContainer(a) && from.kind(a) == to.kind(b))
            matchChildren(a, b);
    }
}

bool JsonNodeMap::isSame(JsonNodeId a, JsonNodeId b) const
{
    const JsonRange before = m_from.valueRange(a);
    const JsonRange after = m_to.valueRange(b);
    return before.size() == after.size()
           && ((before.end <= m_prefix && before.begin == after.begin)
               || (before.begin >= m_suffix && before.begin + m_shift == after.begin));
}

bool JsonNodeMap::isSameEntry(JsonNodeId a, JsonNodeId b) const
{
    return isSame(a, b) && m_from.rawKey(a) == m_to.rawKey(b);
}

void JsonNodeMap::matchChildren(JsonNodeId a, JsonNodeId b)
{
    Siblings before = childrenOf(m_from, a);
    Siblings after = childrenOf(m_to, b);
    const auto take = [&](auto first, auto last, auto other, auto otherLast) {
        const auto start = first;
        for (; first != last && other != otherLast && isSameEntry(*first, *other); ++first, ++other)
            pair(*first, *other);
        return first - start;
    };
    const auto head = take(before.cbegin(), before.cend(), after.cbegin(), after.cend());
    before.erase(before.begin(), before.begin() + head);
    after.erase(after.begin(), after.begin() + head);
    const auto tail = take(before.crbegin(), before.crend(), after.crbegin(), after.crend());
    before.resize(before.size() - size_t(tail));
    after.resize(after.size() - size_t(tail));

    const bool isObject = m_from.kind(a) == JsonKind::Object;
    if (isObject)
        matchByBytes(before, after, true);
    else if (m_from.valueRange(a).size() <= comparedBytes)
        matchByBytes(before, after, false);
    // One that is left is a renamed member; elements that are left go by their order.
    if (isObject && (before.size() != 1 || after.size() != 1))
        return;
    for (size_t i = 0; i < std::min(before.size(), after.size()); ++i)
        pair(before[i], after[i]);
}

void JsonNodeMap::matchByBytes(Siblings &before, Siblings &after, bool keys)
{
    const auto bytes = [keys](const JsonTree &tree, JsonNodeId node) {
        return keys ? tree.rawKey(node) : tree.rawValue(node);
    };
    QHash<QByteArrayView, Siblings> places; // the last one first
    for (auto node = after.crbegin(); node != after.crend(); ++node)
        places[bytes(m_to, *node)].push_back(*node);
    std::vector<bool> isTaken(after.size());
    Siblings left;
    for (const JsonNodeId node : before) {
        const auto found = places.find(bytes(m_from, node));
        if (found == places.end() || found->empty()) {
            left.push_back(node);
            continue;
        }
        const JsonNodeId other = found->back();
        found->pop_back();
        pair(node, other);
        isTaken[size_t(std::ranges::lower_bound(after, other) - after.begin())] = true;
    }
    Siblings free;
    for (size_t i = 0; i < after.size(); ++i) {
        if (!isTaken[i])
            free.push_back(after[i]);
    }
    before = std::move(left);
    after = std::move(free);
}

JsonNodeId JsonNodeMap::nearest(JsonNodeId node) const
{
    for (;; node = m_from.parent(node)) {
        if (node >= m_from.size() || (*this)[node] != none)
            return (*this)[node];
        const JsonNodeId parent = m_from.parent(node);
        for (JsonNodeId next = m_from.after(node); next < m_from.after(parent);
             next = m_from.after(next)) {
            if ((*this)[next] != none)
                return (*this)[next];
        }
        JsonNodeId before = none;
        for (JsonNodeId child = parent + 1; child < node; child = m_from.after(child)) {
            if ((*this)[child] != none)
                before = (*this)[child];
        }
        if (before != none)
            return before;
        if (node == 0)
            return none;
    }
}

} // namespace modelscribe
