// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogcopy.h"

#include "core/whendone.h"
#include "store/modelcache.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr int firstChunk = 60; // what a window shows
constexpr int chunk = 120;     // what takes a few milliseconds
constexpr int mostWaiting = 30;

} // namespace

CatalogCopy::CatalogCopy(Catalog &catalog, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_folder(folder)
{
    connect(&catalog, &Catalog::added, this, &CatalogCopy::put);
    connect(&catalog, &Catalog::changed, this, &CatalogCopy::put);
    connect(&catalog, &Catalog::removed, this, &CatalogCopy::remove);
}

CatalogCopy::~CatalogCopy() = default;

void CatalogCopy::use(const QString &registryKey, const ListScope &scope)
{
    leave();
    const QString key = scope.copyKey();
    m_cache = std::make_unique<ModelCache>(ModelCache::fileOf(m_folder, registryKey, key),
                                           registryKey, key);
    connect(m_cache.get(), &ModelCache::opened, this, &CatalogCopy::opened);
    connect(m_cache.get(), &ModelCache::failed, this, &CatalogCopy::failed);
    connect(m_cache.get(), &ModelCache::recovered, this, &CatalogCopy::recovered);
    connect(m_cache.get(), &ModelCache::recovered, this, &CatalogCopy::putAll);
    connect(m_cache.get(), &ModelCache::emptied, this, &CatalogCopy::putAll);
    m_isFilling = true;
    whenDone(m_cache->state(), m_cache.get(), [this](const Result<CacheState> &state) {
        if (state)
            m_state = *state;
        m_catalog.makeRoomFor(m_state.count);
        if (state && state->count > 0)
            loadMore(0);
        else
            endFilling();
    });
}

void CatalogCopy::leave()
{
    m_cache.reset();
    m_state = {};
    m_isFilling = false;
    m_removed.clear();
    m_toPut.clear();
    m_pagesWaiting = 0;
}

void CatalogCopy::loadMore(qint64 after)
{
    whenDone(m_cache->load(after, after == 0 ? firstChunk : chunk), m_cache.get(),
             [this](const Result<CachedModels> &some) {
                 if (some)
                     take(*some);
                 else
                     endFilling();
             });
}

void CatalogCopy::take(const CachedModels &some)
{
    if (!some.atEnd)
        loadMore(some.last); // is read while the catalog takes these
    QList<RegisteredModel> models = some.models;
    if (!m_removed.isEmpty())
        models.removeIf(
            [this](const RegisteredModel &model) { return m_removed.contains(model.id); });
    m_isTaking = true;
    m_catalog.addKept(models);
    m_isTaking = false;
    if (some.atEnd)
        endFilling();
}

void CatalogCopy::endFilling()
{
    if (!std::exchange(m_isFilling, false))
        return;
    m_removed.clear();
    emit filled();
}

void CatalogCopy::check()
{
    if (m_cache)
        std::ignore = m_cache->checkPages();
}

void CatalogCopy::put(const QStringList &modelIds)
{
    if (!m_cache || m_isTaking)
        return;
    QList<RegisteredModel> models;
    models.reserve(modelIds.size());
    for (const QString &id : modelIds) {
        if (const RegisteredModel *model = m_catalog.find(id))
            models.append(*model);
    }
    m_cache->put(models);
}

void CatalogCopy::remove(const QStringList &modelIds)
{
    if (!m_cache)
        return;
    if (m_isFilling)
        m_removed.unite(QSet<QString>(modelIds.begin(), modelIds.end()));
    m_cache->remove(modelIds);
}

//! What was to be written since the file could not be is lost.
void CatalogCopy::putAll()
{
    if (m_isFilling)
        return;
    m_toPut.clear();
    for (const RegisteredModel &model : m_catalog.models())
        m_toPut.append(model.id);
    m_cache->keepOnly(m_toPut);
    putNext();
}

void CatalogCopy::putNext()
{
    if (!m_cache || m_toPut.isEmpty())
        return;
    const qsizetype count = std::min<qsizetype>(m_toPut.size(), chunk);
    put(m_toPut.last(count));
    m_toPut.remove(m_toPut.size() - count, count);
    whenDone(m_cache->flush(), m_cache.get(),
             [this](const Result<std::monostate> &) { putNext(); });
}

void CatalogCopy::beginPass(const QDateTime &began)
{
    if (m_cache)
        m_cache->beginPass(began);
}

void CatalogCopy::goOnWithPass()
{
    if (m_cache)
        m_cache->goOnWithPass();
}

void CatalogCopy::takePage(int page, const QStringList &modelIds)
{
    if (!m_cache)
        return;
    ++m_pagesWaiting;
    whenDone(m_cache->takePage(page, modelIds), m_cache.get(),
             [this](const Result<std::monostate> &) {
                 const bool wasBehind = isBehind();
                 --m_pagesWaiting;
                 if (wasBehind && !isBehind())
                     emit caughtUp();
             });
}

void CatalogCopy::endPass(const QDateTime &began)
{
    if (m_cache)
        m_cache->endPass(began);
}

void CatalogCopy::noteSynced(const QDateTime &began)
{
    if (m_cache)
        m_cache->noteSynced(began);
}

bool CatalogCopy::isBehind() const { return m_pagesWaiting >= mostWaiting; }

QFuture<Result<std::monostate>> CatalogCopy::flush()
{
    return m_cache ? m_cache->flush() : readyResult(Result<std::monostate>(std::monostate()));
}

} // namespace modelscribe

#include "moc_catalogcopy.cpp"
