// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconbutton.h"

#include <QPainter>

namespace modelscribe {

namespace {
constexpr int buttonSide = 20;
constexpr int iconSide = 16;
} // namespace

IconButton::IconButton(const QString &icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name);
}

void IconButton::setColor(ThemeColor color)
{
    m_color = color;
    update();
}

QSize IconButton::sizeHint() const { return {buttonSide, buttonSide}; }

void IconButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isEnabled() && (isDown() || underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(isDown() ? ThemeColor::Selection : ThemeColor::AccentTint));
        painter.drawRoundedRect(frame, 4, 4);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(ThemeColor::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, 4, 4);
    }
    const QRect target((width() - iconSide) / 2, (height() - iconSide) / 2, iconSide, iconSide);
    painter.drawPixmap(target, theme.pixmap(m_icon, isEnabled() ? m_color : ThemeColor::Off,
                                            target.size(), devicePixelRatioF()));
}

} // namespace modelscribe

#include "moc_iconbutton.cpp"
