// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! All of \p file, through links too. What is no ordinary file, such as a folder or a pipe, is not
//! opened: a pipe would be waited for. Kind::Storage: code "no-file", "no-reading" or "too-large";
//! detail says why and does not name the file.
Result<QByteArray> readOrdinaryFile(const QString &file, qint64 mostBytes);

} // namespace modelscribe
