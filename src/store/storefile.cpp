// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefile.h"

#include "sqlite/keepaside.h"
#include "sqlite/pagescan.h"
#include "store/storechecks.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto nextEnding = ".new"_L1; // of a file that is to take a damaged one's place
constexpr char viewPrefix[] = "file_";

void bind(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i) {
        // Qt takes a null QByteArray for NULL.
        const bool isNullBytes = values[i].typeId() == QMetaType::QByteArray
                                 && values[i].value<QByteArray>().isNull();
        query.bindValue(int(i), isNullBytes ? QVariant(QByteArray("", 0)) : values[i]);
    }
}

void removeNext(const QString &name)
{
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(name + ending);
}

} // namespace

StoreFile::StoreFile(QString file, const StoreSchema &schema, const StoreOptions &options)
    : m_file(std::move(file))
    , m_schema(schema)
    , m_options(options)
    , m_connection(schema.name + u'-' + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

StoreFile::~StoreFile() { disconnect(); }

std::unique_ptr<StoreFile> StoreFile::open(const QString &file, const StoreSchema &schema,
                                           const StoreOptions &options)
{
    std::unique_ptr<StoreFile> store(new StoreFile(file, schema, options));
    store->openOnDisk();
    return store;
}

void StoreFile::openOnDisk()
{
    if (!QFileInfo::exists(m_file) && QFile::exists(m_file + nextEnding))
        QFile::rename(m_file + nextEnding, m_file);
    Result<void> opened = storechecks::make(m_file);
    if (opened) {
        m_identity = platform::fileIdentity(m_file);
        storechecks::restrictRights(m_file, m_schema);
        opened = storechecks::looksUsable(m_file, m_schema)
                     .and_then([this] { return readFirstPage(); })
                     .and_then([this] { return connectTo(m_file); })
                     .and_then([this] { return check(); })
                     // Before anything is written.
                     .and_then([this] { return m_isCurrent ? checkRows() : Result<void>(); })
                     .and_then([this] { return configure(); })
                     .and_then([this] { return migrate(); })
                     .and_then([this] { return m_isCurrent ? Result<void>() : checkRows(); });
    }
    if (opened)
        return;
    const StoreState state = storechecks::stateOf(opened.error());
    if (state == StoreState::Damaged)
        replaceDamaged(opened.error().detail);
    else
        openInMemory(state, opened.error().detail, false);
}

void StoreFile::openInMemory(StoreState state, const QString &detail, bool isDamaged)
{
    disconnect();
    m_report = {.state = state,
                .error = storechecks::error(state, u"%1: %2"_s.arg(m_file, detail))};
    m_options.maxPages = 0;
    if (!connectTo(u":memory:"_s) || !migrate())
        return;
    // Reading a pipe would wait.
    if (state != StoreState::NewerVersion && state != StoreState::SymbolicLink
        && QFileInfo(m_file).isFile())
        std::ignore = transaction([&]() -> Result<void> {
            takePages(m_file, isDamaged);
            return {};
        });
}

// A kill at any place here leaves the damaged file, or the new one complete under its other name.
void StoreFile::replaceDamaged(const QString &why)
{
    // Of two processes that find it damaged at the same time, one replaces it.
    constexpr int patience = 3000;
    QLockFile lock(m_file + u".lock"_s);
    lock.tryLock(patience);
    if (m_identity != platform::fileIdentity(m_file)) {
        disconnect();
        lock.unlock();
        return openOnDisk();
    }
    const QString next = m_file + nextEnding;
    const auto recovered = makeNext(next);
    if (!recovered) {
        removeNext(next);
        return openInMemory(storechecks::stateOf(recovered.error()),
                            why + u"; "_s + recovered.error().detail, true);
    }
    // Renamed before it is closed, so closing does not write a wrong WAL into it.
    const auto kept = putAside();
    if (!kept) {
        removeNext(next);
        return openInMemory(StoreState::Damaged, why + u"; "_s + kept.error().detail, true);
    }
    disconnect();
    QFile::rename(next, m_file); // another process may have done it by now
    lock.unlock();
    openOnDisk();
    if (m_report.state != StoreState::Ready)
        return;
    m_report = {.state = StoreState::DamagedReplaced,
                .error = storechecks::error(StoreState::DamagedReplaced,
                                            u"%1: %2; kept as %3"_s.arg(m_file, why, *kept)),
                .keptAside = *kept,
                .recovered = *recovered};
}

Result<QString> StoreFile::putAside()
{
    if (m_options.isCopy)
        dropKeptAside(m_file);
    if (!m_options.isCopy || QFileInfo(m_file).size() <= m_options.keptAsideSize)
        return keepAside(m_file, m_options.keptAside, m_options.keptAsideSize);
    removeNext(m_file);
    return QString();
}

Result<int> StoreFile::makeNext(const QString &name)
{
    removeNext(name);
    StoreOptions options = m_options;
    options.onNetwork = true; // all of it in one file
    const auto next = open(name, m_schema, options);
    if (!next->onDisk())
        return failure(next->report().error);
    int count = 0;
    const auto done = next->transaction([&]() -> Result<void> {
        count = next->takePages(m_file, true);
        return {};
    });
    if (!done)
        return failure(done.error());
    return count;
}

Result<void> StoreFile::connectTo(const QString &name)
{
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    connection.setDatabaseName(name);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_options.busyTimeout));
    if (connection.open())
        return {};
    const QSqlError error = connection.lastError();
    return failure(storechecks::error(
        storechecks::stateOfSqlite(error.nativeErrorCode().toInt(), m_file), error.text()));
}

void StoreFile::disconnect()
{
    if (!QSqlDatabase::contains(m_connection))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<StoreFile::Facts> StoreFile::readFacts()
{
    // Between looking with SQLite and at the pages another process may have made the tables.
    constexpr int looks = 5;
    constexpr int pause = 50;
    for (int look = 1;; ++look) {
        auto row = read(u"SELECT user_version, (SELECT application_id FROM pragma_application_id),"
                        " (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"_s);
        if (!row)
            return failure(row.error());
        row->next();
        Facts facts{row->value(0).toInt(), row->value(1).toInt(), row->value(2).toInt(), false};
        row->finish();
        facts.isEmptyFile = facts.tables == 0 && pagescan::pageCount(m_file) <= 1;
        if (facts.tables > 0 || facts.isEmptyFile || look == looks)
            return facts;
        QThread::msleep(pause);
    }
}

Result<void> StoreFile::check()
{
    // A damaged or hostile list of tables must not run anything.
    for (const auto &pragma :
         {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s}) {
        if (const auto set = read(pragma); !set)
            return failure(set.error());
    }
    const auto facts = readFacts();
    if (!facts)
        return failure(facts.error());
    const auto &[version, application, tables, isEmptyFile] = *facts;
    if (version == 0 && application == 0 && tables == 0) {
        if (isEmptyFile)
            return {};
        return failure(storechecks::error(StoreState::Damaged, u"new, with an old WAL"_s));
    }
    if (application != m_schema.applicationId)
        return failure(storechecks::error(StoreState::Damaged, u"it belongs to another program"_s));
    if (version > m_schema.version() && version <= storechecks::newestBelievable)
        return failure(storechecks::error(StoreState::NewerVersion, u"version %1"_s.arg(version)));
    if (version < 1 || version > storechecks::newestBelievable)
        return failure(storechecks::error(StoreState::Damaged, u"version %1"_s.arg(version)));
    m_isCurrent = version == m_schema.version();
    if (!isOneFile())
        return failure(storechecks::error(StoreState::Damaged, u"the WAL is of another file"_s));
    if (QFileInfo(m_file).size() > m_options.checkedSize)
        return {};
    return checkPages();
}

Result<void> StoreFile::checkPages()
{
    auto checked = read(u"PRAGMA quick_check(1)"_s);
    if (!checked)
        return failure(checked.error());
    if (!checked->next() || checked->value(0).toString() != "ok"_L1)
        return failure(storechecks::error(StoreState::Damaged, checked->value(0).toString()));
    return {};
}

// Before SQLite has the file: closing it ends all locks that this process has on it, and the next
// process that leaves would take the WAL away from under this one.
Result<void> StoreFile::readFirstPage()
{
    QFile file(m_file);
    constexpr qint64 firstPage = 4096;
    m_firstPage = file.open(QIODevice::ReadOnly) ? file.read(firstPage) : QByteArray();
    return {};
}

// A whole WAL of another file fits any: SQLite would show that other file and write it over this
// one. So each has a name of its own, in its first page.
bool StoreFile::isOneFile()
{
    auto named = read(u"SELECT name FROM sqlite_master WHERE type = 'view'"_s);
    if (!named) // locked, perhaps; whoever reads next says so
        return true;
    const QByteArray name = named->next() ? named->value(0).toByteArray() : QByteArray();
    return !m_firstPage.contains(viewPrefix) || (!name.isEmpty() && m_firstPage.contains(name));
}

Result<void> StoreFile::configure()
{
    // Deleted texts are really gone, and reading page by page finds no old ones.
    QStringList pragmas = {u"PRAGMA journal_size_limit = 8388608"_s};
    pragmas += m_options.isCopy
                   ? QStringList{u"PRAGMA synchronous = NORMAL"_s}
                   : QStringList{u"PRAGMA secure_delete = ON"_s, u"PRAGMA synchronous = FULL"_s};
    if (QFileInfo(m_file).size() == 0) // later it would write
        pragmas.prepend(u"PRAGMA auto_vacuum = INCREMENTAL"_s);
    if (m_options.maxPages > 0)
        pragmas.append(u"PRAGMA max_page_count = %1"_s.arg(m_options.maxPages));
    for (const QString &pragma : pragmas) {
        if (const auto set = read(pragma); !set)
            return failure(set.error());
    }
    return enterJournal();
}

Result<void> StoreFile::enterJournal()
{
    // A WAL needs memory that all processes share, which file systems of a network do not give.
    const QString wanted = m_options.onNetwork.value_or(platform::isOnNetwork(m_file)) ? u"delete"_s
                                                                                       : u"wal"_s;
    constexpr int pause = 20;
    for (int waited = 0;; waited += pause) {
        auto mode = read(u"PRAGMA journal_mode = "_s + wanted);
        if (mode && mode->next() && mode->value(0).toString() == wanted)
            return {};
        const Error error = mode ? storechecks::error(StoreState::Failed, u"no "_s + wanted)
                                 : mode.error();
        // This does not wait for other processes, whatever the busy timeout is.
        if (error.code != storeCode(StoreState::Locked) || waited >= m_options.busyTimeout)
            return failure(error);
        QThread::msleep(pause);
    }
}

Result<void> StoreFile::migrate()
{
    return transaction([this]() -> Result<void> {
        auto found = read(u"PRAGMA user_version"_s);
        if (!found)
            return failure(found.error());
        found->next();
        const int version = found->value(0).toInt();
        found->finish();
        if (version >= m_schema.version())
            return {};
        if (version == 0) {
            const auto named = write(u"CREATE VIEW %1%2 AS SELECT 1"_s.arg(
                QLatin1StringView(viewPrefix), QUuid::createUuid().toString(QUuid::Id128)));
            if (!named)
                return failure(named.error());
        }
        for (int from = version; from < m_schema.version(); ++from) {
            if (const auto moved = m_schema.migrations[size_t(from)](*this); !moved)
                return failure(moved.error());
        }
        for (const QString &pragma : {u"PRAGMA application_id = %1"_s.arg(m_schema.applicationId),
                                      u"PRAGMA user_version = %1"_s.arg(m_schema.version())}) {
            if (const auto set = read(pragma); !set)
                return failure(set.error());
        }
        return {};
    });
}

Result<void> StoreFile::checkRows()
{
    for (const StoreTable &table : m_schema.tables) {
        const bool all = table.checkedOnOpen && QFileInfo(m_file).size() <= m_options.checkedSize;
        auto rows = read(u"SELECT %1 FROM %2%3"_s.arg(table.columns.join(u", "_s), table.name,
                                                      all ? u""_s : u" LIMIT 1"_s));
        if (!rows)
            return failure(rows.error());
        while (rows->next()) {
            QVariantList row;
            for (int i = 0; i < int(table.columns.size()); ++i)
                row.append(rows->value(i));
            if (all && !table.isIntact(row))
                return failure(
                    storechecks::error(StoreState::Damaged, u"a row of "_s + table.name));
        }
        if (rows->lastError().isValid())
            return failure(sqlError(*rows));
    }
    return {};
}

bool StoreFile::takeRow(const StoreTable &table, const QVariantList &row)
{
    if (row.size() != table.columns.size() || !table.isIntact(row))
        return false;
    const auto taken = write(table.insert, row);
    return taken && *taken > 0;
}

int StoreFile::takePages(const QString &file, bool alsoWithoutWal)
{
    if (m_options.isCopy)
        return 0;
    int count = 0;
    const auto take = [&](const QVariantList &row) {
        for (const StoreTable &table : m_schema.tables)
            count += takeRow(table, row) ? 1 : 0;
    };
    pagescan::forEachRow(file, true, m_options.checkedSize, take);
    // The WAL of another file hides good pages.
    if (alsoWithoutWal && QFile::exists(file + u"-wal"_s))
        pagescan::forEachRow(file, false, m_options.checkedSize, take);
    return count;
}

Result<int> StoreFile::takeRows(StoreFile &from)
{
    if (m_options.isCopy)
        return 0;
    int count = 0;
    for (const StoreTable &table : m_schema.tables) {
        auto rows = from.read(u"SELECT %1 FROM %2"_s.arg(table.columns.join(u", "_s), table.name));
        if (!rows)
            return failure(rows.error());
        while (rows->next()) {
            QVariantList row;
            for (int i = 0; i < int(table.columns.size()); ++i)
                row.append(rows->value(i));
            count += takeRow(table, row) ? 1 : 0;
        }
    }
    return count;
}

bool StoreFile::isInPlace() const
{
    return !onDisk() || platform::fileIdentity(m_file) == m_identity;
}

void StoreFile::checkpoint()
{
    if (onDisk())
        std::ignore = read(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

Error StoreFile::sqlError(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    const int code = error.nativeErrorCode().toInt();
    return storechecks::error(storechecks::stateOfSqlite(code, onDisk() ? m_file : QString()),
                              u"%1: %2 (%3)"_s.arg(m_file, error.databaseText()).arg(code));
}

Result<QSqlQuery> StoreFile::prepared(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(sqlError(query));
    return query;
}

Result<QSqlQuery> StoreFile::read(const QString &sql, const QVariantList &values)
{
    auto query = prepared(sql);
    if (!query)
        return query;
    bind(*query, values);
    if (!query->exec())
        return failure(sqlError(*query));
    return query;
}

Result<int> StoreFile::write(const QString &sql, const QVariantList &values)
{
    auto query = read(sql, values);
    if (!query)
        return failure(query.error());
    return query->numRowsAffected();
}

Result<int> StoreFile::writeMany(const QString &sql, const QList<QVariantList> &rows)
{
    auto query = prepared(sql);
    if (!query)
        return failure(query.error());
    int changed = 0;
    for (const QVariantList &row : rows) {
        bind(*query, row);
        if (!query->exec())
            return failure(sqlError(*query));
        changed += query->numRowsAffected();
    }
    return changed;
}

Result<void> StoreFile::transaction(const std::function<Result<void>()> &work)
{
    if (const auto begun = write(u"BEGIN IMMEDIATE"_s); !begun)
        return failure(begun.error());
    Result<void> done = work();
    if (done) {
        if (const auto committed = write(u"COMMIT"_s); !committed)
            done = failure(committed.error());
    }
    if (!done) // Fails when SQLite has rolled back by itself; that is as good.
        std::ignore = write(u"ROLLBACK"_s);
    return done;
}

} // namespace modelscribe
