// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace modelscribe {

//! A pass over all pages of a registry's list that has not come to its end.
struct CachedPass
{
    QDateTime began;
    int nextPage = 1;     //!< All before it are in the copy.
    QStringList listed;   //!< Ids that these named.
    QStringList lastPage; //!< Ids of the page before nextPage.
};

//! How far a copy is.
struct CacheState
{
    //! When the last reading of the list that came to its end began; invalid: never.
    QDateTime syncedAt;
    QDateTime allReadAt; //!< The same of those over all pages.
    qint64 count = 0;
    std::optional<CachedPass> pass;
};

//! Some of the models of a copy, in the order they came.
struct CachedModels
{
    QList<RegisteredModel> models;
    qint64 last = 0; //!< Where to go on.
    bool atEnd = false;
    QList<qint64> damaged; //!< Rows that cannot be made sense of.
};

} // namespace modelscribe
