// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/ownedits.h"

#include "model/batcheditjson.h"
#include "model/modelchecks.h"
#include "model/modeldiff.h"
#include "store/bytes.h"
#include "store/draftencoding.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QSet<QString> placesOf(const OwnEdit &edit)
{
    QSet<QString> places(edit.edit.fields.keyBegin(), edit.edit.fields.keyEnd());
    if (!edit.edit.labels.isEmpty())
        places.insert(labelsKey);
    if (!edit.edit.extraInfo.isEmpty())
        places.insert(u"ExtraInfo"_s);
    for (const ModelStep &step : edit.steps) {
        for (const FieldChange &change : fieldChanges(step.from, step.to))
            places.insert(change.field->key);
        if (!labelChanges(step.from.labels, step.to.labels).isEmpty())
            places.insert(labelsKey);
    }
    return places;
}

QStringList inOrder(const QSet<QString> &places)
{
    QStringList result;
    for (const ModelField &field : modelFields) {
        if (places.contains(field.key))
            result.append(field.key);
    }
    if (places.contains(labelsKey))
        result.append(labelsKey);
    return result;
}

Derived derivedFrom(const OwnEdit &edit, const ModelMetadata &edited)
{
    Derived result{.edited = edited};
    for (const ModelStep &step : edit.steps) {
        const ModelMerge merge = step.merged(result.edited);
        result.edited = merge.merged;
        for (const MergeClash &clash : merge.clashes) {
            if (!result.leftAlone.contains(clash.key()))
                result.leftAlone.append(clash.key());
        }
    }
    return result;
}

} // namespace

void OwnEdits::append(const OwnEdit &edit)
{
    ByteWriter out;
    out.bytes(edit.edit.isEmpty() ? QByteArray() : toJson(edit.edit));
    out.number(quint64(edit.steps.size()));
    for (const ModelStep &step : edit.steps) {
        out.bytes(encoding::fromMetadata(step.from));
        out.bytes(encoding::fromMetadata(step.to, step.from));
    }
    m_bytes.append(out.result());
    const QSet<QString> places = placesOf(edit);
    const QSet<QString> known(m_places.begin(), m_places.end());
    if (!known.contains(places))
        m_places = inOrder(known + places);
}

Result<OwnEdit> OwnEdits::at(qsizetype place) const
{
    ByteReader in(m_bytes[place]);
    OwnEdit edit;
    const QByteArray json = in.bytes().toByteArray();
    if (!json.isEmpty()) {
        auto read = batchEditFromJson(json);
        if (!read)
            return failure(read.error());
        edit.edit = *std::move(read);
    }
    for (qsizetype left = in.count(); left > 0; --left) {
        const auto from = encoding::toMetadata(in.bytes());
        if (!from)
            return failure(from.error());
        const auto to = encoding::toMetadata(in.bytes(), *from);
        if (!to)
            return failure(to.error());
        edit.steps.append({.from = *from, .to = *to});
    }
    if (!in.ok() || !in.atEnd())
        return failure(Error::Kind::Decode, u"no edit of a model"_s);
    return edit;
}

//! Read where it is called, on other threads: all at once would be felt.
Derivation OwnEdits::derivation() const
{
    return [edits = *this](const RegisteredModel &now, qsizetype place) -> Result<Derived> {
        const auto edit = edits.at(place);
        if (!edit)
            return failure(edit.error());
        return edit->edit.applied(now.metadata, place)
            .transform([&edit](const ModelMetadata &edited) { return derivedFrom(*edit, edited); });
    };
}

} // namespace modelscribe
