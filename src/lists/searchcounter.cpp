// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/searchcounter.h"

#include "core/timeslice.h"
#include "lists/modeltablemodel.h"
#include "model/searchtext.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int pauseBehindRows = 30; // ms
constexpr auto clockPause = 5min;
// So many are looked at themselves before the catalog's text is asked again.
constexpr quint64 fewNewSlots = 500;

} // namespace

bool SearchCounter::Entry::dependsOnOthers() const
{
    return !query.times().empty() || query.asksForDrafts() || query.asksForNamesakes()
           || query.asksForPeople();
}

SearchCounter::SearchCounter(const ModelTableModel &models, QObject *parent)
    : QObject(parent)
    , m_models(models)
{
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, [this] {
        if (m_next < 0)
            begin();
        else
            countSome();
    });
    m_clock.setInterval(clockPause);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (std::ranges::any_of(m_entries, &Entry::dependsOnOthers))
            countAgain();
    });
    m_clock.start();
    connect(&models, &ModelTableModel::searched, this, [this] {
        // The rows' question took the place of ours.
        if (!m_models.search().query().textTerms().isEmpty())
            m_isAsking = false;
        if (std::ranges::any_of(m_lanes, [this](const Lane &lane) { return isDue(lane); }))
            countSoon();
    });
}

void SearchCounter::setQueries(const QList<Query> &queries, qsizetype together)
{
    std::vector<Entry> entries;
    for (const Query &query : queries) {
        const auto known = std::ranges::find(m_entries, query, &Entry::query);
        if (known != m_entries.end())
            entries.push_back(*known);
        else
            entries.push_back({.query = query, .matcher = QueryMatcher(query)});
    }
    m_entries = std::move(entries);
    m_together = together;
    m_shownTogether = -1;
    m_next = -1; // what was under way begins again
    m_isAsking = false;
    countAgain();
    emit changed();
}

void SearchCounter::countAgain()
{
    m_isAgain = true;
    countSoon();
}

void SearchCounter::restart()
{
    m_next = -1;
    m_isAsking = false;
    m_shownTogether = -1;
    for (Lane &lane : m_lanes)
        lane = {.hasTexts = lane.hasTexts};
    for (Entry &entry : m_entries)
        entry = {.query = entry.query, .matcher = QueryMatcher(entry.query)};
    countAgain();
    emit changed();
}

void SearchCounter::countSoon()
{
    // Pages arrive many times a second: counting takes at most a quarter of the time.
    if (m_next < 0 && !m_isAsking && !m_nextTurn.isActive())
        m_nextTurn.start(std::max(pauseBehindRows, int(m_took * 3)));
}

bool SearchCounter::isDue(const Lane &lane) const
{
    const bool isOutdated = lane.counted != m_models.search().lastVersion();
    return std::ranges::any_of(m_entries, [&](const Entry &entry) {
        return entry.hasTexts() == lane.hasTexts
               && (isOutdated || entry.isOld || (m_isAgain && entry.dependsOnOthers()));
    });
}

void SearchCounter::begin()
{
    m_lane = 0;
    m_took = 0;
    if (!beginLane())
        m_isAgain = false;
}

//! The next one that has something to do; false: none has.
bool SearchCounter::beginLane()
{
    while (m_lane < m_lanes.size() && !isDue(m_lanes[m_lane]))
        ++m_lane;
    if (m_lane == m_lanes.size())
        return false;
    Lane &lane = m_lanes[m_lane];
    const ModelSearch &search = m_models.search();
    m_passVersion = search.lastVersion();
    const bool isOutdated = lane.counted != m_passVersion;
    bool isAnyOld = false;
    for (Entry &entry : m_entries) {
        if (entry.hasTexts() != lane.hasTexts)
            continue;
        entry.isOld = entry.isOld || (entry.dependsOnOthers() && (isOutdated || m_isAgain));
        isAnyOld = isAnyOld || entry.isOld;
        entry.matcher = QueryMatcher(entry.query, search.context());
    }
    if (lane.hasTexts && search.text()
        && (isAnyOld || m_passVersion - lane.counted > fewNewSlots)) {
        askTexts();
        return true;
    }
    m_next = 0;
    m_nextTurn.start(0);
    return true;
}

void SearchCounter::askTexts()
{
    const ModelSearch &search = m_models.search();
    if (search.isFinding())
        return; // it would end the rows' question; searched() is next
    m_isAsking = true;
    QByteArrayList needles;
    for (const Entry &entry : m_entries)
        needles += entry.query.textTerms();
    std::ranges::sort(needles);
    needles.erase(std::unique(needles.begin(), needles.end()), needles.end());
    m_foundVersion = m_passVersion;
    search.text()->find(needles, this, [this, needles](const TextAnswer &answer) {
        if (!m_isAsking || answer.needles != needles)
            return; // begun anew
        m_isAsking = false;
        m_found = answer;
        m_next = 0;
        m_nextTurn.start(0);
    });
}

void SearchCounter::countSome()
{
    TimeSlice slice;
    Lane &lane = m_lanes[m_lane];
    const ModelSearch &search = m_models.search();
    const int count = m_models.slotCount();
    if (size_t(count) < lane.seen.size()) { // other models
        restart();
        return;
    }
    lane.seen.resize(size_t(count));
    for (; m_next < count && !slice.isOver(); ++m_next) {
        quint64 &seen = lane.seen[size_t(m_next)];
        const quint64 version = search.versionOf(m_next);
        ask(m_next, m_models.slotAt(m_next), seen != version);
        seen = version;
    }
    m_took += slice.elapsed();
    if (m_next < count)
        m_nextTurn.start(0);
    else
        endLane();
}

void SearchCounter::ask(int slot, const RegisteredModel *model, bool isNew)
{
    std::optional<QByteArray> text;
    for (Entry &entry : m_entries) {
        if (entry.hasTexts() != m_lanes[m_lane].hasTexts || !(isNew || entry.isOld))
            continue;
        if (model && holds(entry, slot, *model, text))
            entry.found.set(quint32(slot));
        else
            entry.found.reset(quint32(slot));
    }
}

bool SearchCounter::holds(const Entry &entry, int slot, const RegisteredModel &model,
                          std::optional<QByteArray> &text) const
{
    if (!entry.hasTexts())
        return entry.matcher.holds(entry.query.root(), model, {});
    const ModelSearch &search = m_models.search();
    const bool isFound = !m_found.found.empty() && search.versionOf(slot) <= m_foundVersion;
    return entry.matcher.matches(model, [&](qsizetype number) {
        const QByteArray &needle = entry.query.textTerms()[number];
        if (isFound) {
            const auto place = std::ranges::lower_bound(m_found.needles, needle)
                               - m_found.needles.begin();
            return m_found.found[size_t(place)].test(search.numberOf(slot));
        }
        if (!text)
            text = searchText(model);
        return text->contains(needle);
    });
}

void SearchCounter::endLane()
{
    Lane &lane = m_lanes[m_lane];
    lane.counted = m_passVersion;
    m_next = -1;
    m_found = {};
    const int shownTogether = m_shownTogether;
    bool isOther = false;
    Bits together;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        if (entry.hasTexts() == lane.hasTexts) {
            entry.isOld = false;
            const int before = std::exchange(entry.shown, int(entry.found.count()));
            isOther = isOther || before != entry.shown;
        }
        if (qsizetype(i) < m_together)
            together |= entry.found;
    }
    if (std::ranges::none_of(m_entries, &Entry::isOld))
        m_shownTogether = int(together.count());
    isOther = isOther || m_shownTogether != shownTogether;
    ++m_lane;
    if (!beginLane()) {
        m_isAgain = false;
        if (std::ranges::any_of(m_lanes, [this](const Lane &one) { return isDue(one); }))
            countSoon();
    }
    if (isOther)
        emit changed();
}

} // namespace modelscribe

#include "moc_searchcounter.cpp"
