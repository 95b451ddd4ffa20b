// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

class QMimeData;

namespace modelscribe {

//! The text of one value, with its key for who knows; or of several ones as one object or list.
QMimeData *copyOfNodes(const JsonTree &tree, const QList<JsonNodeId> &nodes);
std::optional<QString> keyOfCopy(const QMimeData &data);

} // namespace modelscribe
