// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/slotrows.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace modelscribe {

namespace {

constexpr size_t maxRunsToRemove = 20; // views take each run of rows by itself

} // namespace

std::vector<int> SlotRows::rowsBySlot(size_t slotCount) const
{
    std::vector<int> rowOfSlot(slotCount, -1);
    for (int row = 0; row < m_rows.size(); ++row)
        rowOfSlot[size_t(m_rows[row])] = row;
    return rowOfSlot;
}

void SlotRows::takeRows(const QList<int> &rows, size_t slotCount)
{
    if (std::ranges::equal(rows, m_rows))
        return;
    std::vector<bool> isWanted(slotCount);
    for (const int row : rows)
        isWanted[size_t(row)] = true;
    if (!std::ranges::all_of(m_rows, [&](int row) { return isWanted[size_t(row)]; })) {
        resetRows(rows);
        return;
    }
    // Only more rows, or another order: selection and current row stay where they are.
    if (rows.size() > m_rows.size()) {
        for (const int row : m_rows)
            isWanted[size_t(row)] = false;
        beginInsertRows({}, int(m_rows.size()), int(rows.size()) - 1);
        std::ranges::copy_if(rows, std::back_inserter(m_rows),
                             [&](int row) { return isWanted[size_t(row)]; });
        endInsertRows();
    }
    reorder(rows);
}

void SlotRows::reorder(const QList<int> &rows)
{
    if (rows == m_rows)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QList<int> before = std::exchange(m_rows, rows);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    if (!from.isEmpty()) {
        QHash<int, int> placeOf;
        for (int row = 0; row < rows.size(); ++row)
            placeOf.insert(rows[row], row);
        for (const QModelIndex &old : from)
            to.append(index(placeOf.value(before[old.row()]), old.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

void SlotRows::resetRows(const QList<int> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void SlotRows::dropRows(const std::vector<bool> &isGone)
{
    std::vector<std::pair<int, int>> runs; // first and last row
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!isGone[size_t(row)])
            continue;
        if (runs.empty() || runs.back().second + 1 != row)
            runs.emplace_back(row, row);
        runs.back().second = row;
    }
    if (runs.size() <= maxRunsToRemove) {
        for (const auto &[first, last] : std::views::reverse(runs)) {
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
        }
        return;
    }
    QList<int> left;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!isGone[size_t(row)])
            left.append(m_rows[row]);
    }
    resetRows(left);
}

} // namespace modelscribe

#include "moc_slotrows.cpp"
