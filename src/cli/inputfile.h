// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace modelscribe {

//! All of the file that \p option names, whose name may have any bytes; "-" is stdin. Fails
//! (Invalid) when it cannot be read or has more than \p mostBytes.
Result<QByteArray> readInput(const QString &option, const std::string &bytesOfName,
                             qint64 mostBytes);

} // namespace modelscribe
