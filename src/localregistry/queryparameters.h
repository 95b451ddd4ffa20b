// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariantList>

#include <span>
#include <utility>

namespace modelscribe {

inline constexpr int maxPageSize = 100;

//! The query of a request, read parameter by parameter. Unknown ones are ignored.
class QueryParameters
{
public:
    explicit QueryParameters(QList<std::pair<QByteArray, QByteArray>> query)
        : m_query(std::move(query))
    {
    }

    //! Empty when absent.
    QString text(QByteArrayView name) const;
    //! \p byDefault when absent or empty.
    Result<qint64> integer(QByteArrayView name, qint64 byDefault, qint64 max) const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_query;
};

struct SortColumn
{
    QLatin1StringView key;
    QLatin1StringView column;
};

//! " ORDER BY … LIMIT … OFFSET …" for SortBy (the first of \p columns by default), Order,
//! PageNumber and PageSize; \p tieBreak orders what is equal.
Result<QString> pageClause(const QueryParameters &parameters, std::span<const SortColumn> columns,
                           const QString &tieBreak, int defaultPageSize);

//! Conditions that must all hold, with the values they bind.
class Filter
{
public:
    void add(const QString &condition, const QVariantList &values);
    //! \p column holds exactly the parameter, unless that is empty.
    void addEqual(const QString &column, const QString &value);
    //! Empty, or " WHERE …".
    QString clause() const;
    const QVariantList &values() const { return m_values; }

private:
    QStringList m_conditions;
    QVariantList m_values;
};

//! A LIKE pattern (with ESCAPE '\') for everything that holds \p text.
QString containsPattern(const QString &text);

} // namespace modelscribe
