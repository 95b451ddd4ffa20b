// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! \p text as a tool tip that Qt shows to the letter: what looks like HTML is escaped, what is
//! invisible is marked, what is long is cut.
QString visibleToolTip(const QString &text);

} // namespace modelscribe
