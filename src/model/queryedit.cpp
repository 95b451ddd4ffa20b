// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryedit.h"

#include "core/foldedtext.h"
#include "model/querylexer.h"
#include "model/queryparser.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The terms that a change is about.
class Facet
{
public:
    //! \p labelKey: only labels of this key; null: of any.
    Facet(const QString &field, const QString &labelKey)
        : m_text(field)
    {
        const auto tokens = queryTokens(QString(field + u':'));
        if (tokens.size() == 1 && tokens[0].kind == QueryToken::Kind::Field) {
            m_field = tokens[0].field;
            m_path = tokens[0].path;
        }
        if (m_field && m_field->kind == QueryFieldKind::Label && !labelKey.isNull())
            m_labelKey = foldedText(keyOf(labelKey));
    }

    bool has(const QueryTerm &term) const
    {
        return m_field && term.field == m_field && term.path == m_path
               && (!m_labelKey || foldedText(keyOf(term.value)) == *m_labelKey);
    }
    bool hasAll(const QueryNode &node) const
    {
        return node.kind == QueryNode::Kind::Term
                   ? has(node.term)
                   : !node.children.empty()
                         && std::ranges::all_of(node.children, [this](const QueryNode &child) {
                                return hasAll(child);
                            });
    }
    QString termWith(const QString &value) const
    {
        return m_text + u':' + (value.isEmpty() ? value : quotedQueryValue(value));
    }

private:
    static QString keyOf(const QString &label) { return label.section(u'=', 0, 0); }

    QString m_text;
    const QueryField *m_field = nullptr;
    QStringList m_path;
    std::optional<QString> m_labelKey;
};

//! One of the parts that must all hold, when it is alternatives of one facet, or excludes them.
struct Choice
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isExcluded = false;
    QList<QueryTerm> terms;
};

//! The parts of which all must hold, also those in groups of others.
QList<QueryNode> conjuncts(const QueryNode &node, const Facet &facet)
{
    if (node.kind != QueryNode::Kind::And || node.isValues)
        return {node};
    QList<QueryNode> parts;
    for (const QueryNode &child : node.children) {
        // What is about nothing else is one part, so that no "()" is left of it.
        parts += facet.hasAll(child) ? QList{child} : conjuncts(child, facet);
    }
    return parts;
}

std::optional<Choice> choiceOf(const QueryNode &node, const Facet &facet)
{
    const bool isExcluded = node.kind == QueryNode::Kind::Not;
    const QueryNode &inner = isExcluded ? node.children.front() : node;
    Choice choice{.begin = node.begin, .end = node.end, .isExcluded = isExcluded};
    if (inner.kind == QueryNode::Kind::Term)
        choice.terms = {inner.term};
    else if (inner.kind != QueryNode::Kind::Or)
        return {};
    for (const QueryNode &child : inner.children) {
        if (child.kind != QueryNode::Kind::Term)
            return {};
        choice.terms.append(child.term);
    }
    const bool isOfFacet = std::ranges::all_of(
        choice.terms, [&](const QueryTerm &term) { return facet.has(term); });
    return isOfFacet ? std::optional(choice) : std::nullopt;
}

QList<Choice> choicesOf(const QString &text, const Facet &facet)
{
    QList<Choice> choices;
    for (const QueryNode &node : conjuncts(parseQuery(text).query.root(), facet)) {
        if (const auto choice = choiceOf(node, facet))
            choices.append(*choice);
    }
    return choices;
}

bool isValue(const QueryTerm &term, const QString &value)
{
    return term.how == QueryOperator::None && foldedText(term.value) == foldedText(value);
}

//! \p text with what is open in it closed, so that something can stand behind it.
QString closed(const QString &text)
{
    QList<QueryToken> tokens = queryTokens(text);
    QString result = text;
    if (!tokens.isEmpty() && !tokens.last().isClosed)
        result += u'"';
    qsizetype open = 0;
    for (const QueryToken &token : tokens) {
        if (token.kind == QueryToken::Kind::Open)
            ++open;
        else if (token.kind == QueryToken::Kind::Close && open > 0)
            --open;
    }
    if (open == 0)
        return result;
    // A word with a "(" in it would take the ")".
    if (std::ranges::any_of(tokens.last().text, isQueryOpen))
        result += u' ';
    return result + QString(open, u')');
}

QString withBehind(const QString &text, const QString &term)
{
    QString result = closed(text);
    const QList<QueryToken> tokens = queryTokens(result);
    if (tokens.isEmpty())
        return term;
    const auto last = tokens.last().kind;
    if (last == QueryToken::Kind::Or || last == QueryToken::Kind::And
        || last == QueryToken::Kind::Not)
        result = u'(' + result + u')'; // it must not take the new term for its own
    if (!isQueryBlank(result.back()))
        result += u' ';
    return result + term;
}

//! With the blanks and the AND that belong to it.
QString withoutRange(const QString &text, qsizetype begin, qsizetype end)
{
    const QList<QueryToken> tokens = queryTokens(text);
    const auto first = std::ranges::find_if(
        tokens, [begin](const QueryToken &token) { return token.begin >= begin; });
    const auto behind = std::find_if(first, tokens.end(),
                                     [end](const QueryToken &token) { return token.begin >= end; });
    if (first != tokens.begin() && (first - 1)->kind == QueryToken::Kind::And)
        begin = (first - 1)->begin;
    else if (behind != tokens.end() && behind->kind == QueryToken::Kind::And)
        end = behind->end;
    while (end < text.size() && isQueryBlank(text[end]))
        ++end;
    const bool isLast = end == text.size() || isQueryClose(text[end]);
    while (isLast && begin > 0 && isQueryBlank(text[begin - 1]))
        --begin;
    return text.left(begin) + text.mid(end);
}

//! A value as it was typed, unless it would be read otherwise among alternatives.
QString typedValue(const QString &text, const QueryTerm &term)
{
    const QString typed = text.mid(term.valueBegin, term.end - term.valueBegin);
    const auto tokens = queryTokens(QString(u"task:("_s + typed + u')'));
    const bool isOneWord = tokens.size() == 4 && tokens[2].kind == QueryToken::Kind::Word;
    if (isOneWord)
        return typed;
    return queryOperatorSign(term.how) + quotedQueryValue(term.value, true);
}

QString spelled(const QString &text, const Choice &choice, const QStringList &values)
{
    const QList<QueryToken> tokens = queryTokens(text);
    const auto field = std::ranges::find(tokens, choice.terms.first().fieldBegin,
                                         &QueryToken::begin);
    const QString name = text.mid(field->begin, field->end - field->begin);
    return (choice.isExcluded ? u"-"_s : QString()) + name
           + (values.size() == 1 ? values.first() : u'(' + values.join(" OR "_L1) + u')');
}

QString withChoice(const QString &text, const Choice &choice, const QStringList &values)
{
    if (values.isEmpty())
        return withoutRange(text, choice.begin, choice.end);
    const bool touches = choice.end < text.size() && !isQueryBlank(text[choice.end])
                         && !isQueryClose(text[choice.end]);
    return text.left(choice.begin) + spelled(text, choice, values) + (touches ? u" "_s : QString())
           + text.mid(choice.end);
}

//! \p value is taken out of what is asked for or of what is excluded.
QString withoutIn(QString text, const Facet &facet, const QString &value, bool excluded)
{
    for (;;) {
        const QList<Choice> choices = choicesOf(text, facet);
        const auto choice = std::ranges::find_if(choices, [&](const Choice &candidate) {
            return candidate.isExcluded == excluded
                   && std::ranges::any_of(candidate.terms, [&](const QueryTerm &term) {
                          return isValue(term, value);
                      });
        });
        if (choice == choices.end())
            return text;
        QStringList values;
        for (const QueryTerm &term : choice->terms) {
            if (!isValue(term, value))
                values.append(typedValue(text, term));
        }
        text = withChoice(text, *choice, values);
    }
}

bool hasIn(const QString &text, const Facet &facet, const QString &value, bool excluded)
{
    return std::ranges::any_of(choicesOf(text, facet), [&](const Choice &choice) {
        return choice.isExcluded == excluded
               && std::ranges::any_of(choice.terms,
                                      [&](const QueryTerm &term) { return isValue(term, value); });
    });
}

QString withoutFacet(QString text, const Facet &facet)
{
    const ParsedQuery parsed = parseQuery(text);
    const QueryNode &root = parsed.query.root();
    // No "()" may be left of it.
    const bool isAll = parsed.isUnderstood() && facet.hasAll(root);
    const QList<QueryNode> parts = isAll ? QList{root} : conjuncts(root, facet);
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if (facet.hasAll(*part))
            text = withoutRange(text, part->begin, part->end);
    }
    return text;
}

} // namespace

QueryFacet QueryFacet::of(const QString &text, const QString &field, const QString &labelKey)
{
    QueryFacet result;
    for (const Choice &choice : choicesOf(text, Facet(field, labelKey))) {
        for (const QueryTerm &term : choice.terms) {
            if (term.how == QueryOperator::None)
                (choice.isExcluded ? result.excluded : result.included).append(term.value);
        }
    }
    return result;
}

QString queryWithTerm(const QString &text, const QString &field, const QString &value)
{
    const Facet facet(field, {});
    const QString result = withoutFacet(text, facet);
    return value.isNull() ? result : withBehind(result, facet.termWith(value));
}

QString queryWithRange(const QString &text, const QString &field, const QString &range)
{
    return withBehind(withoutFacet(text, Facet(field, {})), field + u':' + range);
}

QString queryWithValue(const QString &text, const QString &field, const QString &value)
{
    const Facet facet(field, value);
    if (hasIn(text, facet, value, false) && !hasIn(text, facet, value, true))
        return text;
    const QString result = withoutIn(closed(text), facet, value, true);
    const QList<Choice> choices = choicesOf(result, facet);
    const auto choice = std::ranges::find(choices, false, &Choice::isExcluded);
    if (choice == choices.end())
        return withBehind(result, facet.termWith(value));
    QStringList values;
    for (const QueryTerm &term : choice->terms)
        values.append(typedValue(result, term));
    if (!hasIn(result, facet, value, false))
        values.append(quotedQueryValue(value, true));
    return withChoice(result, *choice, values);
}

QString queryExcluding(const QString &text, const QString &field, const QString &value)
{
    const Facet facet(field, value);
    const QString result = withoutIn(text, facet, value, false);
    if (hasIn(result, facet, value, true))
        return result;
    return withBehind(result, u'-' + facet.termWith(value));
}

QString queryWithoutValue(const QString &text, const QString &field, const QString &value)
{
    const Facet facet(field, value);
    return withoutIn(withoutIn(text, facet, value, false), facet, value, true);
}

} // namespace modelscribe
