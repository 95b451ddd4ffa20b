// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querywording.h"

#include "core/visibletext.h"
#include "model/queryparser.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct QueryWording
{
    Q_DECLARE_TR_FUNCTIONS(QueryWording)
};

using Code = QueryProblem::Code;

constexpr qsizetype longestSubject = 40;

//! Those that has: and missing: can ask for.
QString fieldNames()
{
    QStringList names;
    for (const QueryField &field : queryFields()) {
        if (field.kind < QueryFieldKind::Has)
            names.append(field.name);
    }
    return names.join(u", "_s);
}

//! How a query was taken.
QString noteText(Code code, const QString &subject)
{
    switch (code) {
    case Code::NotAField:
        return QueryWording::tr("“%1” is not a field; searched as text").arg(subject);
    case Code::SizeAsText:
        return QueryWording::tr("“%1” expects a size such as 7B; searched as text").arg(subject);
    case Code::IntegerAsText:
        return QueryWording::tr("“%1” expects a whole number; searched as text").arg(subject);
    case Code::LoneMinus:
        return QueryWording::tr(
            "“-” on its own is searched as text; without a space after it, it excludes");
    case Code::SmallOr:
        return QueryWording::tr("“%1” is searched as text; OR in capitals stands between "
                                "alternatives")
            .arg(subject);
    case Code::OpenQuote:
        return QueryWording::tr(
            "The closing quotation mark is missing; the rest is taken as quoted");
    default: return {};
    }
}

//! What the value of a field is not.
QString valueText(Code code, const QString &subject)
{
    switch (code) {
    case Code::NoInteger:
        return QueryWording::tr("“%1” is not understood: write a whole number, >5 or 1..9")
            .arg(subject);
    case Code::NoSize:
        return QueryWording::tr("“%1” is not understood: write 7B, 350M, >=7B or 1B..7B")
            .arg(subject);
    case Code::NoTime:
        return QueryWording::tr("“%1” is not understood: write 6h, 30d, 2w, 3m, 1y or a day, "
                                "2026-11-01")
            .arg(subject);
    case Code::NoNumber:
        return QueryWording::tr("“%1” is not understood: write a number, >4.5").arg(subject);
    case Code::NoPath:
        return QueryWording::tr("“%1” is not understood: write extra.Key or extra.Key.Inner")
            .arg(subject);
    case Code::Backwards:
        return QueryWording::tr("“%1” ends before it begins: nothing can match").arg(subject);
    case Code::NoField:
        return QueryWording::tr("“%1” is not understood: write draft, extra.Key or a field: %2")
            .arg(subject, fieldNames());
    case Code::NoState:
        return QueryWording::tr("“%1” is not understood: write one of %2")
            .arg(subject, queryStateNames());
    default: return noteText(code, subject);
    }
}

} // namespace

QString queryProblemText(const QueryProblem &problem)
{
    const QString subject = visibleText(problem.subject, longestSubject);
    switch (problem.code) {
    case Code::TooLong:
        return QueryWording::tr("A query takes at most %1 characters").arg(ParsedQuery::maxLength);
    case Code::TooDeep:
        return QueryWording::tr("Parentheses are nested more than %1 levels deep")
            .arg(ParsedQuery::maxDepth);
    case Code::NothingOpen:
        return QueryWording::tr(
            "This “)” has no matching “(”; put it in quotation marks to search for it");
    case Code::NothingClosed: return QueryWording::tr("This “(” has no matching “)”");
    case Code::EmptyGroup:
        return QueryWording::tr("Enter something to search for between the parentheses");
    case Code::EmptyText: return QueryWording::tr("Enter something to search for here");
    case Code::Unsearchable: return QueryWording::tr("Nothing in this can be searched for");
    case Code::NothingBefore:
        return QueryWording::tr(
                   "Something is missing before “%1”; put it in quotation marks to search for it")
            .arg(subject);
    case Code::NothingBehind:
        return QueryWording::tr(
                   "Something is missing after “%1”; put it in quotation marks to search for it")
            .arg(subject);
    case Code::MixedOperators:
        return QueryWording::tr("Use parentheses where AND and OR are mixed");
    default: return valueText(problem.code, subject);
    }
}

QString queryFieldText(const QueryField &field)
{
    // By the service's names, which are in nobody's way when a field gets another short one.
    static constexpr std::pair<QLatin1StringView, const char *> texts[] = {
        {"modelname"_L1, QT_TRANSLATE_NOOP("QueryWording", "part of the name")},
        {"task"_L1, QT_TRANSLATE_NOOP("QueryWording", "the task")},
        {"labels"_L1, QT_TRANSLATE_NOOP("QueryWording", "a label: key or key=value")},
        {"domain"_L1, QT_TRANSLATE_NOOP("QueryWording", "the domain")},
        {"modeltype"_L1, QT_TRANSLATE_NOOP("QueryWording", "the type")},
        {"origin"_L1, QT_TRANSLATE_NOOP("QueryWording", "where it comes from")},
        {"accessibility"_L1, QT_TRANSLATE_NOOP("QueryWording", "private or public")},
        {"parametersize"_L1, QT_TRANSLATE_NOOP("QueryWording", "parameters: >=7B, 1B..7B")},
        {"gmtmodifiedtime"_L1, QT_TRANSLATE_NOOP("QueryWording", "when changed: <30d, 2026-11")},
        {"gmtcreatetime"_L1, QT_TRANSLATE_NOOP("QueryWording", "when created: <30d, 2026-11")},
        {"ownerid"_L1, QT_TRANSLATE_NOOP("QueryWording", "part of the owner’s name or ID")},
        {"userid"_L1, QT_TRANSLATE_NOOP("QueryWording", "part of the creator’s name or ID")},
        {"extrainfo"_L1,
         QT_TRANSLATE_NOOP("QueryWording", "part of ExtraInfo; extra.Key: a value")},
        {"modeldescription"_L1, QT_TRANSLATE_NOOP("QueryWording", "part of the description")},
        {"modeldoc"_L1, QT_TRANSLATE_NOOP("QueryWording", "part of the document’s address")},
        {"modelid"_L1, QT_TRANSLATE_NOOP("QueryWording", "part of the ID")},
        {"ordernumber"_L1, QT_TRANSLATE_NOOP("QueryWording", "order number: >0, 1..9")},
        {"latestversion"_L1, QT_TRANSLATE_NOOP("QueryWording", "part of the latest version")},
        {"provider"_L1, QT_TRANSLATE_NOOP("QueryWording", "the provider")},
        {"missing"_L1, QT_TRANSLATE_NOOP("QueryWording", "models without this field")},
        {"has"_L1, QT_TRANSLATE_NOOP("QueryWording", "models with this field")},
        {"is"_L1, QT_TRANSLATE_NOOP("QueryWording", "a state: draft, mine")},
    };
    const auto *text = std::ranges::find(texts, field.serviceName,
                                         [](const auto &row) { return row.first; });
    return text == std::end(texts) ? QString()
                                   : QCoreApplication::translate("QueryWording", text->second);
}

QString queryStateText(QueryState state)
{
    switch (state) {
    case QueryState::Draft: return QueryWording::tr("with unsaved edits");
    case QueryState::Mine: return QueryWording::tr("that you made");
    case QueryState::ReadOnly: return QueryWording::tr("a provider’s, cannot be edited");
    case QueryState::UnknownTask: return QueryWording::tr("a task that PAI does not list");
    case QueryState::BadCover:
        return QueryWording::tr("a cover whose address is broken or not https");
    case QueryState::SameName: return QueryWording::tr("another model has its name");
    case QueryState::PaddedLabel:
        return QueryWording::tr("a label’s key begins or ends with a space");
    }
    return {};
}

} // namespace modelscribe
