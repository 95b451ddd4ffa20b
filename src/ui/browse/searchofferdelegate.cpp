// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/searchofferdelegate.h"

#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace modelscribe {

namespace {

constexpr int sidePadding = 12;
constexpr int narrow = 420; // what it is does not fit in any more

} // namespace

QSize SearchOfferDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, rowHeight};
}

void SearchOfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    QRect area = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    if (!index.flags().testFlag(Qt::ItemIsSelectable)) {
        bold.setPointSizeF(bold.pointSizeF() * 0.9);
        painter->setFont(bold);
        painter->setPen(theme.color(ThemeColor::Muted));
        drawTextLine(*painter, area, Qt::AlignLeft, text);
        painter->restore();
        return;
    }
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        QColor back = theme.color(ThemeColor::Selection);
        if (!option.state.testFlag(QStyle::State_Selected))
            back.setAlphaF(0.45F);
        painter->fillRect(option.rect, back);
    }
    painter->setFont(option.font);
    painter->setPen(theme.color(ThemeColor::Muted));
    const QString count = index.data(CountRole).toString();
    if (!count.isEmpty()) {
        const int width = drawTextLine(*painter, area, Qt::AlignRight, count, Qt::ElideNone);
        area.setRight(area.right() - width - 12);
    }
    if (const QString about = index.data(AboutRole).toString();
        !about.isEmpty() && option.rect.width() >= narrow) {
        QRect place = area;
        place.setLeft(option.rect.left() + option.rect.width() / 2 - 20);
        drawTextLine(*painter, place, Qt::AlignLeft, about);
        area.setRight(place.left() - 12);
    }
    painter->setPen(theme.color(ThemeColor::Text));
    const QString match = index.data(MatchRole).toString();
    const qsizetype at = match.isEmpty() ? -1 : text.indexOf(match, 0, Qt::CaseInsensitive);
    const auto put = [&](const QString &part, const QFont &font) {
        if (part.isEmpty() || area.width() <= 0)
            return;
        painter->setFont(font);
        area.setLeft(area.left() + drawTextLine(*painter, area, Qt::AlignLeft, part));
    };
    if (at < 0) {
        put(text, option.font);
    } else {
        put(text.left(at), option.font);
        put(text.mid(at, match.size()), bold);
        put(text.mid(at + match.size()), option.font);
    }
    painter->restore();
}

} // namespace modelscribe

#include "moc_searchofferdelegate.cpp"
