// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace modelscribe {

//! Gives \p file, its -wal, -shm and -journal the name "<file>.damaged-YYYYMMDD-HHMMSS" (UTC),
//! which is returned. Refused (Kind::Storage) when \p maxCount such files or \p maxSize bytes of
//! them are there already: they are the person's to delete.
Result<QString> keepAside(const QString &file, int maxCount, qint64 maxSize);
//! Deletes what keepAside() kept of \p file.
void dropKeptAside(const QString &file);
//! The same as keepAside() for the -wal, -shm and -journal alone; the -wal's new name.
Result<QString> keepWalAside(const QString &file, int maxCount, qint64 maxSize);

} // namespace modelscribe
