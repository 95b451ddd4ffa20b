// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querycompletion.h"

#include "core/foldedtext.h"
#include "model/querylexer.h"
#include "model/queryoperator.h"
#include "model/querystates.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Wanted = QueryCompletion::Kind;

//! The token the cursor is in or behind, with the field whose value it is.
struct TokenAtCursor
{
    std::optional<QueryToken> token;
    std::optional<QueryToken> field;
};

TokenAtCursor tokenAt(const QString &text, qsizetype cursor)
{
    TokenAtCursor result;
    QList<std::optional<QueryToken>> groups; // the field of each open one
    std::optional<QueryToken> before;        // a field that waits for its value
    for (const QueryToken &token : queryTokens(text)) {
        if (token.begin >= cursor)
            break;
        const bool isValue = before && before->end == token.begin;
        const auto field = isValue ? before : groups.isEmpty() ? std::nullopt : groups.last();
        before = token.kind == QueryToken::Kind::Field ? std::optional(token) : std::nullopt;
        if (token.kind == QueryToken::Kind::Open)
            groups.append(field);
        else if (token.kind == QueryToken::Kind::Close && !groups.isEmpty())
            groups.removeLast();
        result.token = cursor <= token.end ? std::optional(token) : std::nullopt;
        result.field = field;
    }
    if (!result.token)
        result.field = groups.isEmpty() ? std::nullopt : groups.last();
    return result;
}

//! "te" of an unfinished "\"te": the same, without quotation mark.
QString meant(QStringView typed)
{
    QString result;
    for (const QueryToken &token : queryTokens(QString(u"name:"_s + typed.toString()))) {
        if (token.kind == QueryToken::Kind::Word)
            result = token.text;
    }
    return result;
}

Wanted kindOfValue(const QueryToken &field)
{
    switch (field.field->kind) {
    case QueryFieldKind::Part:
    case QueryFieldKind::Person:
    case QueryFieldKind::Whole: return Wanted::Value;
    case QueryFieldKind::Number:
    case QueryFieldKind::Size:
    case QueryFieldKind::Time: return Wanted::Amount;
    case QueryFieldKind::Label: return Wanted::LabelKey;
    case QueryFieldKind::Extra: return field.path.isEmpty() ? Wanted::None : Wanted::Value;
    case QueryFieldKind::Has:
    case QueryFieldKind::Missing: return Wanted::FieldName;
    case QueryFieldKind::Is: return Wanted::State;
    }
    return Wanted::None;
}

QueryCompletion valueCompletion(const QString &text, qsizetype cursor, const QueryToken &field,
                                qsizetype begin, qsizetype end)
{
    QueryCompletion completion{.kind = kindOfValue(field),
                               .field = field.field,
                               .path = field.path,
                               .begin = begin,
                               .length = end - begin};
    const bool hasOperator = completion.kind == Wanted::Value
                             && QueryOperatorText::at(QStringView(text).mid(begin)).length == 1
                             && begin < cursor;
    if (hasOperator) { // task:=x
        ++completion.begin;
        --completion.length;
    }
    completion.prefix = meant(QStringView(text).mid(completion.begin, cursor - completion.begin));
    const qsizetype equals = completion.prefix.indexOf(u'=');
    if (completion.kind == Wanted::LabelKey && equals >= 0) {
        completion.kind = Wanted::LabelValue;
        completion.labelKey = completion.prefix.left(equals);
        completion.prefix = completion.prefix.mid(equals + 1);
    }
    return completion;
}

QueryCompletion fieldCompletion(const QString &text, qsizetype cursor, const QueryToken &token)
{
    const QString typed = text.mid(token.begin, cursor - token.begin);
    QueryCompletion completion{.kind = Wanted::Field,
                               .begin = token.begin,
                               .length = token.end - token.begin,
                               .prefix = typed};
    const qsizetype dot = typed.indexOf(u'.');
    const QueryField *field = dot > 0 ? findQueryField(typed.left(dot)) : nullptr;
    if (field && field->kind == QueryFieldKind::Extra) {
        completion.kind = Wanted::ExtraPath;
        completion.field = field;
        completion.prefix = typed.mid(dot + 1);
    }
    return completion;
}

enum class Rank { Begins, BeginsWord, Has, None };

Rank rankOf(const QString &folded, const QString &prefix)
{
    const qsizetype at = folded.indexOf(prefix);
    if (at <= 0)
        return at == 0 ? Rank::Begins : Rank::None;
    for (qsizetype place = at; place > 0; place = folded.indexOf(prefix, place + 1)) {
        if (!folded[place - 1].isLetterOrNumber())
            return Rank::BeginsWord;
    }
    return Rank::Has;
}

QString insertionOf(const QueryCompletion &completion, const QString &text)
{
    switch (completion.kind) {
    case Wanted::Field: return text + u':';
    case Wanted::ExtraPath: return completion.field->name + u'.' + text + u':';
    case Wanted::LabelKey: {
        const QString quoted = quotedQueryValue(text, true);
        return quoted == text ? text + u'=' : quoted;
    }
    case Wanted::LabelValue: return quotedQueryValue(completion.labelKey + u'=' + text);
    case Wanted::Value: return quotedQueryValue(text);
    case Wanted::None:
    case Wanted::Amount:
    case Wanted::FieldName:
    case Wanted::State: break;
    }
    return text;
}

} // namespace

QueryCompletion queryCompletion(const QString &text, qsizetype cursor)
{
    const TokenAtCursor at = tokenAt(text, cursor);
    if (!at.token || at.token->kind == QueryToken::Kind::Open
        || at.token->kind == QueryToken::Kind::Minus) {
        if (at.field)
            return valueCompletion(text, cursor, *at.field, cursor, cursor);
        return {.kind = Wanted::Field, .begin = cursor};
    }
    if (at.token->kind == QueryToken::Kind::Close)
        return {.begin = cursor};
    if (at.token->kind == QueryToken::Kind::Field) {
        if (cursor < at.token->end)
            return fieldCompletion(text, cursor, *at.token);
        qsizetype end = cursor;
        for (const QueryToken &token : queryTokens(text)) {
            if (token.begin == cursor && token.kind == QueryToken::Kind::Word)
                end = token.end;
        }
        return valueCompletion(text, cursor, *at.token, cursor, end);
    }
    if (at.field)
        return valueCompletion(text, cursor, *at.field, at.token->begin, at.token->end);
    if (at.token->isQuoted && !fieldCompletion(text, cursor, *at.token).field)
        return {.begin = cursor};
    return fieldCompletion(text, cursor, *at.token);
}

QList<QueryCandidate> ownCandidates(const QueryCompletion &completion)
{
    QList<QueryCandidate> candidates;
    const auto add = [&](std::initializer_list<QLatin1StringView> texts) {
        for (const QLatin1StringView text : texts)
            candidates.append({.text = text});
    };
    switch (completion.kind) {
    case Wanted::Field:
    case Wanted::FieldName:
        for (const QueryField &field : queryFields()) {
            if (completion.kind == Wanted::Field || field.kind < QueryFieldKind::Has)
                add({field.otherName.isEmpty() ? field.name : field.otherName});
        }
        if (completion.kind == Wanted::FieldName)
            add({"draft"_L1});
        break;
    case Wanted::State:
        for (const QueryStateName &state : queryStates())
            add({state.name});
        break;
    case Wanted::Amount:
        if (completion.field->kind == QueryFieldKind::Size)
            add({">=7B"_L1, "<1B"_L1, "1B..7B"_L1});
        else if (completion.field->kind == QueryFieldKind::Time)
            add({"<1d"_L1, "<1w"_L1, "<30d"_L1, ">1y"_L1});
        else
            add({">0"_L1, "1..9"_L1});
        break;
    default: break;
    }
    return candidates;
}

QList<QueryOffer> queryOffers(const QueryCompletion &completion,
                              const QList<QueryCandidate> &candidates, qsizetype most)
{
    struct Ranked
    {
        Rank rank;
        const QueryCandidate *candidate;
    };
    const QString prefix = foldedText(completion.prefix);
    std::vector<Ranked> ranked;
    for (const QueryCandidate &candidate : candidates) {
        Rank rank = rankOf(foldedText(candidate.text), prefix);
        if (!candidate.title.isEmpty())
            rank = std::min(rank, rankOf(foldedText(candidate.title), prefix));
        if (rank != Rank::None)
            ranked.push_back({rank, &candidate});
    }
    std::ranges::stable_sort(ranked, [](const Ranked &a, const Ranked &b) {
        return std::pair(a.rank, -a.candidate->count) < std::pair(b.rank, -b.candidate->count);
    });
    QList<QueryOffer> offers;
    for (const Ranked &entry : ranked) {
        if (offers.size() == most)
            break;
        const QString &text = entry.candidate->text;
        offers.append(
            {text, insertionOf(completion, text), entry.candidate->count, entry.candidate->title});
    }
    return offers;
}

} // namespace modelscribe
