// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QSize>

class QDialog;
class QWidget;

namespace modelscribe {

//! Room for what a window manager draws around a window; nobody knows it before it is shown.
inline constexpr QMargins windowFrame(4, 36, 4, 4);

//! \p wanted, as far as \p screen has room for it and its frame.
QSize sizeOnScreen(QSize wanted, QSize screen);

//! What is free of the screen that \p window is on; without bounds where nobody looks at it.
QSize roomOnScreen(const QWidget &window);

//! For every dialog with fields in it: begins with \p wanted, but never larger than its screen, and
//! Return in a field presses no button but the one that says so with setDefault().
void setUpDialog(QDialog &dialog, QSize wanted);
void setUpDialog(QDialog &dialog, QSize wanted, QSize screen);

} // namespace modelscribe
