// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelusesdelegate.h"

#include "lists/labelusesmodel.h"
#include "ui/widgets/labelmark.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int labelCellPadding = 16;
constexpr int oddSide = 13;

} // namespace

QSize LabelUsesDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, 30};
}

void LabelUsesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    painter->setLayoutDirection(Qt::LeftToRight); // whatever the labels are made of
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    drawListCell(*painter, option, index);
    QRect room = option.rect.adjusted(labelCellPadding, 0, -labelCellPadding, -1);
    const QString text = index.data().toString();
    const bool isFirst = index.column() == 0;
    const bool isLast = index.column() == index.model()->columnCount() - 1;
    if (isFirst)
        drawLabelMark(*painter, {labelCellPadding / 2 + option.rect.left(), room.center().y()},
                      index.data(LabelUsesModel::ColorRole).value<LabelColor>(), theme);
    const bool isNothing = isFirst && index.data(LabelUsesModel::TextRole).toString().isEmpty();
    painter->setPen(
        theme.color((isLast && !isSelected) || isNothing ? ThemeColor::Muted : ThemeColor::Text));
    if (isFirst && index.data(LabelUsesModel::OddRole).toBool()) {
        room.setRight(room.right() - oddSide - 6);
        const int width = std::min(room.width(), textLineWidth(*painter, text));
        const QRect mark(room.left() + width + 6, option.rect.center().y() - oddSide / 2, oddSide,
                         oddSide);
        painter->drawPixmap(mark, theme.pixmap(u"warning"_s, ThemeColor::Changed, mark.size(),
                                               painter->device()->devicePixelRatioF()));
    }
    drawTextLine(*painter, room, isFirst ? Qt::AlignLeft : Qt::AlignRight, text);
    painter->restore();
}

bool LabelUsesDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data().toString();
    const int room = option.rect.width() - 2 * labelCellPadding - oddSide;
    const bool isCut = index.column() == 0 && option.fontMetrics.horizontalAdvance(text) > room;
    QToolTip::showText(event->globalPos(), isCut ? visibleToolTip(text) : QString(), view);
    return true;
}

} // namespace modelscribe

#include "moc_labelusesdelegate.cpp"
