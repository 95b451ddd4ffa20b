// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace modelscribe {

//! Three rows as the list of models has them, so that one sees what is chosen.
class ListSample : public QWidget
{
    Q_OBJECT

public:
    explicit ListSample(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;
    int rowHeight() const;
};

} // namespace modelscribe
