// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! "PAI"; one that is not known as it is spelled, fit to be shown.
QString providerTitle(const QString &provider);
//! "Models of PAI"
QString providerListTitle(const QString &provider);

} // namespace modelscribe
