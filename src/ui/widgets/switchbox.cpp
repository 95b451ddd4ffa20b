// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/switchbox.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace modelscribe {

namespace {

constexpr QSize track(28, 16);
constexpr int switchGap = 8;
constexpr int ringRoom = 3;

} // namespace

SwitchBox::SwitchBox(QWidget *parent)
    : QCheckBox(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize SwitchBox::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(text());
    return {2 * ringRoom + track.width() + switchGap + width, std::max(30, fontMetrics().height())};
}

void SwitchBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLeft = layoutDirection() == Qt::LeftToRight;
    const int left = isLeft ? ringRoom : width() - ringRoom - track.width();
    const QRectF slot(left, (height() - track.height()) / 2.0, track.width(), track.height());
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(ThemeColor::Accent), 2));
        painter.drawRoundedRect(slot.adjusted(-2, -2, 2, 2), 10, 10);
    }
    const bool isOn = isChecked();
    painter.setPen(isOn ? QPen(Qt::NoPen) : QPen(theme.color(ThemeColor::Muted)));
    painter.setBrush(theme.color(isOn ? ThemeColor::Accent : ThemeColor::Field));
    painter.drawRoundedRect(isOn ? slot : slot.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(isOn ? ThemeColor::OnAccent : ThemeColor::Muted));
    const double knob = isOn == isLeft ? slot.right() - 14 : slot.left() + 2;
    painter.drawEllipse(QRectF(knob, slot.top() + 2, 12, 12));
    painter.setPen(theme.color(ThemeColor::Text));
    const QRect words = isLeft ? rect().adjusted(left + track.width() + switchGap, 0, 0, 0)
                               : rect().adjusted(0, 0, -track.width() - switchGap - ringRoom, 0);
    painter.drawText(words, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine), text());
}

} // namespace modelscribe

#include "moc_switchbox.cpp"
