// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace modelscribe {

//! One YAML document as JSON with two blanks a level. Order, number spelling (as far as JSON allows
//! it) and duplicate keys stay; anchors and merge keys are written out, bounded; plain scalars
//! follow YAML's core schema. Error::Kind::Decode with line and column in its detail when it is no
//! YAML, more than one document, over 4 MiB, over 512 levels or grows over 16 MiB.
Result<QByteArray> yamlToJson(QByteArrayView utf8);

} // namespace modelscribe
