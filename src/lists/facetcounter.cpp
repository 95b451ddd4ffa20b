// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetcounter.h"

#include "core/foldedtext.h"
#include "core/timeslice.h"
#include "lists/modeltablemodel.h"
#include "lists/valuecounts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

void forEachTerm(const QueryNode &node, const std::function<void(const QueryTerm &)> &visit)
{
    if (node.kind == QueryNode::Kind::Term)
        visit(node.term);
    for (const QueryNode &child : node.children)
        forEachTerm(child, visit);
}

} // namespace

FacetCounter::FacetCounter(const ModelTableModel &models, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_codes(models)
{
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, [this] {
        if (m_next < 0)
            begin();
        else
            countSome();
    });
    connect(&models, &ModelTableModel::searched, this, &FacetCounter::takeSearch);
}

int FacetCounter::count(const QString &field, const QString &value) const
{
    const size_t place = FacetCodes::placeOf(field);
    return place == fieldCount ? 0 : countAt(m_counts.values[place], m_codes.find(place, value));
}

int FacetCounter::taskCount(const QString &domain, const QString &task) const
{
    return countAt(m_counts.values[FacetCodes::taskField], m_codes.findTask(domain, task));
}

int FacetCounter::labelCount(const QString &key, const QString &value) const
{
    return countAt(m_counts.labels, m_codes.findLabel(key, value));
}

//! The rows follow another query, or other models.
void FacetCounter::takeSearch()
{
    const Query &query = m_models.search().query();
    const bool isNew = !(query == m_query);
    if (isNew || query.isEmpty()) {
        m_nextTurn.stop();
        m_query = query;
        m_next = -1;
        m_isOutdated = false;
        m_isWanted = !query.isEmpty();
        m_isCounted = false;
        emit changed();
        if (m_isWanted)
            m_nextTurn.start(0);
        return;
    }
    // Pages arrive many times a second: counting takes at most a quarter of the time.
    if (m_next >= 0)
        m_isOutdated = true;
    else if (!m_nextTurn.isActive())
        m_nextTurn.start(int(m_took * 3));
}

void FacetCounter::begin()
{
    m_query = m_models.search().query();
    m_groups.clear();
    m_rest.clear();
    m_working = {};
    m_isOutdated = false;
    m_took = 0;
    m_next = 0;
    sort(m_query.root());
    // What is quick to ask first.
    std::ranges::stable_partition(m_rest, [](const QueryNode *part) { return !part->isCostly; });
    countSome();
}

//! Into what is asked of one facet, and the rest.
void FacetCounter::sort(const QueryNode &node)
{
    if (node.kind == QueryNode::Kind::And) {
        for (const QueryNode &child : node.children)
            sort(child);
        return;
    }
    if (Group *group = groupOf(node))
        group->parts.push_back(&node);
    else
        m_rest.push_back(&node);
}

FacetCounter::Group *FacetCounter::groupOf(const QueryNode &part)
{
    const QueryField *field = nullptr;
    QString key;
    bool isOne = true;
    bool isFirst = true;
    forEachTerm(part, [&](const QueryTerm &term) {
        const bool isLabel = term.field && term.field->kind == QueryFieldKind::Label;
        const QString termKey = isLabel ? foldedText(term.value.section(u'=', 0, 0)) : QString();
        isOne = isOne && (isFirst || (term.field == field && termKey == key));
        isFirst = false;
        field = term.field;
        key = termKey;
    });
    const size_t place = FacetCodes::placeOf(field);
    const bool isLabel = field && field->kind == QueryFieldKind::Label;
    if (!isOne || !field || (place == fieldCount && (!isLabel || key.isEmpty())))
        return nullptr;
    const Code code = isLabel ? m_codes.labelKey(key) : unknown;
    const auto group = std::ranges::find_if(
        m_groups, [&](const Group &known) { return known.field == place && known.key == code; });
    if (group != m_groups.end())
        return &*group;
    m_groups.push_back({.field = place, .key = code, .parts = {}});
    return &m_groups.back();
}

void FacetCounter::countSome()
{
    const ModelSearch &search = m_models.search();
    if (search.isFinding() || !(search.query() == m_query)) {
        m_next = -1; // another query or other models: they tell when they are there
        return;
    }
    TimeSlice slice;
    const int count = m_models.slotCount();
    for (; m_next < count && !slice.isOver(); ++m_next) {
        if (const RegisteredModel *model = m_models.slotAt(m_next))
            countSlot(m_next, *model);
    }
    m_took += slice.elapsed();
    if (m_next < count) {
        m_nextTurn.start(0);
        return;
    }
    m_next = -1;
    m_counts = std::move(m_working);
    m_isCounted = true;
    if (m_isOutdated)
        m_nextTurn.start(int(m_took * 3));
    emit changed();
}

void FacetCounter::countSlot(int slot, const RegisteredModel &model)
{
    const ModelSearch &search = m_models.search();
    const auto holds = [&](const QueryNode *part) { return search.holds(*part, slot, model); };
    const Group *failed = nullptr;
    for (const Group &group : m_groups) {
        if (std::ranges::all_of(group.parts, holds))
            continue;
        if (failed)
            return;
        failed = &group;
    }
    if (!std::ranges::all_of(m_rest, holds))
        return;
    const FacetCodes::OfFields &fields = m_codes.fieldsOf(slot, model);
    for (size_t field = 0; field < fieldCount; ++field) {
        if (!failed || failed->field == field)
            addOne(m_working.values[field], fields[field]);
    }
    for (const Code label : m_codes.labelsOf(slot, model)) {
        if (!failed || (failed->field == fieldCount && failed->key == m_codes.keyOfLabel(label)))
            addOne(m_working.labels, label);
    }
}

} // namespace modelscribe

#include "moc_facetcounter.cpp"
