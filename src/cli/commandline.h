// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace modelscribe {

//! The whole program; the exit status.
int runCommandLine(int argc, char **argv);

} // namespace modelscribe
