// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querystates.h"

#include "core/jsonmembers.h"
#include "model/tasksuggestions.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr std::array stateTable = {
    QueryStateName{"draft"_L1, QueryState::Draft},
    QueryStateName{"mine"_L1, QueryState::Mine},
    QueryStateName{"readonly"_L1, QueryState::ReadOnly},
    QueryStateName{"unknown-task"_L1, QueryState::UnknownTask},
    QueryStateName{"bad-cover"_L1, QueryState::BadCover},
    QueryStateName{"same-name"_L1, QueryState::SameName},
    QueryStateName{"padded-label"_L1, QueryState::PaddedLabel},
};

//! What is shown of strangers' servers is asked for by https and without a password.
bool canBeShown(const JsonText &cover)
{
    const auto address = jsonStringValue(cover.utf8());
    if (!address)
        return false;
    const QUrl url(address->trimmed(), QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
           && url.userInfo().isEmpty();
}

bool hasBadCover(const QByteArray &extraInfo)
{
    // Most models have none: a search of bytes is ten times as fast as reading.
    if (!extraInfo.contains("CoverUris") && !extraInfo.contains('\\'))
        return false;
    const auto members = jsonMembers(extraInfo);
    return members && std::ranges::any_of(*members, [](const RawMember &member) {
               if (member.key != "CoverUris"_L1 || member.value.utf8() == "null")
                   return false;
               const auto covers = jsonElements(member.value.utf8());
               return !covers || !std::ranges::all_of(*covers, canBeShown);
           });
}

bool isPadded(const Label &label)
{
    return !label.key.isEmpty() && (label.key.front().isSpace() || label.key.back().isSpace());
}

} // namespace

std::span<const QueryStateName> queryStates() { return stateTable; }

std::optional<QueryState> findQueryState(QStringView name)
{
    const auto *row = std::ranges::find_if(stateTable, [name](const QueryStateName &state) {
        return name.compare(state.name, Qt::CaseInsensitive) == 0;
    });
    return row == stateTable.end() ? std::nullopt : std::optional(row->state);
}

QString queryStateNames()
{
    QStringList names;
    for (const QueryStateName &state : stateTable)
        names.append(state.name);
    return names.join(u", "_s);
}

bool isInState(const RegisteredModel &model, QueryState state)
{
    switch (state) {
    case QueryState::ReadOnly: return model.isReadOnly();
    case QueryState::UnknownTask:
        return !model.metadata.task.isEmpty() && !isKnownTask(model.metadata.task);
    case QueryState::BadCover: return hasBadCover(model.metadata.extraInfo.utf8());
    case QueryState::PaddedLabel: return std::ranges::any_of(model.metadata.labels, isPadded);
    case QueryState::Draft:
    case QueryState::Mine:
    case QueryState::SameName: break;
    }
    return false;
}

} // namespace modelscribe
