// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcolor.h"

#include <QIcon>
#include <QString>

class QPainter;
class QPoint;

namespace modelscribe {

class Theme;

inline constexpr int labelMarkSize = 8;

//! A dot in the colour of a key; nothing without one.
void drawLabelMark(QPainter &painter, const QPoint &center, LabelColor color, const Theme &theme);
QIcon labelMarkIcon(LabelColor color, const Theme &theme);
QString labelColorText(LabelColor color);

} // namespace modelscribe
