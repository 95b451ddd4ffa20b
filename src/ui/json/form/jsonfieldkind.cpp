// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonfieldkind.h"

#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/lineedit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonFieldKind jsonFieldKind(const SchemaProperty &property, const JsonTree &tree,
                            std::optional<JsonNodeId> member)
{
    const auto allows = [&property](JsonKind kind) {
        return property.kinds.isEmpty() || property.kinds.contains(kind);
    };
    std::optional<JsonKind> there;
    if (member)
        there = tree.kind(*member);
    if (there == JsonKind::Null || !there) { // what would it be
        const auto usual = std::ranges::find_if(
            property.kinds, [](JsonKind kind) { return kind != JsonKind::Null; });
        if (there && !allows(JsonKind::Null))
            return JsonFieldKind::Raw;
        if (usual != property.kinds.end())
            there = *usual;
    } else if (!allows(*there)) {
        return JsonFieldKind::Raw;
    }
    if (!property.values.isEmpty() && (!there || *there > JsonKind::Array))
        return JsonFieldKind::Choice;
    if (!there)
        return JsonFieldKind::Raw;
    switch (*there) {
    case JsonKind::Number:
        return property.widget == "stars"_L1 ? JsonFieldKind::Stars : JsonFieldKind::Number;
    case JsonKind::Boolean: return JsonFieldKind::Choice;
    case JsonKind::Array:
        if (property.widget == "pictures"_L1)
            return JsonFieldKind::Pictures;
        return property.elementKinds == QList{JsonKind::String} ? JsonFieldKind::TextList
                                                                : JsonFieldKind::Raw;
    case JsonKind::String: {
        if (!member || tree.kind(*member) != JsonKind::String)
            return JsonFieldKind::Text;
        const QByteArrayView raw = tree.rawValue(*member);
        if (raw.size() > DescriptionEdit::pasteLimit)
            return JsonFieldKind::Raw;
        const bool isLong = raw.size() > LineEdit::inputLimit || tree.text(*member).contains(u'\n');
        return isLong ? JsonFieldKind::LongText : JsonFieldKind::Text;
    }
    default: return JsonFieldKind::Raw;
    }
}

} // namespace modelscribe
