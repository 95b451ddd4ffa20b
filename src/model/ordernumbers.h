// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace modelscribe {

//! A row of a list that is ordered by number, where rows without one stand last.
struct NumberedRow
{
    std::optional<qint64> number;
    //! What decides between rows of the same number, and between those without one: the lower one
    //! comes first. No two rows have the same.
    qsizetype tie = 0;
    //! Of several ways with as few changes one is taken that leaves the others' numbers alone.
    bool isMoved = false;

    friend bool operator==(const NumberedRow &, const NumberedRow &) = default;
};

//! The number of each of \p rows with which they stand in this order; no other way changes fewer of
//! them. A number that was there never goes, as a registry cannot be told so; rows at the end go
//! without one where they can.
//!
//! Rows between two that keep theirs are spread over the gap; where there is no room, their
//! neighbours change too, as few as do it. Numbers before the first and behind the last one follow
//! by steps of one, so they may become negative.
QList<std::optional<qint64>> orderNumbers(const QList<NumberedRow> &rows);

} // namespace modelscribe
