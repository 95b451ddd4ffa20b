// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/handlers.h"

#include "localregistry/labelstore.h"
#include "localregistry/refusals.h"

using namespace Qt::StringLiterals;

namespace modelscribe::handlers {

namespace {

constexpr int maxVersionLabels = 20;

Result<QList<StoredLabel>> sentLabels(const ServiceCall &call)
{
    const auto body = BodyReader::read(call.body);
    if (!body)
        return failure(body.error());
    const auto labels = body->labels(u"Labels");
    if (!labels)
        return failure(labels.error());
    if (!*labels)
        return failure(refusals::invalidParameter(u"Labels", u"is missing."_s));
    return **labels;
}

Result<QStringList> sentKeys(const ServiceCall &call)
{
    const QStringList keys = call.query.text("LabelKeys").split(u',', Qt::SkipEmptyParts);
    if (keys.isEmpty())
        return failure(refusals::invalidParameter(u"LabelKeys", u"is missing."_s));
    return keys;
}

Result<VersionHandle> writableVersion(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    return VersionStore(call.database).find(model->row, call.ids[1]);
}

} // namespace

Handled createModelLabels(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    const auto labels = sentLabels(call);
    if (!labels)
        return failure(labels.error());
    const auto put = LabelStore(call.database, LabelStore::Of::Models).put(model->row, *labels);
    if (!put)
        return failure(put.error());
    if (const auto done = ModelStore(call.database).touch(*model, call.now); !done)
        return failure(done.error());
    return JsonObjectWriter();
}

Handled deleteModelLabels(ServiceCall &call)
{
    const auto model = writableModel(call);
    if (!model)
        return failure(model.error());
    const auto keys = sentKeys(call);
    if (!keys)
        return failure(keys.error());
    const auto removed =
        LabelStore(call.database, LabelStore::Of::Models).remove(model->row, *keys);
    if (!removed)
        return failure(removed.error());
    if (*removed > 0) {
        if (const auto done = ModelStore(call.database).touch(*model, call.now); !done)
            return failure(done.error());
    }
    return JsonObjectWriter();
}

Handled createModelVersionLabels(ServiceCall &call)
{
    const auto version = writableVersion(call);
    if (!version)
        return failure(version.error());
    const auto labels = sentLabels(call);
    if (!labels)
        return failure(labels.error());
    LabelStore store(call.database, LabelStore::Of::Versions);
    if (const auto put = store.put(version->row, *labels); !put)
        return failure(put.error());
    const auto count = store.count(version->row);
    if (!count)
        return failure(count.error());
    if (*count > maxVersionLabels)
        return failure(refusals::invalidParameter(
            u"Labels", u"a version has at most %1 labels."_s.arg(maxVersionLabels)));
    if (const auto done = VersionStore(call.database).change(*version, {}, call.now); !done)
        return failure(done.error());
    return JsonObjectWriter();
}

Handled deleteModelVersionLabels(ServiceCall &call)
{
    const auto version = writableVersion(call);
    if (!version)
        return failure(version.error());
    const auto keys = sentKeys(call);
    if (!keys)
        return failure(keys.error());
    const auto removed =
        LabelStore(call.database, LabelStore::Of::Versions).remove(version->row, *keys);
    if (!removed)
        return failure(removed.error());
    if (*removed > 0) {
        if (const auto done = VersionStore(call.database).change(*version, {}, call.now); !done)
            return failure(done.error());
    }
    return JsonObjectWriter();
}

} // namespace modelscribe::handlers
