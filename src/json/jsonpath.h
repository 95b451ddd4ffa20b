// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace modelscribe {

//! One step from a JSON value to a value inside of it: a member's key or an element's index.
struct JsonStep
{
    QString key;
    qsizetype index = -1; //!< Of an element, from 0; -1: a member.
    int occurrence = 0;   //!< Among members of the same key, from 0.

    bool isElement() const { return index >= 0; }

    friend bool operator==(const JsonStep &, const JsonStep &) = default;
};

//! The way from the outermost value to one inside; empty: the outermost value itself.
using JsonPath = QList<JsonStep>;

//! "$.Rating", "$.CoverUris[0]", "$['a b']"; a repeated key gets "#2" for its second occurrence.
//! Reads back with jsonPathFromText().
QString jsonPathText(const JsonPath &path);
//! nullopt when \p text is no such path.
std::optional<JsonPath> jsonPathFromText(QStringView text);

} // namespace modelscribe
