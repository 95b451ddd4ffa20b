// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querytime.h"

#include "core/ascii.h"
#include "model/registeredmodel.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostDigitsOfAge = 5;

std::optional<int> digitsAsNumber(QStringView text)
{
    const bool areDigits = !text.isEmpty()
                           && std::ranges::all_of(text, [](QChar c) { return isDigit(c); });
    return areDigits ? std::optional(text.toInt()) : std::nullopt;
}

std::optional<QueryMoment> ageFromText(QStringView text)
{
    if (text.size() < 2 || text.size() > mostDigitsOfAge + 1)
        return {};
    const QChar unit = text.last().toLower();
    const auto amount = digitsAsNumber(text.chopped(1));
    if (!amount || !u"hdwmy"_s.contains(unit))
        return {};
    return QueryMoment{.amount = *amount, .unit = unit};
}

//! 2026, 2026-11 or 2026-11-03.
std::optional<QueryMoment> daysFromText(QStringView text)
{
    const auto year = digitsAsNumber(text.left(4));
    const bool hasMonth = text.size() > 4;
    const bool hasDay = text.size() > 7;
    const auto month = hasMonth ? digitsAsNumber(text.mid(5, 2)) : 1;
    const auto day = hasDay ? digitsAsNumber(text.mid(8, 2)) : 1;
    const bool isShaped = (text.size() == 4 || text.size() == 7 || text.size() == 10)
                          && (!hasMonth || text[4] == u'-') && (!hasDay || text[7] == u'-');
    if (!isShaped || !year || !month || !day || *year < 1)
        return {};
    const QDate first(*year, *month, *day);
    if (!first.isValid())
        return {};
    const QDate last = hasDay     ? first.addDays(1)
                       : hasMonth ? first.addMonths(1)
                                  : first.addYears(1);
    return QueryMoment{.first = first, .last = last};
}

QDateTime momentBefore(const QDateTime &now, int amount, QChar unit)
{
    switch (unit.unicode()) {
    case u'h': return now.addSecs(-qint64(amount) * 3600);
    case u'd': return now.addDays(-amount);
    case u'w': return now.addDays(-qint64(amount) * 7);
    case u'm': return now.addMonths(-amount);
    default: return now.addYears(-amount);
    }
}

//! Days since 1970 of the Gregorian calendar.
qint64 dayNumber(int year, int month, int day)
{
    const int y = year - (month <= 2 ? 1 : 0);
    const int era = y / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

//! "2026-11-03T12:34:56Z", with or without ".789", is what services send and thousands are read of;
//! anything else is left to Qt.
std::optional<qint64> usualTimeInMs(QStringView text)
{
    constexpr QStringView shape = u"0000-00-00T00:00:00.000Z";
    constexpr qsizetype seconds = 19; // the size without fraction and Z
    if ((text.size() != shape.size() && text.size() != seconds + 1) || text.last() != u'Z')
        return {};
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (shape[i] == u'0' ? !isDigit(text[i]) : text[i] != shape[i])
            return {};
    }
    const auto number = [text](qsizetype at, qsizetype size) {
        int value = 0;
        for (qsizetype i = at; i < at + size; ++i)
            value = value * 10 + (text[i].unicode() - u'0');
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (year == 0 || !QDate::isValid(year, month, day) || hour > 23 || minute > 59 || second > 59)
        return {};
    const qint64 inSeconds = ((dayNumber(year, month, day) * 24 + hour) * 60 + minute) * 60
                             + second;
    return inSeconds * 1000 + (text.size() == shape.size() ? number(20, 3) : 0);
}

} // namespace

std::optional<QueryMoment> QueryMoment::fromText(QStringView text)
{
    const auto age = ageFromText(text);
    return age ? age : daysFromText(text);
}

QueryTimeSpan QueryMoment::span(const QDateTime &now) const
{
    QueryTimeSpan all;
    if (isAge()) {
        const QDateTime then = momentBefore(now, amount, unit);
        const qint64 instant = then.isValid() ? then.toMSecsSinceEpoch() : all.from;
        return {instant, instant};
    }
    const QTimeZone zone = now.timeZone();
    return {first.startOfDay(zone).toMSecsSinceEpoch(), last.startOfDay(zone).toMSecsSinceEpoch()};
}

std::optional<QueryTimes> QueryTimes::fromText(QueryOperator how, QStringView text)
{
    QueryTimes times;
    times.m_how = how;
    if (how != QueryOperator::Range) {
        times.m_first = QueryMoment::fromText(text);
        return times.m_first ? std::optional(times) : std::nullopt;
    }
    const QueryEnds ends = QueryEnds::of(text);
    times.m_first = QueryMoment::fromText(ends.first);
    times.m_last = QueryMoment::fromText(ends.last);
    const bool isRead = ends.areThere && (times.m_first || ends.first.isEmpty())
                        && (times.m_last || ends.last.isEmpty());
    return isRead ? std::optional(times) : std::nullopt;
}

bool QueryTimes::isBackwards() const
{
    return m_first && m_last && !m_first->isAge() && !m_last->isAge()
           && m_first->first >= m_last->last;
}

QueryTimeSpan QueryTimes::span(const QDateTime &now) const
{
    QueryTimeSpan result;
    const QueryTimeSpan first = m_first ? m_first->span(now) : result;
    if (m_how == QueryOperator::Range) {
        const QueryTimeSpan last = m_last ? m_last->span(now) : result;
        // "7d..30d" and "30d..7d" are the same ages.
        if (m_first && m_last && first.from > last.to)
            return {last.from, first.to};
        return {m_first ? first.from : result.from, m_last ? last.to : result.to};
    }
    const bool isAge = m_first->isAge();
    switch (m_how) {
    case QueryOperator::Less: (isAge ? result.from : result.to) = first.from; break;
    case QueryOperator::LessOrEqual: (isAge ? result.from : result.to) = first.to; break;
    case QueryOperator::Greater: (isAge ? result.to : result.from) = first.to; break;
    case QueryOperator::GreaterOrEqual: (isAge ? result.to : result.from) = first.from; break;
    default: return isAge ? QueryTimeSpan{first.from, result.to} : first;
    }
    return result;
}

std::optional<qint64> serviceTimeInMs(const QString &text)
{
    if (const auto usual = usualTimeInMs(text))
        return usual;
    const QDateTime time = parseServiceTime(text);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace modelscribe
