// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/palettedelegate.h"

#include "lists/namefit.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int paletteSide = 14;
constexpr int paletteGap = 12;
constexpr int markWidth = 22;

void paintPaletteHeading(QPainter &painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index)
{
    const Theme &theme = Theme::of(option.widget);
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    painter.setFont(font);
    painter.setPen(theme.color(ThemeColor::Muted));
    QRect area = option.rect.adjusted(paletteSide, 0, -paletteSide, 0);
    const int width = drawTextLine(painter, area, Qt::AlignLeft, index.data().toString());
    area.setLeft(area.left() + width + paletteGap);
    painter.setFont(option.font);
    drawTextLine(painter, area, Qt::AlignRight, index.data(PaletteDelegate::AboutRole).toString());
}

//! The text with its \p parts bold.
void paintParts(QPainter &painter, QRect area, const QString &text, const QList<NamePart> &parts)
{
    const QFont plain = painter.font();
    QFont bold = plain;
    bold.setWeight(QFont::DemiBold);
    qsizetype at = 0;
    const auto put = [&](qsizetype end, const QFont &font) {
        if (end <= at || area.width() <= 0)
            return;
        painter.setFont(font);
        area.setLeft(area.left()
                     + drawTextLine(painter, area, Qt::AlignLeft, text.mid(at, end - at)));
        at = end;
    };
    for (const NamePart &part : parts) {
        put(part.begin, plain);
        put(part.begin + part.length, bold);
    }
    put(text.size(), plain);
    painter.setFont(plain);
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, rowHeight};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    if (!index.flags().testFlag(Qt::ItemIsSelectable)) {
        paintPaletteHeading(*painter, option, index);
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(ThemeColor::Selection));
        painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), 6, 6);
    }
    QRect area = option.rect.adjusted(paletteSide, 0, -paletteSide, 0);
    painter->setFont(option.font);
    painter->setPen(theme.color(ThemeColor::Muted));
    const int whole = area.width();
    const auto putRight = [&](const QString &text, int most) {
        if (text.isEmpty())
            return;
        const QRect place = area.adjusted(std::max(0, area.width() - most), 0, 0, 0);
        const int width = drawTextLine(*painter, place, Qt::AlignRight, text);
        area.setRight(area.right() - std::min(width, most) - paletteGap);
    };
    putRight(index.data(KeysRole).toString(), whole / 2);
    // The name first: what is read second gets what the name leaves, but never nothing.
    const QString text = index.data().toString();
    const int left = area.width() - textLineWidth(*painter, text) - paletteGap;
    putRight(index.data(AboutRole).toString(), std::clamp(left, whole / 3, whole * 2 / 3));
    if (index.data(InUseRole).toBool()) {
        const QRect place = area.adjusted(area.width() - markWidth, 0, 0, 0);
        drawTextLine(*painter, place, Qt::AlignRight, u"✓"_s);
        area.setRight(area.right() - markWidth);
    }
    painter->setPen(theme.color(ThemeColor::Text));
    paintParts(*painter, area, text, index.data(PartsRole).value<QList<NamePart>>());
    painter->restore();
}

} // namespace modelscribe

#include "moc_palettedelegate.cpp"
