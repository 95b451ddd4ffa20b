// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QDeadlineTimer>

#include <functional>

namespace modelscribe {

//! Hands the models of a copy (see ModelCache) to \p take, those that came last first: some, and
//! more until \p deadline. Changes and mends nothing, makes no copy and waits for nobody: where it
//! is missing, damaged, of another version or about something else, there are no models.
void peekAtModelCache(const QString &file, const QString &registryKey, const QString &workspaceId,
                      const QDeadlineTimer &deadline,
                      const std::function<void(const RegisteredModel &)> &take);

} // namespace modelscribe
