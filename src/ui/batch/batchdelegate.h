// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace modelscribe {

//! The cells of a batch's grid: a box to tick before the name, original → new, labels that come
//! and go as pills.
class BatchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    //! Where the box of the first column is, in the cell \p cell.
    static QRect boxRect(const QRect &cell);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

//! The box itself, as the style sheet has it for check boxes; faint where it cannot be ticked.
void drawTickBox(QPainter &painter, const QRect &box, Qt::CheckState state, bool isEnabled,
                 const QWidget *widget);

} // namespace modelscribe
