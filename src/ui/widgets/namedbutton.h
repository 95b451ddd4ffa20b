// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPushButton;

namespace modelscribe {

//! A button of this object name, which Return in a field does not press; \p kind as Theme knows it.
QPushButton *namedButton(const QString &objectName, const QString &kind = {});

} // namespace modelscribe
