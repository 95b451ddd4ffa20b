// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonpath.h"

namespace modelscribe {

//! A part of a schema that cannot be used. The rest is, and nothing is said of what this part
//! would have demanded.
struct SchemaGap
{
    enum class Kind {
        Pattern,   //!< Not ECMAScript, or more than can be searched for here.
        Reference, //!< To another document or to nothing.
        Circle     //!< References that only lead to each other.
    };

    Kind kind;
    JsonPath path; //!< Of the keyword.

    friend bool operator==(const SchemaGap &, const SchemaGap &) = default;
};

} // namespace modelscribe
