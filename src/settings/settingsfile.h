// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <variant>

// The look at the settings file before QSettings has its own, which waits for ever for a pipe, puts
// a file in the place of a device, and drops what it does not understand when it writes.
namespace modelscribe::settingsfile {

inline constexpr auto damagedCode = QLatin1StringView("settings-damaged");
inline constexpr auto unreadableCode = QLatin1StringView("settings-unreadable");

//! Storage: "settings-unreadable" (a pipe, a folder, no permission, far too long; nothing may open
//! it), "settings-damaged" (some of it is not settings: the rest can be read). detail names the
//! file and says why. A file that is not there is none of both; a link to a file is a file.
Result<std::monostate> check(const QString &file);

//! Before something is written to it: copies a damaged file aside. Storage: it must not be written.
Result<std::monostate> prepareToWrite(const QString &file);

//! After QSettings could not write it: why, as the operating system says it.
QString whyNotWritten(const QString &file);

} // namespace modelscribe::settingsfile
