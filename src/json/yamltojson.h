// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <optional>

namespace modelscribe {

//! What should be said of a conversion.
struct YamlNotes
{
    int leadingZeros = 0; //!< Numbers such as 0755 that became texts.
};

//! One YAML document as JSON with two blanks a level. Order, number spelling (as far as JSON allows
//! it) and duplicate keys stay; anchors and merge keys are written out, bounded; plain scalars
//! follow YAML's core schema: 0x1F becomes 31 and .5 becomes 0.5, but what no JSON number can say
//! (.inf, .nan, hexadecimal over 64 bits) and numbers with leading zeros (0755: octal in YAML 1.1,
//! decimal in 1.2, an identifier for people) stay text. Comments and tags go. Error::Kind::Decode
//! with line and column in its detail when it is no YAML, more than one document, over 1 MiB, over
//! about 500 levels, grows over 16 MiB or has a key that is a list or a map.
Result<QByteArray> yamlToJson(QByteArrayView utf8, YamlNotes *notes = nullptr);

//! The front matter of a model card.
struct FrontMatter
{
    QByteArrayView yaml; //!< What is between a first line --- and the next --- or ...
    QByteArrayView body; //!< What is behind them.
};

//! nullopt: \p text has none, or not its end.
std::optional<FrontMatter> frontMatter(QByteArrayView text);

} // namespace modelscribe
