// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sqliteversion.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace modelscribe {

QString sqliteVersion()
{
    const QString connection = u"sqliteversion"_s;
    QString version;
    {
        QSqlDatabase memory = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        memory.setDatabaseName(u":memory:"_s);
        if (memory.open()) {
            QSqlQuery query(memory);
            if (query.exec(u"SELECT sqlite_version()"_s) && query.next())
                version = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return version;
}

} // namespace modelscribe
