// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/offercounter.h"

#include "core/timeslice.h"
#include "lists/modeltablemodel.h"
#include "lists/valuecounts.h"
#include "model/queryparser.h"
#include "model/searchtext.h"

#include <algorithm>
#include <utility>

namespace modelscribe {

namespace {

//! What \p query asks besides what stands at \p place. Of terms in parentheses or with OR all go:
//! they are one thing that is asked.
Query restOf(const QString &query, const QueryCompletion &place)
{
    QueryNode rest = parseQuery(query).query.root();
    if (rest.kind != QueryNode::Kind::And)
        rest = {.children = {rest}};
    std::erase_if(rest.children, [&place](const QueryNode &part) {
        return part.begin <= place.begin + place.length && place.begin <= part.end;
    });
    return Query(std::move(rest));
}

} // namespace

OfferCounter::OfferCounter(const ModelTableModel &models, FacetCodes &codes, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_codes(codes)
{
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, [this] {
        if (m_next < 0)
            begin();
        else
            countSome();
    });
    connect(&models, &ModelTableModel::searched, this, [this] {
        if (m_next >= 0) // the rows were to come first
            m_nextTurn.start(0);
    });
}

void OfferCounter::ask(const QString &query, const QueryCompletion &completion)
{
    const Query rest = restOf(query, completion);
    const bool isNew = !(rest == m_rest.query());
    if (isNew) {
        m_rest = QueryMatcher(rest);
        m_state = rest.isEmpty() ? State::All : State::ToCome;
        m_next = -1;
        m_nextTurn.stop();
    }
    if (m_state == State::All || m_next >= 0 || m_nextTurn.isActive())
        return;
    // Pages arrive many times a second: counting takes at most a quarter of the time.
    if (isNew)
        m_nextTurn.start(0);
    else if (m_version != m_models.search().lastVersion())
        m_nextTurn.start(int(m_took * 3));
}

int OfferCounter::count(const QueryField &field, const QString &value) const
{
    const size_t place = FacetCodes::placeOf(&field);
    return place == FacetCodes::fieldCount
               ? 0
               : countAt(m_counts.values[place], m_codes.find(place, value));
}

int OfferCounter::labelKeyCount(const QString &key) const
{
    return countAt(m_counts.labelKeys, m_codes.findLabelKey(key));
}

int OfferCounter::labelCount(const QString &key, const QString &value) const
{
    return countAt(m_counts.labels, m_codes.findLabel(key, value));
}

void OfferCounter::begin()
{
    m_rest = QueryMatcher(m_rest.query(), m_models.search().context());
    m_version = m_models.search().lastVersion();
    m_working = {};
    m_took = 0;
    m_next = 0;
    countSome();
}

void OfferCounter::countSome()
{
    if (m_models.search().isFinding())
        return;
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
    m_counts = std::exchange(m_working, {});
    m_state = State::Counted;
    emit counted();
}

void OfferCounter::countSlot(int slot, const RegisteredModel &model)
{
    if (!holds(slot, model))
        return;
    const FacetCodes::OfFields &fields = m_codes.fieldsOf(slot, model);
    for (size_t field = 0; field < fields.size(); ++field) {
        const bool isTask = field == FacetCodes::taskField;
        addOne(m_working.values[field], isTask ? m_codes.taskOfPair(fields[field]) : fields[field]);
    }
    m_keys.clear();
    for (const Code label : m_codes.labelsOf(slot, model)) {
        addOne(m_working.labels, label);
        const Code key = m_codes.keyOfLabel(label);
        if (std::ranges::find(m_keys, key) != m_keys.end())
            continue; // it has more than one value of this key
        addOne(m_working.labelKeys, key);
        m_keys.push_back(key);
    }
}

//! The rows' question has mostly been about the same texts.
bool OfferCounter::holds(int slot, const RegisteredModel &model) const
{
    std::optional<QByteArray> text;
    return m_rest.matches(model, [&](qsizetype number) {
        const QByteArray &needle = m_rest.query().textTerms()[number];
        if (const auto known = m_models.search().holdsText(needle, slot))
            return *known;
        if (!text)
            text = searchText(model);
        return text->contains(needle);
    });
}

} // namespace modelscribe

#include "moc_offercounter.cpp"
