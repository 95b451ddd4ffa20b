// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/columnwidths.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace modelscribe {

namespace {

void fillCutColumns(const QList<ColumnNeed> &needs, const QHash<QString, int> &fixed,
                    QList<int> &widths, int &left)
{
    std::vector<qsizetype> cut;
    for (qsizetype i = 0; i < needs.size(); ++i) {
        if (!fixed.contains(needs[i].id) && needs[i].content > widths[i])
            cut.push_back(i);
    }
    std::ranges::stable_sort(cut, {}, [&](qsizetype i) { return needs[i].content - widths[i]; });
    for (const qsizetype i : cut) {
        const int more = std::min(needs[i].content - widths[i], std::max(0, left));
        widths[i] += more;
        left -= more;
    }
}

} // namespace

QList<int> columnWidths(const QList<ColumnNeed> &needs, const QHash<QString, int> &fixed, int room)
{
    QList<int> widths;
    for (const ColumnNeed &need : needs) {
        const int fit = std::max(need.header, std::min(need.content, need.usual));
        widths.append(fixed.value(need.id, fit));
    }
    int left = room - std::accumulate(widths.cbegin(), widths.cend(), 0);
    fillCutColumns(needs, fixed, widths, left);
    int shares = 0;
    for (const ColumnNeed &need : needs)
        shares += fixed.contains(need.id) ? 0 : need.share;
    for (qsizetype i = 0; i < needs.size() && left > 0 && shares > 0; ++i) {
        if (fixed.contains(needs[i].id) || needs[i].share == 0)
            continue;
        const int part = left * needs[i].share / shares;
        widths[i] += part;
        left -= part;
        shares -= needs[i].share;
    }
    return widths;
}

} // namespace modelscribe
