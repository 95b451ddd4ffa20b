// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modeldiff.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace modelscribe {

bool LabelChanges::isChanged(const QString &key) const
{
    return std::ranges::find(removed, key, &Label::key) != removed.end()
           && std::ranges::find(added, key, &Label::key) != added.end();
}

QList<FieldChange> fieldChanges(const ModelMetadata &before, const ModelMetadata &after)
{
    QList<FieldChange> result;
    for (const ModelField &field : modelFields) {
        FieldChange change{&field, field.read(before), field.read(after)};
        if (!field.same(change.before, change.after))
            result.append(std::move(change));
    }
    return result;
}

namespace {

QMap<QString, QString> byKey(const QList<Label> &labels)
{
    QMap<QString, QString> result;
    for (const Label &label : labels)
        result.insert(label.key, label.value);
    return result;
}

//! The labels of \p from whose key is missing in \p other or has another value there; each key
//! once.
QList<Label> differing(const QList<Label> &from, const QList<Label> &other)
{
    const auto own = byKey(from);
    const auto others = byKey(other);
    QList<Label> result;
    QSet<QString> seen;
    for (const Label &label : from) {
        if (seen.contains(label.key))
            continue;
        seen.insert(label.key);
        const QString value = own.value(label.key);
        const auto match = others.constFind(label.key);
        if (match == others.cend() || *match != value)
            result.append({label.key, value});
    }
    return result;
}

} // namespace

LabelChanges labelChanges(const QList<Label> &before, const QList<Label> &after)
{
    return {differing(before, after), differing(after, before)};
}

qsizetype countChanges(const ModelMetadata &before, const ModelMetadata &after)
{
    const LabelChanges labels = labelChanges(before.labels, after.labels);
    QSet<QString> keys;
    for (const Label &label : labels.removed)
        keys.insert(label.key);
    for (const Label &label : labels.added)
        keys.insert(label.key);
    return fieldChanges(before, after).size() + keys.size();
}

bool sameMeaning(const ModelMetadata &a, const ModelMetadata &b)
{
    return labelChanges(a.labels, b.labels).isEmpty()
           && std::ranges::all_of(modelFields, [&](const ModelField &field) {
                  return field.sameMeaning(field.read(a), field.read(b));
              });
}

ModelMetadata spelledAs(ModelMetadata model, const ModelMetadata &like)
{
    for (const ModelField &field : modelFields) {
        const FieldValue other = field.read(like);
        if (field.sameMeaning(field.read(model), other))
            field.write(model, other);
    }
    return model;
}

} // namespace modelscribe
