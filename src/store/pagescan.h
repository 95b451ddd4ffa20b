// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

#include <functional>

namespace modelscribe {

//! Reads the rows of a SQLite file page by page, without SQLite and without writing a byte: also
//! where the file's head, its list of tables or the pages that lead to others are gone. It finds
//! what stands in the leaves of tables, so the caller has to tell good rows from bad ones.
namespace pagescan {

//! Calls \p take with the values of each row found in a table of any name; an INTEGER PRIMARY KEY
//! comes as its number. With \p withWal as the file's WAL has it, if there is one. Stops after
//! \p maxSize bytes of file.
void forEachRow(const QString &file, bool withWal, qint64 maxSize,
                const std::function<void(const QVariantList &row)> &take);

//! The highest page that the file or its WAL has.
qsizetype pageCount(const QString &file);

//! SQLite stops reading a WAL at the first frame that is wrong, without a word. Whether the end of
//! a change comes after one, so something was lost that a killed process does not explain.
bool isWalBroken(const QString &file);

} // namespace pagescan

} // namespace modelscribe
