// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonhint.h"

namespace modelscribe {

//! Which hints of a text are about one member of an object, and how they are said beside it.
struct JsonMemberHints
{
    const JsonTree &tree; //!< The hints' own.
    std::optional<JsonNodeId> object;
    std::optional<JsonNodeId> member; //!< nullopt: it is not there.
    QString key;

    bool contains(const JsonHint &hint) const;
    QString sentence(const JsonHint &hint) const;
};

} // namespace modelscribe
