// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

namespace plainsqlite {

//! A database by plain Qt Sql; with \p abandoned its files are copied there before it is closed, as
//! they would be left by a process that was killed.
inline bool run(const QString &file, const QStringList &statements, const QString &abandoned = {})
{
    bool done = true;
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"),
                                                    QStringLiteral("plain"));
        connection.setDatabaseName(file);
        done = connection.open();
        for (const QString &statement : statements) {
            QSqlQuery query(connection);
            done = query.exec(statement) && done;
        }
        for (const auto &ending : {QStringLiteral(""), QStringLiteral("-wal")}) {
            if (!abandoned.isEmpty() && QFile::exists(file + ending))
                done = QFile::copy(file + ending, abandoned + ending) && done;
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("plain"));
    return done;
}

inline QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool setContent(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace plainsqlite
