// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/servicerules.h"

#include <algorithm>

namespace modelscribe {

//! As many models as \p wanted, as far as the service is known to take a page of them.
inline int pageSizeFor(const ServiceRules &rules, int wanted)
{
    return rules.largestPage > 0 ? std::min(rules.largestPage, wanted) : wanted;
}

} // namespace modelscribe
