// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace modelscribe {

//! Brings the focus to the next or previous place in \p window, section by section, and around at
//! the ends. Qt itself goes in the order in which widgets were made, so that a page that is made
//! when it is first shown comes behind everything else. \p sections are in the order in which they
//! are seen, parts of one behind it; what is in none of them comes first.
//! For focusNextPrevChild(), and returns what that does.
bool goOnInTabOrder(QWidget &window, const QList<QWidget *> &sections, bool isForward);

//! Scrolls whatever \p widget stands in so that it can be seen.
void bringIntoSight(QWidget &widget);

} // namespace modelscribe
