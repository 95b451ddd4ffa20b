// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalog.h"

#include "core/freeaside.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr size_t freedHere = 1000;
constexpr qsizetype mostRoom = 1'000'000; // whatever a service says that it has
//! Longer ones are rarely had by many, and with so many different ones nothing is shared.
constexpr qsizetype longestShared = 64;
constexpr qsizetype mostShared = 50'000;

void freeModels(std::list<RegisteredModel> &&models)
{
    if (models.size() > freedHere)
        freeAside(std::move(models));
}

} // namespace

Catalog::Catalog(QObject *parent)
    : QObject(parent)
{
}

void Catalog::makeRoomFor(qsizetype count) { m_places.reserve(std::min(count, mostRoom)); }

Catalog::~Catalog() { freeModels(std::move(m_models)); }

const RegisteredModel *Catalog::find(const QString &modelId) const
{
    const auto place = m_places.constFind(modelId);
    return place == m_places.cend() ? nullptr : &*place->model;
}

Catalog::Place &Catalog::add(const RegisteredModel &model)
{
    const auto last = m_models.insert(m_models.end(), model);
    shareTexts(*last);
    return *m_places.insert(model.id, {.model = last});
}

//! A domain of 100,000 models would else be in memory as often.
void Catalog::shareTexts(RegisteredModel &model)
{
    ModelMetadata &metadata = model.metadata;
    for (QString *text :
         {&metadata.accessibility, &metadata.origin, &metadata.domain, &metadata.task,
          &metadata.orderNumber, &metadata.type, &metadata.parameterSize, &model.workspaceId,
          &model.provider, &model.userId, &model.ownerId, &model.latestVersionName})
        share(*text);
    for (Label &label : metadata.labels) {
        share(label.key);
        share(label.value);
    }
}

void Catalog::share(QString &text)
{
    if (text.isEmpty() || text.size() > longestShared)
        return;
    if (const auto known = m_texts.constFind(text); known != m_texts.cend())
        text = *known;
    else if (m_texts.size() < mostShared)
        m_texts.insert(text);
}

void Catalog::addKept(const QList<RegisteredModel> &models)
{
    QStringList addedIds;
    addedIds.reserve(models.size());
    for (const RegisteredModel &model : models) {
        if (model.id.isEmpty() || m_places.contains(model.id))
            continue;
        add(model);
        addedIds.append(model.id);
    }
    if (!addedIds.isEmpty())
        emit added(addedIds);
}

void Catalog::upsert(const QList<RegisteredModel> &models)
{
    QStringList addedIds;
    QStringList changedIds;
    QSet<QString> told; // a list may name one twice
    for (const RegisteredModel &model : models) {
        if (model.id.isEmpty())
            continue;
        auto place = m_places.find(model.id);
        if (place == m_places.end()) {
            add(model).upserted = m_clock;
            addedIds.append(model.id);
            told.insert(model.id);
            continue;
        }
        if (*place->model != model) {
            *place->model = model;
            shareTexts(*place->model);
            if (!told.contains(model.id))
                changedIds.append(model.id);
            told.insert(model.id);
        }
        place->upserted = m_clock;
    }
    if (!addedIds.isEmpty())
        emit added(addedIds);
    if (!changedIds.isEmpty())
        emit changed(changedIds);
}

void Catalog::remove(const QStringList &modelIds)
{
    Models gone; // until all have heard of it
    QStringList goneIds;
    for (const QString &id : modelIds) {
        const auto place = m_places.constFind(id);
        if (place == m_places.cend())
            continue;
        goneIds.append(id);
        gone.splice(gone.end(), m_models, place->model);
        m_places.erase(place);
    }
    if (!goneIds.isEmpty())
        emit removed(goneIds);
    freeModels(std::move(gone));
}

void Catalog::clear()
{
    QStringList ids;
    ids.reserve(size());
    for (const RegisteredModel &model : m_models)
        ids.append(model.id);
    remove(ids);
    m_texts.clear();
}

bool Catalog::isUpsertedSince(quint64 moment, const QString &modelId) const
{
    const auto place = m_places.constFind(modelId);
    return place != m_places.cend() && place->upserted >= moment;
}

} // namespace modelscribe

#include "moc_catalog.cpp"
