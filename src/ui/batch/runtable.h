// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/modeltabledelegate.h"

#include <QTableView>

namespace modelscribe {

class BatchRunModel;

//! Draws the rows of a BatchRunModel: each end with its sign, codes as such, and a sign beside a
//! RequestId that can be copied.
class RunDelegate : public ModelTableDelegate
{
    Q_OBJECT

public:
    using ModelTableDelegate::ModelTableDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    //! Where the sign for copying is; null where there is nothing to copy.
    static QRect copyRect(const QRect &cell, const QModelIndex &index, const QFont &font);
};

//! The models of a run and what became of them.
class RunTable : public QTableView
{
    Q_OBJECT

public:
    explicit RunTable(BatchRunModel &rows, QWidget *parent = nullptr);

    qsizetype currentItem() const; //!< Of the run; -1 while no row is chosen.

signals:
    void currentItemChanged();
    void openRequested(const QString &modelId);
    void copied(); //!< A RequestId or a row is in the clipboard.

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open(const QModelIndex &index);
    void copy(const QString &text);
    void fitColumns();

    BatchRunModel &m_rows;
};

} // namespace modelscribe
