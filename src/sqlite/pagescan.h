// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>

namespace modelscribe {

//! Reads the rows of a SQLite file page by page, without SQLite and without writing a byte: also
//! where the file's head, its list of tables or the pages that lead to others are gone. It finds
//! what stands in the leaves of tables, so the caller has to tell good rows from bad ones.
namespace pagescan {

//! Calls \p take with the values of each row found in a table of any name; an INTEGER PRIMARY KEY
//! comes as its number, a text that is no UTF-8 as its bytes. With \p withWal as the file's WAL has
//! it, if there is one. Stops after \p maxSize bytes of file.
void forEachRow(const QString &file, bool withWal, qint64 maxSize,
                const std::function<void(const QVariantList &row)> &take);

//! Where a row was found. All rows of a page are of one table.
struct RowPlace
{
    QString table; //!< Empty where the pages that lead to this one are gone.
    quint32 page = 0;
};

//! The same without free pages and the list of tables, and with the place of each row.
void forEachTableRow(
    const QString &file, bool withWal, qint64 maxSize,
    const std::function<void(const RowPlace &place, const QVariantList &row)> &take);

//! The names of what the list of tables holds of \p type ("table", "view").
QStringList names(const QString &file, bool withWal, QLatin1StringView type);

//! The highest page that the file or its WAL has.
qsizetype pageCount(const QString &file);

} // namespace pagescan

} // namespace modelscribe
