// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <variant>

class QLockFile;

// Small files of this program that its windows and commands share.
namespace modelscribe {

//! Puts \p contents in place of \p file, all or nothing, readable by its user only (0600).
Result<std::monostate> writePrivateFile(const QString &file, const QByteArray &contents);

//! A copy of a damaged file beside it, "….damaged-YYYYMMDD-HHMMSS". Not a new name for it: a reader
//! must never find no file, which would mean that there was nothing.
Result<std::monostate> copyDamagedFile(const QString &file);

//! Why \p lock cannot be had: somebody else has it, or it cannot be made there.
Error lockError(const QLockFile &lock);

} // namespace modelscribe
