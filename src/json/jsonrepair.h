// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
