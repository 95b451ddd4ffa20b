// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querymatcher.h"

#include "model/parametersize.h"
#include "model/searchtext.h"

#include <algorithm>
#include <optional>

namespace modelscribe {

namespace {

using Kind = QueryNode::Kind;

const QByteArray &extraInfoOf(const RegisteredModel &model)
{
    return model.metadata.extraInfo.utf8();
}

//! Whole numbers without unit, as the service sends them, need no text of their own.
std::optional<qint64> numberOf(const QueryField &field, const QString &held)
{
    bool isRead = held.size() < 19;
    qint64 value = 0;
    for (const QChar c : held) {
        isRead = isRead && c >= u'0' && c <= u'9';
        value = isRead ? value * 10 + (c.unicode() - u'0') : 0;
    }
    if (isRead && !held.isEmpty())
        return value;
    const auto parsed = field.kind == QueryFieldKind::Size ? parseParameterSize(held)
                                                           : parseInteger(held);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

//! What a term asks of one model, but for bare texts, times and what is no fact of the model.
struct TermAsker
{
    const QueryTerm &term;
    const RegisteredModel &model;

    bool operator()(const QueryFieldTest &test) const
    {
        if (!term.field->read)
            return test.needle.isPartOf(extraInfoOf(model));
        const QString &held = term.field->read(model);
        return test.whole ? test.needle.isWhole(held) : test.needle.isPartOf(held);
    }
    bool operator()(const QueryIntegerTest &test) const
    {
        const auto number = numberOf(*term.field, term.field->read(model));
        return number && *number >= test.from && *number <= test.to;
    }
    bool operator()(const QueryLabelTest &test) const
    {
        return std::ranges::any_of(model.metadata.labels, [&](const Label &label) {
            return test.key.isWhole(label.key) && (!test.value || test.value->isWhole(label.value));
        });
    }
    bool operator()(const QueryExtra &test) const { return test.matches(extraInfoOf(model)); }
    bool operator()(const QuerySetTest &test) const { return isSet(test) == test.wanted; }
    bool operator()(const QueryStateTest &test) const { return isInState(model, test.state); }

    bool isSet(const QuerySetTest &test) const
    {
        if (test.extra)
            return test.extra->isSet(extraInfoOf(model));
        if (term.asked->kind == QueryFieldKind::Label)
            return !model.metadata.labels.isEmpty();
        return term.asked->read ? !term.asked->read(model).isEmpty()
                                : !extraInfoOf(model).isEmpty();
    }
};

//! Makes the text of a model when it is first needed.
struct TextLookup
{
    const RegisteredModel &model;
    const QByteArrayList &needles;
    std::optional<QByteArray> text = {};

    bool has(qsizetype number)
    {
        if (!text)
            text = searchText(model);
        return text->contains(needles[number]);
    }
};

} // namespace

QueryMatcher::QueryMatcher(Query query, QueryContext context)
    : m_query(std::move(query))
    , m_context(std::move(context))
{
    for (const QueryTimes &times : m_query.times())
        m_spans.push_back(times.span(m_context.now));
}

bool QueryMatcher::matches(const RegisteredModel &model) const
{
    if (m_query.textTerms().isEmpty())
        return matches(model, TextFacts());
    TextLookup lookup{model, m_query.textTerms()};
    return matches(model, [&lookup](qsizetype number) { return lookup.has(number); });
}

bool QueryMatcher::matches(const RegisteredModel &model, const TextFacts &facts) const
{
    return holds(m_query.root(), model, facts);
}

bool QueryMatcher::holds(const QueryNode &node, const RegisteredModel &model,
                         const TextFacts &facts) const
{
    const auto childHolds = [&](const QueryNode &child) { return holds(child, model, facts); };
    switch (node.kind) {
    case Kind::Term: return holdsTerm(node.term, model, facts);
    case Kind::Not: return !childHolds(node.children.front());
    case Kind::Or: return std::ranges::any_of(node.children, childHolds);
    case Kind::And: return holdsAll(node, model, facts);
    }
    return false;
}

bool QueryMatcher::holdsAll(const QueryNode &node, const RegisteredModel &model,
                            const TextFacts &facts) const
{
    const auto holdAll = [&](bool costly) {
        return std::ranges::all_of(node.children, [&](const QueryNode &child) {
            return child.isCostly != costly || holds(child, model, facts);
        });
    };
    return holdAll(false) && holdAll(true);
}

bool QueryMatcher::holdsTerm(const QueryTerm &term, const RegisteredModel &model,
                             const TextFacts &facts) const
{
    if (const auto *text = std::get_if<QueryTextTest>(&term.test))
        return facts(text->number);
    if (const auto *time = std::get_if<QueryTimeTest>(&term.test)) {
        const auto held = serviceTimeInMs(term.field->read(model));
        return held && m_spans[size_t(time->number)].contains(*held);
    }
    if (const auto *draft = std::get_if<QueryDraftTest>(&term.test))
        return (m_context.hasDraft && m_context.hasDraft(model.id)) == draft->wanted;
    if (const auto *state = std::get_if<QueryStateTest>(&term.test)) {
        if (state->state == QueryState::SameName)
            return m_context.hasNamesake && m_context.hasNamesake(model);
        if (state->state == QueryState::Mine)
            return !m_context.callerId.isEmpty() && model.userId == m_context.callerId;
    }
    if (const auto *field = std::get_if<QueryFieldTest>(&term.test);
        field && term.field->kind == QueryFieldKind::Person && m_context.nameOf) {
        const QString name = m_context.nameOf(term.field->read(model));
        if (field->whole ? field->needle.isWhole(name) : field->needle.isPartOf(name))
            return true;
    }
    return std::visit(
        [&]<typename Test>(const Test &test) {
            if constexpr (std::is_invocable_v<TermAsker, const Test &>)
                return TermAsker{term, model}(test);
            return false;
        },
        term.test);
}

} // namespace modelscribe
