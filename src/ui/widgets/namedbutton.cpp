// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/namedbutton.h"

#include <QPushButton>

namespace modelscribe {

QPushButton *namedButton(const QString &objectName, const QString &kind)
{
    auto *made = new QPushButton;
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    if (!kind.isEmpty())
        made->setProperty("kind", kind);
    return made;
}

} // namespace modelscribe
