// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ordernumbers.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace modelscribe {

namespace {

// Differences of two numbers do not fit into 64 bits.
__extension__ using Wide = __int128;

constexpr Wide least = std::numeric_limits<qint64>::min();
constexpr Wide most = std::numeric_limits<qint64>::max();

//! The first of the rows at the end that have no number and need none.
qsizetype beginOfUnnumbered(const QList<NumberedRow> &rows)
{
    qsizetype begin = rows.size();
    while (begin > 0 && !rows[begin - 1].number
           && (begin == rows.size() || rows[begin - 1].tie < rows[begin].tie))
        --begin;
    return begin;
}

//! By how much the number of each row must be higher than the first one's, at least: a row may have
//! the number of the one before it if it comes second then.
std::vector<qsizetype> leastSteps(const QList<NumberedRow> &rows, qsizetype count)
{
    std::vector<qsizetype> steps(static_cast<size_t>(count), 0);
    for (qsizetype i = 1; i < count; ++i)
        steps[size_t(i)] = steps[size_t(i - 1)] + (rows[i].tie < rows[i - 1].tie);
    return steps;
}

//! The best chains that begin at a depth, for the best one within a range from the lowest: a binary
//! indexed tree of maxima.
class BestChains
{
public:
    struct Chain
    {
        qsizetype weight = 0;
        qsizetype place = 0; //!< The lower one is better of the same weight.
        qsizetype row = -1;

        bool isBetterThan(const Chain &other) const
        {
            return weight > other.weight || (weight == other.weight && place < other.place);
        }
    };

    explicit BestChains(size_t places)
        : m_best(places + 1)
    {
    }

    void add(const Chain &chain)
    {
        for (size_t at = size_t(chain.place) + 1; at < m_best.size(); at += at & -at) {
            if (chain.isBetterThan(m_best[at]))
                m_best[at] = chain;
        }
    }
    //! Of those up to \p place.
    Chain upTo(qsizetype place) const
    {
        Chain best;
        for (size_t at = size_t(place) + 1; at > 0; at -= at & -at) {
            if (m_best[at].isBetterThan(best))
                best = m_best[at];
        }
        return best;
    }

private:
    std::vector<Chain> m_best;
};

//! The rows that keep their numbers: the most of them with room for all between. That is the
//! longest part of the numbers, each less the steps up to it, that never falls. It is looked for
//! from the end and the highest taken first, so that numbers rather rise.
std::vector<qsizetype> keptRows(const QList<NumberedRow> &rows, const std::vector<qsizetype> &steps)
{
    const auto depthOf = [&](qsizetype row) {
        return Wide(steps[size_t(row)]) - Wide(*rows[row].number);
    };
    std::vector<qsizetype> able; // with room for the rows on both sides
    std::vector<Wide> depths;
    for (qsizetype row = 0; row < qsizetype(steps.size()); ++row) {
        if (!rows[row].number || -depthOf(row) < least || Wide(steps.back()) - depthOf(row) > most)
            continue;
        able.push_back(row);
        depths.push_back(depthOf(row));
    }
    std::ranges::sort(depths);
    depths.erase(std::unique(depths.begin(), depths.end()), depths.end());
    BestChains chains(depths.size());
    std::vector<qsizetype> behind(steps.size(), -1);
    const qsizetype one = qsizetype(able.size()) + 1; // more than all that were not moved count
    for (auto place = able.crbegin(); place != able.crend(); ++place) {
        const qsizetype row = *place;
        const qsizetype depth = std::ranges::lower_bound(depths, depthOf(row)) - depths.begin();
        const BestChains::Chain next = chains.upTo(depth);
        behind[size_t(row)] = next.row;
        chains.add({next.weight + one + !rows[row].isMoved, depth, row});
    }
    std::vector<qsizetype> kept;
    for (qsizetype row = chains.upTo(qsizetype(depths.size()) - 1).row; row >= 0;
         row = behind[size_t(row)])
        kept.push_back(row);
    return kept;
}

} // namespace

QList<std::optional<qint64>> orderNumbers(const QList<NumberedRow> &rows)
{
    QList<std::optional<qint64>> numbers(rows.size());
    const qsizetype count = beginOfUnnumbered(rows);
    const std::vector<qsizetype> steps = leastSteps(rows, count);
    const std::vector<qsizetype> kept = count > 0 ? keptRows(rows, steps)
                                                  : std::vector<qsizetype>();
    const auto set = [&](qsizetype row, Wide number) { numbers[row] = qint64(number); };
    if (kept.empty()) {
        for (qsizetype row = 0; row < count; ++row)
            set(row, row + 1);
        return numbers;
    }
    for (const qsizetype row : kept)
        numbers[row] = rows[row].number;
    // A step a row where there is room for it, else only where two would stand otherwise.
    const qsizetype first = kept.front();
    for (qsizetype row = first - 1; row >= 0; --row) {
        const Wide next = *numbers[row + 1];
        const Wide room = next - least - Wide(steps[size_t(row + 1)]);
        const bool isNeeded = steps[size_t(row)] < steps[size_t(row + 1)];
        set(row, next - Wide(isNeeded || room > row + 1));
    }
    for (size_t i = 1; i < kept.size(); ++i) {
        const qsizetype from = kept[i - 1];
        const qsizetype to = kept[i];
        const Wide low = *numbers[from];
        const Wide gap = Wide(*numbers[to]) - low;
        const Wide spare = gap - Wide(steps[size_t(to)] - steps[size_t(from)]);
        for (qsizetype row = from + 1; row < to; ++row) {
            const Wide part = Wide(row - from);
            set(row, gap >= Wide(to - from) ? low + gap * part / Wide(to - from)
                                            : low + Wide(steps[size_t(row)] - steps[size_t(from)])
                                                  + spare * part / Wide(to - from));
        }
    }
    for (qsizetype row = kept.back() + 1; row < count; ++row) {
        const Wide last = *numbers[row - 1];
        const Wide room = most - last - Wide(steps.back() - steps[size_t(row - 1)]);
        const bool isNeeded = steps[size_t(row - 1)] < steps[size_t(row)];
        set(row, last + Wide(isNeeded || room > count - row));
    }
    return numbers;
}

} // namespace modelscribe
