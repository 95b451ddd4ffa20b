// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace modelscribe {

//! A small turning arc for something that takes longer than 300 ms; nothing before that.
class BusySign : public QWidget
{
    Q_OBJECT

public:
    explicit BusySign(QWidget *parent = nullptr);

    void setBusy(bool busy);
    bool isMoving() const { return m_isMoving; }
    QSize sizeHint() const override { return {16, 16}; }

signals:
    void movingChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void turn();

    QTimer m_timer;
    int m_angle = 0;
    bool m_isMoving = false;
};

} // namespace modelscribe
