// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/networkroute.h"
#include "core/whendone.h"
#include "signing/accesskey.h"

#include <chrono>

namespace modelscribe {

//! The key that the address \p url hands out: https, or a server of this computer. Nothing that
//! says who asks is sent, no redirect is followed, and errors name the host alone.
QFuture<Result<AccessKey>> fetchKey(const QString &url, const NetworkRoute &route, QObject *context,
                                    std::chrono::milliseconds limit = std::chrono::seconds(10));

} // namespace modelscribe
