// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

namespace modelscribe {

//! Whether a list came in the order that was asked for.
enum class ListOrder {
    ByKey,
    Another,
    Unclear //!< What came is in this order and in that of creation too, or nothing can be said.
};

//! Of \p models, which were asked for by \p key, descending. Only GmtModifiedTime is looked into.
ListOrder orderOf(const QList<RegisteredModel> &models, const QString &key);

} // namespace modelscribe
