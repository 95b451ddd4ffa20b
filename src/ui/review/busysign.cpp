// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/busysign.h"

#include "ui/widgets/presentation.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace std::chrono_literals;

namespace modelscribe {

BusySign::BusySign(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&m_timer, &QTimer::timeout, this, &BusySign::turn);
}

void BusySign::setBusy(bool busy)
{
    if (busy == m_timer.isActive())
        return;
    if (busy) {
        m_timer.start(300ms);
        return;
    }
    m_timer.stop();
    if (std::exchange(m_isMoving, false)) {
        update();
        emit movingChanged();
    }
}

void BusySign::turn()
{
    if (Presentation::instance().hasMotion()) {
        m_angle = (m_angle + 30) % 360;
        update();
    }
    if (std::exchange(m_isMoving, true))
        return;
    update();
    m_timer.start(60ms);
    emit movingChanged();
}

void BusySign::paintEvent(QPaintEvent *)
{
    if (!m_isMoving)
        return;
    const Theme &theme = Theme::of(this);
    const QRectF circle = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(ThemeColor::Border), 2));
    painter.drawEllipse(circle);
    painter.setPen(QPen(theme.color(ThemeColor::Accent), 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, -m_angle * 16, 100 * 16);
}

} // namespace modelscribe

#include "moc_busysign.cpp"
