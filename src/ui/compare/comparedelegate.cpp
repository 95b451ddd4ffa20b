// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparedelegate.h"

#include "lists/comparisonmodel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int comparePadding = 16;
constexpr int arrowRoom = 18;

QString shownValue(const QModelIndex &index)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    return index.data(ComparisonModel::ChangedRole).toBool()
               ? CompareDelegate::tr("%1, changed").arg(text)
               : text;
}

ThemeColor valueColor(const QModelIndex &index, bool isCurrent)
{
    if (!index.data(ComparisonModel::SetRole).toBool())
        return ThemeColor::Muted;
    const bool isColored = index.data(ComparisonModel::MarkedRole).toBool()
                           || index.data(ComparisonModel::ChangedRole).toBool();
    // On a selected row amber reaches too little contrast.
    return isColored && !isCurrent ? ThemeColor::Changed : ThemeColor::Text;
}

} // namespace

QRect CompareDelegate::copyRect(const QRect &cell, const QFontMetrics &metrics)
{
    const int width = metrics.horizontalAdvance(tr("Copy to…")) + arrowRoom + comparePadding;
    return {cell.right() - width + 1, cell.top(), width, cell.height()};
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QRect cell = option.rect;
    painter->save();
    painter->setFont(option.font);
    const bool isSection = index.data(ComparisonModel::SectionRole).toBool();
    const bool isCurrent = view && !isSection && view->currentIndex() == index;
    const ThemeColor ground = isSection   ? ThemeColor::Background
                              : isCurrent ? ThemeColor::Selection
                                          : ThemeColor::Surface;
    painter->fillRect(cell, theme.color(ground));
    painter->setPen(theme.color(ThemeColor::Border));
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    if (!isSection)
        painter->drawLine(cell.topRight(), cell.bottomRight());
    if (!isSection) {
        QRect room = cell.adjusted(comparePadding, 0, -comparePadding, 0);
        if (isCurrent) {
            const QRect copy = copyRect(cell, option.fontMetrics);
            painter->setPen(theme.color(ThemeColor::Accent));
            drawTextLine(*painter, copy, Qt::AlignLeft, tr("Copy to…"));
            const QRect arrow(copy.right() - comparePadding - 9, copy.center().y() - 5, 12, 12);
            painter->drawPixmap(arrow,
                                theme.pixmap(u"chevron-down"_s, ThemeColor::Accent, arrow.size(),
                                             option.widget->devicePixelRatioF()));
            room.setRight(copy.left() - 8);
        }
        const QString text = shownValue(index);
        if (index.data(ComparisonModel::MarkedRole).toBool()) {
            const int width = std::min(textLineWidth(*painter, text), room.width());
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(ThemeColor::ChangedTint));
            painter->drawRoundedRect(QRect(room.left() - 4, cell.center().y() - 9, width + 8, 18),
                                     3, 3);
        }
        if (index.data(ComparisonModel::ChangedRole).toBool())
            painter->fillRect(QRect(room.left() - 8, cell.top() + 8, 3, cell.height() - 16),
                              theme.color(ThemeColor::Changed));
        painter->setPen(theme.color(valueColor(index, isCurrent)));
        drawTextLine(*painter, room, Qt::AlignLeft, text);
    }
    if (isCurrent && view->hasFocus()) {
        painter->setPen(QPen(theme.color(ThemeColor::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

bool CompareDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto *models = qobject_cast<const ComparisonModel *>(index.model());
    const ComparedRow *row = models ? models->rowAt(index.row()) : nullptr;
    const int room = option.rect.width() - 2 * comparePadding;
    const bool isCut = row && option.fontMetrics.horizontalAdvance(shownValue(index)) > room;
    QToolTip::showText(event->globalPos(),
                       isCut ? visibleToolTip(row->values[index.column()].text) : QString(), view);
    return true;
}

} // namespace modelscribe

#include "moc_comparedelegate.cpp"
