// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QCollator>
#include <QList>

#include <optional>
#include <vector>

namespace modelscribe {

//! Orders models that stand in numbered slots, and remembers what is slow to work out: 100,000 are
//! put in another order at once. The order is total, whatever the service sent: equal cells are
//! ordered by name and id, empty cells stand last.
class RowSorter
{
public:
    enum class By { Name, Type, Task, Size, Labels, Modified };

    using Slots = std::vector<const RegisteredModel *>; //!< nullptr: empty for ever.

    RowSorter();

    //! \p rows, which are slots of \p models, in the order of one column. Between two calls
    //! \p models may grow at its end; a slot with another model or without one must be told by
    //! slotChanged().
    QList<int> sorted(const Slots &models, const QList<int> &rows, By by, Qt::SortOrder order);
    void slotChanged(int slot) { m_changed.append(slot); }
    void clear();

private:
    struct Cell
    {
        bool isEmpty = true;
        bool isText = false; //!< In a column of numbers: stands behind the numbers.
        double number = 0;
        qint64 integer = 0; //!< Decides where doubles are too coarse.
    };

    void update(const Slots &models);
    bool isBefore(const Slots &models, int a, int b) const;
    Cell sizeCell(const QString &text) const;
    std::vector<Cell> textCells(const QList<QString> &texts) const;
    std::vector<Cell> cells(const Slots &models, const QList<int> &rows, By by);

    QCollator m_collator;
    QList<int> m_changed;
    // By slot.
    std::vector<QCollatorSortKey> m_names;
    std::vector<std::optional<Cell>> m_sizes;
    std::vector<std::optional<Cell>> m_times;
    std::vector<int> m_places; //!< In the order by name and id.

    std::vector<int> m_byName; //!< The slots that have a model, in that order.
};

} // namespace modelscribe
