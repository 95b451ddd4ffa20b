// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QApplication>
#include <QScrollArea>

#include <algorithm>

namespace modelscribe {

namespace {

bool isPlace(const QWidget &window, const QWidget &widget)
{
    return window.isAncestorOf(&widget) && widget.window() == &window && widget.isVisible()
           && widget.isEnabled() && widget.focusPolicy() & Qt::TabFocus && !widget.focusProxy();
}

QList<QWidget *> placesIn(QWidget &window, const QList<QWidget *> &sections)
{
    QList<QWidget *> places;
    for (QWidget *at = window.nextInFocusChain(); at != &window; at = at->nextInFocusChain()) {
        if (isPlace(window, *at))
            places.append(at);
    }
    const auto sectionOf = [&sections](const QWidget *place) {
        for (qsizetype i = sections.size() - 1; i >= 0; --i) {
            if (sections[i] == place || sections[i]->isAncestorOf(place))
                return i;
        }
        return qsizetype(-1);
    };
    std::ranges::stable_sort(places, {}, sectionOf);
    return places;
}

} // namespace

bool goOnInTabOrder(QWidget &window, const QList<QWidget *> &sections, bool isForward)
{
    const QList<QWidget *> places = placesIn(window, sections);
    if (places.isEmpty())
        return false;
    const qsizetype now = places.indexOf(QApplication::focusWidget());
    const qsizetype next = isForward ? now + 1 : now < 0 ? places.size() - 1 : now - 1;
    QWidget *to = places[(next + places.size()) % places.size()];
    to->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    bringIntoSight(*to);
    return true;
}

void bringIntoSight(QWidget &widget)
{
    for (QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(&widget);
    }
}

} // namespace modelscribe
