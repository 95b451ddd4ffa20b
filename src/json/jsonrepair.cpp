// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepair.h"

#include "core/jsonmembers.h"
#include "core/jsonwriter.h"
#include "json/jsonrepairreader.h"

#include <algorithm>

namespace modelscribe {

namespace {

using Code = JsonRepairStep::Code;

constexpr qsizetype maxRepairedText = 16 * 1024 * 1024;
constexpr int maxEscapedLevels = 3;

//! What the string \p json stands for; empty when it is none.
QByteArray stringContent(QByteArrayView json)
{
    const auto text = jsonStringValue(json.trimmed());
    return text ? utf8KeepingSurrogates(*text) : QByteArray();
}

bool looksLikeContainer(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    return (trimmed.startsWith('{') && trimmed.endsWith('}'))
           || (trimmed.startsWith('[') && trimmed.endsWith(']'));
}

//! The object or array that a string (or a string in it) holds; empty when it holds none.
QByteArray heldContainer(QByteArray json)
{
    for (int level = 0; level < maxEscapedLevels && json.trimmed().startsWith('"'); ++level) {
        json = stringContent(json);
        if (looksLikeContainer(json))
            return json;
    }
    return {};
}

//! {\"a\":1}: everything up to the first quotation mark is what can stand outside of strings.
bool isEscapedThroughout(QByteArrayView text)
{
    const qsizetype quote = text.indexOf('"');
    if (text.trimmed().startsWith("\\\"")) // \"a\"
        return text.trimmed().size() > 4 && text.trimmed().endsWith("\\\"");
    if (quote < 2 || text[quote - 1] != '\\' || text[quote - 2] == '\\')
        return false;
    const QByteArrayView before = text.first(quote - 1).trimmed();
    if (!before.startsWith('{') && !before.startsWith('['))
        return false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i] == '\\' && i + 1 < before.size()
            && QByteArrayView("nrt").contains(before[i + 1]))
            ++i;
        else if (!QByteArrayView("{[ \t\r\n,0123456789").contains(before[i]))
            return false;
    }
    return true;
}

//! {""a"":1}: no quotation mark is alone, and what is in the first two is no empty string.
bool isDoubledThroughout(QByteArrayView text)
{
    const qsizetype first = text.indexOf("\"\"");
    const QByteArrayView before = text.first(std::max<qsizetype>(0, first)).trimmed();
    if (first < 0 || first != text.indexOf('"')
        || (!before.startsWith('{') && !before.startsWith('[')) || first + 2 >= text.size()
        || !isKeyCharacter(text[first + 2]))
        return false;
    for (qsizetype i = first; i < text.size(); ++i) {
        if (text[i] == '"' && (i + 1 == text.size() || text[++i] != '"'))
            return false;
    }
    return true;
}

struct Unescaped
{
    QByteArray text;
    QList<std::pair<qsizetype, qsizetype>> shifts; //!< Place in the text, bytes left out before it.

    qsizetype original(qsizetype at) const
    {
        const auto next = std::ranges::upper_bound(shifts, at, {},
                                                   &std::pair<qsizetype, qsizetype>::first);
        return next == shifts.begin() ? at : at + std::prev(next)->second;
    }
};

//! Takes one level of backslashes away; those of no known escape stay.
Unescaped unescaped(QByteArrayView text)
{
    Unescaped result;
    result.text.reserve(text.size());
    qsizetype left = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        static constexpr QByteArrayView from("\"\\/nrt");
        static constexpr QByteArrayView to("\"\\/\n\r\t");
        const qsizetype known = text[i] == '\\' && i + 1 < text.size() ? from.indexOf(text[i + 1])
                                                                       : -1;
        result.text += known < 0 ? text[i] : to[known];
        if (known >= 0) {
            ++i;
            result.shifts.append({result.text.size(), ++left});
        }
    }
    return result;
}

//! One of each two quotation marks (of each kind, if all of it come in twos).
Unescaped undoubled(QByteArrayView text)
{
    const QByteArray single = text.toByteArray().replace("''", "");
    const bool singleToo = !single.contains('\'');
    Unescaped result;
    qsizetype left = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        result.text += text[i];
        if (text[i] == '"' || (singleToo && text[i] == '\'')) {
            ++i;
            result.shifts.append({result.text.size(), ++left});
        }
    }
    return result;
}

JsonRepair unmendable(QByteArrayView text, JsonProblem problem)
{
    return {.text = text.toByteArray(), .steps = {}, .problem = problem};
}

JsonRepair repairStructure(QByteArrayView text)
{
    JsonRepairReader reader(text);
    if (!reader.run() || checkJson(reader.text()))
        return unmendable(text, *checkJson(text));
    return {.text = reader.text(), .steps = reader.steps(), .problem = {}};
}

JsonRepair repairEscaped(QByteArrayView text, const Unescaped &inner)
{
    JsonRepair repair = checkJson(inner.text) ? repairStructure(inner.text)
                                              : JsonRepair{inner.text, {}, {}};
    if (repair.problem)
        return repairStructure(text);
    for (JsonRepairStep &step : repair.steps)
        step.firstAt = inner.original(step.firstAt);
    repair.steps.prepend({Code::EscapedText, 1, 0});
    return repair;
}

//! Takes the object or array out of a string. Places inside of it are those of the whole.
void unwrap(JsonRepair &repair)
{
    const QByteArray inner = heldContainer(repair.text);
    if (inner.isEmpty())
        return;
    JsonRepair mended{.text = inner, .steps = {}, .problem = {}};
    if (checkJson(inner))
        mended = repairStructure(inner);
    if (mended.problem || (!mended.steps.isEmpty() && repair.steps.isEmpty()))
        return; // a valid string stays what it is
    repair.text = mended.text;
    for (const JsonRepairStep &step : mended.steps) {
        if (std::ranges::none_of(repair.steps,
                                 [&](const auto &known) { return known.code == step.code; }))
            repair.steps.append({step.code, step.count, 0});
    }
    repair.steps.prepend({Code::EscapedText, 1, 0});
}

} // namespace

JsonRepair repairJson(QByteArrayView utf8)
{
    const auto problem = checkJson(utf8);
    JsonRepair repair;
    if (!problem)
        repair.text = utf8.toByteArray();
    else if (utf8.size() > maxRepairedText)
        return unmendable(utf8, *problem);
    else if (isEscapedThroughout(utf8))
        repair = repairEscaped(utf8, unescaped(utf8));
    else if (isDoubledThroughout(utf8))
        repair = repairEscaped(utf8, undoubled(utf8));
    else
        repair = repairStructure(utf8);
    if (!repair.problem && utf8.size() <= maxRepairedText)
        unwrap(repair);
    return repair;
}

} // namespace modelscribe
