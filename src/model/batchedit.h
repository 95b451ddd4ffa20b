// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/extrainfoedit.h"
#include "model/label.h"
#include "model/modelfields.h"
#include "model/textreplacement.h"

#include <QList>
#include <QMap>

#include <optional>

namespace modelscribe {

//! What is to become of one field in each of many models. What has no verb stays as it is.
struct FieldVerb
{
    enum class Kind {
        Set,
        Clear,
        SetWhereEmpty,
        Replace,   //!< Each place where the pattern is found.
        PutBefore, //!< text before what is there, or behind it; nothing to an empty one.
        PutBehind,
        Number //!< first, first + step, …, in the order of the models.
    };

    Kind kind = Kind::Set;
    QString text;
    TextReplacement replacement;
    qint64 first = 1;
    qint64 step = 1;

    //! What may be done with \p field, the usual one first; none with ExtraInfo, which is edited by
    //! its places.
    static QList<Kind> kindsFor(const ModelField &field);

    friend bool operator==(const FieldVerb &, const FieldVerb &) = default;
};

//! What is to become of the labels of each. Every verb leaves all labels alone that it does not
//! name.
struct LabelVerb
{
    enum class Kind {
        Add,       //!< key = value to those that have no such key.
        Put,       //!< key = value, whatever stood there.
        TakeAway,  //!< The key; where value is given only if it has that.
        Change,    //!< The value of key from value to newText, where it has that.
        RenameKey, //!< From key to newText; where that is there, its value stays and key goes.
        ReplaceAll //!< By labels.
    };

    Kind kind = Kind::Add;
    QString key;
    std::optional<QString> value;
    QString newText;
    QList<Label> labels;

    friend bool operator==(const LabelVerb &, const LabelVerb &) = default;
};

//! What is to become of each of many models, said once.
//!
//! To one model it leads to a changed one; a model that it says nothing about, because it has no
//! such label or no such place of ExtraInfo, stays as it is.
struct BatchEdit
{
    QMap<QString, FieldVerb> fields; //!< By ModelField::key.
    QList<LabelVerb> labels;         //!< One after the other.
    QList<ExtraInfoEdit> extraInfo;  //!< One after the other.

    bool isEmpty() const { return fields.isEmpty() && labels.isEmpty() && extraInfo.isEmpty(); }
    //! Fields and places that it is about.
    qsizetype size() const { return fields.size() + labels.size() + extraInfo.size(); }
    //! Fails (Invalid) when it could be done to no model: no such field or verb, a pattern that is
    //! none, a label without a key, a value that is no JSON.
    Result<std::monostate> check() const;
    //! \p metadata with all of it done; \p place is its place among the models, from 0. Fails
    //! (Invalid) where a place of ExtraInfo cannot take what is put there, and where a pattern
    //! takes too long.
    Result<ModelMetadata> applied(ModelMetadata metadata, qsizetype place = 0) const;

    friend bool operator==(const BatchEdit &, const BatchEdit &) = default;
};

} // namespace modelscribe
