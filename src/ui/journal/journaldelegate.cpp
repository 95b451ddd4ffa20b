// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaldelegate.h"

#include "lists/journalmodel.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/theme.h"

#include <QPainter>

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
    drawText(*painter, option.rect.adjusted(journalPadding, 0, -journalPadding, -1),
             index.data(Qt::DisplayRole).toString(), alignment & Qt::AlignHorizontal_Mask);
    painter->restore();
}

} // namespace modelscribe

#include "moc_journaldelegate.cpp"
