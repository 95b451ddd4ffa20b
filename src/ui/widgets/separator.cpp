// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/separator.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

Separator::Separator(QWidget *parent)
    : Separator(Qt::Horizontal, parent)
{
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent)
    : QFrame(parent)
{
    dress(*this, orientation);
}

void Separator::dress(QFrame &frame, Qt::Orientation orientation)
{
    frame.setProperty("role", u"separator"_s);
    if (orientation == Qt::Horizontal)
        frame.setFixedHeight(1);
    else
        frame.setFixedWidth(1);
}

} // namespace modelscribe

#include "moc_separator.cpp"
