// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/database.h"

namespace modelscribe {

//! Fills a new database with the workspaces and \p models sample models. When more are asked for
//! than there are, they come again with a number behind their name. Ids are "model-sample" and the
//! number, so the same call gives the same registry. \p now is in milliseconds.
Result<void> addSamples(Database &database, int models, qint64 now);

//! Whether the models are samples, but for fewer that somebody made. Those of providers do not
//! count.
Result<bool> holdsSamples(Database &database);

} // namespace modelscribe
