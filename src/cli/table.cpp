// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include "core/displaywidth.h"
#include "core/visibletext.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int gap = 2;
constexpr int leastCut = 6;
constexpr qsizetype mostShown = 10'000; // of one cell on a terminal

QStringList visibleCells(const QStringList &row, qsizetype most)
{
    QStringList cells;
    for (const QString &cell : row)
        cells.append(visibleText(cell, most));
    return cells;
}

//! The largest width that columns may have so that those of \p natural take \p room in all.
int capFor(QList<int> natural, int room)
{
    std::ranges::sort(natural);
    for (qsizetype i = 0; i < natural.size(); ++i) {
        const int share = std::max(0, room) / int(natural.size() - i);
        if (natural[i] > share)
            return std::max(share, leastCut);
        room -= natural[i];
    }
    return std::numeric_limits<int>::max();
}

//! How wide columns are in lines of \p width: \p natural when that fits. Else titles give way
//! before cells do, and the widest cells before others; what is left over goes to those that are
//! cut.
QList<int> fitted(const QList<int> &natural, const QList<int> &cells, const QList<qsizetype> &whole,
                  int width)
{
    int room = width - gap * (int(natural.size()) - 1);
    if (std::accumulate(natural.begin(), natural.end(), 0) <= room)
        return natural;
    QList<int> wanted = natural;
    QList<int> others;
    for (qsizetype i = 0; i < natural.size(); ++i) {
        if (whole.contains(i)) {
            room -= natural[i];
        } else {
            wanted[i] = std::max(cells[i], std::min(natural[i], leastCut));
            others.append(wanted[i]);
        }
    }
    const int cap = capFor(others, room);
    QList<int> widths = wanted;
    for (qsizetype i = 0; i < natural.size(); ++i) {
        if (whole.contains(i))
            continue;
        widths[i] = std::min(wanted[i], cap);
        room -= widths[i];
    }
    const auto widen = [&](const QList<int> &to, int most) {
        for (qsizetype i = 0; i < natural.size(); ++i) {
            const int more = std::clamp(std::min(room, most), 0, to[i] - widths[i]);
            widths[i] += more;
            room -= more;
        }
    };
    widen(wanted, 1); // what the division left
    widen(natural, room);
    return widths;
}

} // namespace

QString tableText(const Table &table, std::optional<int> width)
{
    const qsizetype most = width ? mostShown : std::numeric_limits<qsizetype>::max();
    QList<QStringList> rows{table.header};
    for (const QStringList &row : table.rows)
        rows.append(visibleCells(row, most));
    QList<int> cells(table.header.size(), 0);
    for (const QStringList &row : rows.sliced(1)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            cells[i] = std::max(cells[i], displayWidth(row[i]));
    }
    QList<int> widths = cells;
    for (qsizetype i = 0; i < widths.size(); ++i)
        widths[i] = std::max(widths[i], displayWidth(table.header[i]));
    if (width)
        widths = fitted(widths, cells, table.whole, *width);
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString cell = cutToWidth(row[i], widths[i]);
            line += cell + QString(widths[i] - displayWidth(cell) + gap, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString csvText(const Table &table, FormulaGuard guard)
{
    return csvOfRows(QList<QStringList>{table.header} + table.rows, guard);
}

} // namespace modelscribe
