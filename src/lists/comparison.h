// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "model/registeredmodel.h"
#include "json/jsonpath.h"

namespace modelscribe {

//! As many as can be told apart side by side.
inline constexpr qsizetype mostCompared = 6;

struct ComparedModel
{
    RegisteredModel registered;
    ModelMetadata edited; //!< The same as registered where there is no draft.
    bool isGone = false;  //!< Deleted meanwhile; this is what it was.

    const QString &id() const { return registered.id; }

    friend bool operator==(const ComparedModel &, const ComparedModel &) = default;
};

//! What one row of a comparison is about: a field, the labels of a key, a value in ExtraInfo.
struct ComparedPlace
{
    const ModelField *field = nullptr; //!< nullptr: a label.
    QString labelKey;
    JsonPath path; //!< Not empty: in ExtraInfo.

    //! "Task", "label:stage", "extra.Metrics.accuracy"; as queries name the last two.
    QString title() const;
    bool isField() const { return field && path.isEmpty(); }

    friend bool operator==(const ComparedPlace &, const ComparedPlace &) = default;
};

struct ComparedValue
{
    QString text;           //!< All of it; a string of ExtraInfo without its quotation marks.
    bool isSet = false;     //!< An empty text may be set.
    bool isMarked = false;  //!< It stands against values that are equal to each other.
    bool isChanged = false; //!< By the draft.

    friend bool operator==(const ComparedValue &, const ComparedValue &) = default;
};

struct ComparedRow
{
    ComparedPlace place;
    QList<ComparedValue> values; //!< One a model.
    bool differs = false;
};

struct Comparison
{
    QList<ComparedModel> models;
    QList<ComparedRow> rows; //!< Fields in the order of the table, labels, ExtraInfo.
};

//! What models have in common and what not, by meaning: 7B is 7000, 1.0 in ExtraInfo is 1, and the
//! order of keys does not count. An ExtraInfo that is no object makes it one row as a whole. Names
//! have a row only when a draft changes one: they are what the columns are called.
Comparison compareModels(const QList<ComparedModel> &models);

//! \p target with what \p source has in \p place; where that has nothing the target has nothing
//! there, too. Fails (Invalid) when ExtraInfo of the target has no such place.
Result<ModelMetadata> withCopied(const ComparedPlace &place, const ModelMetadata &source,
                                 ModelMetadata target);

} // namespace modelscribe
