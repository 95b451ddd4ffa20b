// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/bodyfields.h"
#include "localregistry/database.h"
#include "localregistry/queryparameters.h"

#include <QDateTime>

namespace modelscribe {

//! "2025-01-02T03:04:05.006Z"
QByteArray serviceTime(qint64 msecsSinceEpoch);

//! Who calls, and the account that everything in the local registry belongs to.
inline constexpr QLatin1StringView localUserId("1001");
inline constexpr QLatin1StringView localOwnerId("1001");

//! What calls need to know of a model before they act on it.
struct ModelHandle
{
    qint64 row = 0;
    QString id;
    QString workspace;
    QString provider;
    QString userId; //!< Who made it.
    QString accessibility;
    qint64 modified = 0;
};

struct NewModel
{
    QString id; //!< Empty: a random one.
    QString workspace;
    QString provider;
    QString userId; //!< Empty: the caller.
    qint64 created = 0;
    qint64 modified = 0;
    ColumnValues values;
};

//! Models as rows, and as JSON.
class ModelStore
{
public:
    explicit ModelStore(Database &database)
        : m_database(database)
    {
    }

    Result<ModelHandle> find(const QString &id);
    Result<qint64> add(const NewModel &model, QString *id = nullptr);
    Result<void> change(const ModelHandle &model, const ColumnValues &values, qint64 now);
    //! Only the time of change, which grows with each.
    Result<void> touch(const ModelHandle &model, qint64 now) { return change(model, {}, now); }
    Result<void> remove(const ModelHandle &model);

    Result<qint64> count(const Filter &filter);
    //! The models as JSON with labels and latest version.
    Result<QList<JsonObjectWriter>> list(const QString &whereOrderLimit, const QVariantList &values,
                                         bool withTags);

private:
    Database &m_database;
};

} // namespace modelscribe
