// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelmetadata.h"

#include <QMap>
#include <QStringList>

namespace modelscribe::testing {

//! Everything of a model that can be changed by itself: "Task", "Labels/team", "ExtraInfo$.o.x",
//! each with what stands there. What is not set is not in it.
using Places = QMap<QString, QString>;

Places placesOf(const ModelMetadata &metadata);
//! Keys with different values in the two.
QStringList differingPlaces(const Places &a, const Places &b);
//! Whether \p place is what the clash \p key is about, or inside of it.
bool isUnder(const QString &place, const QString &key);

} // namespace modelscribe::testing
