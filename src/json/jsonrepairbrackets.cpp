// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairbrackets.h"

#include "core/ascii.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr qsizetype mostMissing = 8;

//! What comes behind some closing brackets.
enum class Follows { Anything, Key, Element, Value, Nothing };

//! How many brackets must be added, taken away or be others, when \p run was written for \p wanted.
qsizetype costOf(QByteArrayView wanted, QByteArrayView run)
{
    qsizetype missing = 0;
    qsizetype extra = 0;
    for (const char kind : {'}', ']', ')'}) {
        const auto difference = std::ranges::count(wanted, kind, textCloser)
                                - std::ranges::count(run, kind);
        missing += std::max<qsizetype>(difference, 0);
        extra += std::max<qsizetype>(-difference, 0);
    }
    return std::max(missing, extra);
}

//! How many of the brackets \p later do not close what is open, the innermost last.
qsizetype misfitOf(QByteArrayView open, QByteArrayView later)
{
    qsizetype misfits = std::max<qsizetype>(later.size() - open.size(), 0);
    for (qsizetype i = 0; i < std::min(later.size(), open.size()); ++i)
        misfits += textCloser(open[open.size() - 1 - i]) != later[i] ? 1 : 0;
    return misfits;
}

Follows whatFollows(const JsonRepairCursor &cursor, qsizetype at)
{
    const QByteArrayView text = cursor.text;
    if (at >= text.size() || cursor.fenceAt(at) || cursor.at(at) == ';')
        return Follows::Nothing;
    const auto beginsValue = [&](qsizetype i) {
        const char c = cursor.markAt(i);
        return c == '{' || c == '[' || c == '-' || isDigit(c) || cursor.quoteAt(i).has_value()
               || !cursor.literalAt(i).isEmpty();
    };
    if (const int comma = cursor.commaAt(at)) {
        const qsizetype next = cursor.afterSpace(at + comma);
        if (next >= text.size())
            return Follows::Nothing;
        if (cursor.keyAt(next))
            return Follows::Key;
        return beginsValue(next) ? Follows::Element : Follows::Anything;
    }
    if (cursor.quotedKeyAt(at))
        return Follows::Key;
    return beginsValue(at) ? Follows::Value : Follows::Anything;
}

//! \p later: the brackets behind \p run that close what is open now.
qsizetype bestLevels(const JsonRepairCursor &cursor, bool isOuterVirtual, QByteArrayView run,
                     Follows follows, QByteArrayView later)
{
    const QByteArray &closers = cursor.closers;
    const qsizetype most = std::min(closers.size(), run.size() + mostMissing);
    qsizetype best = -1;
    qsizetype lowest = 0;
    for (qsizetype levels = 0; levels <= most; ++levels) {
        const qsizetype left = closers.size() - levels;
        const char outer = left > 0 ? closers[left - 1] : '\0';
        const bool isTopNow = left == 0 || (isOuterVirtual && left == 1);
        const bool isList = left > 0 && outer != '}';
        const bool fits = follows == Follows::Anything || (follows == Follows::Key && outer == '}')
                          || (follows == Follows::Element && isList)
                          || (follows == Follows::Value && (isList || left == 0))
                          || (follows == Follows::Nothing && isTopNow);
        const qsizetype cost = costOf(QByteArrayView(closers).last(levels), run)
                               + misfitOf(QByteArrayView(closers).first(left), later);
        if (fits && (best < 0 || cost <= lowest)) {
            best = levels;
            lowest = cost;
        }
    }
    return best >= 0 ? best : bestLevels(cursor, isOuterVirtual, run, Follows::Anything, later);
}

} // namespace

qsizetype levelsToClose(JsonRepairCursor &cursor, bool isOuterVirtual, QByteArrayView run,
                        qsizetype behind)
{
    const Follows follows = whatFollows(cursor, behind);
    return bestLevels(cursor, isOuterVirtual, run, follows, cursor.lookahead.closersAhead(behind));
}

bool isSet(JsonRepairCursor &cursor, qsizetype inner)
{
    const qsizetype first = cursor.afterSpace(inner);
    if (cursor.keyAt(first) || cursor.closerAt(first) || cursor.commaAt(first) > 0)
        return false;
    const bool quoted = cursor.quoteAt(first).has_value();
    const qsizetype after = quoted ? cursor.afterSimpleString(first) : first;
    const qsizetype next = cursor.afterSpace(after);
    if (quoted && (after == first || (cursor.commaAt(next) == 0 && !cursor.closerAt(next))))
        return false;
    const RepairAhead end = cursor.lookahead.containerEnd(first);
    if (end.colon || (end.closer != '}' && end.at < cursor.text.size()))
        return false;
    const bool isOneValue = end.closer == '}' && (quoted || cursor.afterDigits(first) == end.at);
    return end.commas > 0 || isOneValue;
}

bool elementIsBareKey(JsonRepairCursor &cursor)
{
    const qsizetype outer = cursor.closers.size() - 2;
    return outer >= 0 && cursor.closers[outer] == '}' && !isDigit(cursor.at(cursor.pos))
           && cursor.bareKeyAt(cursor.pos)
           && cursor.lookahead.containerEnd(cursor.pos).closer == '}';
}

} // namespace modelscribe
