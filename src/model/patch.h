// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/extrainfoedit.h"
#include "model/modelfields.h"

#include <QMap>
#include <QStringList>

namespace modelscribe {

//! What is to become of a model, said without saying of which: options of a command, a form over
//! many models, a row of a table and the way back of a past change are all patches.
//!
//! Labels are put and taken by key: what a patch does not name stays.
struct Patch
{
    QMap<QString, FieldValue> fields; //!< By ModelField::key; an empty value clears.
    QList<Label> putLabels;
    QStringList takenLabels; //!< Keys.
    //! After fields, in this order. Each leaves every other character of the text as it is.
    QList<ExtraInfoEdit> extraInfo;

    bool isEmpty() const;

    //! \p metadata with all of it done. A label that is put stands where its key stood, a new one
    //! behind the others; of a key that stands twice one is left. Fails (Invalid) and does nothing
    //! when an ExtraInfo has no such place, or is no JSON; an unset one counts as {}.
    Result<ModelMetadata> applied(ModelMetadata metadata) const;

    //! What makes \p after of \p before, by the rules of fieldChanges() and labelChanges(). A
    //! changed ExtraInfo is replaced whole.
    static Patch between(const ModelMetadata &before, const ModelMetadata &after);

    friend bool operator==(const Patch &, const Patch &) = default;
};

} // namespace modelscribe
