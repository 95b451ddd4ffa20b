// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace modelscribe {

struct ComparedModel;

//! The models above a comparison: name, id, what stands out about each, and × to take it out.
class CompareHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit CompareHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void removeRequested(int section);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    const ComparedModel *modelOf(int section) const;
    QRect closeRect(int section) const;
    void drawPills(QPainter &painter, const QRect &room, const ComparedModel &compared) const;
};

} // namespace modelscribe
