// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsonnodedrag.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace modelscribe {

QMimeData *dragOfNodes(const JsonNodeOwner &owner, const QList<JsonNodeId> &nodes)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint64(quintptr(owner.model)) << owner.tree << nodes;
    auto *data = new QMimeData;
    data->setData(draggedNodesFormat, bytes);
    return data;
}

QList<JsonNodeId> nodesOfDrag(const QMimeData &data, const JsonNodeOwner &owner)
{
    QDataStream stream(data.data(draggedNodesFormat));
    quint64 model = 0;
    quint64 tree = 0;
    QList<JsonNodeId> nodes;
    stream >> model >> tree >> nodes;
    const bool isSame = quintptr(model) == quintptr(owner.model) && tree == owner.tree;
    return isSame ? nodes : QList<JsonNodeId>();
}

} // namespace modelscribe
