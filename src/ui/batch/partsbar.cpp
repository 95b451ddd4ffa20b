// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/partsbar.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace modelscribe {

namespace {

constexpr double radius = 3;
constexpr double leastPart = 3; // pixels: one of ten thousand is seen, too

} // namespace

PartsBar::PartsBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(6);
    setMinimumWidth(60);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

ThemeColor PartsBar::colorOf(BatchEnd end, bool isOver)
{
    switch (end) {
    case BatchEnd::Saved: return isOver ? ThemeColor::Added : ThemeColor::Accent;
    case BatchEnd::Conflict:
    case BatchEnd::Unknown: return ThemeColor::Changed;
    case BatchEnd::Refused: return ThemeColor::Removed;
    case BatchEnd::Unchanged:
    case BatchEnd::Skipped: return ThemeColor::Muted;
    case BatchEnd::NotSent: break;
    }
    return ThemeColor::Border;
}

void PartsBar::showRun(const BatchRun &run)
{
    const bool isOver = run.state() == BatchRun::State::Ended;
    if (m_counts == run.counts() && m_size == run.size() && m_isOver == isOver)
        return;
    m_counts = run.counts();
    m_size = run.size();
    m_isOver = isOver;
    update();
}

void PartsBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), radius, radius);
    painter.setClipPath(outline);
    painter.fillRect(rect(), theme.color(ThemeColor::Border));
    double left = 0;
    for (const BatchEnd end : allBatchEnds) {
        const qint64 count = m_counts.value(end);
        if (count == 0 || end == BatchEnd::NotSent)
            continue;
        const double width = std::max(leastPart, double(count) * this->width() / double(m_size));
        painter.fillRect(QRectF(left, 0, width, height()), theme.color(colorOf(end, m_isOver)));
        left += width;
    }
}

} // namespace modelscribe

#include "moc_partsbar.cpp"
