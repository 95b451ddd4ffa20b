// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/patch.h"

#include "core/jsonwriter.h"
#include "model/modeldiff.h"
#include "json/jsonedit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> noSuchPlace(const JsonPath &path)
{
    return failure(Error::Kind::Invalid, u"ExtraInfo has no place %1"_s.arg(jsonPathText(path)));
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

Result<JsonText> edited(const JsonText &extraInfo, const ExtraInfoEdit &edit)
{
    const QByteArray text = extraInfo.isEmpty() ? QByteArray("{}") : extraInfo.utf8();
    const JsonTree tree = JsonTree::parse(text);
    if (!tree.isValid())
        return failure(Error::Kind::Invalid, u"ExtraInfo is not JSON"_s);
    const auto node = edit.path.isEmpty() ? std::nullopt : tree.find(edit.path);
    if (edit.path.isEmpty() || (!node && !edit.value))
        return noSuchPlace(edit.path);
    const auto changes = !node         ? insertAt(tree, edit.path, edit.value->utf8())
                         : !edit.value ? jsonedit::remove(tree, *node)
                                       : jsonedit::setValue(tree, *node, edit.value->utf8());
    return changes.transform(
        [&](const TextChanges &made) { return JsonText(changedText(text, made)); });
}

void put(QList<Label> &labels, const Label &label)
{
    const auto held = std::ranges::find(labels, label.key, &Label::key);
    if (held == labels.end()) {
        labels.append(label);
        return;
    }
    held->value = label.value;
    const auto isTwin = [&](const Label &other) {
        return &other != &*held && other.key == label.key;
    };
    labels.erase(std::remove_if(held + 1, labels.end(), isTwin), labels.end());
}

} // namespace

bool Patch::isEmpty() const
{
    return fields.isEmpty() && putLabels.isEmpty() && takenLabels.isEmpty() && extraInfo.isEmpty();
}

Result<ModelMetadata> Patch::applied(ModelMetadata metadata) const
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const ModelField *known = findField(field.key());
        if (!known)
            return failure(Error::Kind::Invalid, u"there is no field "_s + field.key());
        known->write(metadata, field.value());
    }
    for (const ExtraInfoEdit &edit : extraInfo) {
        auto text = edited(metadata.extraInfo, edit);
        if (!text)
            return failure(text.error());
        metadata.extraInfo = *std::move(text);
    }
    for (const Label &label : putLabels)
        put(metadata.labels, label);
    metadata.labels.removeIf([this](const Label &l) { return takenLabels.contains(l.key); });
    return metadata;
}

Patch Patch::between(const ModelMetadata &before, const ModelMetadata &after)
{
    Patch patch;
    for (const FieldChange &change : fieldChanges(before, after))
        patch.fields.insert(change.field->key, change.after);
    const LabelChanges labels = labelChanges(before.labels, after.labels);
    patch.putLabels = labels.added;
    for (const Label &label : labels.removed) {
        const auto put = std::ranges::find(labels.added, label.key, &Label::key);
        if (put == labels.added.end() && !patch.takenLabels.contains(label.key))
            patch.takenLabels.append(label.key);
    }
    return patch;
}

} // namespace modelscribe
