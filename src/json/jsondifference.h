// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

namespace modelscribe {

//! One difference between two JSON values by meaning: members are matched by key (and occurrence),
//! elements by the longest common run of equal ones.
struct JsonDifference
{
    enum class Kind {
        Added,
        Removed,
        Changed,  //!< Another value; for containers only when the type differs.
        Spelling, //!< The same value, written otherwise: 1.0 and 1, "é" and "\u00e9".
        Order     //!< Of an object: the same keys in another order.
    };

    Kind kind;
    JsonPath path;     //!< In the text that has it; in the later one when both have.
    QByteArray before; //!< Raw text; empty for Added and Order.
    QByteArray after;

    friend bool operator==(const JsonDifference &, const JsonDifference &) = default;
};

//! In document order of \p after, removed ones where they stood. Both trees must be valid. Stops
//! after \p limit differences.
QList<JsonDifference> jsonDifferences(const JsonTree &before, const JsonTree &after,
                                      qsizetype limit = 10'000);

//! True when two raw JSON values mean the same: white space, member order, escapes and the spelling
//! of numbers (compared exactly, at any length) do not count.
bool sameJson(QByteArrayView a, QByteArrayView b);

} // namespace modelscribe
