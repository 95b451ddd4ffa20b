// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonschema.h"

namespace modelscribe {

//! The editors that a member of an object can have.
enum class JsonFieldKind {
    Number,
    Stars,
    Text,
    LongText, //!< Of several lines.
    Choice,   //!< true and false, or the values of a list.
    TextList,
    Pictures,
    Raw //!< Anything else: shown as JSON, edited in the text.
};

//! What \p property asks for, and the value there when it is something else.
JsonFieldKind jsonFieldKind(const SchemaProperty &property, const JsonTree &tree,
                            std::optional<JsonNodeId> member);

} // namespace modelscribe
