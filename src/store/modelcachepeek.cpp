// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/modelcachepeek.h"

#include "store/bytes.h"
#include "store/draftencoding.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int fewest = 200; // are read in a few milliseconds, and are all there is of a small list

//! For reading only. Without a WAL nobody has the file open, and SQLite need not make one to read.
QSqlDatabase openForPeeking(const QString &file, const QString &connection)
{
    QUrl address = QUrl::fromLocalFile(file);
    if (!QFile::exists(file + u"-wal"_s))
        address.setQuery(u"immutable=1"_s);
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=0"_s);
    database.setDatabaseName(QString::fromLatin1(address.toEncoded()));
    database.open();
    return database;
}

bool isAbout(const QSqlDatabase &database, const QString &registryKey, const QString &workspaceId)
{
    QSqlQuery facts(u"SELECT registry, workspace FROM facts WHERE id = 1"_s, database);
    return facts.next() && facts.value(0).toByteArray() == textBytes(registryKey)
           && facts.value(1).toByteArray() == textBytes(workspaceId);
}

} // namespace

void peekAtModelCache(const QString &file, const QString &registryKey, const QString &workspaceId,
                      const QDeadlineTimer &deadline,
                      const std::function<void(const RegisteredModel &)> &take)
{
    if (!QFile::exists(file))
        return;
    const QString connection = u"peek "_s + file;
    if (const QSqlDatabase database = openForPeeking(file, connection);
        database.isOpen() && isAbout(database, registryKey, workspaceId)) {
        QSqlQuery rows(database);
        rows.setForwardOnly(true);
        rows.exec(u"SELECT hash, content FROM models ORDER BY id DESC"_s);
        for (int count = 0; (count < fewest || !deadline.hasExpired()) && rows.next(); ++count) {
            const QByteArray content = rows.value(1).toByteArray();
            const auto model = encoding::toModel(content);
            if (model && contentId(content) == rows.value(0).toLongLong())
                take(*model);
        }
    }
    QSqlDatabase::removeDatabase(connection);
}

} // namespace modelscribe
