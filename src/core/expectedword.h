// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace modelscribe {

class CommandParser;

//! What can stand at the end of a command line that is being typed.
struct ExpectedWord
{
    struct Offer
    {
        std::string text;
        std::string about;

        friend bool operator==(const Offer &, const Offer &) = default;
    };

    //! Commands and options, or the choices of a value; only those that begin as what is typed.
    std::vector<Offer> offers;

    // A value, if one can stand there.
    std::string of;     //!< The option "--set", or the argument "MODEL_ID"; empty: no value.
    std::string type;   //!< As in the help: "FIELD=VALUE".
    std::string begun;  //!< What is typed of it.
    std::string before; //!< What stands before it in the same word: "--set=".

    std::vector<std::string> commands; //!< Those that were given.
    //! What was given for options and arguments, by their names.
    std::vector<std::pair<std::string, std::string>> values;
};

//! \p words without the program's name; the last one is being typed and may be empty.
ExpectedWord expectedWord(const CommandParser &program, const std::vector<std::string> &words);

} // namespace modelscribe
