// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"

#include <QDateTime>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>

namespace modelscribe {

//! The registry's SQLite file: its schema, its transactions. openRegistry() gives one for a file
//! that was looked at. Use it in one thread only.
class Database
{
public:
    static constexpr int applicationId = 0x4D536C72; // "MSlr"
    static constexpr int schemaVersion = 1;

    enum class Access {
        Write,
        Read,
        ReadUnchanging //!< Where not even SQLite's own files can be made: valid until it changes.
    };

    //! Once \p interrupted is true, nothing waits or is done any more.
    static Result<std::unique_ptr<Database>> connect(const QString &file, Access access,
                                                     const std::atomic<bool> *interrupted);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! Whether it is whole. \p thoroughly also compares each index with its table.
    Result<void> check(bool thoroughly);
    //! Takes the file into use: its journal, its schema. With \p inOneFile without a WAL.
    Result<void> prepare(bool inOneFile);

    //! The tables were made by this very prepare(), still empty and uncommitted until
    //! initialised().
    bool isNew() const { return m_isNew; }
    //! Ends what a new database needs before its first use, as one transaction with the schema.
    Result<void> initialised();

    //! The file at its place is still the one that was opened.
    bool isCurrent() const;
    //! What SQLite said last, in a word of Error::code; empty when no word fits.
    QString trouble() const;

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
    Database(const QString &file, Access access, const std::atomic<bool> *interrupted);
    Result<void> connectTo();
    Result<void> enterJournal(const QString &mode);
    Result<void> makeSchema();
    Result<void> findTables();
    Result<void> completeIndexes();
    Result<void> nameFile();
    Result<void> prepareQuery(QSqlQuery &query, const QString &sql);
    Result<void> execute(QSqlQuery &query, const QVariantList &values);
    Error sqlError(const QSqlError &error);
    bool isInterrupted() const { return m_interrupted && *m_interrupted; }

    QString m_file;
    Access m_access;
    const std::atomic<bool> *m_interrupted;
    QString m_connection;
    std::optional<platform::FileIdentity> m_identity;
    QDateTime m_changed;
    int m_lastCode = 0;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    bool m_isNew = false;
};

} // namespace modelscribe
