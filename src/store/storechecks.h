// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/storereport.h"

#include <QString>

namespace modelscribe {

struct StoreSchema;

//! What can be said about a store's file without opening it in SQLite, and what its refusals mean.
namespace storechecks {

inline constexpr int newestBelievable = 9999; //!< A higher version is a damaged one.

Error error(StoreState state, const QString &detail);
StoreState stateOf(const Error &error);
//! Of SQLite's result \p code; \p file is looked at to tell why it cannot be written, unless empty.
StoreState stateOfSqlite(int code, const QString &file);

//! Makes folder and file when they are missing, private to the user; refuses what is no file.
//! What is there already stays as it is.
Result<void> make(const QString &file);
//! Takes the rights of others away, unless the file is another program's.
void restrictRights(const QString &file, const StoreSchema &schema);
//! What must hold before SQLite may touch \p file: it takes an empty file with a WAL for a new one
//! and deletes the WAL, and it reads a damaged WAL up to the damage.
Result<void> looksUsable(const QString &file, const StoreSchema &schema);

} // namespace storechecks

} // namespace modelscribe
