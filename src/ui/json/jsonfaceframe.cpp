// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonfaceframe.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace modelscribe {

JsonFaceFrame::JsonFaceFrame(QWidget *content)
{
    auto *inner = new QHBoxLayout(this);
    inner->setContentsMargins(2, 4, 2, 4);
    inner->addWidget(content);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if ((old && isAncestorOf(old)) || (now && isAncestorOf(now)))
            update();
    });
}

void JsonFaceFrame::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const QWidget *focus = QApplication::focusWidget();
    const bool focused = focus && isAncestorOf(focus);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(theme.color(focused ? ThemeColor::Accent : ThemeColor::Border), focused ? 2 : 1));
    painter.setBrush(theme.color(ThemeColor::Field));
    const qreal inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

} // namespace modelscribe

#include "moc_jsonfaceframe.cpp"
