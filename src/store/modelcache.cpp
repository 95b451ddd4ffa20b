// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/modelcache.h"

#include "store/modelcacheworker.h"
#include "store/storethread.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace modelscribe {

StoreOptions ModelCache::defaultOptions()
{
    constexpr qint64 oneOfTheSize = qint64(64) * 1024 * 1024;
    StoreOptions options;
    options.busyTimeout = 500;
    options.checkedSize = 0; // checkPages() does, when there is time
    options.keptAside = 1;
    options.keptAsideSize = oneOfTheSize;
    options.writeDelay = 500;
    options.isCopy = true;
    return options;
}

QString ModelCache::fileOf(const QString &folder, const QString &registryKey,
                           const QString &workspaceId)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(registryKey.size()) + ' ');
    hash.addData((registryKey + workspaceId).toUtf8());
    constexpr qsizetype enough = 24;
    return folder + u'/' + QString::fromLatin1(hash.result().toHex().first(enough)) + u".db"_s;
}

ModelCache::ModelCache(const QString &file, const QString &registryKey, const QString &workspaceId,
                       const StoreOptions &options, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<StoreThread<ModelCacheWorker>>(
          std::make_unique<ModelCacheWorker>(file, registryKey, workspaceId, options)))
{
    const ModelCacheWorker &worker = m_thread->worker();
    connect(&worker, &StoreWorker::opened, this, &ModelCache::opened);
    connect(&worker, &StoreWorker::failed, this, &ModelCache::failed);
    connect(&worker, &StoreWorker::recovered, this, &ModelCache::recovered);
    connect(&worker, &ModelCacheWorker::emptied, this, &ModelCache::emptied);
    m_thread->start();
}

ModelCache::~ModelCache() = default;

QFuture<Result<CacheState>> ModelCache::state()
{
    return m_thread->run<CacheState>([](ModelCacheWorker &worker) { return worker.state(); });
}

QFuture<Result<CachedModels>> ModelCache::load(qint64 after, int most)
{
    return m_thread->run<CachedModels>(
        [after, most](ModelCacheWorker &worker) { return worker.load(after, most); });
}

void ModelCache::put(const QList<RegisteredModel> &models)
{
    m_thread->post([models](ModelCacheWorker &worker) { worker.put(models); });
}

void ModelCache::remove(const QStringList &modelIds)
{
    m_thread->post([modelIds](ModelCacheWorker &worker) { worker.remove(modelIds); });
}

void ModelCache::keepOnly(const QStringList &modelIds)
{
    m_thread->post([modelIds](ModelCacheWorker &worker) { worker.keepOnly(modelIds); });
}

void ModelCache::beginPass(const QDateTime &began)
{
    m_thread->post([began](ModelCacheWorker &worker) { worker.beginPass(began); });
}

void ModelCache::goOnWithPass()
{
    m_thread->post([](ModelCacheWorker &worker) { worker.goOnWithPass(); });
}

QFuture<Result<std::monostate>> ModelCache::takePage(int page, const QStringList &modelIds)
{
    return m_thread->run<std::monostate>(
        [page, modelIds](ModelCacheWorker &worker) -> Result<std::monostate> {
            worker.takePage(page, modelIds);
            return std::monostate();
        });
}

void ModelCache::noteSynced(const QDateTime &began)
{
    m_thread->post([began](ModelCacheWorker &worker) { worker.noteSynced(began); });
}

void ModelCache::endPass(const QDateTime &began)
{
    m_thread->post([began](ModelCacheWorker &worker) { worker.endPass(began); });
}

QFuture<Result<std::monostate>> ModelCache::flush()
{
    return m_thread->run<std::monostate>([](ModelCacheWorker &worker) { return worker.flush(); });
}

QFuture<Result<std::monostate>> ModelCache::checkPages()
{
    return m_thread->run<std::monostate>(
        [](ModelCacheWorker &worker) { return worker.checkPages(); });
}

} // namespace modelscribe

#include "moc_modelcache.cpp"
