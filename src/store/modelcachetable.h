// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/modelcachestate.h"
#include "store/storefile.h"

namespace modelscribe {

//! A copy of one workspace's models as rows of a StoreFile. Everything that writes is called within
//! a transaction.
class ModelCacheTable
{
public:
    static const StoreSchema &schema();

    //! What stands in the file beside its models.
    struct Facts
    {
        QByteArray registry;
        QByteArray workspace;
        qint64 syncedAt = 0; //!< Milliseconds since 1970; 0: never.
        qint64 pass = 0;     //!< Number of the one that is under way or was interrupted; 0: none.
        qint64 lastPass = 0;
        qint64 began = 0;
        int nextPage = 1;
        qint64 allReadAt = 0; //!< As syncedAt.

        friend bool operator==(const Facts &, const Facts &) = default;
    };
    static Result<Facts> facts(StoreFile &file);
    static Result<void> setFacts(StoreFile &file, const Facts &facts);

    //! The number of rows that are other ones now.
    static Result<int> put(StoreFile &file, const QList<RegisteredModel> &models);
    static Result<void> remove(StoreFile &file, const QStringList &modelIds);
    static Result<void> keepOnly(StoreFile &file, const QStringList &modelIds);
    static Result<void> removeRows(StoreFile &file, const QList<qint64> &rows);
    static Result<void> clear(StoreFile &file);

    //! Which models a page of the pass named.
    static Result<void> notePage(StoreFile &file, int page, const QStringList &modelIds);
    static Result<void> forgetPages(StoreFile &file);
    //! Fails when a page of it is missing.
    static Result<CachedPass> pass(StoreFile &file, const Facts &facts);

    static Result<qint64> count(StoreFile &file);
    //! At most \p most models that stand behind \p after.
    static Result<CachedModels> load(StoreFile &file, qint64 after, int most);
};

} // namespace modelscribe
