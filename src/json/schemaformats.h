// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! Whether \p text is what "format": \p format of a JSON Schema asks for; true for formats that are
//! not looked at.
bool fitsFormat(const QString &format, const QString &text);

} // namespace modelscribe
