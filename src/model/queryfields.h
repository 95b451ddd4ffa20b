// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <span>

namespace modelscribe {

//! How the value behind a field is meant.
enum class QueryFieldKind {
    Part,   //!< Stands somewhere in the text.
    Person, //!< The same of an id, or of the name that a person of this id has.
    Whole,  //!< Is the text.
    Number,
    Size, //!< A number of parameters: 7B.
    Time,
    Label,
    Extra, //!< A part of the JSON text; with a path a value in it.
    Has,
    Missing,
    Is
};

//! A field of the query language.
struct QueryField
{
    QLatin1StringView name;
    QLatin1StringView serviceName; //!< In small letters.
    QueryFieldKind kind;
    const QString &(*read)(const RegisteredModel &) = nullptr; //!< nullptr: no plain text.
    QLatin1StringView otherName = {};

    bool isCalled(QStringView typed) const;
};

//! In the order in which they are offered.
std::span<const QueryField> queryFields();
//! By any of its names, in any case; nullptr when there is none.
const QueryField *findQueryField(QStringView name);

} // namespace modelscribe
