// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrevert.h"

#include "json/jsonedit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using DifferenceKind = JsonDifference::Kind;

tl::unexpected<Error> noPlaceToRevert()
{
    return failure(Error{.kind = Error::Kind::Invalid, .code = u"NoSuchPlace"_s});
}

//! The elements of the array at \p array that were removed or added, by index.
QList<qsizetype> elements(const JsonPath &array, DifferenceKind kind,
                          const QList<JsonDifference> &all)
{
    QList<qsizetype> result;
    for (const JsonDifference &difference : all) {
        const JsonPath &path = difference.path;
        if (difference.kind == kind && path.size() == array.size() + 1 && path.last().isElement()
            && std::equal(array.begin(), array.end(), path.begin()))
            result.append(path.last().index);
    }
    std::ranges::sort(result);
    return result;
}

//! Elements that stayed keep their order: the n-th of one text is the n-th of the other.
qsizetype elementInLater(qsizetype index, const QList<qsizetype> &removed,
                         const QList<qsizetype> &added)
{
    qsizetype later = index - (std::ranges::lower_bound(removed, index) - removed.begin());
    for (const qsizetype at : added) {
        if (at <= later)
            ++later;
    }
    return later;
}

//! Behind the nearest member before it that is still there.
quint32 positionForMember(const JsonTree &stored, JsonNodeId member, const JsonTree &now,
                          JsonNodeId object, const JsonPath &objectPath)
{
    const JsonNodeId parent = stored.parent(member);
    const QList<JsonNodeId> siblings = stored.children(parent);
    for (qsizetype i = siblings.indexOf(member) - 1; i >= 0; --i) {
        JsonPath path = objectPath;
        path.append(stored.path(siblings[i]).last());
        const auto found = now.find(path);
        if (found && now.parent(*found) == object)
            return now.indexInParent(*found) + 1;
    }
    return 0;
}

Result<TextChanges> putBack(const JsonTree &stored, const JsonTree &now,
                            const QList<JsonDifference> &differences,
                            const JsonDifference &difference)
{
    const auto node = stored.find(difference.path);
    JsonPath path = pathInLater(difference.path, differences);
    if (!node || path.isEmpty())
        return noPlaceToRevert();
    const JsonStep step = path.takeLast();
    const auto parent = now.find(path);
    if (!parent || !now.isContainer(*parent)
        || step.isElement() != (now.kind(*parent) == JsonKind::Array))
        return noPlaceToRevert();
    const quint32 position = step.isElement()
                                 ? std::min(quint32(step.index), now.childCount(*parent))
                                 : positionForMember(stored, *node, now, *parent, path);
    return jsonedit::insert(now, *parent, position, step.key, stored.rawValue(*node));
}

//! The object of \p stored that became the one at \p laterPath; its elements may have other
//! indexes.
std::optional<JsonNodeId> objectBefore(const JsonTree &stored, const JsonPath &laterPath,
                                       const QList<JsonDifference> &differences)
{
    const auto looksAlike = [&laterPath](const JsonPath &path) {
        return std::ranges::equal(path, laterPath, [](const JsonStep &a, const JsonStep &b) {
            return a == b || (a.isElement() && b.isElement());
        });
    };
    for (JsonNodeId node = 0; node < stored.size(); ++node) {
        if (stored.kind(node) != JsonKind::Object || stored.depth(node) != int(laterPath.size()))
            continue;
        const JsonPath path = stored.path(node);
        if (looksAlike(path) && pathInLater(path, differences) == laterPath)
            return node;
    }
    return {};
}

//! Every place of a member in the text gets the one that stood there; what is between them stays.
Result<TextChanges> reorder(const JsonTree &stored, const JsonTree &now,
                            const QList<JsonDifference> &differences, const JsonPath &laterPath)
{
    const auto object = now.find(laterPath);
    const auto before = objectBefore(stored, laterPath, differences);
    if (!object || !before || now.childCount(*object) != stored.childCount(*before))
        return noPlaceToRevert();
    TextChanges changes;
    const QList<JsonNodeId> places = now.children(*object);
    const QList<JsonNodeId> wanted = stored.children(*before);
    for (qsizetype i = 0; i < places.size(); ++i) {
        JsonPath path = laterPath;
        path.append(stored.path(wanted[i]).last());
        const auto member = now.find(path);
        if (!member)
            return noPlaceToRevert();
        if (*member == places[i])
            continue;
        const JsonRange from = now.entryRange(*member);
        const JsonRange to = now.entryRange(places[i]);
        changes.append({to.begin, to.end, now.text().sliced(from.begin, from.size())});
    }
    return changes;
}

} // namespace

JsonPath pathInLater(const JsonPath &path, const QList<JsonDifference> &differences)
{
    JsonPath later;
    for (qsizetype i = 0; i < path.size(); ++i) {
        JsonStep step = path[i];
        if (step.isElement())
            step.index = elementInLater(
                step.index, elements(path.first(i), DifferenceKind::Removed, differences),
                elements(later, DifferenceKind::Added, differences));
        later.append(step);
    }
    return later;
}

Result<TextChanges> revertDifference(const JsonTree &stored, const JsonTree &now,
                                     const QList<JsonDifference> &differences,
                                     const JsonDifference &difference)
{
    if (!stored.isValid() || !now.isValid())
        return noPlaceToRevert();
    if (difference.kind == DifferenceKind::Removed)
        return putBack(stored, now, differences, difference);
    const auto node = now.find(difference.path);
    if (!node)
        return noPlaceToRevert();
    switch (difference.kind) {
    case DifferenceKind::Added: return jsonedit::remove(now, *node);
    case DifferenceKind::Order: return reorder(stored, now, differences, difference.path);
    case DifferenceKind::Changed:
    case DifferenceKind::Spelling:
    case DifferenceKind::Removed: break;
    }
    return jsonedit::setValue(now, *node, difference.before);
}

} // namespace modelscribe
