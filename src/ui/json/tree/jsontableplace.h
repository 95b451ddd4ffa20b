// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonnodemap.h"

class QTableView;

namespace modelscribe {

class JsonTreeModel;

//! What stays in view while rows of a table come and go.
struct JsonTablePlace
{
    JsonNodeId current = JsonNodeMap::none;
    QList<JsonNodeId> selected;
    JsonNodeId top = JsonNodeMap::none; //!< First row in view.
    int above = 0;                      //!< Pixels of it that are not in view.

    static JsonTablePlace of(const QTableView &view, const JsonTreeModel &model);
    //! To the nodes of another tree.
    void carryTo(const JsonNodeMap &map);
    void select(QTableView &view, const JsonTreeModel &model) const;
    //! When the view knows how many rows there are.
    void scroll(QTableView &view, const JsonTreeModel &model) const;
};

} // namespace modelscribe
