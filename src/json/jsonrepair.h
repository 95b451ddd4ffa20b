// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The story of mending what should be JSON.
//
// Valid JSON is left as it is. A text with a backslash before its quotation marks, or with each
// mark twice, loses one level of that first, if that helps. The rest is the work of
// JsonRepairReader: it goes through the text and is always waiting for one of four things,
//
//   Value -> AfterValue -> (comma) Value               in a list, or where nothing is open
//   Key -> Colon -> Value -> AfterValue -> (comma) Key in an object
//
// and where something else stands it decides what was meant: a comma, colon, bracket or value that
// is missing is put in, what can stand nowhere is left out. JsonRepairStructure writes: it knows
// what is waited for and where behind the last token something is put in afterwards. Strings are
// JsonRepairString's, which finds their end by what may follow it (jsonrepairstringend.h); words
// and numbers without marks are jsonrepairword.h's; words, fences and calls around the value
// jsonrepairaround.h's; wrong brackets jsonrepairbrackets.h's. All share a JsonRepairCursor.
//
// At the end what is open is closed, and two others judge: checkJson(), whether it is JSON, and
// JsonRepairRecord, whether all words that no step leaves out are there. A reader that could only
// guess gives up; then the text comes back as it was, with its problem. Last, an object or list
// that was written as a string is taken out of it.
//
// What may never happen: a value is made up, but null where a key has none; a word is lost that no
// step speaks of; time grows faster than the text (JsonRepairLookahead counts what it looks at, and
// strings without an end are read again only so often); calls go deeper with the text.

#include "core/jsonscanner.h"

#include <QByteArray>
#include <QList>

namespace modelscribe {

//! What repairJson() did to a text, once for each kind.
struct JsonRepairStep
{
    enum class Code {
        TrailingComma,
        MissingComma,
        MissingColon,
        SingleQuotes,
        OtherQuotes, //!< “ ” ‘ ’ „ and the like around strings.
        UnquotedKey,
        UnquotedText,
        Comment,
        PythonWord,       //!< True, False, None.
        OtherWord,        //!< NaN, Infinity, undefined: became null.
        Number,           //!< .5, 5., +1, 0x1F, 1_000, ４.５
        LeadingZeros,     //!< 00812 became a text: it names something.
        Call,             //!< np.float64(0.9) became 0.9.
        Truncated,        //!< The end was missing: strings and brackets were closed.
        CodeFence,        //!< ``` lines around the text.
        Records,          //!< Several values one after the other became an array.
        EscapedText,      //!< The whole text was a JSON string, or had \" everywhere.
        Escape,           //!< A backslash that starts no escape.
        ControlCharacter, //!< A raw control character inside a string.
        ExtraBracket,
        MissingBracket, //!< [1, 2, "key": 3
        WrongBracket,   //!< {"a": 1], [{"a": 1]}
        OtherBrackets,  //!< (1, 2), {1, 2}, 【1，2】
        ByteOrderMark,
        InvalidUtf8,
        TextAround,    //!< Words before or behind the value.
        Braces,        //!< Members without { } around them.
        Concatenation, //!< "a" + "b"
        MissingQuote,  //!< A string without its end.
        InnerQuote,    //!< A quotation mark inside a string without a backslash.
        MissingValue,  //!< A key without a value: became null.
        Space          //!< White space that JSON does not know.
    };

    Code code;
    int count = 0;
    qsizetype firstAt = 0; //!< Byte offset in the original text.

    friend bool operator==(const JsonRepairStep &, const JsonRepairStep &) = default;
};

struct JsonRepair
{
    //! JSON when problem is empty. What was right in the original is there byte for byte.
    QByteArray text;
    QList<JsonRepairStep> steps;
    std::optional<JsonProblem> problem; //!< Of text: it could not be mended.
};

//! Mends what people paste. Valid JSON comes back unchanged with no steps, unless it is a string
//! that holds an object or array. What cannot be mended comes back unchanged with its problem, and
//! so do texts over 16 MiB. Linear in the length of the text, never recursive. No value is made up:
//! only a key without one gets null. No word is lost: but for comments, what is around the value
//! and what a step says was written in another way, all letters and digits of the text are in the
//! result in their order, or it is not mended.
JsonRepair repairJson(QByteArrayView utf8);

} // namespace modelscribe
