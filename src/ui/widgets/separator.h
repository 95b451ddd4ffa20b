// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace modelscribe {

//! A line of one pixel between what stands one below the other, or beside each other.
class Separator : public QFrame
{
    Q_OBJECT

public:
    explicit Separator(QWidget *parent = nullptr);
    Separator(Qt::Orientation orientation, QWidget *parent);

    //! Makes one of a frame that a form has.
    static void dress(QFrame &frame, Qt::Orientation orientation = Qt::Horizontal);
};

} // namespace modelscribe
