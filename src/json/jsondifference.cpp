// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsondifference.h"

#include "core/jsonmembers.h"
#include "json/jsonmeaning.h"

#include <algorithm>

namespace modelscribe {

namespace {

using DifferenceKind = JsonDifference::Kind;

constexpr quint32 none = ~quint32(0);
//! Cells of all tables for longest common runs together; longer arrays are compared index by index.
constexpr qsizetype maxCells = 16 * 1024 * 1024;

class Comparer
{
public:
    Comparer(const JsonTree &before, const JsonTree &after, qsizetype limit)
        : m_before(before)
        , m_after(after)
        , m_limit(limit)
    {
        JsonMeanings meanings;
        m_numbersBefore = meanings.add(before);
        m_numbersAfter = meanings.add(after);
    }

    QList<JsonDifference> run();

private:
    //! Two values to compare, or one that the other text does not have (none).
    struct Task
    {
        JsonNodeId before = none;
        JsonNodeId after = none;
        quint32 place = 0;
    };
    //! Where a task's values stand, in both texts.
    struct Place
    {
        quint32 parent = 0;
        JsonStep before;
        JsonStep after;
    };
    struct Child
    {
        JsonNodeId node;
        JsonStep step;
        QByteArray key; //!< Comparable, with the occurrence.
    };

    bool same(JsonNodeId before, JsonNodeId after) const
    {
        return m_numbersBefore.meaning[before] == m_numbersAfter.meaning[after];
    }
    static std::vector<Child> children(const JsonTree &tree, JsonNodeId node);
    void compare(const Task &task);
    void compareObjects(const Task &task);
    void compareArrays(const Task &task);
    std::vector<std::pair<qsizetype, qsizetype>> commonRun(const std::vector<Child> &before,
                                                           const std::vector<Child> &after);
    void plan(const Task &parent, const Child *before, const Child *after);
    void planGap(const Task &parent, const std::vector<Child> &before, qsizetype &b, qsizetype endB,
                 const std::vector<Child> &after, qsizetype &a, qsizetype endA);
    void pushPlanned();
    void report(DifferenceKind kind, const Task &task);
    JsonPath path(quint32 place, bool after) const;

    const JsonTree &m_before;
    const JsonTree &m_after;
    qsizetype m_limit;
    JsonMeanings::Numbers m_numbersBefore;
    JsonMeanings::Numbers m_numbersAfter;
    std::vector<Place> m_places{Place{}};
    std::vector<Task> m_tasks;   //!< The next one last.
    std::vector<Task> m_planned; //!< The next one first.
    QList<JsonDifference> m_result;
    qsizetype m_cells = 0;
};

QList<JsonDifference> Comparer::run()
{
    m_tasks.push_back({0, 0, 0});
    while (!m_tasks.empty() && m_result.size() < m_limit) {
        const Task task = m_tasks.back();
        m_tasks.pop_back();
        if (task.before == none)
            report(DifferenceKind::Added, task);
        else if (task.after == none)
            report(DifferenceKind::Removed, task);
        else
            compare(task);
    }
    if (m_result.size() > m_limit)
        m_result.resize(m_limit);
    return m_result;
}

void Comparer::compare(const Task &task)
{
    if (m_before.hasKey(task.before) && m_after.hasKey(task.after)
        && m_before.rawKey(task.before) != m_after.rawKey(task.after)) {
        m_result.append({DifferenceKind::Spelling, path(task.place, true),
                         m_before.rawKey(task.before).toByteArray(),
                         m_after.rawKey(task.after).toByteArray()});
    }
    if (m_numbersBefore.spelling[task.before] == m_numbersAfter.spelling[task.after])
        return;
    if (m_before.kind(task.before) != m_after.kind(task.after))
        report(DifferenceKind::Changed, task);
    else if (m_before.kind(task.before) == JsonKind::Object)
        compareObjects(task);
    else if (m_before.kind(task.before) == JsonKind::Array)
        compareArrays(task);
    else
        report(same(task.before, task.after) ? DifferenceKind::Spelling : DifferenceKind::Changed,
               task);
}

std::vector<Comparer::Child> Comparer::children(const JsonTree &tree, JsonNodeId node)
{
    std::vector<Child> result;
    result.reserve(tree.childCount(node));
    QHash<QByteArray, int> seen;
    for (JsonNodeId child = node + 1; child < tree.after(node); child = tree.after(child)) {
        Child entry{.node = child, .step = {}, .key = {}};
        if (tree.hasKey(child)) {
            entry.key = comparableJsonKey(tree.rawKey(child));
            entry.step.key = tree.key(child);
            entry.step.occurrence = seen[entry.key]++;
            entry.key += '\0' + QByteArray::number(entry.step.occurrence);
        } else {
            entry.step.index = qsizetype(result.size());
        }
        result.push_back(std::move(entry));
    }
    return result;
}

void Comparer::plan(const Task &parent, const Child *before, const Child *after)
{
    if (before != nullptr && after != nullptr && before->step == after->step
        && m_numbersBefore.spelling[before->node] == m_numbersAfter.spelling[after->node]
        && m_before.rawKey(before->node) == m_after.rawKey(after->node))
        return;
    m_places.push_back({parent.place, before != nullptr ? before->step : JsonStep{},
                        after != nullptr ? after->step : JsonStep{}});
    m_planned.push_back({before != nullptr ? before->node : none,
                         after != nullptr ? after->node : none, quint32(m_places.size() - 1)});
}

void Comparer::pushPlanned()
{
    m_tasks.insert(m_tasks.end(), m_planned.rbegin(), m_planned.rend());
    m_planned.clear();
}

void Comparer::compareObjects(const Task &task)
{
    const std::vector<Child> before = children(m_before, task.before);
    const std::vector<Child> after = children(m_after, task.after);
    QHash<QByteArrayView, qsizetype> places;
    for (qsizetype i = 0; i < qsizetype(before.size()); ++i)
        places.insert(before[std::size_t(i)].key, i);
    std::vector<qsizetype> partner(after.size(), -1);
    std::vector<bool> kept(before.size());
    qsizetype last = -1;
    bool ordered = true;
    for (std::size_t i = 0; i < after.size(); ++i) {
        partner[i] = places.value(after[i].key, -1);
        if (partner[i] < 0)
            continue;
        kept[std::size_t(partner[i])] = true;
        ordered = ordered && partner[i] > last;
        last = partner[i];
    }
    if (!ordered)
        m_result.append({DifferenceKind::Order, path(task.place, true), {}, {}});
    // What was removed is told behind the member that it stood behind.
    const auto planRemoved = [&](std::size_t from) {
        for (; from < before.size() && !kept[from]; ++from)
            plan(task, &before[from], nullptr);
    };
    planRemoved(0);
    for (std::size_t i = 0; i < after.size(); ++i) {
        const bool known = partner[i] >= 0;
        plan(task, known ? &before[std::size_t(partner[i])] : nullptr, &after[i]);
        if (known)
            planRemoved(std::size_t(partner[i]) + 1);
    }
    pushPlanned();
}

//! Pairs of equal elements, both indices rising.
std::vector<std::pair<qsizetype, qsizetype>> Comparer::commonRun(const std::vector<Child> &before,
                                                                 const std::vector<Child> &after)
{
    const auto equal = [&](qsizetype b, qsizetype a) {
        return same(before[std::size_t(b)].node, after[std::size_t(a)].node);
    };
    std::vector<std::pair<qsizetype, qsizetype>> pairs;
    qsizetype begin = 0;
    auto endB = qsizetype(before.size());
    auto endA = qsizetype(after.size());
    for (; begin < std::min(endB, endA) && equal(begin, begin); ++begin)
        pairs.emplace_back(begin, begin);
    qsizetype behind = 0;
    for (; std::min(endB, endA) > begin && equal(endB - 1, endA - 1); ++behind) {
        --endB;
        --endA;
    }
    const qsizetype rows = endB - begin;
    const qsizetype columns = endA - begin;
    if (rows > 0 && columns > 0 && (rows + 1) <= (maxCells - m_cells) / (columns + 1)) {
        const qsizetype width = columns + 1;
        m_cells += (rows + 1) * width;
        std::vector<quint32> longest(std::size_t((rows + 1) * width));
        const auto at = [&](qsizetype row, qsizetype column) -> quint32 & {
            return longest[std::size_t(row * width + column)];
        };
        for (qsizetype row = rows - 1; row >= 0; --row) {
            for (qsizetype column = columns - 1; column >= 0; --column)
                at(row, column) = equal(begin + row, begin + column)
                                      ? at(row + 1, column + 1) + 1
                                      : std::max(at(row + 1, column), at(row, column + 1));
        }
        for (qsizetype row = 0, column = 0; row < rows && column < columns;) {
            if (equal(begin + row, begin + column))
                pairs.emplace_back(begin + row++, begin + column++);
            else if (at(row + 1, column) >= at(row, column + 1))
                ++row;
            else
                ++column;
        }
    }
    for (qsizetype i = 0; i < behind; ++i)
        pairs.emplace_back(endB + i, endA + i);
    return pairs;
}

void Comparer::planGap(const Task &parent, const std::vector<Child> &before, qsizetype &b,
                       qsizetype endB, const std::vector<Child> &after, qsizetype &a,
                       qsizetype endA)
{
    while (b < endB && a < endA)
        plan(parent, &before[std::size_t(b++)], &after[std::size_t(a++)]);
    while (b < endB)
        plan(parent, &before[std::size_t(b++)], nullptr);
    while (a < endA)
        plan(parent, nullptr, &after[std::size_t(a++)]);
}

void Comparer::compareArrays(const Task &task)
{
    const std::vector<Child> before = children(m_before, task.before);
    const std::vector<Child> after = children(m_after, task.after);
    qsizetype b = 0;
    qsizetype a = 0;
    for (const auto &[pairB, pairA] : commonRun(before, after)) {
        planGap(task, before, b, pairB, after, a, pairA);
        plan(task, &before[std::size_t(b++)], &after[std::size_t(a++)]);
    }
    planGap(task, before, b, qsizetype(before.size()), after, a, qsizetype(after.size()));
    pushPlanned();
}

JsonPath Comparer::path(quint32 place, bool after) const
{
    JsonPath result;
    for (; place != 0; place = m_places[place].parent)
        result.append(after ? m_places[place].after : m_places[place].before);
    std::ranges::reverse(result);
    return result;
}

void Comparer::report(DifferenceKind kind, const Task &task)
{
    const bool hasAfter = task.after != none;
    m_result.append(
        {kind, path(task.place, hasAfter),
         task.before != none ? m_before.rawValue(task.before).toByteArray() : QByteArray(),
         hasAfter ? m_after.rawValue(task.after).toByteArray() : QByteArray()});
}

} // namespace

QList<JsonDifference> jsonDifferences(const JsonTree &before, const JsonTree &after,
                                      qsizetype limit)
{
    if (!before.isValid() || !after.isValid())
        return {};
    return Comparer(before, after, limit).run();
}

bool sameJson(QByteArrayView a, QByteArrayView b)
{
    const JsonTree first = JsonTree::parse(a.toByteArray());
    const JsonTree second = JsonTree::parse(b.toByteArray());
    if (!first.isValid() || !second.isValid())
        return false;
    JsonMeanings meanings;
    return meanings.add(first).meaning.front() == meanings.add(second).meaning.front();
}

} // namespace modelscribe
