// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

class QFont;
class QPainter;
class QRectF;
class QString;
class QWidget;

namespace modelscribe {

//! Draws one line in the painter's font, pen and direction, as QPainter::drawText() draws what
//! QFontMetrics::elidedText() left of it, in the middle of the height of \p rect: the same pixels.
//! Those shape a text three times whenever it is drawn; here it is shaped once and kept.
//! \p alignment is Qt::AlignLeft, Qt::AlignRight or Qt::AlignHCenter; \p mode where it is cut when
//! it is too long for \p rect. Tells how wide it is, see QFontMetrics::horizontalAdvance().
int drawTextLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
                 const QString &text, Qt::TextElideMode mode = Qt::ElideRight);

//! How wide the line is in the painter's font, from the same glyphs; drawing it then costs little.
int textLineWidth(QPainter &painter, const QString &text);
//! The same before it is painted on \p widget.
int textLineWidth(QWidget &widget, const QFont &font, const QString &text);

//! What drawTextLine() draws where there is room for \p width.
QString cutTextLine(QPainter &painter, const QString &text, int width);

} // namespace modelscribe
