// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"

#include <chrono>

namespace modelscribe {

//! Whether the default collection of the Secret Service can be used, asked over D-Bus without ever
//! waiting: QtKeychain takes a locked one for an empty one. Who answered, by its name on the bus.
//! Fails with Kind::Storage and detail "missing" (no bus, no service), "locked" or "silent".
QFuture<Result<QString>> askSecretService(QObject *context, std::chrono::milliseconds timeout);

//! The next job begins anew with the service: libsecret, which QtKeychain uses, keeps to a session
//! that a service which was started again does not know.
void forgetSecretService();

} // namespace modelscribe
