// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryedit.h"

namespace modelscribe {

//! "is:draft" as something that must hold shows the drafts instead of the models, those among them
//! that are no models yet. Anywhere else ("-is:draft", "is:draft OR task:qa", "has:draft") it asks
//! the models.
inline const QString draftTerm = QStringLiteral("is:draft");

struct DraftQuery
{
    bool onlyDrafts = false;
    QString rest; //!< The query without the term.
};

inline DraftQuery splitDraftTerm(const QString &query)
{
    const auto field = QStringLiteral("is");
    const auto value = QStringLiteral("draft");
    const QueryFacet states = QueryFacet::of(query, field);
    const bool onlyDrafts = states.included.size() == 1
                            && states.included.first().compare(value, Qt::CaseInsensitive) == 0;
    return {.onlyDrafts = onlyDrafts,
            .rest = onlyDrafts ? queryWithoutValue(query, field, value) : query};
}

} // namespace modelscribe
