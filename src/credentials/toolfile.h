// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keytrouble.h"

#include <QByteArray>

#include <optional>

namespace modelscribe {

//! The text of a small file of another tool, without a byte order mark. Nothing when there is no
//! such file. Links are followed; what is no ordinary file is not waited for.
OrTrouble<std::optional<QByteArray>> readToolFile(const QString &path);

} // namespace modelscribe
