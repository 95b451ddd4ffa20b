// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

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

} // namespace

QString csvOfRows(const QList<QStringList> &rows, FormulaGuard guard)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(csvCell(cell, guard));
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text;
}

} // namespace modelscribe
