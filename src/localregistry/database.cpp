// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/database.h"

#include "localregistry/refusals.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int schemaVersion = 1;
constexpr int applicationId = 0x4D536C72; // "MSlr"
constexpr size_t maxPrepared = 200;

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
        u"PRAGMA application_id = %1"_s.arg(applicationId),
        u"PRAGMA user_version = %1"_s.arg(schemaVersion),
    };
    return statements;
}

constexpr auto ownerOnlyFile = QFile::ReadOwner | QFile::WriteOwner;

//! SQLite gives -wal and -shm the rights of the file they belong to.
Result<void> makePrivateFile(const QString &file)
{
    const QDir folder = QFileInfo(file).absoluteDir();
    if (!folder.exists()) {
        const QDir parent(QFileInfo(folder.absolutePath()).absolutePath());
        if (!parent.mkpath(u"."_s)
            || !parent.mkdir(folder.dirName(), ownerOnlyFile | QFile::ExeOwner))
            return failure(Error::Kind::Storage, u"cannot make the folder "_s + folder.path());
    }
    QFile handle(file);
    if (!handle.open(QIODevice::ReadWrite, ownerOnlyFile))
        return failure(Error::Kind::Storage, handle.errorString());
    if (!handle.setPermissions(ownerOnlyFile))
        return failure(Error::Kind::Storage, handle.errorString());
    return {};
}

Result<void> execute(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (query.exec())
        return {};
    const QString text = query.lastError().text();
    query.finish();
    return failure(refusals::internalError(text));
}

} // namespace

Database::Database(QString connection)
    : m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_prepared.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    if (const auto made = makePrivateFile(file); !made)
        return failure(made.error());
    std::unique_ptr<Database> database(
        new Database(u"localregistry-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    connection.setDatabaseName(file);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!connection.open())
        return failure(Error::Kind::Storage, connection.lastError().text());
    if (auto prepared = database->prepareFile(); !prepared) {
        database->rollback();
        prepared.error().kind = Error::Kind::Storage;
        return failure(prepared.error());
    }
    return database;
}

Result<void> Database::prepareFile()
{
    if (const auto entered = enterWal(); !entered)
        return failure(entered.error());
    // With WAL, NORMAL loses nothing when the process dies.
    for (const auto &pragma : {u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA foreign_keys = ON"_s}) {
        if (const auto set = write(pragma); !set)
            return failure(set.error());
    }
    return begin(true).and_then([this] { return makeSchema(); });
}

Result<void> Database::enterWal()
{
    for (int attempt = 0;; ++attempt) {
        const auto mode = write(u"PRAGMA journal_mode = WAL"_s);
        if (mode)
            return {};
        // This does not wait for other processes, whatever the busy timeout is.
        if (attempt >= 200)
            return failure(mode.error());
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
    if (empty && version == 0) {
        for (const QString &statement : schema()) {
            if (const auto made = write(statement); !made)
                return failure(made.error());
        }
        m_isNew = true;
        return {};
    }
    if (application != applicationId)
        return failure(Error::Kind::Storage, u"the file belongs to another program"_s);
    if (version != schemaVersion)
        return failure(
            Error::Kind::Storage,
            u"the file has schema %1, this program knows %2"_s.arg(version).arg(schemaVersion));
    return commit();
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
    std::ignore = write(u"ROLLBACK"_s);
}

Result<QSqlQuery> Database::read(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(refusals::internalError(query.lastError().text()));
    if (const auto done = execute(query, values); !done)
        return failure(done.error());
    return query;
}

Result<Database::Written> Database::write(const QString &sql, const QVariantList &values)
{
    auto known = m_prepared.find(sql);
    if (known == m_prepared.end()) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return failure(refusals::internalError(query.lastError().text()));
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
