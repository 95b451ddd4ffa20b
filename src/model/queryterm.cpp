// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryterm.h"

#include "core/ascii.h"
#include "core/foldedtext.h"
#include "model/parametersize.h"
#include "model/querylexer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Code = QueryProblem::Code;
using Prepared = std::optional<QueryProblem>;

Prepared problemOf(Code code, const QString &subject, const QString &offer = {})
{
    return QueryProblem{.code = code, .subject = subject, .offer = offer};
}

Prepared prepareText(QueryTerm &term)
{
    const QString folded = foldedText(term.value);
    if (folded.trimmed().isEmpty())
        return problemOf(term.value.isEmpty() ? Code::EmptyText : Code::Unsearchable, term.value);
    term.test = QueryTextTest{.needle = folded.toUtf8()};
    return {};
}

QuerySetTest setTest(const QStringList &path, bool wanted)
{
    QuerySetTest test{.wanted = wanted};
    if (!path.isEmpty())
        test.extra = QueryExtra::fromText(path, QueryOperator::None, {});
    return test;
}

Prepared prepareField(QueryTerm &term)
{
    const QueryNeedle needle(term.value);
    if (needle.isEmpty())
        return problemOf(term.value.isEmpty() ? Code::EmptyText : Code::Unsearchable, term.value);
    const bool whole = term.field->kind == QueryFieldKind::Whole
                       || term.how == QueryOperator::Equal;
    term.test = QueryFieldTest{.needle = needle, .whole = whole};
    return {};
}

//! "7X" may have been meant as "7".
QString digitsOf(QStringView text)
{
    const auto *end = std::find_if_not(text.begin(), text.end(),
                                       [](QChar c) { return isDigit(c) || c == u'.'; });
    return QStringView(text.begin(), end).toString();
}

std::optional<QueryIntegerTest> integersWith(QueryOperator how, qint64 number)
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    switch (how) {
    case QueryOperator::Less:
        return number == least ? std::nullopt : std::optional(QueryIntegerTest{least, number - 1});
    case QueryOperator::Greater:
        return number == most ? std::nullopt : std::optional(QueryIntegerTest{number + 1, most});
    case QueryOperator::LessOrEqual: return QueryIntegerTest{.to = number};
    case QueryOperator::GreaterOrEqual: return QueryIntegerTest{.from = number};
    default: return QueryIntegerTest{number, number};
    }
}

//! A number, or a text that only looks like a field's value: size:xl-model is a name.
Prepared prepareInteger(QueryTerm &term, bool isQuoted)
{
    const bool isSize = term.field->kind == QueryFieldKind::Size;
    const auto parse = isSize ? parseParameterSize : parseInteger;
    const Code refused = isSize ? Code::NoSize : Code::NoInteger;
    if (term.how == QueryOperator::Range) {
        const QueryEnds ends = QueryEnds::of(term.value);
        const auto first = parse(ends.first);
        const auto last = parse(ends.last);
        if (!ends.areThere || (!first && !ends.first.isEmpty()) || (!last && !ends.last.isEmpty()))
            return problemOf(refused, term.value);
        QueryIntegerTest test;
        test.from = first.value_or(test.from);
        test.to = last.value_or(test.to);
        term.test = test;
        return test.from > test.to ? problemOf(Code::Backwards, term.value) : Prepared();
    }
    const auto number = parse(term.value);
    const auto test = number ? integersWith(term.how, *number) : std::nullopt;
    if (test) {
        term.test = *test;
        return {};
    }
    const bool isMeantAsNumber = isQuoted || term.how != QueryOperator::None || term.value.isEmpty()
                                 || isDigit(term.value[0]) || term.value[0] == u'-'
                                 || term.value[0] == u'.';
    if (isMeantAsNumber)
        return problemOf(refused, term.value, isSize ? digitsOf(term.value) : QString());
    return problemOf(isSize ? Code::SizeAsText : Code::IntegerAsText, term.fieldName());
}

QString offeredTime(QStringView text)
{
    const QString digits = digitsOf(text);
    return !digits.isEmpty() && digits.size() < 4 && !digits.contains(u'.') ? digits + u'd'
                                                                            : QString();
}

Prepared prepareTime(QueryTerm &term)
{
    const auto times = QueryTimes::fromText(term.how, term.value);
    if (!times)
        return problemOf(Code::NoTime, term.value, offeredTime(term.value));
    term.test = QueryTimeTest{.times = *times};
    return times->isBackwards() ? problemOf(Code::Backwards, term.value) : Prepared();
}

Prepared prepareLabel(QueryTerm &term)
{
    const qsizetype equals = term.value.indexOf(u'=');
    const QStringView value(term.value);
    QueryLabelTest test{.key = QueryNeedle(equals < 0 ? value : value.left(equals))};
    if (equals >= 0)
        test.value = QueryNeedle(value.mid(equals + 1));
    if (equals < 0 && test.key.isEmpty())
        return problemOf(Code::Unsearchable, term.value);
    term.test = test;
    return {};
}

Prepared prepareExtra(QueryTerm &term)
{
    if (std::ranges::any_of(term.path, &QString::isEmpty))
        return problemOf(Code::NoPath, term.fieldName());
    if (term.path.isEmpty())
        return prepareField(term);
    auto extra = QueryExtra::fromText(term.path, term.how, term.value);
    if (!extra && term.how == QueryOperator::Range) { // "../a" is a text
        term.how = QueryOperator::None;
        extra = QueryExtra::fromText(term.path, term.how, term.value);
    }
    if (!extra)
        return problemOf(Code::NoNumber, term.value, digitsOf(term.value));
    if (extra->numbers() && extra->numbers()->isBackwards())
        return problemOf(Code::Backwards, term.value);
    if (QueryNeedle(term.value).isEmpty())
        return problemOf(term.value.isEmpty() ? Code::EmptyText : Code::Unsearchable, term.value);
    term.test = *extra;
    return {};
}

//! has: and missing:.
Prepared prepareHas(QueryTerm &term)
{
    const bool wanted = term.field->kind == QueryFieldKind::Has;
    if (term.value.compare("draft"_L1, Qt::CaseInsensitive) == 0) {
        term.test = QueryDraftTest{.wanted = wanted};
        return {};
    }
    const qsizetype dot = term.value.indexOf(u'.');
    const QStringList path = dot < 0 ? QStringList() : term.value.mid(dot + 1).split(u'.');
    const QueryField *field = findQueryField(dot < 0 ? term.value : term.value.left(dot));
    const bool isField = field && field->kind < QueryFieldKind::Has
                         && (dot < 0 || field->kind == QueryFieldKind::Extra)
                         && std::ranges::none_of(path, &QString::isEmpty);
    if (!isField)
        return problemOf(Code::NoField, term.fieldName());
    term.asked = field;
    term.test = setTest(path, wanted);
    return {};
}

Prepared prepareIs(QueryTerm &term)
{
    const auto state = findQueryState(term.value);
    if (!state)
        return problemOf(Code::NoState, term.fieldName());
    if (*state == QueryState::Draft)
        term.test = QueryDraftTest();
    else
        term.test = QueryStateTest{.state = *state};
    return {};
}

} // namespace

QString QueryTerm::text() const
{
    if (!field)
        return quotedQueryValue(value, true);
    QString result = field->name;
    for (const QString &key : path)
        result += u'.' + quotedQueryKey(key);
    result += u':' + queryOperatorSign(how);
    if (value.isEmpty() && how == QueryOperator::None)
        return result;
    return result + (how == QueryOperator::Range ? value : quotedQueryValue(value));
}

std::optional<QueryProblem> prepareTerm(QueryTerm &term, bool isQuoted)
{
    if (!term.field)
        return prepareText(term);
    term.asked = term.field;
    const QueryFieldKind kind = term.field->kind;
    const bool isEmpty = term.value.isEmpty() && term.how == QueryOperator::None;
    if (isEmpty && kind < QueryFieldKind::Has && !term.path.contains(QString())) {
        term.test = setTest(term.path, false);
        return {};
    }
    switch (kind) {
    case QueryFieldKind::Part:
    case QueryFieldKind::Person:
    case QueryFieldKind::Whole: return prepareField(term);
    case QueryFieldKind::Number:
    case QueryFieldKind::Size: return prepareInteger(term, isQuoted);
    case QueryFieldKind::Time: return prepareTime(term);
    case QueryFieldKind::Label: return prepareLabel(term);
    case QueryFieldKind::Extra: return prepareExtra(term);
    case QueryFieldKind::Has:
    case QueryFieldKind::Missing: return prepareHas(term);
    case QueryFieldKind::Is: return prepareIs(term);
    }
    return {};
}

} // namespace modelscribe
