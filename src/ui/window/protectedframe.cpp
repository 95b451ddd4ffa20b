// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/protectedframe.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int thickness = 3;

} // namespace

ProtectedFrame::ProtectedFrame(QWidget &window)
    : QWidget(&window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(u"protectedFrame"_s);
    window.installEventFilter(this);
    hide();
}

//! Only the edge: what lies within is not painted over with each change below.
void ProtectedFrame::cover()
{
    setGeometry(parentWidget()->rect());
    setMask(QRegion(rect())
            - QRegion(rect().adjusted(thickness, thickness, -thickness, -thickness)));
    raise();
}

bool ProtectedFrame::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == parentWidget()
        && (type == QEvent::Resize || type == QEvent::ChildAdded || type == QEvent::Show))
        cover();
    return QWidget::eventFilter(watched, event);
}

void ProtectedFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(ThemeColor::Removed));
}

} // namespace modelscribe

#include "moc_protectedframe.cpp"
