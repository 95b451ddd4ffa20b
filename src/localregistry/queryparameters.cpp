// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/queryparameters.h"

#include "localregistry/refusals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using refusals::invalidParameter;

QString QueryParameters::text(QByteArrayView name) const
{
    for (const auto &[key, value] : m_query) {
        if (key == name)
            return QString::fromUtf8(value);
    }
    return {};
}

Result<qint64> QueryParameters::integer(QByteArrayView name, qint64 byDefault, qint64 max) const
{
    const QString value = text(name);
    if (value.isEmpty())
        return byDefault;
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (!ok || number < 1 || number > max)
        return failure(invalidParameter(QString::fromLatin1(name),
                                        u"must be an integer from 1 to %1."_s.arg(max)));
    return number;
}

Result<QString> pageClause(const QueryParameters &parameters, std::span<const SortColumn> columns,
                           const QString &tieBreak, int defaultPageSize)
{
    const QString sortBy = parameters.text("SortBy");
    const auto column = sortBy.isEmpty() ? columns.begin()
                                         : std::ranges::find(columns, sortBy, &SortColumn::key);
    if (column == columns.end())
        return failure(invalidParameter(u"SortBy", u"cannot sort by this."_s));
    const QString order = parameters.text("Order");
    if (!order.isEmpty() && order != "ASC"_L1 && order != "DESC"_L1)
        return failure(invalidParameter(u"Order", u"must be ASC or DESC."_s));
    const auto number = parameters.integer("PageNumber", 1, std::numeric_limits<qint32>::max());
    if (!number)
        return failure(number.error());
    const auto size = parameters.integer("PageSize", defaultPageSize, maxPageSize);
    if (!size)
        return failure(size.error());
    const QString direction = order == "DESC"_L1 ? u"DESC"_s : u"ASC"_s;
    return u" ORDER BY %1 %2, %3 %2 LIMIT %4 OFFSET %5"_s
        .arg(QString(column->column), direction, tieBreak)
        .arg(*size)
        .arg((*number - 1) * *size);
}

void Filter::add(const QString &condition, const QVariantList &values)
{
    m_conditions.append(u'(' + condition + u')');
    m_values += values;
}

void Filter::addEqual(const QString &column, const QString &value)
{
    if (!value.isEmpty())
        add(column + u" = ?"_s, {value});
}

QString Filter::clause() const
{
    return m_conditions.isEmpty() ? QString() : u" WHERE "_s + m_conditions.join(u" AND "_s);
}

QString containsPattern(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

} // namespace modelscribe
