// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>

#include <string>
#include <vector>

namespace modelscribe {

class CommandParser;

//! What a shell may offer for the last of \p words, which is being typed: a line each, "WORD" or
//! "WORD<tab>ABOUT". A word that ends with one of "=:.," goes on. A line that begins with a tab
//! asks for something that the shell knows better: "<tab>files", "<tab>folders".
//!
//! Reads profiles and the copy of the list that the words choose, for at most 50 ms; asks neither
//! network nor keychain, and writes nothing. Needs an application.
QByteArray completions(const CommandParser &program, const std::vector<std::string> &words,
                       const QProcessEnvironment &environment);

} // namespace modelscribe
