// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonmembers.h"
#include "core/result.h"
#include "model/batchedit.h"
#include "model/modelcolumn.h"

namespace modelscribe {

//! What somebody copied of one model to put it over others: fields, labels and outermost members of
//! ExtraInfo. Values are to the letter, of ExtraInfo byte for byte.
struct CopiedFields
{
    //! Of toJson() on the clipboard, where it stands as text, too.
    static constexpr QLatin1StringView mimeType{"application/x-modelscribe-fields+json"};

    QMap<QString, QString> fields; //!< By ModelField::key; without ExtraInfo.
    QList<Label> labels;
    QList<RawMember> extraInfo; //!< Each key once.

    //! All that is set. Of a member that stands twice the last one, as readers take it; an
    //! ExtraInfo that is no object has none.
    static CopiedFields of(const ModelMetadata &metadata);

    bool isEmpty() const { return size() == 0; }
    qsizetype size() const { return fields.size() + labels.size() + extraInfo.size(); }
    //! Puts them, whatever a model holds at these places, and leaves all others as they are.
    BatchEdit edit() const;

    //! An object as the service writes a model, a value a line.
    QByteArray toJson() const;
    //! The way back. Fails with Decode for whatever else it is: other members, members twice,
    //! values of other types, none at all, or more than a person would copy.
    static Result<CopiedFields> fromJson(const QByteArray &json);

    friend bool operator==(const CopiedFields &, const CopiedFields &) = default;
};

//! What puts the cell of \p column of a model with \p metadata over that of others. Of Labels and
//! ExtraInfo others keep what this model has not. Fails (Invalid) with the code "NothingThere" for
//! an empty cell and "NotEditable" for a column that nobody can edit.
Result<BatchEdit> editFromCell(const ModelColumn &column, const ModelMetadata &metadata);

} // namespace modelscribe
