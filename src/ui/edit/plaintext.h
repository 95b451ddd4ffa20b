// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMessageBox;

namespace modelscribe {

//! \p text as a tool tip that Qt shows to the letter: what looks like HTML is escaped, what is
//! invisible is marked, what is long is cut.
QString visibleToolTip(const QString &text);

//! Has all texts of \p box shown to the letter; its own setTextFormat() leaves out the informative
//! one. To be called when the texts are set.
void makePlain(QMessageBox &box);

} // namespace modelscribe
