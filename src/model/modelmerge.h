// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "json/jsonmerge.h"

namespace modelscribe {

//! A place of a model that both sides changed, and differently.
struct MergeClash
{
    const ModelField *field = nullptr; //!< nullptr: a label.
    QString labelKey;
    JsonPath path;               //!< Inside ExtraInfo.
    std::optional<QString> base; //!< nullopt: it is not there.
    std::optional<QString> mine;
    std::optional<QString> theirs;

    //! What a decision is kept under: "Task", "Labels/team", "ExtraInfo$.Rating".
    QString key() const;

    friend bool operator==(const MergeClash &, const MergeClash &) = default;
};

struct ModelMerge
{
    //! What it was made of.
    ModelMetadata base;
    ModelMetadata mine;
    ModelMetadata theirs;

    //! Theirs with what I changed; at a clash what was decided, theirs while it is not.
    ModelMetadata merged;
    QList<MergeClash> clashes; //!< Decided ones too; in the order of the field table, labels last.
    QStringList fromTheirs;    //!< Places that only they changed, as MergeClash::key() writes them.
    QStringList undecided(const QHash<QString, MergeSide> &decisions) const;
    //! The same merge with \p decisions, as mergeModels() makes it. ExtraInfo is compared again
    //! only where a decision lets a member come or go. Of a merge that was made without any.
    ModelMerge decided(const QHash<QString, MergeSide> &decisions) const;
    //! Whether it would be the same if it was made of these.
    bool isOf(const ModelMetadata &ofBase, const ModelMetadata &ofMine,
              const ModelMetadata &ofTheirs) const;
};

//! Three-way merge of what may be edited: field by field, labels key by key, ExtraInfo path by
//! path. Values that mean the same to the service (7B and 7000) are no change, nor is ExtraInfo
//! that theirs only spells otherwise; what mine spells otherwise stays so. \p decisions by
//! MergeClash::key().
ModelMerge mergeModels(const ModelMetadata &base, const ModelMetadata &mine,
                       const ModelMetadata &theirs,
                       const QHash<QString, MergeSide> &decisions = {});

} // namespace modelscribe
