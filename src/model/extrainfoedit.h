// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsontext.h"
#include "core/result.h"
#include "json/jsonpath.h"

namespace modelscribe {

//! What is to become of one place of an ExtraInfo.
struct ExtraInfoEdit
{
    enum class Kind {
        Set, //!< Whatever is there, to value; a member that is not there comes.
        Remove,
        Rename, //!< The member, to key.
        Merge   //!< The object, with value: members that both have follow value, objects inside
                //!< are merged too. An object that is not there comes.
    };

    Kind kind = Kind::Set;
    JsonPath path;  //!< Empty, the whole, only to merge: else it is a field.
    JsonText value; //!< Of Set and Merge; put in as it stands.
    QString key;    //!< Of Rename.

    friend bool operator==(const ExtraInfoEdit &, const ExtraInfoEdit &) = default;
};

//! \p extraInfo with \p edit done and every other character as it was; an unset one counts as {}.
//! Fails (Invalid) when it is no JSON, with the code "NoSuchPlace" when the path leads nowhere, and
//! with those of json/jsonedit.h.
Result<JsonText> editedExtraInfo(const JsonText &extraInfo, const ExtraInfoEdit &edit);

} // namespace modelscribe
