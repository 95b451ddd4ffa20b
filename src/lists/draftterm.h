// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelquery.h"

namespace modelscribe {

//! "is:draft" asks for models with unsaved edits. That is a fact of this window and not of the
//! registry, so the query language does not know it.
inline const QString draftTerm = QStringLiteral("is:draft");

struct DraftQuery
{
    bool onlyDrafts = false;
    QString rest; //!< The query without the term.
};

inline DraftQuery splitDraftTerm(const QString &query)
{
    const QList<ModelQuery::Term> terms = ModelQuery(query).terms();
    for (const ModelQuery::Term &term : terms) {
        if (query.mid(term.begin, term.end - term.begin).compare(draftTerm, Qt::CaseInsensitive)
            == 0) {
            QString rest = query;
            rest.remove(term.begin, term.end - term.begin);
            return {.onlyDrafts = true, .rest = rest.simplified()};
        }
    }
    return {.onlyDrafts = false, .rest = query};
}

} // namespace modelscribe
