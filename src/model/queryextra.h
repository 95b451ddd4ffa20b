// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryneedle.h"
#include "model/queryoperator.h"
#include "json/jsonvalues.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace modelscribe {

//! A range of numbers of any length, compared exactly.
struct QueryNumbers
{
    std::optional<JsonNumber> from;
    std::optional<JsonNumber> to;
    bool withFrom = true; //!< The end itself counts.
    bool withTo = true;

    bool contains(const JsonNumber &number) const;
    bool isBackwards() const;
};

//! nullopt when \p text is no JSON number.
std::optional<JsonNumber> queryNumber(QStringView text);

//! What is asked of the values at a path of ExtraInfo.
//!
//! Keys are folded like all that is searched, a key with dots may be written as it is, and arrays
//! are gone through: CoverUris and Versions.Name ask each element, Versions.0.Name the first one.
class QueryExtra
{
public:
    //! With None and Equal numbers are compared as numbers, texts as a part or whole; with all
    //! others only numbers, and texts that are numbers, can match. nullopt: \p text must be a
    //! number and is none.
    static std::optional<QueryExtra> fromText(const QStringList &path, QueryOperator how,
                                              const QString &text);

    //! One of the values at the path, or of those inside them, is asked for.
    bool matches(const QByteArray &extraInfo) const;
    //! There is something at the path besides null, "", {} and [].
    bool isSet(const QByteArray &extraInfo) const;

    const std::optional<QueryNumbers> &numbers() const { return m_numbers; }

private:
    QList<QueryNeedle> m_path;
    QueryOperator m_how = QueryOperator::None;
    QueryNeedle m_needle;
    std::optional<QueryNumbers> m_numbers;
};

} // namespace modelscribe
