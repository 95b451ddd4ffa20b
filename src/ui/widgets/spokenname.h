// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace modelscribe {

//! What a screen reader calls \p widget: in the language of the window, also after that changes.
//! For what has no visible text and is named once; tests know widgets by their objectName.
void setSpokenName(QWidget &widget, std::function<QString()> name);

} // namespace modelscribe
