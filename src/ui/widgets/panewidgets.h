// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace modelscribe {

//! Keeps the right edge of its content in place whether the scroll bar is there or not.
class SteadyScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit SteadyScrollArea(QWidget *parent = nullptr);

    //! As wide as there is room, with the ground of what is around, and the focus in it.
    void setContent(QWidget *content);
};

//! A dot for the tab of something changed; the tab's tool tip says it in words.
class ChangedDot : public QWidget
{
    Q_OBJECT

public:
    explicit ChangedDot(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace modelscribe
