// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "registry/catalog.h"
#include "registry/listscope.h"
#include "store/modelcachestate.h"
#include "store/storereport.h"

#include <QFuture>
#include <QSet>

#include <memory>
#include <variant>

namespace modelscribe {

class ModelCache;

//! A catalog and its copy on this computer: fills the one from the other, and from then on hands on
//! what the catalog tells, whoever put it in.
class CatalogCopy : public QObject
{
    Q_OBJECT

public:
    //! The files are in \p folder; \p catalog must live as long.
    CatalogCopy(Catalog &catalog, const QString &folder, QObject *parent = nullptr);
    ~CatalogCopy() override;

    //! From now on the catalog holds the models of \p scope. Fills it some at a time, and ends with
    //! filled().
    void use(const QString &registryKey, const ListScope &scope);
    //! What happens to the catalog is no longer the copy's business.
    void leave();

    bool isFilling() const { return m_isFilling; }
    //! Looks at all of the file, some time after filled(); a damaged one is made anew.
    void check();
    //! The following as the copy was when it was filled from.
    qint64 count() const { return m_state.count; }
    const QDateTime &syncedAt() const { return m_state.syncedAt; }
    const QDateTime &allReadAt() const { return m_state.allReadAt; }
    const std::optional<CachedPass> &interruptedPass() const { return m_state.pass; }

    // Of a pass over all pages
    void beginPass(const QDateTime &began);
    void goOnWithPass();
    //! After its models are in the catalog.
    void takePage(int page, const QStringList &modelIds);
    void endPass(const QDateTime &began);
    void noteSynced(const QDateTime &began); //!< Without a pass over all pages.
    //! So many pages wait to be written that no more should come; ends with caughtUp().
    bool isBehind() const;

    //! Ends when all is written, or with the reason it is not.
    QFuture<Result<std::monostate>> flush();

signals:
    void filled();
    void caughtUp();
    void opened(const modelscribe::StoreReport &report);
    void failed(const modelscribe::Error &error); //!< Once, until recovered().
    void recovered();

private:
    void fill(const CacheState &state);
    void loadMore(qint64 after);
    void take(const CachedModels &some);
    void endFilling();
    void put(const QStringList &modelIds);
    void remove(const QStringList &modelIds);
    void putAll();
    void putNext();

    Catalog &m_catalog;
    QString m_folder;
    std::unique_ptr<ModelCache> m_cache;
    CacheState m_state;
    bool m_isFilling = false;
    bool m_isTaking = false; //!< What the catalog tells came from here.
    QSet<QString> m_removed; //!< While it is filled.
    int m_pagesWaiting = 0;
    QStringList m_toPut; //!< All once more, some at a time.
};

} // namespace modelscribe
