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
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int sidebarRowHeight = 28;
constexpr int headingHeight = 36;
constexpr int markEdge = 8;    // between the view's edge and the mark
constexpr int markPadding = 8; // between the mark's edge and the text

using FacetState = FacetModel::State;

bool isHeading(const QModelIndex &index)
{
    return FacetModel::kindOf(index) == FacetModel::Kind::Section;
}

QFont headingFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QString clearText() { return SidebarDelegate::tr("Clear"); }

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

QRect SidebarDelegate::clearRect(const QTreeView &view, const QModelIndex &section)
{
    if (!isHeading(section) || FacetModel::stateOf(section) == FacetState::None)
        return {};
    const QRect row = view.visualRect(section);
    const int width = QFontMetrics(headingFont(view.font())).horizontalAdvance(clearText())
                      + 2 * (markEdge + markPadding);
    return {row.right() + 1 - width, row.top(), width, row.height()};
}

void SidebarDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    QRect row = option.rect.adjusted(markEdge + markPadding, 8, -markEdge - markPadding, 0);
    painter.setFont(headingFont(option.font));
    if (FacetModel::stateOf(index) != FacetState::None) {
        painter.setPen(theme.color(ThemeColor::Accent));
        const int width = drawTextLine(painter, row, Qt::AlignRight, clearText(), Qt::ElideNone);
        row.setRight(row.right() - width - 8);
    }
    painter.setPen(theme.color(ThemeColor::Muted));
    drawTextLine(painter, row, Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect row = option.rect.adjusted(markEdge, 0, -markEdge, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const FacetState state = FacetModel::stateOf(index);
    const bool isIncluded = state == FacetState::Included && !isHeading(index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (isIncluded || (option.state.testFlag(QStyle::State_MouseOver) && !isHeading(index))) {
        QColor back = theme.color(ThemeColor::Selection);
        if (!isIncluded)
            back.setAlphaF(0.45F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(back);
        painter->drawRoundedRect(row, 6, 6);
    }
    if (view && view->hasFocus() && view->currentIndex() == index) {
        painter->setPen(QPen(theme.color(ThemeColor::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5);
    }
    if (isHeading(index)) {
        paintHeading(*painter, option, index);
        painter->restore();
        return;
    }

    QRect text = row.adjusted(markPadding + inset(index), 0, -markPadding, 0);
    const auto put = [&](const QString &name, ThemeColor color, QRect place) {
        painter->drawPixmap(
            place, theme.pixmap(name, color, place.size(), painter->device()->devicePixelRatioF()));
    };
    if (hasArrow(index)) {
        const bool open = option.state.testFlag(QStyle::State_Open);
        put(open ? u"chevron-down"_s : u"chevron-right"_s, ThemeColor::Text,
            QRect(text.left() - 3, text.center().y() - 5, 12, 12));
        text.setLeft(text.left() + 18);
    }
    const bool isValue = FacetModel::kindOf(index) == FacetModel::Kind::Value;
    const bool isExcluded = state == FacetState::Excluded;
    if (isValue && state != FacetState::None) {
        // Where the row has room for it, so that its name stays where it was.
        const int left = inset(index) > 0 || hasArrow(index) ? row.left() + markPadding - 3
                                                             : text.left();
        const bool isBehindArrow = hasArrow(index);
        const QRect place(isBehindArrow ? text.left() : left, text.center().y() - 5, 12, 12);
        if (isExcluded) {
            painter->setPen(QPen(theme.color(ThemeColor::Removed), 1.5));
            painter->drawLine(place.left() + 2, place.center().y() + 1, place.right() - 1,
                              place.center().y() + 1);
        } else {
            put(u"check"_s, ThemeColor::Text, place);
        }
        if (inset(index) == 0)
            text.setLeft(text.left() + 18);
    }

    const int count = index.data(FacetModel::CountRole).isValid()
                          ? index.data(FacetModel::CountRole).toInt()
                          : -1;
    const QString number = index.data(FacetModel::CountTextRole).toString();
    QFont font = option.font;
    if (!number.isEmpty()) {
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.95);
        painter->setFont(small);
        painter->setPen(theme.color(ThemeColor::Muted));
        const int width = drawTextLine(*painter, text, Qt::AlignRight, number, Qt::ElideNone);
        text.setRight(text.right() - width - 8);
    }
    if (isIncluded)
        font.setWeight(QFont::DemiBold);
    font.setStrikeOut(isExcluded);
    painter->setFont(font);
    const bool isMore = FacetModel::kindOf(index) == FacetModel::Kind::More;
    const bool isNone = isValue && count == 0 && state == FacetState::None;
    painter->setPen(theme.color(isExcluded ? ThemeColor::Removed
                                : isMore   ? ThemeColor::Accent
                                : isNone   ? ThemeColor::Muted
                                           : ThemeColor::Text));
    const QString name = visibleText(index.data(Qt::DisplayRole).toString());
    drawTextLine(*painter, text, Qt::AlignLeft, name);
    painter->restore();
}

bool SidebarDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString value = index.data(FacetModel::ValueRole).toString();
    const bool isCalledOtherwise = FacetModel::kindOf(index) == FacetModel::Kind::Value
                                   && !value.isEmpty() && value != text;
    QToolTip::showText(event->globalPos(), visibleToolTip(isCalledOtherwise ? value : text), view);
    return true;
}

} // namespace modelscribe

#include "moc_sidebardelegate.cpp"
