// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/modelcachetable.h"
#include "store/storeworker.h"

#include <vector>

namespace modelscribe {

//! The half of ModelCache that lives on its thread.
//!
//! What is to be written waits until it is worth a transaction: ten pages with something new, fifty
//! without, or a moment in which nothing more came. What cannot be written is dropped: it is only a
//! copy, and recovered() or emptied() asks for all of it again.
class ModelCacheWorker : public StoreWorker
{
    Q_OBJECT

public:
    ModelCacheWorker(const QString &path, const QString &registryKey, const QString &workspaceId,
                     const StoreOptions &options);

    void start() override;
    void finish() override;

    Result<CacheState> state();
    Result<CachedModels> load(qint64 after, int most);
    Result<std::monostate> flush();
    Result<std::monostate> checkPages();

    void put(const QList<RegisteredModel> &models);
    void remove(const QStringList &modelIds);
    void keepOnly(const QStringList &modelIds);
    void beginPass(const QDateTime &began);
    void goOnWithPass();
    void takePage(int page, const QStringList &modelIds);
    void endPass(const QDateTime &began);
    void noteSynced(const QDateTime &began);

signals:
    //! Another file is there, and nothing in it.
    void emptied();

protected:
    bool hasUnsaved() const override { return !m_unsaved.empty(); }
    Result<void> writeUnsaved() override;
    void attemptEnded(const Result<void> &done) override;
    void fileChanged() override;

private:
    using Facts = ModelCacheTable::Facts;
    //! Writes; changes the facts, which are written last.
    using Change = std::function<Result<void>(StoreFile &file, Facts &facts)>;

    void queue(Change change, bool isNews);
    void saveSoon() { std::ignore = save(false); }
    Result<void> takeOver();
    //! Nobody else has begun another pass in this file since, and nothing of it is lost.
    bool isOwnPass(const Facts &facts) const { return m_pass > 0 && facts.pass == m_pass; }

    QByteArray m_registry;
    QByteArray m_workspace;
    std::vector<Change> m_unsaved;
    QTimer m_delay;
    int m_pagesWaiting = 0;
    bool m_hasNews = false; //!< Among m_unsaved is more than pages that brought nothing.
    qint64 m_pass = 0;      //!< Number of the one that is under way here.
    bool m_isOpen = false;
};

} // namespace modelscribe
