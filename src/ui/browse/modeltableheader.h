// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace modelscribe {

//! The header of the table: quiet text and a small arrow at the sorted column.
//!
//! In a PinnedTable its leftmost sections can stay in sight while the table is scrolled sideways:
//! they are drawn over the others then, and what the mouse does there is meant for them.
class ModelTableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ModelTableHeader(QWidget *parent = nullptr);

    //! How many of the leftmost sections stay in sight.
    void setPinned(int count);
    int pinned() const { return m_pinned; }
    //! What they take over the others now: nothing while nothing is scrolled sideways. Those that
    //! would leave no room for the others are scrolled as these.
    int pinnedWidth() const;
    int pinnedSectionAt(int x) const;      //!< -1: none of them is there now.
    int pinnedPosition(int section) const; //!< -1: it stands where all others do.

signals:
    void furtherSortRequested(int section); //!< Shift and a click: equal ones by this one.

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), 31}; }
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool takePinned(const QMouseEvent &event);
    bool passToPinned(const QMouseEvent &event);
    int pinnedHandleAt(int x) const;

    int m_pressed = -1; //!< With Shift.
    int m_pinned = 0;
    bool m_isPressedPinned = false;
    int m_resized = -1; //!< One that stays in sight.
    int m_resizedLeft = 0;
};

} // namespace modelscribe
