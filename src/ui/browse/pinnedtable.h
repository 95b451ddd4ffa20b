// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace modelscribe {

class ModelTableHeader;

//! A table whose leftmost columns can stay in sight while it is scrolled sideways; its
//! ModelTableHeader says how many.
//!
//! They are the same cells at another place and not a second view over the first, so that keys,
//! mouse and screen readers know of one table only. While nothing is scrolled sideways it is a
//! QTableView.
class PinnedTable : public QTableView
{
    Q_OBJECT

public:
    using QTableView::QTableView;

    QModelIndex indexAt(const QPoint &pos) const override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    const ModelTableHeader &header() const;
};

} // namespace modelscribe
