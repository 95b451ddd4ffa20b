// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryoperator.h"

#include <QDateTime>

#include <limits>
#include <optional>

namespace modelscribe {

//! From the first to before the last, in milliseconds since 1970.
struct QueryTimeSpan
{
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = std::numeric_limits<qint64>::max();

    bool contains(qint64 time) const { return time >= from && time < to; }
};

//! A time as it is asked for, not yet tied to a "now": an age (6h, 30d, 2w, 3m, 1y), or a year,
//! month or day (2026, 2026-11, 2026-11-03).
struct QueryMoment
{
    int amount = 0;
    QChar unit; //!< Null: no age but the days from \c first to before \c last.
    QDate first;
    QDate last;

    bool isAge() const { return !unit.isNull(); }
    static std::optional<QueryMoment> fromText(QStringView text);
    //! Days begin where \p now is at home.
    QueryTimeSpan span(const QDateTime &now) const;
};

//! The times a term asks for.
class QueryTimes
{
public:
    //! With Range: a..b, where one of both may be missing. "30d" is the last 30 days, "<30d" too:
    //! an age is less than 30 days.
    static std::optional<QueryTimes> fromText(QueryOperator how, QStringView text);

    QueryTimeSpan span(const QDateTime &now) const;
    //! It ends before it begins, whenever now is. Only said of days and of ages.
    bool isBackwards() const;

private:
    QueryOperator m_how = QueryOperator::None;
    std::optional<QueryMoment> m_first;
    std::optional<QueryMoment> m_last; //!< Of a Range.
};

//! When a time of the service was, in milliseconds since 1970; nullopt when it is none.
std::optional<qint64> serviceTimeInMs(const QString &text);

} // namespace modelscribe
