// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveplan.h"

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! The requests of \p plan as one JSON array of {"Method", "Target", "Body"}; bodies raw, to the
//! letter. No headers: nothing secret can be in it.
QByteArray planAsJson(const SavePlan &plan);
//! The same as plain HTTP text: request line, blank line, body.
QString planAsHttp(const SavePlan &plan);

} // namespace modelscribe
