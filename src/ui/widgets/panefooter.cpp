// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panefooter.h"

#include <QEvent>

#include <algorithm>

namespace modelscribe {

namespace {

constexpr int footerHeight = 52;
constexpr int leastPaneWidth = 280;

} // namespace

PaneFooter::PaneFooter(QWidget *pane)
    : QFrame(pane)
{
    setFixedHeight(footerHeight);
}

bool PaneFooter::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    const auto type = event->type();
    if (parentWidget() && (type == QEvent::LayoutRequest || type == QEvent::Show))
        parentWidget()->setMinimumWidth(std::max(leastPaneWidth, minimumSizeHint().width()));
    return done;
}

} // namespace modelscribe

#include "moc_panefooter.cpp"
