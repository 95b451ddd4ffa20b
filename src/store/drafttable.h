// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/draft.h"
#include "store/storefile.h"

#include <map>

namespace modelscribe {

//! Drafts as rows of a StoreFile. The base stands apart from what changes with each key, under a
//! number made of its content.
class DraftTable
{
public:
    static const StoreSchema &schema();

    //! Within a transaction. The draft as it now stands: with counter and created.
    Result<Draft> put(StoreFile &file, Draft draft);
    Result<void> remove(StoreFile &file, const DraftKey &key); //!< Within a transaction.

    //! Of every registry when \p registryKey is empty.
    static Result<DraftList> all(StoreFile &file, const QString &registryKey);
    static Result<std::optional<Draft>> find(StoreFile &file, const DraftKey &key);

    //! nullopt: there is no draft.
    static Result<std::optional<DraftMark>> mark(StoreFile &file, const DraftKey &key);
    static Result<std::map<DraftKey, DraftMark>> marks(StoreFile &file);

private:
    Result<qint64> putBase(StoreFile &file, const Draft &draft);

    struct KnownBase
    {
        RegisteredModel base;
        qint64 id = 0;
    };
    std::map<DraftKey, KnownBase> m_knownBases; //!< So an unchanged one is not encoded again.
};

} // namespace modelscribe
