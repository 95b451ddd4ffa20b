// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonwriter.h"
#include "model/modelfields.h"
#include "registry/catalog.h"

#include <memory>

namespace modelscribe::testing {

inline RegisteredModel modelOf(const QString &id, const ModelMetadata &metadata,
                               const QString &modified = {})
{
    return {.id = id, .metadata = metadata, .modified = modified};
}

//! A catalog that is filled by hand.
struct OfflineCatalog
{
    explicit OfflineCatalog(const QList<RegisteredModel> &models = {}) { catalog.upsert(models); }

    Catalog catalog;
};

//! The ids of what was not put in since \p moment.
inline QStringList notUpsertedSince(const Catalog &catalog, quint64 moment)
{
    QStringList ids;
    for (const RegisteredModel &model : catalog.models()) {
        if (!catalog.isUpsertedSince(moment, model.id))
            ids.append(model.id);
    }
    return ids;
}

//! A model as the service sends it.
inline QByteArray modelJson(const RegisteredModel &model)
{
    JsonObjectWriter json;
    json.add(u"ModelId", jsonString(model.id));
    for (const ModelField &field : modelFields) {
        if (const FieldValue value = field.read(model.metadata); !value.isEmpty())
            json.add(QString(field.key), *field.wire(value));
    }
    QByteArray labels;
    for (const Label &label : model.metadata.labels) {
        JsonObjectWriter entry;
        entry.add(u"Key", jsonString(label.key));
        entry.add(u"Value", jsonString(label.value));
        labels += (labels.isEmpty() ? "" : ",") + entry.take();
    }
    json.add(u"Labels", '[' + labels + ']');
    json.add(u"Provider", jsonString(model.provider));
    json.add(u"GmtCreateTime", jsonString(model.created));
    json.add(u"GmtModifiedTime", jsonString(model.modified));
    return json.take();
}

inline QByteArray pageJson(const QList<RegisteredModel> &models, const QByteArray &total)
{
    QByteArray list;
    for (const RegisteredModel &model : models)
        list += (list.isEmpty() ? "" : ",") + modelJson(model);
    return R"({"RequestId":"R","TotalCount":)" + total + R"(,"Models":[)" + list + "]}";
}

} // namespace modelscribe::testing
