// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>
#include <vector>

namespace modelscribe {

//! An option as far as it matters for which words are its values.
struct OptionShape
{
    enum class Takes {
        Nothing,
        One,
        OneOrNone, //!< "--local [FILE]"
        Many,      //!< One, and the words behind it.
        ManyPairs  //!< The same, of words with a "=".
    };

    std::vector<std::string> names; //!< "--set"
    Takes takes = Takes::Nothing;
};

//! A command, or the program itself.
struct CommandShape
{
    std::string name;
    std::vector<OptionShape> options;
    int needs = 0; //!< So many words that belong to no option.
    std::vector<CommandShape> commands;
};

//! \p arguments (without the program's name) in the order "command words --option=value", so that
//! whoever reads them need not guess which word belongs to an option. A word behind an option that
//! could do without it belongs to the command when that would miss one otherwise. Options of the
//! program are known behind its commands too. Fails (Invalid) when two words could be the one that
//! is missing.
Result<std::vector<std::string>> arranged(const std::vector<std::string> &arguments,
                                          const CommandShape &program);

} // namespace modelscribe
