// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! Of the library that is in use, such as "3.40.1"; empty when there is none.
QString sqliteVersion();

} // namespace modelscribe
