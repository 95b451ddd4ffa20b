// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepairrows.h"

namespace modelscribe {

//! Brackets that are crossed, missing or of another language, and calls.
inline std::vector<JsonRepairRow> jsonRepairBracketRows()
{
    using enum JsonRepairStep::Code;
    return {
        // Brackets that are crossed
        {R"([{"a":[{"b":1}}],"c":2},{"d":3}])",
         R"([{"a":[{"b":1}],"c":2},{"d":3}])",
         {ExtraBracket}},
        {R"([{"k":{"e":[{"s":"B"}}]},{"k":2}])",
         R"([{"k":{"e":[{"s":"B"}]}},{"k":2}])",
         {WrongBracket}},
        {R"({"a":{"b":[1}],"c":2})", R"({"a":{"b":[1]},"c":2})", {WrongBracket}},

        {R"({"m":[{"n":"a","f":[{"g":1}}],"n":1},{"n":"b"}]})",
         R"({"m":[{"n":"a","f":[{"g":1}],"n":1},{"n":"b"}]})",
         {ExtraBracket}},

        // A list that goes on with the next member
        {R"({"a":[1,2,"b":3})", R"({"a":[1,2],"b":3})", {MissingBracket}},
        {R"({"tags":["chat","zh","License":{"id":"mit"},"Rating":4.5})",
         R"({"tags":["chat","zh"],"License":{"id":"mit"},"Rating":4.5})",
         {MissingBracket}},
        {R"({"a": [1, 2, b: 3, c: 4})",
         R"({"a": [1, 2], "b": 3, "c": 4})",
         {UnquotedKey, MissingBracket}},
        {"{\n  \"a\": [\n    1,\n  \"b\": 2\n}",
         "{\n  \"a\": [\n    1],\n  \"b\": 2\n}",
         {MissingBracket}},
        {R"({"a":[1,"b":[2,"c":3})", R"({"a":[1],"b":[2],"c":3})", {MissingBracket}},
        {R"({"a":[1,"b":2],"c":3})", R"({"a":[1,{"b":2}],"c":3})", {MissingBracket}},
        {R"(["a":1,"b":2])", R"([{"a":1,"b":2}])", {MissingBracket}},

        // Brackets of others
        {R"([(1), ("x"), ({"a": 1}), (1,), ()])",
         R"([1, "x", {"a": 1}, [1], []])",
         {ExtraBracket, OtherBrackets, TrailingComma}},
        {R"({1, 2, "c"})", R"([1, 2, "c"])", {OtherBrackets}},
        {R"({"a": {'x', 'y'}})", R"({"a": ["x", "y"]})", {OtherBrackets, SingleQuotes}},
        {R"({"别名"：【"千问"，"Qwen"】})",
         R"({"别名":["千问","Qwen"]})",
         {MissingColon, OtherBrackets, MissingComma}},
        {R"(｛“名称”：“通义”，“别名”：［“千问”，“Qwen”］｝)",
         R"({"名称":"通义","别名":["千问","Qwen"]})",
         {OtherBrackets, OtherQuotes, MissingColon, MissingComma}},
        {R"({"标签":["猫"、"狗"；"鸟"]})", R"({"标签":["猫","狗","鸟"]})", {MissingComma}},
        {R"(｛评分：４.５，名称：「通义」｝)",
         R"({"评分":4.5,"名称":"通义"})",
         {OtherBrackets, UnquotedKey, MissingColon, Number, MissingComma, OtherQuotes}},
        {R"({"名": 【千问、Qwen】})",
         R"({"名": ["千问","Qwen"]})",
         {OtherBrackets, UnquotedText, MissingComma}},
        {R"({"a"：true，"b"：null、"c"：False｝)",
         R"({"a":true,"b":null,"c":false})",
         {MissingColon, MissingComma, PythonWord}},
        {R"({"a": （1，2）})", R"({"a": [1,2]})", {OtherBrackets, MissingComma}},

        // Calls
        {R"({"acc": np.float64(0.913)})", R"({"acc": 0.913})", {Call}},
        {R"({"size": torch.Size([1, 3]), "dtype": torch.float16})",
         R"({"size": [1, 3], "dtype": "torch.float16"})",
         {Call, UnquotedText}},
        {R"({"when": datetime.datetime(2026, 3, 1), "ok": 1})",
         "{\"when\": \"datetime.datetime(2026, 3, 1)\", \"ok\": 1}",
         {UnquotedText}},
        {R"([np.array([np.float32(1.5), np.float32(2.)]), Decimal('1.10')])",
         R"([[1.5, 2.0], "1.10"])",
         {Call, Number, SingleQuotes}},
        {R"({"a": array([1, 2], dtype=int8), "b": dict(x=1), "c": set()})",
         "{\"a\": \"array([1, 2], dtype=int8)\", \"b\": \"dict(x=1)\", \"c\": \"set()\"}",
         {UnquotedText}},
        {R"({"_id": ObjectId("5f"), "at": new Date("2026-03-01")})",
         R"({"_id": "5f", "at": "2026-03-01"})",
         {Call}},
        {R"({"a": math.sqrt(2), "b": range(10), "c": f("x")})",
         "{\"a\": \"math.sqrt(2)\", \"b\": \"range(10)\", \"c\": \"f(\\\"x\\\")\"}",
         {UnquotedText}},
        {R"({(1, 2): 1, date(2026, 3, 1): "b"})",
         "{\"(1, 2)\": 1, \"date(2026, 3, 1)\": \"b\"}",
         {UnquotedKey}},
        {"NumberLong(\"2\")", R"("2")", {Call}},
        {R"({"n": np.float64(0.9)", R"({"n": 0.9})", {Call, Truncated}},
    };
}

} // namespace modelscribe
