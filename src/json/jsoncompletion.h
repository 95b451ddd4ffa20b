// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonschema.h"
#include "json/jsonvocabulary.h"

namespace modelscribe {

//! What could stand at a place of a text that is being typed.
struct JsonCompletion
{
    struct Candidate
    {
        QByteArray insert; //!< Raw JSON: a key with its quotation marks, or a value.
        QString label;     //!< For the list: the key or value as a person reads it.
        int uses = 0;      //!< Texts of the vocabulary that have it.
        bool fromSchema = false;
        QString description;

        friend bool operator==(const Candidate &, const Candidate &) = default;
    };

    bool isKey = false;
    JsonRange replaces;          //!< What was typed of it so far.
    JsonPath path;               //!< Of the object for a key, of the value for a value.
    QList<Candidate> candidates; //!< Those that contain what was typed; schema first, then by uses.
};

//! \p utf8 need not be valid behind \p cursor, and only closed enough before it to know the place.
//! Keys that the object already has are left out. Either source may be nullptr.
JsonCompletion completeJson(QByteArrayView utf8, qsizetype cursor, const JsonSchema *schema,
                            const JsonVocabulary *vocabulary);

} // namespace modelscribe
