// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! Something in a query that is not understood, or understood otherwise than it may be meant.
//! model/querywording.h has the sentences.
struct QueryProblem
{
    enum class Code {
        // Not understood: the query cannot be asked.
        TooLong,
        TooDeep,
        NothingOpen,   //!< A ")" without its "(".
        NothingClosed, //!< A "(" without its ")".
        EmptyGroup,
        EmptyText,      //!< Quotation marks with nothing between them.
        Unsearchable,   //!< Nothing but characters that searching does not see.
        NothingBefore,  //!< In front of OR or AND.
        NothingBehind,  //!< OR, AND, NOT.
        MixedOperators, //!< a AND b OR c.
        NoInteger,
        NoSize,
        NoTime,
        NoNumber, //!< Of ExtraInfo.
        NoPath,
        Backwards, //!< A range whose end stands before its beginning.
        NoField,   //!< Behind has: and missing:.
        NoState,   //!< Behind is:.
        // Understood, but maybe not as meant.
        NotAField,
        SizeAsText,
        IntegerAsText,
        LoneMinus,
        SmallOr,
        OpenQuote
    };

    Code code = Code::TooLong;
    qsizetype begin = 0;
    qsizetype length = 0;
    QString subject; //!< What the sentence is about.
    QString offer;   //!< What could stand in the range instead; empty when nothing is obvious.

    friend bool operator==(const QueryProblem &, const QueryProblem &) = default;
};

} // namespace modelscribe
