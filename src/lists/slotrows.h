// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <vector>

namespace modelscribe {

//! Rows of a table, each the number of a slot, and how they become others: where there are only
//! more of them, fewer, or another order, selection and current row stay; else it is a reset.
class SlotRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

protected:
    const QList<int> &rows() const { return m_rows; }
    //! By slot, of which there are \p slotCount: its row, or -1.
    std::vector<int> rowsBySlot(size_t slotCount) const;

    void takeRows(const QList<int> &rows, size_t slotCount);
    void resetRows(const QList<int> &rows);
    //! By row.
    void dropRows(const std::vector<bool> &isGone);
    //! Within a reset.
    void clearRows() { m_rows.clear(); }

private:
    void reorder(const QList<int> &rows);

    QList<int> m_rows;
};

} // namespace modelscribe
