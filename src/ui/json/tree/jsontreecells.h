// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/tree/jsontreemodel.h"

namespace modelscribe {

//! What the cells of a JsonTreeModel show and say.
namespace jsontreecells {

//! The key, or the index of an element; the beginning of a long one.
QString key(const JsonTreeModel &model, int row);
QString value(const JsonTree &tree, JsonNodeId node);
//! The row in one sentence, for who cannot see where it is.
QString spoken(const JsonTreeModel &model, int row);
//! Of the node's own hints, one sentence a line.
QString warnings(const JsonTreeModel &model, JsonNodeId node);
QString toolTip(const JsonTreeModel &model, int row, int column);
QString heading(JsonTreeModel::Column column);

} // namespace jsontreecells

} // namespace modelscribe
