// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydelegate.h"

#include "lists/historymodel.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace modelscribe {

namespace {

constexpr int historyPadding = 8;

ThemeColor colorOf(HistoryModel::Tone tone)
{
    switch (tone) {
    case HistoryModel::Tone::Plain: break;
    case HistoryModel::Tone::Muted: return ThemeColor::Muted;
    case HistoryModel::Tone::Good: return ThemeColor::Added;
    case HistoryModel::Tone::Warning: return ThemeColor::Changed;
    case HistoryModel::Tone::Bad: return ThemeColor::Removed;
    }
    return ThemeColor::Text;
}

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    drawRow(*painter, option, index, theme);
    painter->setLayoutDirection(Qt::LeftToRight); // whatever the text is made of
    const auto tone = index.data(HistoryModel::ToneRole).value<HistoryModel::Tone>();
    painter->setPen(theme.color(colorOf(tone)));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    drawText(*painter, option.rect.adjusted(historyPadding, 0, -historyPadding, -1),
             index.data(Qt::DisplayRole).toString(), alignment & Qt::AlignHorizontal_Mask);
    painter->restore();
}

} // namespace modelscribe

#include "moc_historydelegate.cpp"
