// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace modelscribe {

//! A regular expression of JSON Schema: ECMAScript's, read with its flag "u", in PCRE's spelling.
//! Only what means the same in both is taken: a pattern that one of them reads in another way is
//! none, so that nothing is ever said of a text that its author did not mean.
struct EcmaPattern
{
    QString perl;          //!< May still be too much for PCRE, such as "(?<=a+)b".
    bool isStrict = false; //!< Without what only older readers take, such as "\-" or "a{".

    //! nullopt: not ECMAScript, or with halves of surrogate pairs.
    static std::optional<EcmaPattern> fromText(QStringView text);
};

} // namespace modelscribe
