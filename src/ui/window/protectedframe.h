// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace modelscribe {

//! A red line inside the edge of a window that works with a protected profile. Takes no clicks.
class ProtectedFrame : public QWidget
{
    Q_OBJECT

public:
    explicit ProtectedFrame(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void cover();
};

} // namespace modelscribe
