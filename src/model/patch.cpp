// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/patch.h"

#include "model/modeldiff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

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
        auto text = editedExtraInfo(metadata.extraInfo, edit);
        if (!text)
            return failure(text.error());
        metadata.extraInfo = *std::move(text);
    }
    for (const Label &label : putLabels)
        putLabel(metadata.labels, label);
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
