// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace modelscribe {

//! One line of plain text that ends with "…" where the room does, with the whole in the tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    //! \p text may hold anything; what is invisible is shown by marks.
    void setPlainText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace modelscribe
