// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/linediff.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Cells of the table of the longest common subsequence; above it would take too long.
constexpr qsizetype maxCells = 4'000'000;

//! Length of the longest common subsequence of the tails from (i, j) on, row by row.
std::vector<int> commonTails(const QStringList &a, const QStringList &b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<int> table((size_t(a.size()) + 1) * width, 0);
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j) {
            const size_t at = size_t(i) * width + size_t(j);
            table[at] = a[i] == b[j] ? table[at + width + 1] + 1
                                     : std::max(table[at + width], table[at + 1]);
        }
    }
    return table;
}

void collect(const QStringList &a, const QStringList &b, qsizetype offset, QList<LineHunk> &hunks)
{
    if (a.isEmpty() && b.isEmpty())
        return;
    if ((a.size() + 1) * (b.size() + 1) > maxCells) {
        hunks.append({offset, a.size(), offset, b.size()});
        return;
    }
    const auto table = commonTails(a, b);
    const auto width = size_t(b.size()) + 1;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        const qsizetype fromI = i;
        const qsizetype fromJ = j;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a[i] == b[j])
                break;
            const bool down = j >= b.size()
                              || (i < a.size()
                                  && table[size_t(i + 1) * width + size_t(j)]
                                         >= table[size_t(i) * width + size_t(j) + 1]);
            ++(down ? i : j);
        }
        if (i > fromI || j > fromJ)
            hunks.append({offset + fromI, i - fromI, offset + fromJ, j - fromJ});
        while (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
        }
    }
}

} // namespace

QList<LineHunk> diffLines(const QStringList &before, const QStringList &after)
{
    const auto [first, second] = std::ranges::mismatch(before, after);
    const qsizetype head = first - before.begin();
    qsizetype tail = 0;
    const qsizetype most = std::min(before.size(), after.size()) - head;
    while (tail < most && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QList<LineHunk> hunks;
    collect(before.mid(head, before.size() - head - tail),
            after.mid(head, after.size() - head - tail), head, hunks);
    return hunks;
}

QStringList linesOf(const QString &text)
{
    QString unified = text;
    unified.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return unified.isEmpty() ? QStringList() : unified.split(u'\n');
}

} // namespace modelscribe
