// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/extrainfoedit.h"

#include "core/jsonwriter.h"
#include "json/jsonedit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> noSuchPlace(const JsonPath &path)
{
    return failure({.kind = Error::Kind::Invalid,
                    .detail = u"ExtraInfo has no place %1"_s.arg(jsonPathText(path)),
                    .code = u"NoSuchPlace"_s});
}

//! \p raw as the value of the members that \p keys name, one inside the other.
QByteArray nested(const JsonPath &keys, QByteArray raw)
{
    for (auto step = keys.crbegin(); step != keys.crend(); ++step)
        raw = '{' + jsonString(step->key) + ':' + raw + '}';
    return raw;
}

//! Into the object or array that the longest part of \p path which is there leads to.
Result<TextChanges> insertAt(const JsonTree &tree, const JsonPath &path, const QByteArray &raw)
{
    qsizetype known = path.size() - 1;
    auto parent = tree.find(path.first(known));
    while (!parent)
        parent = tree.find(path.first(--known));
    const JsonStep &step = path[known];
    const JsonPath inside = path.sliced(known + 1);
    const quint32 count = tree.childCount(*parent);
    const bool isArray = tree.kind(*parent) == JsonKind::Array;
    const bool fits = step.isElement()
                          ? isArray && step.index == qsizetype(count)
                          : tree.kind(*parent) == JsonKind::Object && step.occurrence == 0;
    if (!fits || std::ranges::any_of(inside, &JsonStep::isElement))
        return noSuchPlace(path);
    return jsonedit::insert(tree, *parent, count, step.key, nested(inside, raw));
}

Result<JsonText> changed(const JsonTree &tree, const Result<TextChanges> &changes)
{
    return changes.transform(
        [&](const TextChanges &made) { return JsonText(changedText(tree.text(), made)); });
}

//! The object \p added into the one at \p path of \p tree.
Result<JsonText> merged(const JsonTree &tree, const JsonPath &path, const JsonTree &added)
{
    Result<JsonText> result = JsonText(tree.text());
    if (const auto node = tree.find(path); node && tree.kind(*node) != JsonKind::Object)
        return noSuchPlace(path);
    for (const JsonNodeId member : added.children(0)) {
        JsonPath inside = path;
        inside.append({.key = added.key(member)});
        const auto known = tree.find(inside);
        const bool areObjects = known && tree.kind(*known) == JsonKind::Object
                                && added.kind(member) == JsonKind::Object;
        const JsonText part(added.rawValue(member).toByteArray());
        result = editedExtraInfo(
            *result, {.kind = areObjects ? ExtraInfoEdit::Kind::Merge : ExtraInfoEdit::Kind::Set,
                      .path = inside,
                      .value = part});
        if (!result)
            return result;
    }
    return result;
}

} // namespace

Result<JsonText> editedExtraInfo(const JsonText &extraInfo, const ExtraInfoEdit &edit)
{
    using Kind = ExtraInfoEdit::Kind;
    const JsonTree tree = JsonTree::parse(extraInfo.isEmpty() ? QByteArray("{}")
                                                              : extraInfo.utf8());
    if (!tree.isValid())
        return failure(Error::Kind::Invalid, u"ExtraInfo is not JSON"_s);
    if (edit.kind == Kind::Merge) {
        const JsonTree added = JsonTree::parse(edit.value.utf8());
        if (!added.isValid() || added.kind(0) != JsonKind::Object)
            return failure({.kind = Error::Kind::Invalid,
                            .detail = u"only an object can be merged"_s,
                            .code = u"NotJson"_s});
        if (added.childCount(0) == 0)
            return extraInfo;
        if (tree.find(edit.path))
            return merged(tree, edit.path, added);
        return changed(tree, insertAt(tree, edit.path, edit.value.utf8()));
    }
    const auto node = edit.path.isEmpty() ? std::nullopt : tree.find(edit.path);
    if (edit.path.isEmpty() || (!node && edit.kind != Kind::Set))
        return noSuchPlace(edit.path);
    if (!node)
        return changed(tree, insertAt(tree, edit.path, edit.value.utf8()));
    if (edit.kind == Kind::Remove)
        return changed(tree, jsonedit::remove(tree, *node));
    if (edit.kind == Kind::Rename)
        return changed(tree, jsonedit::renameKey(tree, *node, edit.key));
    return changed(tree, jsonedit::setValue(tree, *node, edit.value.utf8()));
}

} // namespace modelscribe
