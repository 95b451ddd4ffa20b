// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modeltableheader.h"

#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int leastScrolled = 160; // beside what stays in sight

} // namespace

ModelTableHeader::ModelTableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setStretchLastSection(false);
    setMouseTracking(true);
}

void ModelTableHeader::setPinned(int count)
{
    m_pinned = std::max(0, count);
    viewport()->update();
}

int ModelTableHeader::pinnedWidth() const
{
    if (m_pinned == 0 || offset() <= 0 || isRightToLeft())
        return 0;
    const int room = viewport()->width() - leastScrolled;
    int width = 0;
    for (int place = 0; place < std::min(m_pinned, count()); ++place) {
        const int size = sectionSize(logicalIndex(place));
        if (width + size > room)
            break;
        width += size;
    }
    return width;
}

int ModelTableHeader::pinnedSectionAt(int x) const
{
    // They are the leftmost ones, so they stand where they would without scrolling.
    return x >= 0 && x < pinnedWidth() ? logicalIndexAt(x - offset()) : -1;
}

int ModelTableHeader::pinnedPosition(int section) const
{
    const int place = sectionPosition(section);
    return place >= 0 && place < pinnedWidth() ? place : -1;
}

//! The one whose right edge is under the mouse.
int ModelTableHeader::pinnedHandleAt(int x) const
{
    const int width = pinnedWidth();
    const int grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    for (int place = 0, right = 0; right < width; ++place) {
        const int section = logicalIndex(place);
        right += sectionSize(section);
        if (!isSectionHidden(section) && std::abs(x - right) <= grip)
            return section;
    }
    return -1;
}

bool ModelTableHeader::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        if (takePinned(*static_cast<QMouseEvent *>(event)))
            return true;
        break;
    default: break;
    }
    return QHeaderView::viewportEvent(event);
}

//! False: it is about none of the sections that stay in sight.
bool ModelTableHeader::takePinned(const QMouseEvent &event)
{
    const int x = event.position().toPoint().x();
    const bool isFree = event.buttons() == Qt::NoButton;
    const int handle = pinnedHandleAt(x);
    switch (event.type()) {
    case QEvent::MouseMove:
        if (m_resized >= 0)
            resizeSection(m_resized, std::max(minimumSectionSize(), x - m_resizedLeft));
        else if (isFree && handle >= 0)
            setCursor(Qt::SplitHCursor);
        else if (isFree && pinnedSectionAt(x) >= 0)
            unsetCursor();
        else
            return m_isPressedPinned; // they are not dragged away while others are below them
        return true;
    case QEvent::MouseButtonRelease:
        if (std::exchange(m_resized, -1) >= 0)
            return true;
        return std::exchange(m_isPressedPinned, false) && passToPinned(event);
    case QEvent::MouseButtonDblClick:
        if (handle < 0)
            return pinnedSectionAt(x) >= 0 && passToPinned(event);
        emit sectionHandleDoubleClicked(handle);
        return true;
    default: break;
    }
    if (event.button() == Qt::LeftButton && handle >= 0) {
        m_resized = handle;
        m_resizedLeft = x - sectionSize(handle);
        return true;
    }
    m_isPressedPinned = pinnedSectionAt(x) >= 0;
    return m_isPressedPinned && passToPinned(event);
}

//! As if it were where the section would stand.
bool ModelTableHeader::passToPinned(const QMouseEvent &event)
{
    QMouseEvent moved(event.type(), event.position() - QPointF(offset(), 0), event.scenePosition(),
                      event.globalPosition(), event.button(), event.buttons(), event.modifiers());
    return QHeaderView::viewportEvent(&moved);
}

void ModelTableHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const int width = pinnedWidth();
    if (width == 0)
        return;
    QPainter painter(viewport());
    for (int x = 0; x < width;) {
        const int section = pinnedSectionAt(x);
        const int size = sectionSize(section);
        paintSection(&painter, QRect(x, 0, size, viewport()->height()), section);
        x += size;
    }
    painter.setPen(Theme::of(this).color(ThemeColor::Border));
    painter.drawLine(width - 1, 0, width - 1, viewport()->height());
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
