// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/servicerules.h"

#include "model/extrainfoedit.h"
#include "json/jsondifference.h"
#include "json/jsontree.h"

#include <algorithm>

namespace modelscribe {

namespace {

//! What is not merged goes with what holds it.
bool isMerged(const JsonPath &path, ServiceRules::Merge merge)
{
    if (std::ranges::any_of(path, &JsonStep::isElement))
        return false;
    return merge == ServiceRules::Merge::Deep || path.size() == 1;
}

QList<JsonPath> removedMembers(const JsonText &before, const JsonText &after,
                               ServiceRules::Merge merge)
{
    const JsonTree old = JsonTree::parse(before.utf8());
    const JsonTree now = JsonTree::parse(after.utf8());
    QList<JsonPath> removed;
    if (merge == ServiceRules::Merge::None || !old.isValid() || !now.isValid())
        return removed;
    for (const JsonDifference &difference : jsonDifferences(old, now)) {
        if (difference.kind == JsonDifference::Kind::Removed && isMerged(difference.path, merge))
            removed.append(difference.path);
    }
    return removed;
}

} // namespace

QStringList extraInfoThatStays(const JsonText &before, const JsonText &after,
                               const ServiceRules &rules)
{
    QStringList paths;
    if (rules.nullRemoves)
        return paths;
    for (const JsonPath &path : removedMembers(before, after, rules.extraInfo))
        paths.append(jsonPathText(path));
    return paths;
}

JsonText extraInfoToSend(const JsonText &before, const JsonText &after, const ServiceRules &rules)
{
    JsonText sent = after;
    if (!rules.nullRemoves)
        return sent;
    for (const JsonPath &path : removedMembers(before, after, rules.extraInfo)) {
        const auto edited = editedExtraInfo(
            sent, {.kind = ExtraInfoEdit::Kind::Set, .path = path, .value = JsonText("null")});
        if (edited)
            sent = *edited;
    }
    return sent;
}

} // namespace modelscribe
