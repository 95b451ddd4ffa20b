// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/modelcachestate.h"
#include "store/storereport.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <variant>

namespace modelscribe {

class ModelCacheWorker;
template<typename Worker>
class StoreThread;

//! A copy of the models of one workspace of one registry, in a file of its own that other windows
//! and processes use too.
//!
//! Every call returns at once; the work is done in its order on a thread of the cache's own. A file
//! that is damaged or about another workspace is begun anew. One that cannot be written stays as it
//! is, failed() says so once, and it is tried again by itself; what was to be written meanwhile is
//! not kept: recovered() and emptied() ask for all of it.
class ModelCache : public QObject
{
    Q_OBJECT

public:
    //! How the file of a copy is treated; tests narrow it.
    static StoreOptions defaultOptions();
    //! In \p folder. No two workspaces share one.
    static QString fileOf(const QString &folder, const QString &registryKey,
                          const QString &workspaceId);

    ModelCache(const QString &file, const QString &registryKey, const QString &workspaceId,
               const StoreOptions &options = defaultOptions(), QObject *parent = nullptr);
    ~ModelCache() override;

    QFuture<Result<CacheState>> state();
    //! At most \p most models that stand behind \p after, 0 to begin with.
    QFuture<Result<CachedModels>> load(qint64 after, int most);

    void put(const QList<RegisteredModel> &models);
    void remove(const QStringList &modelIds);
    void keepOnly(const QStringList &modelIds);
    void beginPass(const QDateTime &began);
    void goOnWithPass(); //!< The one that state() told of.
    //! After its models were put(). Ends when the copy has come so far.
    QFuture<Result<std::monostate>> takePage(int page, const QStringList &modelIds);
    void endPass(const QDateTime &began);
    void noteSynced(const QDateTime &began); //!< Without a pass over all pages.

    //! Ends when everything before it is written, or with the reason it is not.
    QFuture<Result<std::monostate>> flush();
    //! Looks at all pages of the file; a damaged one is begun anew, see emptied().
    QFuture<Result<std::monostate>> checkPages();

signals:
    void opened(const modelscribe::StoreReport &report); //!< Also when it was opened again.
    void failed(const modelscribe::Error &error);
    void recovered();
    void emptied();

private:
    std::unique_ptr<StoreThread<ModelCacheWorker>> m_thread;
};

} // namespace modelscribe
