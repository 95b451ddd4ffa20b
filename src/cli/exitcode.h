// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace modelscribe {

//! What the process ends with; scripts rely on these.
enum class ExitCode {
    Done = 0,
    Usage = 2,       //!< Wrong usage or a value the checks refuse; nothing was sent.
    Refused = 3,     //!< By the service.
    NoAnswer = 4,    //!< Network, time-out, TLS, or not a registry that answers.
    Credentials = 5, //!< Missing, refused or expired.
    NotFound = 6,
    Conflict = 7, //!< The model changed meanwhile, or one of this name exists; nothing was written.
    Partly = 8,   //!< What was and was not done is listed.
    Interrupted = 130,
    ReaderGone = 141 //!< Nobody reads the result any more, as behind "| head"; nothing was written.
};

ExitCode exitCodeFor(const Error &error);

} // namespace modelscribe
