// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <QLatin1StringView>
#include <QList>

class QMimeData;

namespace modelscribe {

inline constexpr QLatin1StringView draggedNodesFormat("application/x-modelscribe-json-nodes");

//! Which tree the numbers of nodes are about.
struct JsonNodeOwner
{
    const void *model;
    quint64 tree; //!< The number of the tree in the model: they are worth nothing in a later one.
};

QMimeData *dragOfNodes(const JsonNodeOwner &owner, const QList<JsonNodeId> &nodes);
//! Empty when they are those of another owner.
QList<JsonNodeId> nodesOfDrag(const QMimeData &data, const JsonNodeOwner &owner);

} // namespace modelscribe
