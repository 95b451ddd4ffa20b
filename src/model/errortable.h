// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <span>

//! One table from an error's kind and code to what happened and what to do next.
namespace modelscribe::wording {

//! The texts are to be translated in the context "Wording".
struct ErrorRow
{
    //! What else must hold of an error of this kind and code.
    enum class When {
        Always,
        Lost,      //!< It may have happened.
        Here,      //!< It was not the registry that said so.
        SameText,  //!< The registry signed the same text.
        Missing,   //!< It names the permission that is missing.
        Busy,      //!< 502, 503 and 504.
        Failing,   //!< The other 5xx.
        Explained, //!< The registry says why.
        Detailed,  //!< There is a detail.
        Denied     //!< A policy forbids it; another that allows it would not help.
    };

    //! What stands behind the sentence.
    enum class Adds {
        Nothing,
        Quote,  //!< The service's own words.
        Reason, //!< In brackets: which host, which proxy, why.
        Detail,
        Action,
        Clock,
        Certificate //!< Whose it is, who signed it, from when and until when.
    };

    Error::Kind kind;
    const char *code; //!< Empty: any. A code's beginning when it ends in "*".
    When when;
    const char *happened;
    Adds adds;
    const char *next; //!< Empty: nothing.
};

std::span<const ErrorRow> errorRows();
//! The words for \p error.
const ErrorRow &errorRow(const Error &error);

} // namespace modelscribe::wording
