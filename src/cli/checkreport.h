// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"
#include "connect/connectioncheck.h"

namespace modelscribe {

class Output;

//! Writes what \p check came to, in the format that was asked for, and what went wrong to stderr.
//! The exit code is that of the step that failed.
ExitCode reportCheck(Output &output, const ConnectionCheck &check);

} // namespace modelscribe
