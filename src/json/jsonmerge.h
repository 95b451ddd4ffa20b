// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <QHash>

namespace modelscribe {

enum class MergeSide { Mine, Theirs };

//! A place where both sides changed the same value, and differently.
struct JsonClash
{
    JsonPath path;
    std::optional<QByteArray> base; //!< Raw JSON; nullopt: it is not there.
    std::optional<QByteArray> mine;
    std::optional<QByteArray> theirs;

    friend bool operator==(const JsonClash &, const JsonClash &) = default;
};

struct JsonMerge
{
    //! Theirs with what I changed; at a clash what was decided, theirs while it is not.
    QByteArray text;
    QList<JsonClash> clashes; //!< Decided ones too, in document order of mine and theirs.
    QList<JsonPath> fromMine; //!< Places taken from mine without a clash.
    QList<JsonPath> fromTheirs;
};

//! Three-way merge of JSON texts, object by object; arrays are taken whole. Untouched parts of
//! theirs stay byte for byte, and so does all of mine when theirs is base (and the other way
//! round). White space alone is no change. Another spelling of a number or string is one of mine
//! that gives way to a real change, and none of theirs: registries respell. A text that is no JSON
//! object clashes as a whole, at the empty path.
//!
//! \p decisions by jsonPathText() of a clash.
JsonMerge mergeJson(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs,
                    const QHash<QString, MergeSide> &decisions = {});

//! \p merged, a JsonMerge::text without decisions, with the values of mine at these clashes: what
//! mergeJson() gives for such decisions, without comparing the texts again. nullopt when that takes
//! more than putting other values in place: a member that comes or goes, or the text as a whole.
std::optional<QByteArray> withMine(const QByteArray &merged, const QList<JsonClash> &clashes);

} // namespace modelscribe
