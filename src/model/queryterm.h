// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryextra.h"
#include "model/queryfields.h"
#include "model/queryneedle.h"
#include "model/queryproblem.h"
#include "model/querystates.h"
#include "model/querytime.h"

#include <variant>

namespace modelscribe {

//! Bare text: it stands somewhere in what is searched of a model.
struct QueryTextTest
{
    QByteArray needle;    //!< Folded UTF-8.
    qsizetype number = 0; //!< In Query::textTerms().
};

//! A part of a field, or the whole.
struct QueryFieldTest
{
    QueryNeedle needle;
    bool whole = false;
};

//! Whole numbers, both ends included.
struct QueryIntegerTest
{
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = std::numeric_limits<qint64>::max();
};

struct QueryLabelTest
{
    QueryNeedle key;
    std::optional<QueryNeedle> value;
};

struct QueryTimeTest
{
    QueryTimes times;
    qsizetype number = 0; //!< Among those of a query.
};

//! The field has a value, or not.
struct QuerySetTest
{
    std::optional<QueryExtra> extra; //!< At a path of ExtraInfo.
    bool wanted = true;
};

struct QueryDraftTest
{
    bool wanted = true;
};

//! Any but Draft.
struct QueryStateTest
{
    QueryState state = QueryState::ReadOnly;
};

using QueryTest =
    std::variant<QueryTextTest, QueryFieldTest, QueryIntegerTest, QueryLabelTest, QueryTimeTest,
                 QueryExtra, QuerySetTest, QueryDraftTest, QueryStateTest>;

//! One thing that is asked of a model: as it was written, and prepared for asking many.
struct QueryTerm
{
    const QueryField *field = nullptr; //!< nullptr: bare text.
    QStringList path;                  //!< Of extra.a.b: a, b.
    QueryOperator how = QueryOperator::None;
    QString value; //!< As it is meant, without operator and quotation marks.

    QueryTest test;
    const QueryField *asked = nullptr; //!< Whose value is looked at: of missing:task, task.

    // Where it stands. In task:(a OR b) the second term begins at the b, and its field at the t.
    qsizetype begin = 0;
    qsizetype fieldBegin = 0;
    qsizetype valueBegin = 0; //!< With the operator.
    qsizetype end = 0;

    QString fieldName() const { return field ? QString(field->name) : QString(); }
    //! As it could be typed. What it says is read back as an equal term.
    QString text() const;

    //! They ask the same in the same words, wherever they stand.
    friend bool operator==(const QueryTerm &a, const QueryTerm &b)
    {
        return a.field == b.field && a.path == b.path && a.how == b.how && a.value == b.value;
    }
};

//! Fills in what \p term asks from its words. The problem when they cannot be meant, without a
//! range.
std::optional<QueryProblem> prepareTerm(QueryTerm &term, bool isQuoted);

} // namespace modelscribe
