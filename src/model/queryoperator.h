// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! What stands between colon and value.
enum class QueryOperator { None, Equal, Less, LessOrEqual, Greater, GreaterOrEqual, Range };

//! What the text begins with, and how long that is.
struct QueryOperatorText
{
    QueryOperator how = QueryOperator::None;
    qsizetype length = 0;

    static QueryOperatorText at(QStringView text)
    {
        const auto is = [&](qsizetype i, QChar ascii, QChar wide) {
            return i < text.size() && (text[i] == ascii || text[i] == wide);
        };
        const bool withEqual = is(1, u'=', u'＝');
        const qsizetype length = withEqual ? 2 : 1;
        if (is(0, u'=', u'＝'))
            return {QueryOperator::Equal, 1};
        if (is(0, u'<', u'＜'))
            return {withEqual ? QueryOperator::LessOrEqual : QueryOperator::Less, length};
        if (is(0, u'>', u'＞'))
            return {withEqual ? QueryOperator::GreaterOrEqual : QueryOperator::Greater, length};
        return {};
    }
};

inline QString queryOperatorSign(QueryOperator how)
{
    switch (how) {
    case QueryOperator::Equal: return QStringLiteral("=");
    case QueryOperator::Less: return QStringLiteral("<");
    case QueryOperator::LessOrEqual: return QStringLiteral("<=");
    case QueryOperator::Greater: return QStringLiteral(">");
    case QueryOperator::GreaterOrEqual: return QStringLiteral(">=");
    case QueryOperator::None:
    case QueryOperator::Range: break;
    }
    return {};
}

//! "a..b" as its two ends; false when it is no such text.
struct QueryEnds
{
    QStringView first;
    QStringView last;
    bool areThere = false;

    static QueryEnds of(QStringView text)
    {
        const qsizetype dots = text.indexOf(QStringView(u".."));
        const bool areThere = dots >= 0 && text.size() > 2;
        if (!areThere)
            return {};
        return {text.left(dots), text.mid(dots + 2), true};
    }
};

} // namespace modelscribe
