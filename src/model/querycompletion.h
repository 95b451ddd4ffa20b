// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryfields.h"

#include <QList>
#include <QStringList>

namespace modelscribe {

//! What could be typed at a place of a query, and what is there already.
struct QueryCompletion
{
    enum class Kind {
        None,      //!< In a text, or where anything may be typed.
        Field,     //!< A field, or text.
        ExtraPath, //!< Behind "extra.": a path of ExtraInfo.
        Value,     //!< Of field, or at path.
        LabelKey,
        LabelValue, //!< Of labelKey.
        Amount,     //!< A number, a size or a time, with comparison.
        FieldName,  //!< Behind has: and missing:.
        State       //!< Behind is:.
    };

    Kind kind = Kind::None;
    const QueryField *field = nullptr;
    QStringList path;
    QString labelKey;
    qsizetype begin = 0; //!< What an offer replaces.
    qsizetype length = 0;
    QString prefix; //!< What stands before the cursor, as it is meant.

    friend bool operator==(const QueryCompletion &, const QueryCompletion &) = default;
};

//! At \p cursor of \p text.
QueryCompletion queryCompletion(const QString &text, qsizetype cursor);

//! A value that occurs, and how often. Of an ExtraPath the path without "extra." as it is typed.
struct QueryCandidate
{
    QString text;
    int count = -1; //!< -1: is not counted.
    QString title;  //!< What people call it; it is found by that, too.

    friend bool operator==(const QueryCandidate &, const QueryCandidate &) = default;
};

struct QueryOffer
{
    QString text;   //!< As it is shown.
    QString insert; //!< What takes the place, quoted where needed.
    int count = -1;
    QString title = {};

    friend bool operator==(const QueryOffer &, const QueryOffer &) = default;
};

//! What the language itself has to offer: fields, states, examples of amounts.
QList<QueryCandidate> ownCandidates(const QueryCompletion &completion);
//! Those of \p candidates that begin with the prefix, then those of which a word does, then those
//! that have it anywhere; among equals those that occur most. Folded as search is; at most \p most.
QList<QueryOffer> queryOffers(const QueryCompletion &completion,
                              const QList<QueryCandidate> &candidates, qsizetype most = 50);

} // namespace modelscribe
