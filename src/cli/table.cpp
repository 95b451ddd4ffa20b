// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include "core/displaywidth.h"
#include "core/visibletext.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int gap = 2;
constexpr int leastCut = 6;
constexpr qsizetype mostShown = 10'000; // of one cell on a terminal

bool looksLikeFormula(const QString &cell)
{
    static const QString dangerous = u"=+-@\t\r\n'＝＋－＠"_s;
    static const QRegularExpression number(uR"(\A-?\d+(\.\d+)?([eE][+-]?\d+)?\z)"_s);
    return !cell.isEmpty() && dangerous.contains(cell.front()) && !number.match(cell).hasMatch();
}

QString csvCell(QString cell, FormulaGuard guard)
{
    if (guard == FormulaGuard::On && looksLikeFormula(cell))
        cell.prepend(u'\'');
    const bool plain = std::ranges::none_of(
        cell, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return plain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

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

//! \p widths made to fit lines of \p width.
QList<int> fitted(QList<int> widths, const QList<qsizetype> &whole, int width)
{
    int room = width - gap * (int(widths.size()) - 1);
    QList<int> others;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (whole.contains(i))
            room -= widths[i];
        else
            others.append(widths[i]);
    }
    const int cap = capFor(others, room);
    for (const int natural : others)
        room -= std::min(natural, cap);
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (whole.contains(i) || widths[i] <= cap)
            continue;
        widths[i] = cap + (room-- > 0 ? 1 : 0); // what the division left
    }
    return widths;
}

} // namespace

QString tableText(const Table &table, std::optional<int> width)
{
    const qsizetype most = width ? mostShown : std::numeric_limits<qsizetype>::max();
    QList<QStringList> rows{table.header};
    for (const QStringList &row : table.rows)
        rows.append(visibleCells(row, most));
    QList<int> widths(table.header.size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    if (width)
        widths = fitted(widths, table.whole, *width);
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
    QString text;
    const auto add = [&](const QStringList &row) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(csvCell(cell, guard));
        text += cells.join(u',') + u"\r\n"_s;
    };
    add(table.header);
    for (const QStringList &row : table.rows)
        add(row);
    return text;
}

} // namespace modelscribe
