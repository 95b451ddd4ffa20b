// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <functional>
#include <variant>

class QObject;

namespace modelscribe {

//! A name that no file system refuses, made from \p text.
QString fileNameOf(const QString &text);

//! Writes \p contents on another thread, all or nothing, and calls \p done unless \p context is
//! destroyed first.
void writeFile(const QString &file, const QByteArray &contents, QObject *context,
               std::function<void(const Result<std::monostate> &)> done);

} // namespace modelscribe
