// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <limits>
#include <vector>

namespace modelscribe {

//! Which node of a later tree is which node of an earlier one. What the change of the text left
//! alone is itself, however its position moved; what it touched goes by path. Both trees must
//! outlive it.
class JsonNodeMap
{
public:
    static constexpr JsonNodeId none = std::numeric_limits<JsonNodeId>::max();

    JsonNodeMap(const JsonTree &from, const JsonTree &to);

    //! none: no longer there.
    JsonNodeId operator[](JsonNodeId node) const
    {
        return node < m_nodes.size() ? m_nodes[node] : none;
    }
    //! \p node, or what takes its place: the sibling behind it, the one before it, its parent.
    JsonNodeId nearest(JsonNodeId node) const;

private:
    using Siblings = std::vector<JsonNodeId>;

    bool isSame(JsonNodeId a, JsonNodeId b) const;
    bool isSameEntry(JsonNodeId a, JsonNodeId b) const;
    void matchChildren(JsonNodeId a, JsonNodeId b);
    void matchByBytes(Siblings &before, Siblings &after, bool keys);
    void pair(JsonNodeId a, JsonNodeId b) { m_open.emplace_back(a, b); }

    const JsonTree &m_from;
    const JsonTree &m_to;
    qsizetype m_prefix = 0; //!< Bytes at the start that both texts share.
    qsizetype m_suffix = 0; //!< Where in the earlier text the shared end begins.
    qsizetype m_shift = 0;  //!< How far the shared end moved.
    std::vector<JsonNodeId> m_nodes;
    std::vector<std::pair<JsonNodeId, JsonNodeId>> m_open;
};

} // namespace modelscribe
