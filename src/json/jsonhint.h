// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"
#include "json/textchange.h"

#include <QStringList>

namespace modelscribe {

//! Something about a value that is worth a second look; it never stops a save. Facts only:
//! ui/json/jsonwording.h makes the sentences.
struct JsonHint
{
    enum class Code {
        WrongType,   //!< expected: type names of the schema.
        TooSmall,    //!< expected: the bound; detail "exclusive": it is too small itself. Numbers.
        TooLarge,    //!< The same.
        NotMultiple, //!< expected: of what.
        NotInList,   //!< expected: the values allowed.
        TooShort,    //!< expected: the bound. Strings, arrays, objects.
        TooLong,     //!< The same.
        BadPattern,  //!< expected: the pattern.
        BadFormat,   //!< expected: the format's name, such as "uri".
        MissingMember, //!< expected: the key. node is the object, range its opening brace.
        NotAllowed,    //!< A member that the schema forbids.
        NotUnique,     //!< Elements repeat.
        NoVariant,     //!< None, or more than one, of several schemas fits.
        DuplicateKey,
        UnusualType,   //!< Other models have another type here; expected: its name, and uses.
        SchemaUnusable //!< The schema itself is wrong; detail says how.
    };

    Code code;
    JsonNodeId node = 0;
    JsonRange range; //!< What to mark: a value, or a key for DuplicateKey.
    QStringList expected;
    int uses = 0;
    QString detail;
    TextChanges fix; //!< Empty: nothing can be offered.

    friend bool operator==(const JsonHint &, const JsonHint &) = default;
};

} // namespace modelscribe
