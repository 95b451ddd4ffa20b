// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

class QWidget;

namespace modelscribe {

class ModelTable;
class ModelTableModel;

//! Rows of the list are dragged to another place, while they stand in an order that a person can
//! give. A line shows where they would go; Esc leaves them where they are.
class RowDragging : public QObject
{
    Q_OBJECT

public:
    RowDragging(ModelTable &table, const ModelTableModel &models);

signals:
    //! The selected rows go before the row \p before; the number of rows: behind the last.
    void dropped(int before);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool filterViewport(QEvent &event);
    bool drag(const QPoint &at);
    void drop();
    void cancel();
    void scroll();
    void showTarget();

    ModelTable &m_table;
    //! Events of it come until it is gone, which is when m_table is no table any more.
    const QWidget *m_viewport;
    const ModelTableModel &m_models;
    QWidget *m_line; //!< Where the rows would go.
    QTimer m_scrolling;
    QPoint m_pressedAt;
    QPoint m_at;
    int m_before = -1;
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_isCancelled = false;
};

} // namespace modelscribe
