// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <optional>
#include <span>

namespace modelscribe {

//! What is: can ask for.
enum class QueryState {
    Draft,
    ReadOnly,
    UnknownTask, //!< It has a task, and the list of tasks does not (model/tasksuggestions.h).
    BadCover,    //!< One of its CoverUris cannot be shown: no address, or none of https.
    SameName,    //!< Another model has its name, as names are searched.
    Mine,        //!< Whoever asks made it.
    PaddedLabel  //!< The key of a label begins or ends with a blank.
};

struct QueryStateName
{
    QLatin1StringView name;
    QueryState state;
};

//! In the order in which they are offered.
std::span<const QueryStateName> queryStates();
//! In any case of letters.
std::optional<QueryState> findQueryState(QStringView name);
//! "draft, readonly, …"
QString queryStateNames();

//! What the model by itself tells: never that it is a Draft or Mine, or has the SameName.
bool isInState(const RegisteredModel &model, QueryState state);

} // namespace modelscribe
