// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparenames.h"

#include "lists/comparisonmodel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace modelscribe {

namespace {

constexpr int namePadding = 16;

} // namespace

CompareNames::CompareNames(QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(30);
    setDefaultSectionSize(30);
}

void CompareNames::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::of(this);
    const auto role = [&](int asked) { return model()->headerData(section, Qt::Vertical, asked); };
    const bool isSection = role(ComparisonModel::SectionRole).toBool();
    painter->save();
    painter->fillRect(rect, theme.color(isSection ? ThemeColor::Background : ThemeColor::Surface));
    painter->setPen(theme.color(ThemeColor::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (!isSection)
        painter->drawLine(rect.topRight(), rect.bottomRight());
    QFont shown = role(ComparisonModel::FixedRole).toBool() ? theme.fixedFont() : font();
    if (isSection) {
        shown.setWeight(QFont::DemiBold);
        shown.setPointSizeF(shown.pointSizeF() * 0.92);
    }
    painter->setFont(shown);
    painter->setPen(theme.color(role(ComparisonModel::FixedRole).toBool() ? ThemeColor::Text
                                                                          : ThemeColor::Muted));
    drawTextLine(*painter, rect.adjusted(namePadding, 0, isSection ? 0 : -8, 0), Qt::AlignLeft,
                 role(Qt::DisplayRole).toString(), Qt::ElideMiddle);
    painter->restore();
}

bool CompareNames::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    const bool isFixed =
        model()->headerData(section, Qt::Vertical, ComparisonModel::FixedRole).toBool();
    const QString name = model()->headerData(section, Qt::Vertical).toString();
    const QFontMetrics metrics(isFixed ? Theme::of(this).fixedFont() : font());
    const bool isCut = metrics.horizontalAdvance(name) > width() - namePadding - 8;
    QToolTip::showText(help->globalPos(), isCut ? visibleToolTip(name) : QString(), this);
    return true;
}

} // namespace modelscribe

#include "moc_comparenames.cpp"
