// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modeltableheader.h"

#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace modelscribe {

ModelTableHeader::ModelTableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setStretchLastSection(false);
    setMouseTracking(true);
}

void ModelTableHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->modifiers().testFlag(Qt::ShiftModifier)
                    ? logicalIndexAt(event->position().toPoint())
                    : -1;
    if (m_pressed < 0)
        QHeaderView::mousePressEvent(event);
}

void ModelTableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed < 0)
        return QHeaderView::mouseReleaseEvent(event);
    if (logicalIndexAt(event->position().toPoint()) == m_pressed)
        emit furtherSortRequested(m_pressed);
    m_pressed = -1;
}

void ModelTableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::of(this);
    painter->save();
    painter->fillRect(rect, theme.color(ThemeColor::Surface));
    painter->setPen(theme.color(ThemeColor::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 0.92);
    painter->setFont(bold);
    painter->setPen(theme.color(ThemeColor::Muted));

    QRect text = rect.adjusted(8, 0, -8, 0);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const auto alignment = Qt::Alignment(
        model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QString words = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    constexpr int arrowWidth = 12;
    if (sorted)
        text.setRight(text.right() - arrowWidth - 1);
    const int width = drawTextLine(*painter, text, alignment, words);
    if (sorted) {
        const int left = alignment.testFlag(Qt::AlignRight) ? text.right() + 2
                                                            : text.left() + width + 2;
        const QRect arrow(left, rect.center().y() - arrowWidth / 2, arrowWidth, arrowWidth);
        const bool down = sortIndicatorOrder() == Qt::DescendingOrder;
        painter->save();
        if (!down) {
            painter->translate(arrow.center());
            painter->rotate(180);
            painter->translate(-arrow.center());
        }
        painter->drawPixmap(arrow, theme.pixmap(u"chevron-down"_s, ThemeColor::Muted, arrow.size(),
                                                devicePixelRatioF()));
        painter->restore();
    }
    painter->restore();
}

} // namespace modelscribe

#include "moc_modeltableheader.cpp"
