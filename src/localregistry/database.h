// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>
#include <unordered_map>

namespace modelscribe {

//! The registry's SQLite file: its schema, its rights, its transactions. Use it in one thread only.
class Database
{
public:
    //! Makes folder (0700) and file (0600) when they are missing. Fails with Kind::Storage, also
    //! for a file of a newer schema or of another program.
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! The tables were made by this very open(), still empty and uncommitted until initialised().
    bool isNew() const { return m_isNew; }
    //! Ends what a new database needs before its first use, as one transaction with the schema.
    Result<void> initialised();

    Result<void> begin(bool forWriting);
    Result<void> commit();
    void rollback();

    //! The query after its execution, before its first row.
    Result<QSqlQuery> read(const QString &sql, const QVariantList &values = {});

    struct Written
    {
        qint64 lastId = 0;
        int rows = 0;
    };
    //! Statements stay prepared, so \p sql should be one of few.
    Result<Written> write(const QString &sql, const QVariantList &values = {});

private:
    explicit Database(QString connection);
    Result<void> prepareFile();
    Result<void> enterWal();
    Result<void> makeSchema();

    QString m_connection;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    bool m_isNew = false;
};

} // namespace modelscribe
