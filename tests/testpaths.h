// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe::testing {

//! Where a file of the project is: "resources/schemas/…". Not a macro, so that what is compiled is
//! the same in every folder and a compiler cache knows it again.
QString sourcePath(const QString &below);
//! What was built: "src/cli/modelscribe-cli".
QString buildPath(const QString &below);

} // namespace modelscribe::testing
