// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchheader.h"

#include "lists/batchgrid.h"
#include "ui/batch/batchdelegate.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace modelscribe {

namespace {

constexpr int titleHeight = 30;
constexpr int firstIndent = 40;
constexpr int titlePadding = 12;

} // namespace

void tickAll(BatchGrid &grid)
{
    QList<int> rows(grid.rowCount());
    for (int row = 0; row < grid.rowCount(); ++row)
        rows[row] = row;
    grid.leaveOut(rows, grid.checkState() == Qt::Checked);
}

BatchHeader::BatchHeader(BatchGrid &grid, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_grid(grid)
{
    setFixedHeight(titleHeight + 1);
    setSectionsClickable(false);
    connect(&grid, &BatchGrid::countsChanged, viewport(), qOverload<>(&QWidget::update));
}

QSize BatchHeader::sizeHint() const { return {0, titleHeight + 1}; }

void BatchHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::of(this);
    painter->save();
    painter->fillRect(rect, theme.color(ThemeColor::Surface));
    painter->setPen(theme.color(ThemeColor::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (section == 0)
        drawTickBox(*painter, BatchDelegate::boxRect(rect), m_grid.checkState(), true, this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(theme.color(ThemeColor::Muted));
    drawTextLine(*painter,
                 rect.adjusted(section == 0 ? firstIndent : titlePadding, 0, -titlePadding, -1),
                 Qt::AlignLeft, m_grid.headerData(section, Qt::Horizontal).toString());
    painter->restore();
}

void BatchHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QRect first(sectionViewportPosition(0), 0, firstIndent, height());
    if (event->button() == Qt::LeftButton && logicalIndexAt(at) == 0 && first.contains(at))
        tickAll(m_grid);
}

} // namespace modelscribe

#include "moc_batchheader.cpp"
