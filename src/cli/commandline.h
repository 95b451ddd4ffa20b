// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace modelscribe {

//! The whole program; the exit status. \p environment is what it was started with, keys included.
int runCommandLine(int argc, char **argv, const QProcessEnvironment &environment);

} // namespace modelscribe
