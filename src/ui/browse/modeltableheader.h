// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace modelscribe {

//! The header of the table: quiet text and a small arrow at the sorted column.
class ModelTableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ModelTableHeader(QWidget *parent = nullptr);

signals:
    void furtherSortRequested(int section); //!< Shift and a click: equal ones by this one.

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), 31}; }
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int m_pressed = -1; //!< With Shift.
};

} // namespace modelscribe
