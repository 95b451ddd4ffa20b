// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linediff.h"

#include <QHash>

#include <algorithm>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Cells of one table of the longest common subsequence, and of all tables of one comparison; above
//! it would take too long.
constexpr qsizetype maxCells = 4'000'000;
constexpr qsizetype maxAllCells = 200'000'000;
constexpr int maxDepth = 24;

//! Lines as numbers: the same line, the same number.
using Ids = std::span<const int>;

//! Length of the longest common subsequence of the tails from (i, j) on, row by row.
std::vector<int> commonTails(Ids a, Ids b)
{
    const auto width = b.size() + 1;
    std::vector<int> table((a.size() + 1) * width, 0);
    for (size_t i = a.size(); i-- > 0;) {
        for (size_t j = b.size(); j-- > 0;) {
            const size_t at = i * width + j;
            table[at] = a[i] == b[j] ? table[at + width + 1] + 1
                                     : std::max(table[at + width], table[at + 1]);
        }
    }
    return table;
}

class Comparison
{
public:
    explicit Comparison(int idCount)
        : m_inA(size_t(idCount))
        , m_inB(size_t(idCount))
    {
    }

    void collect(Ids a, Ids b, size_t fromA, size_t fromB, int depth);
    QList<LineHunk> hunks;

private:
    //! Where a line stands in one of the texts, and how often.
    struct Place
    {
        int count = 0;
        size_t at = 0;
    };

    void collectByTable(Ids a, Ids b, size_t fromA, size_t fromB);
    std::vector<std::pair<size_t, size_t>> anchors(Ids a, Ids b);
    void add(size_t beforeBegin, size_t beforeCount, size_t afterBegin, size_t afterCount)
    {
        hunks.append({qsizetype(beforeBegin), qsizetype(beforeCount), qsizetype(afterBegin),
                      qsizetype(afterCount)});
    }

    std::vector<Place> m_inA;
    std::vector<Place> m_inB;
    qsizetype m_cells = 0;
};

void Comparison::collectByTable(Ids a, Ids b, size_t fromA, size_t fromB)
{
    const auto table = commonTails(a, b);
    const auto width = b.size() + 1;
    size_t i = 0;
    size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const size_t startI = i;
        const size_t startJ = j;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a[i] == b[j])
                break;
            const bool down = j >= b.size()
                              || (i < a.size()
                                  && table[(i + 1) * width + j] >= table[i * width + j + 1]);
            ++(down ? i : j);
        }
        if (i > startI || j > startJ)
            add(fromA + startI, i - startI, fromB + startJ, j - startJ);
        while (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
        }
    }
}

//! The longest row of pairs of lines that each text has once, in the order of both.
std::vector<std::pair<size_t, size_t>> Comparison::anchors(Ids a, Ids b)
{
    for (size_t i = 0; i < a.size(); ++i)
        m_inA[size_t(a[i])] = {m_inA[size_t(a[i])].count + 1, i};
    for (size_t j = 0; j < b.size(); ++j)
        m_inB[size_t(b[j])] = {m_inB[size_t(b[j])].count + 1, j};
    std::vector<std::pair<size_t, size_t>> pairs;
    for (size_t i = 0; i < a.size(); ++i) {
        if (m_inA[size_t(a[i])].count == 1 && m_inB[size_t(a[i])].count == 1)
            pairs.emplace_back(i, m_inB[size_t(a[i])].at);
    }
    for (const int id : a)
        m_inA[size_t(id)] = {};
    for (const int id : b)
        m_inB[size_t(id)] = {};

    std::vector<size_t> ends; // of the best row of each length: its last pair
    std::vector<size_t> previous(pairs.size());
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto place = std::ranges::lower_bound(ends, pairs[i].second, {},
                                                    [&](size_t at) { return pairs[at].second; });
        previous[i] = place == ends.begin() ? i : *(place - 1);
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<std::pair<size_t, size_t>> row(ends.size());
    for (size_t n = ends.size(), at = ends.empty() ? 0 : ends.back(); n-- > 0; at = previous[at])
        row[n] = pairs[at];
    return row;
}

void Comparison::collect(Ids a, Ids b, size_t fromA, size_t fromB, int depth)
{
    const auto [first, second] = std::ranges::mismatch(a, b);
    const auto head = size_t(first - a.begin());
    size_t tail = 0;
    const size_t most = std::min(a.size(), b.size()) - head;
    while (tail < most && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    a = a.subspan(head, a.size() - head - tail);
    b = b.subspan(head, b.size() - head - tail);
    fromA += head;
    fromB += head;
    if (a.empty() && b.empty())
        return;
    const qsizetype cells = qsizetype((a.size() + 1) * (b.size() + 1));
    if (a.empty() || b.empty()) {
        add(fromA, a.size(), fromB, b.size());
    } else if (cells <= maxCells && m_cells + cells <= maxAllCells) {
        m_cells += cells;
        collectByTable(a, b, fromA, fromB);
    } else {
        const auto row = depth < maxDepth ? anchors(a, b) : decltype(anchors(a, b)){};
        if (row.empty()) {
            add(fromA, a.size(), fromB, b.size());
            return;
        }
        size_t i = 0;
        size_t j = 0;
        for (const auto &[atA, atB] : row) {
            collect(a.subspan(i, atA - i), b.subspan(j, atB - j), fromA + i, fromB + j, depth + 1);
            i = atA + 1;
            j = atB + 1;
        }
        collect(a.subspan(i), b.subspan(j), fromA + i, fromB + j, depth + 1);
    }
}

template<typename Line>
QList<LineHunk> compare(const QList<Line> &before, const QList<Line> &after)
{
    QHash<Line, int> ids;
    const auto numbered = [&ids](const QList<Line> &lines) {
        std::vector<int> result;
        result.reserve(size_t(lines.size()));
        for (const Line &line : lines) {
            const auto known = ids.constFind(line);
            result.push_back(known == ids.cend() ? *ids.insert(line, int(ids.size())) : *known);
        }
        return result;
    };
    const auto a = numbered(before);
    const auto b = numbered(after);
    Comparison comparison(int(ids.size()));
    comparison.collect(a, b, 0, 0, 0);
    return comparison.hunks;
}

} // namespace

QList<LineHunk> diffLines(const QStringList &before, const QStringList &after)
{
    return compare(before, after);
}

QList<LineHunk> diffLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after)
{
    return compare(before, after);
}

QStringList linesOf(const QString &text)
{
    QString unified = text;
    unified.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return unified.isEmpty() ? QStringList() : unified.split(u'\n');
}

QList<QByteArrayView> byteLinesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    if (text.isEmpty())
        return lines;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' && text[i] != '\r')
            continue;
        lines.append(text.sliced(begin, i - begin));
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            ++i;
        begin = i + 1;
    }
    lines.append(text.sliced(begin));
    return lines;
}

} // namespace modelscribe
