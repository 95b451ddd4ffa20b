// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panewidgets.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace modelscribe {

namespace {

//! Has its room also where nothing scrolls, and shows nothing there.
class QuietScrollBar : public QScrollBar
{
public:
    QuietScrollBar() { setAttribute(Qt::WA_OpaquePaintEvent, false); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (minimum() < maximum())
            QScrollBar::paintEvent(event);
    }
};

} // namespace

SteadyScrollArea::SteadyScrollArea(QWidget *parent)
    : QScrollArea(parent)
{
    setVerticalScrollBar(new QuietScrollBar);
    // Not a margin in the place of a hidden one: while they change, wrapped lines have more room
    // and fit, then less and do not, and so on without end.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void SteadyScrollArea::setContent(QWidget *content)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

ChangedDot::ChangedDot(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(10, 10);
}

void ChangedDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).color(ThemeColor::Changed));
    painter.drawEllipse(QRectF(1, 2, 6, 6));
}

} // namespace modelscribe

#include "moc_panewidgets.cpp"
