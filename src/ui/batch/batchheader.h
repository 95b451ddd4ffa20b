// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace modelscribe {

class BatchGrid;

//! The titles of a batch's grid, with a box before the first that ticks all rows.
class BatchHeader : public QHeaderView
{
    Q_OBJECT

public:
    BatchHeader(BatchGrid &grid, QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    QSize sizeHint() const override;

private:
    BatchGrid &m_grid;
};

//! Leaves all rows that are shown out, or none of them when some are left out.
void tickAll(BatchGrid &grid);

} // namespace modelscribe
