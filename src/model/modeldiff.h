// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"

#include <QList>
#include <QStringList>

namespace modelscribe {

//! One field, before and after.
struct FieldChange
{
    const ModelField *field = nullptr;
    FieldValue before;
    FieldValue after;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

//! What has to be done to the labels. A changed value is a removal and an addition (contract
//! section 2.6).
struct LabelChanges
{
    QList<Label> removed; //!< Gone, or the old value of a changed one.
    QList<Label> added;   //!< New, or the new value of a changed one.

    bool isEmpty() const { return removed.isEmpty() && added.isEmpty(); }
    QStringList removedKeys() const;

    friend bool operator==(const LabelChanges &, const LabelChanges &) = default;
};

//! The fields that differ, in the order of the table. Values that mean the same (7B and 7000) do
//! not.
QList<FieldChange> fieldChanges(const ModelMetadata &before, const ModelMetadata &after);
//! Order does not matter; of a key that stands twice the last one counts.
LabelChanges labelChanges(const QList<Label> &before, const QList<Label> &after);
//! Changed fields, plus one for each label key that was added, removed or changed.
qsizetype countChanges(const ModelMetadata &before, const ModelMetadata &after);
inline bool sameContent(const ModelMetadata &a, const ModelMetadata &b)
{
    return countChanges(a, b) == 0;
}

} // namespace modelscribe
