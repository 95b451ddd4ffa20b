// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace modelscribe {

// Changes of a query by clicks. They go from text to text and leave what they are not about as it
// was typed, byte for byte; a query that is not understood yet stays so. A field is named as it is
// typed without its colon: task, extra.Rating. Where the field is "label" and the value key=value,
// the labels of this key are meant and those of others left alone.
//
// Only what the query as a whole depends on is looked at: task:a counts in "bert task:a", not in
// "(bert OR task:a)".

//! The values of a field that a query asks for, and those it excludes.
struct QueryFacet
{
    QStringList included;
    QStringList excluded;

    static QueryFacet of(const QString &text, const QString &field, const QString &labelKey = {});
};

//! With all terms of \p field taken out, of any value, and, unless \p value is null, one put in. An
//! empty value asks for models without one.
QString queryWithTerm(const QString &text, const QString &field, const QString &value);
//! The same with a range as it is typed: 1..7, 2026-03.
QString queryWithRange(const QString &text, const QString &field, const QString &range);
//! \p value is one of those that are asked for, besides those that are already.
QString queryWithValue(const QString &text, const QString &field, const QString &value);
//! \p value is excluded, and no longer asked for.
QString queryExcluding(const QString &text, const QString &field, const QString &value);
//! \p value is neither asked for nor excluded.
QString queryWithoutValue(const QString &text, const QString &field, const QString &value);

} // namespace modelscribe
