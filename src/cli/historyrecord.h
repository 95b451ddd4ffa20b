// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "store/journalentry.h"

namespace modelscribe {

//! Some columns for people.
Table journalTable(const QList<JournalHead> &heads);
//! Every column, for CSV.
Table fullJournalTable(const QList<JournalHead> &heads);
QByteArray journalJson(const QList<JournalHead> &heads);

} // namespace modelscribe
