// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/announce.h"

#include <QAbstractItemView>
#include <QAccessible>

namespace modelscribe {

void announceCurrentRow(QAbstractItemView &list)
{
    if (!list.isVisible() || !list.currentIndex().isValid())
        return;
    QAccessibleEvent event(&list, QAccessible::Focus);
    event.setChild(list.currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

void announceFocus(QWidget &widget)
{
    if (!widget.hasFocus())
        return;
    QAccessibleEvent event(&widget, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace modelscribe
