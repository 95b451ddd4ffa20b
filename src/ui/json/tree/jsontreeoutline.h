// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/tree/jsontreefilter.h"
#include "json/jsonnodemap.h"

#include <memory>
#include <optional>
#include <vector>

namespace modelscribe {

struct JsonTreeRow
{
    JsonNodeId node;
    quint32 index; //!< Among its siblings.
    quint32 level;

    friend bool operator==(const JsonTreeRow &, const JsonTreeRow &) = default;
};
using JsonTreeRows = std::vector<JsonTreeRow>;

//! A tree, its open containers and what a filter leaves of it: all that decides which rows there
//! are. While there is a filter other containers are open than before.
struct JsonTreeOutline
{
    std::shared_ptr<const JsonTree> tree;
    std::vector<bool> unfilteredOpen; //!< By node.
    std::optional<JsonTreeMatches> matches;

    std::vector<bool> &open() { return matches ? matches->open : unfilteredOpen; }
    const std::vector<bool> &open() const { return matches ? matches->open : unfilteredOpen; }

    JsonTreeRows rows() const;
    JsonTreeRows rowsInside(JsonNodeId parent, quint32 level) const;

    //! The same of another tree, to which \p map leads. What is new there is shown; a small first
    //! one shows its first level.
    JsonTreeOutline carriedTo(std::shared_ptr<const JsonTree> other, const JsonNodeMap &map) const;
    //! Opens the containers of so many levels and closes the others.
    void openLevels(int levels);
    //! Opens what is around \p node and has it shown in spite of a filter.
    void reveal(JsonNodeId node);
};

} // namespace modelscribe
