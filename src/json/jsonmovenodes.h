// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonedit.h"

namespace modelscribe {

struct JsonMoved
{
    TextChanges changes;
    std::optional<qsizetype> at; //!< Where the first of them stands in the text then.
};

//! Moves \p nodes, sorted and none inside of another, before child \p position of \p parent, one
//! behind the other. Error::Kind::Invalid with the codes of json/jsonedit.h, or "TooMuch".
Result<JsonMoved> moveNodes(const JsonTree &tree, const QList<JsonNodeId> &nodes, JsonNodeId parent,
                            quint32 position);

} // namespace modelscribe
