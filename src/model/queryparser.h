// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query.h"

#include <QList>

namespace modelscribe {

//! What a text says as a query, and what it leaves unsaid.
//!
//! Read by recursive descent, docs/query-language.md has the grammar. OR binds closer than a blank
//! or AND, because it is written between alternatives: "bert OR gpt task:qa" asks for both
//! families. Nothing typed silently means nothing: it is a term, an operator, or a problem.
struct ParsedQuery
{
    static constexpr qsizetype maxLength = 10'000;
    static constexpr int maxDepth = 100; //!< Of parentheses.
    static constexpr qsizetype maxProblems = 50;

    Query query; //!< With problems: what is understood besides, to look at and not to be asked.
    QList<QueryProblem> problems; //!< In the order in which they stand, ranges within the text.
    QList<QueryProblem> notes;    //!< The same of what is understood, but maybe not as meant.

    bool isUnderstood() const { return problems.isEmpty(); }
};

ParsedQuery parseQuery(const QString &text);

} // namespace modelscribe
