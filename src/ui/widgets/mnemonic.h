// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! \p text of a menu as it is seen when nobody holds Alt.
QString withoutMnemonic(QString text);

} // namespace modelscribe
