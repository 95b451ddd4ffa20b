// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query.h"

#include "model/querymatcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Kind = QueryNode::Kind;

QString nodeText(const QueryNode &node);

QString inGroup(const QueryNode &node) { return u'(' + nodeText(node) + u')'; }

QString nodeText(const QueryNode &node)
{
    QStringList parts;
    switch (node.kind) {
    case Kind::Term: return node.term.text();
    case Kind::Not: {
        const QueryNode &child = node.children.front();
        return u'-' + (child.kind == Kind::Term ? nodeText(child) : inGroup(child));
    }
    case Kind::And:
        for (const QueryNode &child : node.children)
            parts.append(child.kind == Kind::And ? inGroup(child) : nodeText(child));
        return parts.join(u' ');
    case Kind::Or:
        for (const QueryNode &child : node.children)
            parts.append(child.children.size() > 1 ? inGroup(child) : nodeText(child));
        return parts.join(" OR "_L1);
    }
    return {};
}

void visitTerms(const QueryNode &node, bool isNegated,
                const std::function<void(const QueryTerm &, bool)> &visit)
{
    if (node.kind == Kind::Term)
        visit(node.term, isNegated);
    for (const QueryNode &child : node.children)
        visitTerms(child, isNegated != (node.kind == Kind::Not), visit);
}

bool isCostlyTerm(const QueryTerm &term)
{
    const bool readsLongText = term.asked
                               && (term.asked->name == "description"_L1
                                   || term.asked->kind == QueryFieldKind::Extra);
    const auto *state = std::get_if<QueryStateTest>(&term.test);
    return readsLongText || std::holds_alternative<QueryTextTest>(term.test)
           || (state && state->state == QueryState::BadCover);
}

bool asksForNamesake(const QueryTerm &term)
{
    const auto *state = std::get_if<QueryStateTest>(&term.test);
    return state && state->state == QueryState::SameName;
}

bool asksForCaller(const QueryTerm &term)
{
    const auto *state = std::get_if<QueryStateTest>(&term.test);
    return state && state->state == QueryState::Mine;
}

bool asksForPerson(const QueryTerm &term)
{
    return asksForCaller(term)
           || (std::holds_alternative<QueryFieldTest>(term.test)
               && term.field->kind == QueryFieldKind::Person);
}

} // namespace

Query::Query(QueryNode root)
    : m_root(std::move(root))
{
    number(m_root);
}

void Query::number(QueryNode &node)
{
    if (node.kind == Kind::Term) {
        if (auto *text = std::get_if<QueryTextTest>(&node.term.test)) {
            if (!m_textTerms.contains(text->needle))
                m_textTerms.append(text->needle);
            text->number = m_textTerms.indexOf(text->needle);
        } else if (auto *time = std::get_if<QueryTimeTest>(&node.term.test)) {
            time->number = qsizetype(m_times.size());
            m_times.push_back(time->times);
        }
        node.isCostly = isCostlyTerm(node.term);
        m_asksForNamesakes = m_asksForNamesakes || asksForNamesake(node.term);
        m_asksForMine = m_asksForMine || asksForCaller(node.term);
        m_asksForPeople = m_asksForPeople || asksForPerson(node.term);
        m_asksForDrafts = m_asksForDrafts || std::holds_alternative<QueryDraftTest>(node.term.test);
    }
    for (QueryNode &child : node.children) {
        number(child);
        node.isCostly = node.isCostly || child.isCostly;
    }
}

QString Query::text() const { return nodeText(m_root); }

void Query::visit(const std::function<void(const QueryTerm &, bool)> &visit) const
{
    visitTerms(m_root, false, visit);
}

bool Query::matches(const RegisteredModel &model, const QueryContext &context) const
{
    return QueryMatcher(*this, context).matches(model);
}

} // namespace modelscribe
