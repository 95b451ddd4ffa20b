// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpview.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr int widestText = 820;

} // namespace

HelpView::HelpView() { setProperty("kind", QStringLiteral("page")); }

void HelpView::resizeEvent(QResizeEvent *event)
{
    setViewportMargins(0, 0, std::max(0, width() - widestText), 0);
    ClosedBrowser::resizeEvent(event);
}

} // namespace modelscribe

#include "moc_helpview.cpp"
