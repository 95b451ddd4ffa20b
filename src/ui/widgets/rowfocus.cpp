// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowfocus.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace modelscribe {

void drawRowFocus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !view->hasFocus() || view->currentIndex().siblingAtColumn(index.column()) != index)
        return;
    const QRect &rect = option.rect;
    const QColor ring = Theme::of(option.widget).color(ThemeColor::Accent);
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), ring);
    painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), ring);
    if (rect.left() <= 0) // the first one that is seen
        painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), ring);
    if (rect.right() + 1 >= view->viewport()->width())
        painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), ring);
}

} // namespace modelscribe
