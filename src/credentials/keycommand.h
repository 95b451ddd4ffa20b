// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"
#include "signing/accesskey.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace modelscribe {

//! The program and arguments of \p command, without a shell: blanks part words, quotation marks and
//! backslashes keep them together as in one. Nothing when a mark is left open or there is no word.
std::optional<QStringList> commandWords(const QString &command);

//! What a person agreed to when they agreed to \p command; says nothing of what stands in it.
QString commandFingerprint(const QString &command);

//! Runs \p command and reads the key that it prints. Its own messages go nowhere, as they may hold
//! anything. Ends by itself: after \p limit the program is killed.
QFuture<Result<AccessKey>>
runKeyCommand(const QString &command, QObject *context,
              std::chrono::milliseconds limit = std::chrono::seconds(60));

} // namespace modelscribe
