// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace modelscribe {

class Database;

//! Whether \p file, whatever its head says, holds rows of a registry.
bool holdsRegistryRows(const QString &file);

//! Puts what can be read of the damaged \p file into \p database, which has its workspaces only;
//! inside a transaction of the caller. The number of models.
Result<int> recoverRegistry(const QString &file, Database &database);

} // namespace modelscribe
