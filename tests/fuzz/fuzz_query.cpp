// SPDX-License-Identifier: GPL-3.0-or-later
//
// A value, a zero byte, a query: reading and changing it end, every range lies in the text, what is
// printed is read back as the same, and a value that is put in is found.
#include "fuzz/require.h"
#include "model/querycompletion.h"
#include "model/queryedit.h"
#include "model/querylexer.h"
#include "model/queryparser.h"
#include "model/querywording.h"

#include <algorithm>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

void checkRanges(const QString &text, const ParsedQuery &parsed)
{
    for (const QueryProblem &problem : parsed.problems + parsed.notes) {
        require(problem.begin >= 0 && problem.length > 0
                    && problem.begin + problem.length <= text.size(),
                "a problem lies in the text");
        require(!queryProblemText(problem).isEmpty(), "a problem has a sentence");
    }
    parsed.query.visit([&](const QueryTerm &term, bool) {
        require(term.fieldBegin >= 0 && term.fieldBegin <= term.begin
                    && term.begin <= term.valueBegin && term.valueBegin <= term.end
                    && term.end <= text.size(),
                "a term lies in the text");
    });
    qsizetype end = 0;
    for (const QueryToken &token : queryTokens(text)) {
        require(token.begin >= end && token.begin < token.end && token.end <= text.size(),
                "tokens follow each other");
        end = token.end;
    }
}

void checkPrinting(const Query &query)
{
    const QString printed = query.text();
    if (printed.size() > ParsedQuery::maxLength)
        return;
    const ParsedQuery again = parseQuery(printed);
    require(again.isUnderstood(), "what is printed is understood");
    require(again.query == query, "what is printed is the same");
}

void checkEdits(const QString &text, const QString &value)
{
    const bool wasUnderstood = parseQuery(text).isUnderstood();
    for (const QString &field : {u"task"_s, u"label"_s, u"extra.a.b"_s}) {
        for (const QString &changed :
             {queryWithTerm(text, field, value), queryWithValue(text, field, value),
              queryExcluding(text, field, value), queryWithoutValue(text, field, value)}) {
            const ParsedQuery parsed = parseQuery(changed);
            checkRanges(changed, parsed);
            const bool mayFail = !wasUnderstood || changed.size() > ParsedQuery::maxLength
                                 || !parseQuery(queryWithTerm({}, field, value)).isUnderstood();
            require(mayFail || parsed.isUnderstood(), "a change keeps a query understood");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype zero = std::max<qsizetype>(input.indexOf('\0'), 0);
    const QString value = QString::fromUtf8(input.first(zero));
    const QString text = QString::fromUtf8(input.sliced(std::min(zero + 1, input.size())));
    const ParsedQuery parsed = parseQuery(text);
    checkRanges(text, parsed);
    checkPrinting(parsed.query);
    checkEdits(text, value);
    parsed.query.matches({.id = value, .metadata = {.task = value, .extraInfo = JsonText(input)}});
    for (const qsizetype cursor : {qsizetype(0), text.size() / 2, text.size()}) {
        const QueryCompletion completion = queryCompletion(text, cursor);
        require(completion.begin >= 0 && completion.length >= 0
                    && completion.begin + completion.length <= text.size(),
                "what is completed lies in the text");
    }
    return 0;
}
