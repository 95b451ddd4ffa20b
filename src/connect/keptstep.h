// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keystore.h"

#include <functional>

namespace modelscribe {

//! Something that is done once a secret is kept.
using KeptStep = std::function<QFuture<Result<std::monostate>>()>;

//! Writes \p entry, and only when it is proven readable does \p next. When that fails the entry is
//! as it was before.
QFuture<Result<std::monostate>> writeThen(KeyStore &store, const QString &entry,
                                          const AccessKey &key, QObject *context,
                                          const KeptStep &next);

//! After a secret was to be removed: whether it is still there. Without a keychain nothing is in
//! it.
bool isLeftBehind(const Result<std::monostate> &removed);

} // namespace modelscribe
