// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsonnodeclipboard.h"

#include "core/jsonmembers.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto keyFormat = "application/x-modelscribe-json-key"_L1;

} // namespace

QMimeData *copyOfNodes(const JsonTree &tree, const QList<JsonNodeId> &nodes)
{
    auto *data = new QMimeData;
    if (nodes.size() == 1) {
        data->setText(QString::fromUtf8(tree.rawValue(nodes.first())));
        data->setData(keyFormat, tree.rawKey(nodes.first()).toByteArray());
    } else {
        // Several members stay members when they are of one object.
        const JsonNodeId parent = tree.parent(nodes.first());
        const bool isObject = tree.kind(parent) == JsonKind::Object
                              && std::ranges::all_of(nodes, [&](JsonNodeId node) {
                                     return tree.parent(node) == parent;
                                 });
        QByteArrayList parts;
        for (const JsonNodeId node : nodes) {
            const QByteArray value = tree.rawValue(node).toByteArray();
            parts.append(isObject ? tree.rawKey(node).toByteArray() + ": " + value : value);
        }
        data->setText(
            QString::fromUtf8((isObject ? "{" : "[") + parts.join(", ") + (isObject ? "}" : "]")));
    }
    return data;
}

std::optional<QString> keyOfCopy(const QMimeData &data)
{
    return jsonStringValue(data.data(keyFormat));
}

} // namespace modelscribe
