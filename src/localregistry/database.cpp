// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/database.h"

#include "localregistry/refusals.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUrl>
#include <QUuid>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr size_t maxPrepared = 200;
constexpr auto lockPatience = 10s; // for another process that writes

//! Of the few models that belong to a provider: who lists his own leaves them out each time.
const QString providerIndex = u"CREATE INDEX IF NOT EXISTS models_provider ON models(provider)"
                              " WHERE provider <> ''"_s;

//! Text that was never set or was cleared is NULL. Objects are kept as the bytes they came as.
const QStringList &schema()
{
    static const QStringList statements = {
        u"CREATE TABLE workspaces (id TEXT PRIMARY KEY, name TEXT NOT NULL, display_name TEXT,"
        " description TEXT, status TEXT NOT NULL, is_default INTEGER NOT NULL, env_types BLOB,"
        " creator TEXT, admin_names BLOB, extra_infos BLOB, created INTEGER NOT NULL,"
        " modified INTEGER NOT NULL)"_s,
        u"CREATE TABLE models (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
        " workspace TEXT NOT NULL REFERENCES workspaces(id), provider TEXT NOT NULL DEFAULT '',"
        " user_id TEXT NOT NULL, owner_id TEXT NOT NULL, created INTEGER NOT NULL,"
        " modified INTEGER NOT NULL, name TEXT NOT NULL, description TEXT,"
        " accessibility TEXT NOT NULL DEFAULT 'PRIVATE', origin TEXT, domain TEXT, task TEXT,"
        " doc TEXT, order_number INTEGER, type TEXT, parameter_size INTEGER, extra_info BLOB)"_s,
        u"CREATE INDEX models_created ON models(created)"_s,
        u"CREATE INDEX models_modified ON models(modified)"_s,
        u"CREATE INDEX models_name ON models(name)"_s,
        providerIndex,
        u"CREATE INDEX models_workspace_created ON models(workspace, created)"_s,
        u"CREATE INDEX models_workspace_modified ON models(workspace, modified)"_s,
        u"CREATE TABLE model_labels (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL"
        " REFERENCES models(seq) ON DELETE CASCADE, key TEXT NOT NULL, value TEXT NOT NULL,"
        " UNIQUE (owner, key))"_s,
        u"CREATE TABLE versions (seq INTEGER PRIMARY KEY AUTOINCREMENT, model INTEGER NOT NULL"
        " REFERENCES models(seq) ON DELETE CASCADE, name TEXT NOT NULL, description TEXT,"
        " uri TEXT NOT NULL, format_type TEXT, framework_type TEXT,"
        " source_type TEXT NOT NULL DEFAULT 'Custom', source_id TEXT,"
        " approval_status TEXT NOT NULL DEFAULT 'Pending', options TEXT, metrics BLOB,"
        " extra_info BLOB, inference_spec BLOB, training_spec BLOB, evaluation_spec BLOB,"
        " compression_spec BLOB, distillation_spec BLOB, user_id TEXT NOT NULL,"
        " owner_id TEXT NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL,"
        " UNIQUE (model, name))"_s,
        u"CREATE TABLE version_labels (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL"
        " REFERENCES versions(seq) ON DELETE CASCADE, key TEXT NOT NULL, value TEXT NOT NULL,"
        " UNIQUE (owner, key))"_s,
        u"PRAGMA application_id = %1"_s.arg(Database::applicationId),
        u"PRAGMA user_version = %1"_s.arg(Database::schemaVersion),
    };
    return statements;
}

//! \p code is SQLite's.
QString troubleOf(int code)
{
    switch (code & 0xff) {
    case 11: // CORRUPT
    case 26: // NOTADB
        return u"damaged"_s;
    case 5: // BUSY
    case 6: // LOCKED
        return u"locked"_s;
    case 8: return u"read-only"_s;
    case 13: return u"full"_s;
    case 3:  // PERM
    case 14: // CANTOPEN
    case 23: // AUTH
        return u"no-rights"_s;
    default: return {};
    }
}

} // namespace

Database::Database(const QString &file, Access access, const std::atomic<bool> *interrupted)
    : m_file(file)
    , m_access(access)
    , m_interrupted(interrupted)
    , m_connection(u"localregistry-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_identity(platform::fileIdentity(file))
    , m_changed(QFileInfo(file).lastModified())
{
}

Database::~Database()
{
    m_prepared.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::connect(const QString &file, Access access,
                                                    const std::atomic<bool> *interrupted)
{
    std::unique_ptr<Database> database(new Database(file, access, interrupted));
    if (const auto connected = database->connectTo(); !connected)
        return failure(connected.error());
    return database;
}

Result<void> Database::connectTo()
{
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    // Each wait is a short one, so that an interruption is noticed: see execute().
    QString options = u"QSQLITE_BUSY_TIMEOUT=100"_s;
    if (m_access != Access::Write)
        options += u";QSQLITE_OPEN_READONLY"_s;
    connection.setDatabaseName(m_file);
    if (m_access == Access::ReadUnchanging) {
        options += u";QSQLITE_OPEN_URI"_s;
        connection.setDatabaseName(QString::fromLatin1(QUrl::fromLocalFile(m_file).toEncoded())
                                   + u"?immutable=1"_s);
    }
    connection.setConnectOptions(options);
    if (!connection.open())
        return failure(sqlError(connection.lastError()));
    // A damaged or hostile list of tables must not run anything.
    for (const auto &pragma :
         {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s}) {
        if (const auto set = write(pragma); !set)
            return failure(set.error());
    }
    return {};
}

Result<void> Database::check(bool thoroughly)
{
    auto rows = read(thoroughly ? u"PRAGMA integrity_check(1)"_s : u"PRAGMA quick_check(1)"_s);
    if (!rows)
        return failure(rows.error());
    if (rows->next() && rows->value(0).toString() == "ok"_L1)
        return {};
    m_lastCode = 11;
    return failure(Error::Kind::Storage, rows->value(0).toString());
}

Result<void> Database::prepare(bool inOneFile)
{
    // With a WAL, NORMAL loses nothing when the process dies. Deleted rows are overwritten, so that
    // reading a damaged file page by page finds none.
    for (const auto &pragma :
         {inOneFile ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s,
          u"PRAGMA foreign_keys = ON"_s, u"PRAGMA secure_delete = ON"_s}) {
        if (const auto set = write(pragma); !set)
            return failure(set.error());
    }
    if (m_access != Access::Write)
        return {};
    auto prepared = enterJournal(inOneFile ? u"delete"_s : u"wal"_s)
                        .and_then([this] { return begin(true); })
                        .and_then([this] { return makeSchema(); });
    if (!prepared)
        rollback();
    return prepared;
}

Result<void> Database::enterJournal(const QString &mode)
{
    // This does not wait for other processes, whatever the busy timeout is.
    for (QDeadlineTimer patience(lockPatience);;) {
        const auto entered = write(u"PRAGMA journal_mode = "_s + mode);
        if (entered || trouble() != "locked"_L1 || patience.hasExpired() || isInterrupted())
            return entered ? Result<void>() : failure(entered.error());
        QThread::msleep(20);
    }
}

Result<void> Database::makeSchema()
{
    auto facts = read(u"SELECT user_version, (SELECT application_id FROM pragma_application_id),"
                      " (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"_s);
    if (!facts)
        return failure(facts.error());
    facts->next();
    const int version = facts->value(0).toInt();
    const int application = facts->value(1).toInt();
    const bool empty = facts->value(2).toInt() == 0;
    facts->finish();
    // It was looked at before, but another process may have been quicker.
    if (!(empty && version == 0) && (application != applicationId || version != schemaVersion))
        return failure(Error{.kind = Error::Kind::Storage, .code = u"other-program"_s});
    if (const auto named = nameFile(); !named)
        return failure(named.error());
    if (version == schemaVersion) {
        return findTables().and_then([this] { return completeIndexes(); }).and_then([this] {
            return commit();
        });
    }
    for (const QString &statement : schema()) {
        if (const auto made = write(statement); !made)
            return failure(made.error());
    }
    m_isNew = true;
    return {};
}

Result<void> Database::findTables()
{
    for (const auto &table :
         {u"workspaces"_s, u"models"_s, u"model_labels"_s, u"versions"_s, u"version_labels"_s}) {
        if (const auto found = read(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table)); !found) {
            if ((m_lastCode & 0xff) == 1) // ERROR: there is no such table
                m_lastCode = 11;
            return failure(found.error());
        }
    }
    return {};
}

//! A file of before has one less.
Result<void> Database::completeIndexes()
{
    const auto made = write(providerIndex);
    return made ? Result<void>() : failure(made.error());
}

// A WAL fits any file: SQLite would show and keep a mixture. So each file has a name of its own, in
// its list of tables, and a WAL with another one is noticed.
Result<void> Database::nameFile()
{
    auto names = read(u"SELECT count(*) FROM sqlite_master WHERE type = 'view'"_s);
    if (!names)
        return failure(names.error());
    if (names->next() && names->value(0).toInt() > 0)
        return {};
    names->finish();
    const auto named = write(
        u"CREATE VIEW file_%1 AS SELECT 1"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
    return named ? Result<void>() : failure(named.error());
}

bool Database::isCurrent() const
{
    if (m_identity != platform::fileIdentity(m_file))
        return false;
    return m_access != Access::ReadUnchanging
           || (QFileInfo(m_file).lastModified() == m_changed
               && !QFileInfo::exists(m_file + u"-wal"_s));
}

QString Database::trouble() const { return troubleOf(m_lastCode); }

Error Database::sqlError(const QSqlError &error)
{
    m_lastCode = error.nativeErrorCode().toInt();
    return refusals::storageFailure(trouble(), m_file, error.databaseText());
}

Result<void> Database::initialised()
{
    m_isNew = false;
    return commit();
}

Result<void> Database::begin(bool forWriting)
{
    const auto begun = write(forWriting ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (!begun)
        return failure(begun.error());
    return {};
}

Result<void> Database::commit()
{
    const auto committed = write(u"COMMIT"_s);
    if (!committed)
        return failure(committed.error());
    return {};
}

void Database::rollback()
{
    // Fails when SQLite has rolled back by itself; that is as good.
    const int why = m_lastCode;
    std::ignore = write(u"ROLLBACK"_s);
    m_lastCode = why;
}

Result<void> Database::prepareQuery(QSqlQuery &query, const QString &sql)
{
    query.setForwardOnly(true);
    return query.prepare(sql) ? Result<void>() : failure(sqlError(query.lastError()));
}

Result<void> Database::execute(QSqlQuery &query, const QVariantList &values)
{
    for (QDeadlineTimer patience(lockPatience);;) {
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bindValue(int(i), values[i]);
        if (query.exec())
            return {};
        const Error error = sqlError(query.lastError());
        query.finish();
        if (trouble() != "locked"_L1 || patience.hasExpired() || isInterrupted())
            return failure(error);
        QThread::msleep(5);
    }
}

Result<QSqlQuery> Database::read(const QString &sql, const QVariantList &values)
{
    if (isInterrupted())
        return failure(refusals::storageFailure({}, m_file, u"interrupted"_s));
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (const auto prepared = prepareQuery(query, sql); !prepared)
        return failure(prepared.error());
    if (const auto done = execute(query, values); !done)
        return failure(done.error());
    return query;
}

Result<Database::Written> Database::write(const QString &sql, const QVariantList &values)
{
    if (isInterrupted() && sql != "ROLLBACK"_L1 && sql != "COMMIT"_L1)
        return failure(refusals::storageFailure({}, m_file, u"interrupted"_s));
    auto known = m_prepared.find(sql);
    if (known == m_prepared.end()) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        if (const auto prepared = prepareQuery(query, sql); !prepared)
            return failure(prepared.error());
        if (m_prepared.size() >= maxPrepared)
            m_prepared.clear();
        known = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    if (const auto done = execute(query, values); !done)
        return failure(done.error());
    const Written written{query.lastInsertId().toLongLong(), query.numRowsAffected()};
    query.finish();
    return written;
}

} // namespace modelscribe
