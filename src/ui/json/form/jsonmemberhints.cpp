// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonmemberhints.h"

#include "ui/json/form/jsonformfield.h"
#include "ui/json/jsonwording.h"

namespace modelscribe {

bool JsonMemberHints::contains(const JsonHint &hint) const
{
    if (!object || hint.node >= tree.size())
        return false;
    if (hint.code == JsonHint::Code::MissingMember && hint.node == *object)
        return hint.expected.value(0) == key;
    if (member && hint.node >= *member && hint.node < tree.after(*member))
        return true;
    // An earlier one of the same key.
    return member && hint.node != 0 && tree.parent(hint.node) == *object && tree.hasKey(hint.node)
           && tree.key(hint.node) == key;
}

QString JsonMemberHints::sentence(const JsonHint &hint) const
{
    const QString text = jsonwording::hint(hint);
    const bool inList = member && hint.node > *member && hint.node < tree.after(*member)
                        && tree.parent(hint.node) == *member
                        && tree.kind(*member) == JsonKind::Array;
    return inList ? JsonFormField::tr("%1: %2").arg(tree.indexInParent(hint.node) + 1).arg(text)
                  : text;
}

} // namespace modelscribe
