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

void drawListFocus(QAbstractItemView &view)
{
    if (!view.hasFocus() || view.currentIndex().isValid())
        return;
    QPainter painter(view.viewport());
    painter.setPen(QPen(Theme::of(&view).color(ThemeColor::Accent), 2));
    painter.drawRect(view.viewport()->rect().adjusted(1, 1, -1, -1));
}

void drawListCell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Theme &theme = Theme::of(option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect,
                     theme.color(isSelected ? ThemeColor::Selection : ThemeColor::Surface));
    QColor line = theme.color(ThemeColor::Border);
    line.setAlphaF(0.6F); // fainter than what divides the window
    painter.setPen(line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    drawRowFocus(painter, option, index);
}

} // namespace modelscribe
