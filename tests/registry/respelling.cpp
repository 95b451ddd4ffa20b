// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/respelling.h"

#include "core/jsonmembers.h"
#include "core/jsonwriter.h"
#include "json/jsontree.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

namespace {

QByteArray respelledString(QByteArrayView raw, Respellings how)
{
    const auto text = how & Respelling::Escapes ? jsonStringValue(raw) : std::nullopt;
    return text && text->isValidUtf16() ? jsonString(*text) : raw.toByteArray();
}

//! Decimals without zeros at the end, and the exponent 0; others stay.
QByteArray respelledNumber(QByteArrayView raw, Respellings how)
{
    static const QRegularExpression zeros(
        u"^(-?[0-9]+)(?:\\.0*|(\\.[0-9]*[1-9])0*)?(?:[eE][+-]?0+)?$"_s);
    const QString text = QString::fromLatin1(raw);
    const auto match = zeros.match(text);
    if (!(how & Respelling::Numbers) || !match.hasMatch())
        return raw.toByteArray();
    return (match.captured(1) + match.captured(2)).toLatin1();
}

QByteArray respelled(const JsonTree &tree, JsonNodeId node, Respellings how)
{
    switch (tree.kind(node)) {
    case JsonKind::String: return respelledString(tree.rawValue(node), how);
    case JsonKind::Number: return respelledNumber(tree.rawValue(node), how);
    case JsonKind::Object:
    case JsonKind::Array: break;
    default: return tree.rawValue(node).toByteArray();
    }
    QList<JsonNodeId> children = tree.children(node);
    const bool isObject = tree.kind(node) == JsonKind::Object;
    if (isObject && how & Respelling::Order)
        std::ranges::stable_sort(children, std::ranges::greater(),
                                 [&](JsonNodeId child) { return tree.key(child); });
    QByteArrayList parts;
    for (const JsonNodeId child : std::as_const(children)) {
        const QByteArray value = respelled(tree, child, how);
        parts.append(isObject ? respelledString(tree.rawKey(child), how) + ':' + value : value);
    }
    return (isObject ? '{' : '[') + parts.join(',') + (isObject ? '}' : ']');
}

auto respells(Respellings how)
{
    return [how](const QByteArray &answer) { return respelled(answer, how); };
}

auto replaces(const QByteArray &before, const QByteArray &after)
{
    return [before, after](QByteArray answer) { return answer.replace(before, after); };
}

} // namespace

QByteArray respelled(const QByteArray &json, Respellings how)
{
    const JsonTree tree = JsonTree::parse(json);
    return tree.isValid() ? respelled(tree, 0, how) : json;
}

const std::vector<SpellingCase> &spellingCases()
{
    using enum ReadBack;
    const Respellings all = Respelling::Order | Respelling::Escapes | Respelling::Numbers;
    static const std::vector<SpellingCase> cases{
        {"same text", R"({"a":1})", [](const QByteArray &answer) { return answer; }, Taken},
        {"white space", "{\n  \"a\": 1,\n  \"l\": [ 1, 2 ]\n}", respells(Respelling::Blanks),
         Taken},
        {"key order", R"({"a":1,"o":{"x":1,"y":2},"z":3})", respells(Respelling::Order), Taken},
        {"escapes", R"({"a":"\u00e9\u4e2d\/","\u006b":1})", respells(Respelling::Escapes), Taken},
        {"number spelling", R"({"a":4.50,"b":1.0,"c":1e0,"d":[0.10,-2.00]})",
         respells(Respelling::Numbers), Taken},
        {"all of these", "{\"z\": 1.0,\n \"a\": [4.50, \"\\u0041\"], \"n\": 12345678901234567890}",
         respells(all), Taken},
        {"duplicate keys respelled", R"({"a": 1.0, "b": 0, "a": 2})", respells(all), Taken},
        {"number really changed", R"({"a":12345678901234567890})",
         replaces("12345678901234567890", "12345678901234567000"), NotTaken, true},
        {"decimal really rounded", R"({"a":0.12345678901234567890123})",
         replaces("0.12345678901234567890123", "0.12345678901234568"), NotTaken, true},
        {"number made a string", R"({"a":4711})", replaces("4711", "\"4711\""), NotTaken, true},
        {"character really changed", R"({"a":"\ud83d"})", replaces("\\ud83d", "\\ufffd"), NotTaken,
         true},
        {"member lost", R"({"a":1,"gone":2})", replaces(R"(,"gone":2)", ""), NotTaken},
        {"member added", R"({"a":4711})", replaces("4711", R"(4711,"more":0)"), NotTaken},
        {"elements turned round", "{\"a\":[1,2]}", replaces("[1,2]", "[2,1]"), NotTaken, true},
        {"duplicate keys collapsed", R"({"dup":1,"dup":2})", replaces(R"("dup":1,)", ""), NotTaken},
        {"duplicate keys turned round", R"({"dup":1,"dup":2})",
         replaces(R"("dup":1,"dup":2)", R"("dup":2,"dup":1)"), NotTaken, true},
        {"made a string", R"({"a":4711})", replaces(R"({"a":4711})", R"("{\"a\":4711}")"), NotTaken,
         true},
        {"a byte order mark before it", R"({"a":4712})",
         [](const QByteArray &answer) {
             return answer.contains("4712") ? "\xef\xbb\xbf" + answer : answer;
         },
         Unreadable},
        {"invalid JSON", R"({"a":4711})", replaces("4711", "4711,"), Unreadable},
    };
    return cases;
}

} // namespace modelscribe::testing
