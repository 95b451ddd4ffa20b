// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepair.h"

#include <vector>

namespace modelscribe {

struct JsonRepairRow
{
    QByteArray text;
    QByteArray repaired;
    QList<JsonRepairStep::Code> codes; //!< In the order of their first places.
};

//! What people paste and what it should become.
inline std::vector<JsonRepairRow> jsonRepairRows()
{
    using enum JsonRepairStep::Code;
    return {
        // Commas
        {R"({"a":1,})", R"({"a":1})", {TrailingComma}},
        {R"([1,2,3,])", R"([1,2,3])", {TrailingComma}},
        {"[1,2,\n]", "[1,2\n]", {TrailingComma}},
        {R"({"a": 1 , })", R"({"a": 1  })", {TrailingComma}},
        {R"([1,,2])", R"([1,2])", {TrailingComma}},
        {R"([,1])", R"([1])", {TrailingComma}},
        {R"({,"a":1})", R"({"a":1})", {TrailingComma}},
        {R"({"a":1},)", R"({"a":1})", {TrailingComma}},
        {R"([[1,],[2,],])", R"([[1],[2]])", {TrailingComma}},
        {"{\"a\":1\n \"b\":2}", "{\"a\":1,\n \"b\":2}", {MissingComma}},
        {R"({"a":"x" "b":"y"})", R"({"a":"x", "b":"y"})", {MissingComma}},
        {R"({"a":1 b:2})", R"({"a":1, "b":2})", {MissingComma, UnquotedKey}},
        {R"([1 2 3])", R"([1, 2, 3])", {MissingComma}},
        {R"(["a" "b"])", R"(["a", "b"])", {MissingComma}},
        {R"(["a""b"])", R"(["a","b"])", {MissingComma}},
        {"[\n  \"a\"\n  \"b\"\n]", "[\n  \"a\",\n  \"b\"\n]", {MissingComma}},
        {R"([{}{}])", R"([{},{}])", {MissingComma}},
        {R"([[1] [2]])", R"([[1], [2]])", {MissingComma}},
        {R"(["a" 2 true null "b"])", R"(["a", 2, true, null, "b"])", {MissingComma}},
        {R"([1，2])", R"([1,2])", {MissingComma}},
        {R"({"a"：1，"b"：2})", R"({"a":1,"b":2})", {MissingColon, MissingComma}},

        // Colons
        {R"({"a" 1})", R"({"a": 1})", {MissingColon}},
        {R"({"a" "b"})", R"({"a": "b"})", {MissingColon}},
        {R"({"a" {"b" 1}})", R"({"a": {"b": 1}})", {MissingColon}},
        {R"({"a"=1})", R"({"a":1})", {MissingColon}},
        {R"({'a' => 1})", R"({"a" : 1})", {SingleQuotes, MissingColon}},
        {R"({"a"::1})", R"({"a":1})", {MissingColon}},

        // Values that are missing
        {R"({"a":})", R"({"a":null})", {MissingValue}},
        {R"({"a": })", R"({"a": null})", {MissingValue}},
        {R"({"a":,"b":2})", R"({"a":null,"b":2})", {MissingValue}},
        {R"({"a","b":1})", R"({"a":null,"b":1})", {MissingValue}},
        {"{\"a\":\n \"b\":1}", "{\"a\":null,\n \"b\":1}", {MissingValue, MissingComma}},

        // Quotation marks
        {R"({'a':'b'})", R"({"a":"b"})", {SingleQuotes}},
        {R"(['it\'s'])", R"(["it's"])", {SingleQuotes, Escape}},
        {R"(['it's', 'ok'])", R"(["it's", "ok"])", {SingleQuotes}},
        {R"(['say "hi"'])", R"(["say \"hi\""])", {SingleQuotes}},
        {R"(["it's"])", R"(["it's"])", {}},
        {"{“a”:“b”}", R"({"a":"b"})", {OtherQuotes}},
        {"{„a“: ‚b‘}", R"({"a": "b"})", {OtherQuotes}},
        {"{‘a’:‘it’s’}", R"({"a":"it’s"})", {OtherQuotes}},
        {"[«a»]", R"(["a"])", {OtherQuotes}},
        {"[`a`, ＂b＂]", R"(["a", "b"])", {OtherQuotes}},
        {"[“a \"b\" c”]", R"(["a \"b\" c"])", {OtherQuotes}},
        {R"(["Rounded “ ” quotes",])", R"(["Rounded “ ” quotes"])", {TrailingComma}},
        {"[\"\"\"a\n\"b\" c\"\"\"]",
         R"(["a\n\"b\" c"])",
         {OtherQuotes, ControlCharacter, InnerQuote}},
        {R"({u'a': u'b', b'c': r"d"})", R"({"a": "b", "c": "d"})", {OtherQuotes, SingleQuotes}},
        {R"({"a": "say "hi" now"})", R"({"a": "say \"hi\" now"})", {InnerQuote}},
        {R"({"a": "24" screen", "b": 1})", R"({"a": "24\" screen", "b": 1})", {InnerQuote}},
        {R"({"a": "x "y", z", "b": 1})", R"({"a": "x \"y\", z", "b": 1})", {InnerQuote}},
        {R"(["the list [1, 2"] more"])", R"(["the list [1, 2\"] more"])", {InnerQuote}},
        {R"({"a":"b,"c":"d"})", R"({"a":"b","c":"d"})", {MissingQuote}},
        {R"({"a":"b, "c":"d"})", R"({"a":"b", "c":"d"})", {MissingQuote}},
        {"{\n  \"a\": \"b,\n  \"c\": \"d\"\n}",
         "{\n  \"a\": \"b\",\n  \"c\": \"d\"\n}",
         {MissingQuote}},
        {"{\n  \"a\": \"b\n  \"c\": \"d\"\n}",
         "{\n  \"a\": \"b\",\n  \"c\": \"d\"\n}",
         {MissingQuote, MissingComma}},
        {"[\n\"a,\n\"b\"\n]", "[\n\"a\",\n\"b\"\n]", {MissingQuote}},
        {"[{\"a\": \"b},\n {\"c\": \"d\"}]", "[{\"a\": \"b\"},\n {\"c\": \"d\"}]", {MissingQuote}},
        {R"({"a":"b})", R"({"a":"b"})", {MissingQuote}},
        {R"(["a","b])", R"(["a","b"])", {MissingQuote}},
        {R"({"a":foo","b":"bar"})", R"({"a":"foo","b":"bar"})", {UnquotedText}},
        {R"({a":1})", R"({"a":1})", {UnquotedKey}},

        // Nothing around keys and text
        {R"({a:1})", R"({"a":1})", {UnquotedKey}},
        {R"({a-b.c: 1, $d_1: 2, é: 3})", R"({"a-b.c": 1, "$d_1": 2, "é": 3})", {UnquotedKey}},
        {R"({a b : 1})", R"({"a b" : 1})", {UnquotedKey}},
        {R"({1: "x"})", R"({"1": "x"})", {UnquotedKey}},
        {R"({a: hello world})", R"({"a": "hello world"})", {UnquotedKey, UnquotedText}},
        {"{a: b\nc: d}",
         "{\"a\": \"b\",\n\"c\": \"d\"}",
         {UnquotedKey, UnquotedText, MissingComma}},
        {R"([abc, def])", R"(["abc", "def"])", {UnquotedText}},
        {R"({"d": 2024-10-18T18:35:22.229Z})",
         R"({"d": "2024-10-18T18:35:22.229Z"})",
         {UnquotedText}},
        {R"({"u": https://example.com/a?b=c#d})",
         R"({"u": "https://example.com/a?b=c#d"})",
         {UnquotedText}},
        {R"({"v": 1.2.3})", R"({"v": "1.2.3"})", {UnquotedText}},
        {R"([12 monkeys])", R"(["12 monkeys"])", {UnquotedText}},
        {R"({"a": He said "hi" there})", R"({"a": "He said \"hi\" there"})", {UnquotedText}},
        {R"({"p": C:\new\dir})", R"({"p": "C:\\new\\dir"})", {UnquotedText, Escape}},
        {R"([trueish, nullable])", R"(["trueish", "nullable"])", {UnquotedText}},
        {R"([@, 1])", R"(["@", 1])", {UnquotedText}},

        // Words
        {R"({"a": True, "b": False, "c": None})",
         R"({"a": true, "b": false, "c": null})",
         {PythonWord}},
        {R"([TRUE, NULL])", R"([true, null])", {PythonWord}},
        {R"([NaN, Infinity, -Infinity, undefined])", R"([null, null, null, null])", {OtherWord}},
        {R"({"None": None})", R"({"None": null})", {PythonWord}},
        {R"(True)", "true", {PythonWord}},
        {R"({"a": (1, 2), 'b': None})",
         R"({"a": [1, 2], "b": null})",
         {ExtraBracket, SingleQuotes, PythonWord}},

        // Numbers
        {R"([.5, -.5, 5., +1])", R"([0.5, -0.5, 5.0, 1])", {Number}},
        {R"([007, -007, 00, 0.10])", R"([7, -7, 0, 0.10])", {Number}},
        {R"([0x1F, 0XfF, 0o17, 0b11, -0x10])", R"([31, 255, 15, 3, -16])", {Number}},
        {R"([1_000, 1_0.5])", R"([1000, 10.5])", {Number}},
        {R"([5.e3, 1e5, 1E+5])", R"([5.0e3, 1e5, 1E+5])", {Number}},
        {R"([12345678901234567890123456n, 10L])", R"([12345678901234567890123456, 10])", {Number}},
        {R"([0xFFFFFFFFFFFFFFFFFF])", R"(["0xFFFFFFFFFFFFFFFFFF"])", {UnquotedText}},
        {R"([1.0, 12345678901234567890123456, 1e400,])",
         R"([1.0, 12345678901234567890123456, 1e400])",
         {TrailingComma}},
        {R"([1__0, _1, 1_])", R"(["1__0", "_1", "1_"])", {UnquotedText}},
        {R"({"a": 50%})", R"({"a": "50%"})", {UnquotedText}},

        // Comments
        {"{\"a\":1} // x", "{\"a\":1}", {Comment}},
        {"{\n  // one\n  \"a\": 1, // two\n  \"b\": 2\n}",
         "{\n  \"a\": 1,\n  \"b\": 2\n}",
         {Comment}},
        {"{\n  # one\n  \"a\": 1 # two\n}", "{\n  \"a\": 1\n}", {Comment}},
        {R"(/* x */{"a":/* y */1})", R"({"a":1})", {Comment}},
        {R"(["http://a/*b*/", "#c"/**/])", R"(["http://a/*b*/", "#c"])", {Comment}},
        {R"([1, 2, ...])", R"([1, 2 ])", {Comment, TrailingComma}},
        {R"({"a":1, ... })", R"({"a":1  })", {Comment, TrailingComma}},
        {R"([1 /* x)", R"([1] )", {Comment, Truncated}},

        // Ends that are missing
        {R"({)", R"({})", {Truncated}},
        {R"([)", R"([])", {Truncated}},
        {R"({"a":1)", R"({"a":1})", {Truncated}},
        {R"({"a":1,)", R"({"a":1})", {Truncated}},
        {R"({"a":)", R"({"a":null})", {MissingValue, Truncated}},
        {R"({"a")", R"({"a":null})", {MissingValue, Truncated}},
        {R"({"a":1,"b)", R"({"a":1})", {Truncated}},
        {R"({"a":1,b)", R"({"a":1})", {UnquotedKey, Truncated}},
        {R"({"a":"b)", R"({"a":"b"})", {Truncated}},
        {R"({"a":"b\)", R"({"a":"b"})", {Truncated}},
        {R"({"a":"b\u20)", R"({"a":"b"})", {Truncated}},
        {R"({"a":"b\u20ac)", R"({"a":"b\u20ac"})", {Truncated}},
        {R"({"a":tr)", R"({"a":true})", {Truncated}},
        {R"([1,nul)", R"([1,null])", {Truncated}},
        {R"([1,-)", R"([1])", {Truncated}},
        {R"({"a":-)", R"({"a":null})", {Truncated, MissingValue}},
        {R"([1.)", R"([1.0])", {Number, Truncated}},
        {R"([1e)", R"([1e0])", {Number, Truncated}},
        {R"({"a":[1,{"b":[2)", R"({"a":[1,{"b":[2]}]})", {Truncated}},
        {"{\n  \"a\": [\n    1,\n", "{\n  \"a\": [\n    1]}\n", {Truncated}},
        {"[\"a\xe4\xb8", R"(["a"])", {Truncated}},

        // Brackets
        {R"({"a":1}})", R"({"a":1})", {ExtraBracket}},
        {R"([1]])", R"([1])", {ExtraBracket}},
        {R"({"a":[1,2})", R"({"a":[1,2]})", {ExtraBracket}},
        {R"([{"a":1])", R"([{"a":1}])", {ExtraBracket}},
        {"[{\"a\":1\n]", "[{\"a\":1}\n]", {ExtraBracket}},
        {R"({"a":2])", R"({"a":2})", {ExtraBracket}},
        {R"({"x":{"a":2],"y":1})", R"({"x":{"a":2},"y":1})", {ExtraBracket}},
        {R"({{"a":1}})", R"({"a":1})", {ExtraBracket}},
        {R"([{"a":1,{"b":2}])", R"([{"a":1},{"b":2}])", {ExtraBracket, MissingComma}},
        {R"([{"a":1{"b":2}])", R"([{"a":1},{"b":2}])", {ExtraBracket, MissingComma}},
        {R"({"a":1},"b":2})", R"({"a":1,"b":2})", {ExtraBracket}},
        {R"(}{"a":1})", R"({"a":1})", {ExtraBracket}},
        {R"([1,2,})", R"([1,2])", {TrailingComma, ExtraBracket}},

        // What is around
        {"```json\n{\"a\":1}\n```", "{\"a\":1}\n", {CodeFence}},
        {"```\n[1,2]\n```\n", "[1,2]\n", {CodeFence}},
        {"```json {\"a\":1}```", R"({"a":1})", {CodeFence}},
        {"Here it is:\n\n```json\n{\"a\":1}\n```\nHope it helps.",
         "{\"a\":1}\n",
         {TextAround, CodeFence}},
        {"~~~\n{\"a\":1,}\n~~~", "{\"a\":1}\n", {CodeFence, TrailingComma}},
        {"{\"a\":1}\n```", "{\"a\":1}\n", {CodeFence}},
        {"```json\n{\"a\":\"b", R"({"a":"b"})", {CodeFence, Truncated}},
        {"{\"doc\":\"```json\\n{}\\n```\",}", "{\"doc\":\"```json\\n{}\\n```\"}", {TrailingComma}},
        {R"(The answer is {"a":1}. Thanks!)", R"({"a":1})", {TextAround}},
        {R"(callback({"a":1});)", R"({"a":1})", {TextAround}},
        {R"(const x = {a: 1};)", R"({"a": 1})", {TextAround, UnquotedKey}},
        {"\xef\xbb\xbf{\"a\":1}", R"({"a":1})", {ByteOrderMark}},
        {"{\"a\":\xc2\xa0"
         "1}",
         R"({"a": 1})",
         {Space}},
        {"[1,\xe3\x80\x80"
         "2]",
         R"([1, 2])",
         {Space}},

        // Records
        {"{\"a\":1}\n{\"a\":2}\n", "[{\"a\":1},\n{\"a\":2}]\n", {Records}},
        {R"({"a":1},{"a":2})", R"([{"a":1},{"a":2}])", {Records}},
        {"{\"a\":1},\n{\"a\":2},\n", "[{\"a\":1},\n{\"a\":2}]\n", {Records, TrailingComma}},
        {"1\n2\n3", "[1,\n2,\n3]", {Records}},
        {R"("a", "b")", R"(["a", "b"])", {Records}},
        {"{\"a\":1}\nand\n{\"b\":2}", "[{\"a\":1},\n\n{\"b\":2}]", {TextAround, Records}},

        // Members without braces
        {R"("a": 1, "b": 2)", R"({"a": 1, "b": 2})", {Braces}},
        {"a: 1\nb: x",
         "{\"a\": 1,\n\"b\": \"x\"}",
         {Braces, UnquotedKey, MissingComma, UnquotedText}},
        {R"("a": 1})", R"({"a": 1})", {Braces}},
        {R"("a": {"b": [1]},)", R"({"a": {"b": [1]}})", {Braces}},

        // Strings
        {"[\"a\nb\tc\rd\"]", R"(["a\nb\tc\rd"])", {ControlCharacter}},
        {"[\"a\x01\x1f\b\f\"]", R"(["a\u0001\u001f\b\f"])", {ControlCharacter}},
        {R"(["\d+\s"])", R"(["\\d+\\s"])", {Escape}},
        {R"({"p": "C:\new\table"})", R"({"p": "C:\new\table"})", {}},
        {R"({"p": "C:\new\table",})", R"({"p": "C:\\new\\table"})", {Escape, TrailingComma}},
        {R"({"p": "C:\Users\me"})", R"({"p": "C:\\Users\\me"})", {Escape}},
        {R"({"p": "C:\dir\", "b": 1})", R"({"p": "C:\\dir\\", "b": 1})", {Escape}},
        {R"({"p": "C:\\a\\b",})", R"({"p": "C:\\a\\b"})", {TrailingComma}},
        {R"(["\x41\'\q"])", R"(["\u0041'\\q"])", {Escape}},
        {R"(["\u12"])", R"(["\\u12"])", {Escape}},
        {"[\"a\\\nb\"]", R"(["ab"])", {Escape}},
        {R"(["\ud83d\u0000\/\u00e9",])", R"(["\ud83d\u0000\/\u00e9"])", {TrailingComma}},
        {"[\"a\xff"
         "b\"]",
         "[\"a\xef\xbf\xbd"
         "b\"]",
         {InvalidUtf8}},
        {R"(["a" + "b"])", R"(["ab"])", {Concatenation}},
        {"{\"a\": 'b' +\n  'c' + \"d\", \"e\": 1}",
         R"({"a": "bcd", "e": 1})",
         {SingleQuotes, Concatenation}},

        // Escaped as a whole
        {R"({\"a\":1})", R"({"a":1})", {EscapedText}},
        {R"({\n  \"a\": \"b\\nc\"\n})", "{\n  \"a\": \"b\\nc\"\n}", {EscapedText}},
        {R"([{\"a\":\"x \\\"y\\\"\"}])", R"([{"a":"x \"y\""}])", {EscapedText}},
        {R"("{\"a\":1}")", R"({"a":1})", {EscapedText}},
        {R"('{"a": 1}')", R"({"a": 1})", {EscapedText, SingleQuotes}},
        {R"("\"{\\\"a\\\":1.0}\"")", R"({"a":1.0})", {EscapedText}},
        {R"({\"a\":1,})", R"({"a":1})", {EscapedText, TrailingComma}},
        {R"('{"a": 1,}')", R"({"a": 1})", {EscapedText, SingleQuotes, TrailingComma}},

        // Several at once
        {"// model\n{\n  name: 'bert', // its name\n  tags: ['a', 'b',],\n  rating: 4.90,\n  ok: "
         "True\n}",
         "{\n  \"name\": \"bert\",\n  \"tags\": [\"a\", \"b\"],\n  \"rating\": 4.90,\n  \"ok\": "
         "true\n}",
         {Comment, UnquotedKey, SingleQuotes, TrailingComma, PythonWord}},
        {R"({"a":1,"a":1.0,"z":[],"b":{},})", R"({"a":1,"a":1.0,"z":[],"b":{}})", {TrailingComma}},
    };
}

} // namespace modelscribe
