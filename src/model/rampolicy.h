// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! A RAM policy that allows \p action ("paimodel:UpdateModel") and nothing else, as JSON to hand to
//! whoever manages the account; empty when that cannot be the name of an action.
QString ramPolicyFor(const QString &action);

} // namespace modelscribe
