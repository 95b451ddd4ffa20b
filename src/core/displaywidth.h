// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! Cells that \p text takes on a terminal. What is seen as one character counts as one: a letter
//! with its marks, a Hangul syllable that is put together, a flag, a family of emoji.
int displayWidth(const QString &text);

//! \p text in at most \p width cells; what is longer ends with "…". No character that is seen as
//! one is parted.
QString cutToWidth(const QString &text, int width);

} // namespace modelscribe
