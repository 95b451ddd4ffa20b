// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QUuid>

#include <utility>

namespace modelscribe {

//! Tells one state of a kept draft from another.
struct DraftMark
{
    QUuid writer;
    qint64 counter = 0;
    qint64 changed = 0; //!< Milliseconds since 1970.

    friend bool operator==(const DraftMark &, const DraftMark &) = default;
};

//! Unsent edits of one model, with the base they were made from: all that is needed to go on after
//! the program was killed.
struct Draft
{
    QString registryKey; //!< Which registry and account; the caller's own wording.
    QString modelId;     //!< newModelId() for a model that is not created yet.
    QString workspaceId;
    RegisteredModel base; //!< As loaded, whole.
    ModelMetadata edited;
    //! What stands in open editors and is no value yet, such as half a number, by the place.
    QMap<QString, QString> unfinished;
    QString ui;         //!< Where the person was: tab, field, cursor. Small JSON text.
    QDateTime created;  //!< UTC, milliseconds. Set by the store: of the first put().
    QDateTime changed;  //!< UTC, milliseconds. Set by the store, when it is invalid.
    QUuid writer;       //!< The window that wrote it. Set by the store, when it is null.
    qint64 counter = 0; //!< Set by the store: how often it was written.
    //! The base could not be recovered from a damaged file: base has no more than the model's id.
    bool isBaseLost = false;
    //! Then edited.extraInfo, kept as its difference to the base, may be lost too: it is empty.
    bool isExtraInfoLost = false;

    bool isNew() const { return modelId.startsWith(QLatin1StringView("new-")); }
    static QString newModelId();
    DraftMark mark() const { return {writer, counter, changed.toMSecsSinceEpoch()}; }

    friend bool operator==(const Draft &, const Draft &) = default;
};

//! Registry key and model id.
using DraftKey = std::pair<QString, QString>;

struct DraftList
{
    QList<Draft> drafts;      //!< The one changed last comes first.
    qsizetype unreadable = 0; //!< Rows that stand in the file and cannot be made sense of.
};

} // namespace modelscribe
