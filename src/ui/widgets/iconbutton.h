// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>

namespace modelscribe {

//! A small flat button of 20 × 20 px that fits into a line of text. Its name is its tool tip too
//! unless another is set.
class IconButton : public QAbstractButton
{
    Q_OBJECT

public:
    IconButton(const QString &icon, const QString &name, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setColor(ThemeColor color);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    ThemeColor m_color = ThemeColor::Muted;
};

} // namespace modelscribe
