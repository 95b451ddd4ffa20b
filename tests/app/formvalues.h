// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelchecks.h"
#include "model/modelfields.h"

#include <QCryptographicHash>
#include <QMap>

//! What formtyper and the test that kills it say about values: by a short name of what stands
//! there, because an ExtraInfo may be long.
namespace formvalues {

inline QByteArray mark(const QByteArray &value)
{
    return QCryptographicHash::hash(value, QCryptographicHash::Sha1).toHex().first(12) + '/'
           + QByteArray::number(value.size());
}

inline QByteArray markOf(const modelscribe::ModelField &field, const modelscribe::FieldValue &value)
{
    if (field.kind == modelscribe::FieldKind::JsonObject)
        return mark(value.json().utf8());
    // 7B and 7000 are no change to each other, so either may be there.
    const auto wire = field.isNumber() ? field.wire(value) : modelscribe::Result<QByteArray>();
    return mark(wire && !wire->isEmpty() ? *wire : value.text().toUtf8());
}

//! Order means nothing; of a key that stands twice the last one counts.
inline QByteArray markOf(const QList<modelscribe::Label> &labels)
{
    QMap<QString, QString> byKey;
    for (const modelscribe::Label &label : labels)
        byKey.insert(label.key, label.value);
    QByteArray text;
    for (auto it = byKey.cbegin(); it != byKey.cend(); ++it)
        text += it.key().toUtf8() + '=' + it.value().toUtf8() + '\n';
    return mark(text);
}

//! Keys of fields and "Labels", with what stands there.
inline QMap<QByteArray, QByteArray> marksOf(const modelscribe::ModelMetadata &metadata)
{
    QMap<QByteArray, QByteArray> marks;
    for (const modelscribe::ModelField &field : modelscribe::modelFields)
        marks.insert(QByteArray(field.key.data(), field.key.size()),
                     markOf(field, field.read(metadata)));
    marks.insert("Labels", markOf(metadata.labels));
    return marks;
}

} // namespace formvalues
