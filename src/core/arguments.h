// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace modelscribe {

//! What is wrong with a command line whatever its words mean, as a sentence, or nothing. Bytes that
//! are not UTF-8 would be read as another text, so nobody may read them; only the values of
//! \p fileOptions ("--extra-info") are names of files and may have any bytes. What is given empty
//! is mostly a variable that is not set, and never means "not given".
std::optional<QString> argumentProblem(int argc, const char *const *argv,
                                       const QStringList &fileOptions = {});

//! The same for the environment variables that both programs read: their name, or nothing.
std::optional<QString> environmentProblem();

} // namespace modelscribe
