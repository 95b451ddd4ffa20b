// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelcolumn.h"

#include <QCollator>
#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace modelscribe {

//! One of the columns that rows are ordered by.
struct RowSortKey
{
    ModelColumn column;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const RowSortKey &, const RowSortKey &) = default;
};

//! Orders models that stand in numbered slots, and remembers what is slow to work out: 100,000 are
//! put in another order at once. The order is total, whatever the service sent: equal cells are
//! ordered by name and id, empty cells stand last.
class RowSorter
{
public:
    using Slots = std::vector<const RegisteredModel *>; //!< nullptr: empty for ever.

    RowSorter();

    //! \p rows, which are slots of \p models, ordered by the first key, equal ones by the next.
    //! Between two calls
    //! \p models may grow at its end, by what addSlot() was told; a slot with another model or
    //! without one must be told by slotChanged().
    QList<int> sorted(const Slots &models, const QList<int> &rows, const QList<RowSortKey> &keys);
    //! What is slow about a name is worked out here, so that it is done by the time rows are
    //! ordered.
    void addSlot(const RegisteredModel &model);
    void slotChanged(int slot) { m_changed.append(slot); }
    //! By slot: by what models are ordered in the column of order numbers, whatever they hold. As
    //! with slotChanged(), slots that come or go must be told.
    void setOrderNumbers(const QHash<int, QString> &numbers) { m_orderNumbers = numbers; }
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
    static int compare(const Cell &a, const Cell &b, Qt::SortOrder order);
    std::vector<Cell> textCells(const QList<QString> &texts) const;
    std::vector<Cell> numberCells(const Slots &models, const QList<int> &rows,
                                  const ModelColumn &column);
    std::vector<Cell> extraCells(const Slots &models, const QList<int> &rows,
                                 const ModelColumn &column);
    std::vector<Cell> cells(const Slots &models, const QList<int> &rows, const ModelColumn &column);

    QCollator m_collator;
    QList<int> m_changed;
    QHash<int, QString> m_orderNumbers;
    // By slot.
    std::vector<QCollatorSortKey> m_names;
    std::vector<int> m_places; //!< In the order by name and id.
    // The same of the columns that were asked for, by their ids.
    QHash<QString, std::vector<std::optional<Cell>>> m_cells;
    QHash<QString, std::vector<std::optional<QString>>> m_texts;

    std::vector<int> m_byName; //!< The slots that have a model, in that order.
};

} // namespace modelscribe
