// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! What can be said of a SQLite file's WAL without SQLite, which believes any.
namespace modelscribe::pagescan {

//! SQLite stops reading a WAL at the first frame that is wrong, without a word. Whether the end of
//! a change comes after one, so something was lost that a killed process does not explain.
bool isWalBroken(const QString &file);

//! Whether \p file was put in the place of the one that its WAL was written for, such as a copy
//! that was restored: it is newer than the WAL, and holds nothing that was taken over from it.
bool isWalStale(const QString &file);

} // namespace modelscribe::pagescan
