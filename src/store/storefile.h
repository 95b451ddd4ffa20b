// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"
#include "store/storereport.h"

#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace modelscribe {

class StoreFile;

//! One table, and what makes its rows worth keeping when the file around them is damaged.
struct StoreTable
{
    QString name;
    QStringList columns; //!< The first is the INTEGER PRIMARY KEY.
    //! Whether a row, with values in the order of columns, is what was once written. Also used to
    //! tell tables apart where the list of tables itself is gone.
    bool (*isIntact)(const QVariantList &row) = nullptr;
    //! Takes one bound value a column.
    QString insert;
    //! Look at every row when the file is opened, not only at the pages.
    bool checkedOnOpen = false;
};

struct StoreSchema
{
    QString name; //!< For connections; letters only.
    int applicationId = 0;
    //! The n-th leads from version n to n + 1; the first makes the tables of an empty file.
    std::vector<std::function<Result<void>(StoreFile &)>> migrations;
    std::vector<StoreTable> tables;

    int version() const { return int(migrations.size()); }
};

//! One SQLite file of this program: its rights, checks, migrations and transactions. Where the file
//! cannot be used the tables are in memory, with what could be read of it. For one thread only, and
//! one a file in a process: opening a second one ends the locks of the first.
class StoreFile
{
public:
    //! Makes folder (0700) and file (0600) when they are missing. Never fails: see report().
    static std::unique_ptr<StoreFile> open(const QString &file, const StoreSchema &schema,
                                           const StoreOptions &options = {});
    ~StoreFile();
    StoreFile(const StoreFile &) = delete;
    StoreFile &operator=(const StoreFile &) = delete;

    const StoreReport &report() const { return m_report; }
    bool onDisk() const { return m_report.onDisk(); }
    //! Nobody put another file in its place or took it away.
    bool isInPlace() const;

    //! The query before its first row.
    Result<QSqlQuery> read(const QString &sql, const QVariantList &values = {});
    //! The number of rows it changed.
    Result<int> write(const QString &sql, const QVariantList &values = {});
    //! Runs \p work in one transaction, which is on the disk when this returns a value.
    Result<void> transaction(const std::function<Result<void>()> &work);

    //! The same with one statement for many rows of values; the number of rows it changed.
    Result<int> writeMany(const QString &sql, const QList<QVariantList> &rows);
    //! Fails when pages are damaged; reads all of them.
    Result<void> checkPages();

    //! Every row of \p from that is intact; its "insert" says which of two wins.
    Result<int> takeRows(StoreFile &from);
    //! Brings the file up to date without waiting for readers.
    void checkpoint();

private:
    StoreFile(QString file, const StoreSchema &schema, const StoreOptions &options);
    void openOnDisk();
    void openInMemory(StoreState state, const QString &detail, bool isDamaged);
    void replaceDamaged(const QString &why);
    Result<QString> putAside();
    Result<int> makeNext(const QString &name);
    Result<void> connectTo(const QString &name);
    void disconnect();
    struct Facts
    {
        int version = 0;
        int application = 0;
        int tables = 0;
        bool isEmptyFile = false; //!< Nor are there pages.
    };
    Result<Facts> readFacts();
    Result<void> check();
    Result<void> readFirstPage();
    bool isOneFile();
    Result<void> configure();
    Result<void> enterJournal();
    Result<void> migrate();
    Result<void> checkRows();
    int takePages(const QString &file, bool alsoWithoutWal);
    bool takeRow(const StoreTable &table, const QVariantList &row);
    Result<QSqlQuery> prepared(const QString &sql);
    Error sqlError(const QSqlQuery &query) const;

    QString m_file;
    StoreSchema m_schema;
    StoreOptions m_options;
    QString m_connection;
    std::optional<platform::FileIdentity> m_identity;
    QByteArray m_firstPage;
    StoreReport m_report;
    bool m_isCurrent = false; //!< The file was of this version when it was opened.
};

} // namespace modelscribe
