// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaldelegate.h"

#include "lists/journalmodel.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int journalPadding = 8;

ThemeColor colorOf(JournalModel::Tone tone)
{
    switch (tone) {
    case JournalModel::Tone::Plain: break;
    case JournalModel::Tone::Muted: return ThemeColor::Muted;
    case JournalModel::Tone::Good: return ThemeColor::Added;
    case JournalModel::Tone::Warning: return ThemeColor::Changed;
    case JournalModel::Tone::Bad: return ThemeColor::Removed;
    }
    return ThemeColor::Text;
}

} // namespace

void JournalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    drawListCell(*painter, option, index);
    painter->setLayoutDirection(Qt::LeftToRight); // whatever the text is made of
    const auto tone = index.data(JournalModel::ToneRole).value<JournalModel::Tone>();
    painter->setPen(theme.color(colorOf(tone)));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    QRect cell = option.rect.adjusted(journalPadding, 0, -journalPadding, -1);
    const auto kind = index.data(JournalModel::KindRole).value<JournalRow::Kind>();
    if (index.column() == JournalModel::Model && kind != JournalRow::Kind::Entry) {
        if (kind != JournalRow::Kind::Part) {
            const QRect arrow(cell.left() - 2, cell.center().y() - 7, 16, 16);
            const bool isFolded = kind == JournalRow::Kind::FoldedRun;
            painter->drawPixmap(arrow,
                                theme.pixmap(isFolded ? u"chevron-right"_s : u"chevron-down"_s,
                                             ThemeColor::Muted, arrow.size(),
                                             painter->device()->devicePixelRatioF()));
        }
        cell.setLeft(option.rect.left() + journalArrowWidth);
    }
    drawText(*painter, cell, index.data(Qt::DisplayRole).toString(),
             alignment & Qt::AlignHorizontal_Mask);
    painter->restore();
}

} // namespace modelscribe

#include "moc_journaldelegate.cpp"
