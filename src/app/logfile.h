// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! Sends what Qt's logging prints to \p folder/modelscribe.log as well: one line a message (escapes
//! and line breaks neutralised, signatures and tokens masked), 0600, rotated once at 1 MiB. A
//! folder that cannot be written is said once on stderr and otherwise ignored.
void startLogging(const QString &folder);

} // namespace modelscribe
