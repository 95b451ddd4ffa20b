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

//! How two lists of labels differ. One with another value stands on both sides.
struct LabelChanges
{
    QList<Label> removed; //!< Gone, or the old value of a changed one.
    QList<Label> added;   //!< New, or the new value of a changed one.

    bool isEmpty() const { return removed.isEmpty() && added.isEmpty(); }
    //! It is on both sides with other values.
    bool isChanged(const QString &key) const;

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
//! Whether a registry that holds one of them holds the other: see ModelField::sameMeaning().
bool sameMeaning(const ModelMetadata &a, const ModelMetadata &b);
//! \p model, with the fields that \p like only spells otherwise as they are there.
ModelMetadata spelledAs(ModelMetadata model, const ModelMetadata &like);

} // namespace modelscribe
