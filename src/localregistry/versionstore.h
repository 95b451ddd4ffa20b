// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/bodyfields.h"
#include "localregistry/database.h"
#include "localregistry/queryparameters.h"

namespace modelscribe {

struct VersionHandle
{
    qint64 row = 0;
    QString approvalStatus;
    qint64 modified = 0;
};

struct LatestVersion
{
    QByteArray json;
    qint64 modified = 0;
};

struct NewVersion
{
    qint64 model = 0;
    QString name;
    qint64 created = 0;
    ColumnValues values;
};

//! Versions of models as rows, and as JSON.
class VersionStore
{
public:
    explicit VersionStore(Database &database)
        : m_database(database)
    {
    }

    Result<VersionHandle> find(qint64 model, const QString &name);
    Result<bool> exists(qint64 model, const QString &name);
    //! 0.1.0, then the highest one with its minor number grown by one.
    Result<QString> nextName(qint64 model);
    Result<qint64> add(const NewVersion &version);
    Result<void> change(const VersionHandle &version, const ColumnValues &values, qint64 now);
    Result<void> remove(const VersionHandle &version);

    Result<qint64> count(const Filter &filter);
    //! The versions as JSON with labels.
    Result<QList<JsonObjectWriter>> list(const QString &whereOrderLimit,
                                         const QVariantList &values);
    //! Of each of \p models that has one, the version created last.
    Result<QHash<qint64, LatestVersion>> latest(const QList<qint64> &models);

private:
    struct Row;
    Result<QList<Row>> rows(const QString &whereOrderLimit, const QVariantList &values);

    Database &m_database;
};

} // namespace modelscribe
