// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMessageBox;

namespace modelscribe {

//! A tool tip that shows \p text to the letter, line breaks too. A tool tip guesses whether it got
//! HTML, so text of others must be HTML that says so.
QString plainToolTip(const QString &text);
//! The same for a value: what is invisible is marked, what is long is cut.
QString visibleToolTip(const QString &text);

//! Has all texts of \p box shown to the letter; its own setTextFormat() leaves out the informative
//! one. To be called when the texts are set.
void makePlain(QMessageBox &box);

} // namespace modelscribe
