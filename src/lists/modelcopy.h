// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelcolumn.h"

namespace modelscribe {

enum class CopyAs { Table, Names, Ids, Json, Markdown };

//! \p models as text for other programs, in their order. Table has a line of titles and then one a
//! model, its cells parted by tabs; a tab or a line end within a cell becomes a blank. Json is an
//! object for one model and an array for several. Whole values, as the registry holds them.
QString copiedText(CopyAs how, const QList<const RegisteredModel *> &models,
                   const QList<ModelColumn> &columns);

} // namespace modelscribe
