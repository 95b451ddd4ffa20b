// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batchrun.h"

#include <QString>

//! What the tray and the page say of a run.
namespace modelscribe::runwording {

//! "Saving 412 models", "398 of 412 models saved".
QString title(const BatchRun &run);
//! Why it waits, else what it is about.
QString about(const BatchRun &run);
//! "Name, Origin, 2 more".
QString fields(const BatchRun &run, qsizetype most = 2);
//! "187 saved", "3 conflicts".
QString count(BatchEnd end, qint64 count);
//! "9.8 writes a second"; empty while it is not known.
QString rate(const BatchRun &run);
QString timeLeft(const BatchRun &run);

} // namespace modelscribe::runwording
