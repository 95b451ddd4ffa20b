// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query.h"

namespace modelscribe {

//! Asks a query of many models: "now" is read once, cheap terms are asked first, and bare texts may
//! be answered by an index.
class QueryMatcher
{
public:
    //! Whether the text of this number in Query::textTerms() stands in the model that is asked
    //! about.
    using TextFacts = std::function<bool(qsizetype number)>;

    explicit QueryMatcher(Query query, QueryContext context = {});

    const Query &query() const { return m_query; }
    //! Bare texts are looked for in the model's searchText(), which is made when they matter.
    bool matches(const RegisteredModel &model) const;
    bool matches(const RegisteredModel &model, const TextFacts &facts) const;
    //! The same of a part of query().
    bool holds(const QueryNode &node, const RegisteredModel &model, const TextFacts &facts) const;

private:
    bool holdsAll(const QueryNode &node, const RegisteredModel &model,
                  const TextFacts &facts) const;
    bool holdsTerm(const QueryTerm &term, const RegisteredModel &model,
                   const TextFacts &facts) const;

    Query m_query;
    QueryContext m_context;
    std::vector<QueryTimeSpan> m_spans;
};

} // namespace modelscribe
