// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/panewidgets.h"

#include "ui/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace modelscribe {

SteadyScrollArea::SteadyScrollArea(QWidget *parent)
    : QScrollArea(parent)
{
    connect(verticalScrollBar(), &QAbstractSlider::rangeChanged, this, [this](int, int max) {
        setViewportMargins(0, 0, max > 0 ? 0 : verticalScrollBar()->sizeHint().width(), 0);
    });
    setViewportMargins(0, 0, verticalScrollBar()->sizeHint().width(), 0);
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
