// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/searchrows.h"

#include "core/visibletext.h"
#include "lists/draftterm.h"
#include "model/lookrules.h"
#include "model/queryparser.h"
#include "model/querywording.h"
#include "session/savedsearches.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Kind = FacetNode::Kind;

constexpr qsizetype longestShownName = 100;

} // namespace

SearchRows::SearchRows(SavedSearches &searches, const ModelTableModel &models, QObject *parent)
    : QObject(parent)
    , m_searches(searches)
    , m_counter(models)
{
    connect(&searches, &SavedSearches::changed, this, [this] {
        read();
        emit changed();
    });
    connect(&m_counter, &SearchCounter::changed, this, &SearchRows::counted);
    read();
}

SearchRows::Row SearchRows::rowOf(const QString &text) const
{
    Row row{.text = text, .query = {}};
    const DraftQuery asked = splitDraftTerm(text);
    const ParsedQuery parsed = parseQuery(asked.rest);
    row.areDrafts = asked.onlyDrafts;
    if (parsed.isUnderstood())
        row.query = parsed.query;
    else
        row.note = queryProblemText(parsed.problems.first());
    return row;
}

void SearchRows::read()
{
    const SearchSet &set = m_searches.set();
    QList<Query> queries;
    QStringList rules;
    const auto count = [&queries](Row row) {
        if (row.note.isEmpty() && !row.areDrafts) {
            row.place = int(queries.size());
            queries.append(row.query);
        }
        return row;
    };
    m_rules.clear();
    m_saved.clear();
    for (const LookRule &rule : lookRules()) {
        Row row = rowOf(set.ruleQuery(rule.id));
        if (row.query.isEmpty() && row.note.isEmpty() && !row.areDrafts)
            row.note = tr("Turned off");
        rules.append(row.text);
        m_rules.insert(rule.id, count(row));
    }
    const qsizetype together = queries.size();
    for (const SavedSearch &search : set.searches)
        m_saved.insert(search.name, count(rowOf(search.query)));
    m_anyRule = anyOfQueries(rules);
    m_anyRuleQuery = parseQuery(m_anyRule).query;
    m_counter.setQueries(queries, together);
}

bool SearchRows::isRow(const FacetNode &node)
{
    return node.kind == Kind::Search || node.kind == Kind::Rule || node.kind == Kind::Look;
}

const SearchRows::Row *SearchRows::find(const FacetNode &node) const
{
    const auto &rows = node.kind == Kind::Search ? m_saved : m_rules;
    const auto row = rows.constFind(node.value);
    return row == rows.cend() ? nullptr : &*row;
}

void SearchRows::addLook(FacetNode &root) const
{
    FacetNode *look = root.add(
        {.kind = Kind::Look, .text = tr("Needs a look"), .value = u"look"_s, .query = m_anyRule});
    for (const LookRule &rule : lookRules()) {
        const Row row = m_rules.value(rule.id);
        look->add({.kind = Kind::Rule,
                   .text = rule.titleText(),
                   .value = rule.id,
                   .query = row.text,
                   .note = row.note});
    }
}

void SearchRows::addSearches(FacetNode &root) const
{
    if (m_searches.set().searches.isEmpty())
        return;
    FacetNode *section = root.add({.kind = Kind::Section, .text = tr("Saved searches")});
    for (const SavedSearch &search : m_searches.set().searches) {
        section->add({.kind = Kind::Search,
                      .text = visibleText(search.name, longestShownName),
                      .value = search.name,
                      .query = search.query,
                      .note = m_saved.value(search.name).note});
    }
}

void SearchRows::mark(FacetNode &root, const QString &query) const
{
    const Row asked = rowOf(query);
    if (!asked.note.isEmpty() || (asked.query.isEmpty() && !asked.areDrafts))
        return;
    const auto isAsked = [&asked](const Row &row) {
        return row.note.isEmpty() && row.areDrafts == asked.areDrafts && row.query == asked.query;
    };
    const auto visit = [&](const auto &self, FacetNode &node) -> void {
        const Row *row = find(node);
        const bool isOne = (node.kind == Kind::Search || node.kind == Kind::Rule) && row
                           && isAsked(*row);
        const bool isAll = node.kind == Kind::Look && !asked.areDrafts
                           && asked.query == m_anyRuleQuery;
        if (isOne || isAll)
            node.state = FacetNode::State::Included;
        for (const auto &child : node.children)
            self(self, *child);
    };
    for (const auto &child : root.children) {
        const bool hasRows = child->kind == Kind::Look
                             || (child->kind == Kind::Section && child->field.isEmpty());
        if (hasRows)
            visit(visit, *child);
    }
}

int SearchRows::count(const FacetNode &node, int drafts) const
{
    if (node.kind == Kind::Look)
        return m_counter.countTogether();
    const Row *row = find(node);
    if (!row || !row->note.isEmpty())
        return notCounted;
    if (row->areDrafts)
        return row->query.isEmpty() ? drafts : notCounted;
    return m_counter.count(row->place);
}

bool SearchRows::rename(const QString &name, const QString &newName)
{
    const QString wanted = newName.trimmed();
    if (wanted.isEmpty() || wanted == name || !m_searches.set().find(name))
        return false;
    const QString free = m_searches.set().freeName(wanted);
    m_searches.change([name, free](SearchSet &set) { set.rename(name, free); });
    return true;
}

} // namespace modelscribe

#include "moc_searchrows.cpp"
