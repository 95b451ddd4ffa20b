// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

class QPalette;

namespace modelscribe {

//! Whether \p system is made for who sees little: windows and inputs have the same ground, and text
//! stands out from it as 15:1 at least. The usual palettes fail one of both.
bool isHighContrast(const QPalette &system);

//! What stands for \p color then, whose colour otherwise is \p usual: the palette's own ground,
//! text and highlight; only what tells of changes and errors keeps its hue.
QColor highContrastColor(const QPalette &system, ThemeColor color, const QColor &usual);

} // namespace modelscribe
