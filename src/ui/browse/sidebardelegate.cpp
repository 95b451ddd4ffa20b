// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/sidebardelegate.h"

#include "core/visibletext.h"
#include "lists/facetmodel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int sidebarRowHeight = 28;
constexpr int headingHeight = 36;
constexpr int markEdge = 8;    // between the view's edge and the mark
constexpr int markPadding = 8; // between the mark's edge and the text

bool isHeading(const QModelIndex &index)
{
    return index.data(FacetModel::KindRole).value<FacetModel::Kind>() == FacetModel::Kind::Section;
}

//! Values stand below a heading, their own values 18 px further in.
int inset(const QModelIndex &index)
{
    return index.parent().isValid() && !isHeading(index.parent()) ? 18 : 0;
}

bool hasArrow(const QModelIndex &index)
{
    return !isHeading(index) && index.model()->hasChildren(index);
}

} // namespace

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, isHeading(index) ? headingHeight : sidebarRowHeight};
}

QRect SidebarDelegate::arrowRect(const QRect &row, const QModelIndex &index)
{
    return hasArrow(index) ? QRect(row.left() + markEdge, row.top(), 22, row.height()) : QRect();
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect row = option.rect.adjusted(markEdge, 0, -markEdge, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont font = option.font;
    if (isHeading(index)) {
        font.setWeight(QFont::DemiBold);
        font.setPointSizeF(font.pointSizeF() * 0.9);
        painter->setFont(font);
        painter->setPen(theme.color(ThemeColor::Muted));
        drawTextLine(*painter, row.adjusted(markPadding, 8, -markPadding, 0), Qt::AlignLeft,
                     index.data(Qt::DisplayRole).toString(), Qt::ElideNone);
        painter->restore();
        return;
    }

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = selected && option.widget && option.widget->hasFocus();
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor back = theme.color(ThemeColor::Selection);
        if (!selected)
            back.setAlphaF(0.45F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(back);
        painter->drawRoundedRect(row, 6, 6);
    }
    if (focused) {
        painter->setPen(QPen(theme.color(ThemeColor::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5);
    }

    QRect text = row.adjusted(markPadding + inset(index), 0, -markPadding, 0);
    if (hasArrow(index)) {
        const bool open = option.state.testFlag(QStyle::State_Open);
        const QRect arrow(text.left() - 3, text.center().y() - 5, 12, 12);
        painter->drawPixmap(arrow, theme.pixmap(open ? u"chevron-down"_s : u"chevron-right"_s,
                                                ThemeColor::Text, arrow.size(),
                                                painter->device()->devicePixelRatioF()));
        text.setLeft(text.left() + 11);
    }

    const QVariant count = index.data(FacetModel::CountRole);
    if (count.isValid()) {
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.95);
        painter->setFont(small);
        painter->setPen(theme.color(ThemeColor::Muted));
        const QString number = QLocale().toString(count.toInt());
        const int width = drawTextLine(*painter, text, Qt::AlignRight, number, Qt::ElideNone);
        text.setRight(text.right() - width - 8);
    }
    if (selected)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.color(ThemeColor::Text));
    const QString name = visibleText(index.data(Qt::DisplayRole).toString());
    drawTextLine(*painter, text, Qt::AlignLeft, name);
    painter->restore();
}

bool SidebarDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QToolTip::showText(event->globalPos(), visibleToolTip(index.data(Qt::DisplayRole).toString()),
                       view);
    return true;
}

} // namespace modelscribe

#include "moc_sidebardelegate.cpp"
