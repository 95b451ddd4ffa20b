// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/places.h"

#include "model/modelchecks.h"
#include "model/modelfields.h"
#include "json/jsontree.h"

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

Places placesOf(const ModelMetadata &metadata)
{
    Places places;
    for (const ModelField &field : modelFields) {
        const FieldValue value = field.read(metadata);
        if (field.kind == FieldKind::JsonObject || value.isEmpty())
            continue;
        places.insert(field.key, field.isNumber()
                                     ? QString::fromLatin1(field.wire(value).value_or("?"))
                                     : value.text());
    }
    for (const Label &label : metadata.labels)
        places.insert(labelsKey + u'/' + label.key, u'=' + label.value);
    const JsonTree tree = JsonTree::parse(metadata.extraInfo.utf8());
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (!tree.isContainer(node))
            places.insert(u"ExtraInfo"_s + jsonPathText(tree.path(node)), tree.text(node));
    }
    return places;
}

QStringList differingPlaces(const Places &a, const Places &b)
{
    QStringList result;
    for (auto it = a.cbegin(); it != a.cend(); ++it) {
        if (b.value(it.key()) != it.value())
            result.append(it.key());
    }
    for (auto it = b.cbegin(); it != b.cend(); ++it) {
        if (!a.contains(it.key()))
            result.append(it.key());
    }
    return result;
}

bool isUnder(const QString &place, const QString &key)
{
    return place == key
           || (key.startsWith("ExtraInfo$"_L1)
               && (place.startsWith(key + u'.') || place.startsWith(key + u'[')));
}

} // namespace modelscribe::testing
