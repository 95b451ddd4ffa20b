// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"

#include <chrono>

namespace modelscribe {

//! Whether the default collection of the Secret Service can be used, asked over D-Bus without ever
//! waiting: QtKeychain takes a locked one for an empty one. Fails with Kind::Storage and detail
//! "missing" (no bus, no service), "locked" or "silent".
QFuture<Result<std::monostate>> askSecretService(QObject *context,
                                                 std::chrono::milliseconds timeout);

} // namespace modelscribe
