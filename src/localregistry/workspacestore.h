// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonwriter.h"
#include "localregistry/database.h"
#include "localregistry/queryparameters.h"

namespace modelscribe {

struct NewWorkspace
{
    QString id;
    QString name;
    QString displayName;
    QString description;
    QString status;
    bool isDefault = false;
    QByteArray envTypes;
    QString creator;
    QByteArray adminNames;
    QByteArray extraInfos;
    qint64 created = 0;
    qint64 modified = 0;
};

class WorkspaceStore
{
public:
    //! The list and the single call differ in two members (contract section 4).
    enum class Form { Item, Whole, WholeVerbose };

    explicit WorkspaceStore(Database &database)
        : m_database(database)
    {
    }

    Result<void> add(const NewWorkspace &workspace);
    Result<QString> defaultId();
    //! Refused when there is no such workspace.
    Result<QString> creatorOf(const QString &id);
    Result<bool> exists(const QString &id);
    Result<qint64> count(const Filter &filter);
    Result<QList<JsonObjectWriter>> list(const QString &whereOrderLimit, const QVariantList &values,
                                         Form form);

private:
    Database &m_database;
};

} // namespace modelscribe
