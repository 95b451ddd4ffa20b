// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace modelscribe {

//! One option, or a positional argument where the name has no dashes.
struct Argument
{
    using Taker = std::function<void(const std::string &)>;

    std::string name; //!< "--query", "MODEL_ID".
    //! What is written to. bool: a flag without a value. vector: may be given more than once.
    //! Taker: called while reading, before anything behind it is looked at (unless mayLackValue).
    std::variant<bool *, int *, std::string *, std::optional<std::string> *,
                 std::vector<std::string> *, Taker>
        into;
    std::string help;
    std::string type; //!< What the help shows for the value; empty: nothing.
    bool isRequired = false;
    bool takesOne = false;     //!< A vector takes one value each time it is named.
    bool mayLackValue = false; //!< A Taker gets an empty text when nothing stands behind it.
    std::optional<std::pair<int, int>> range; //!< The least and the largest number.
    std::vector<std::string> choices;         //!< Empty: any text.
    std::string group;                        //!< Its heading in the help.
    std::vector<std::string> excludes; //!< Options declared before that it cannot stand beside.
    std::vector<std::string> needs;    //!< Options declared before that it only goes with.
};

//! The arguments of a program or of a sub-command: declared, then read.
//!
//! The library that reads them is known to the .cpp alone, because its header takes longer to
//! compile than all that is declared with it.
class CommandParser
{
public:
    //! \p name and \p description head the help.
    CommandParser(const std::string &description, const std::string &name);
    ~CommandParser();

    void add(const Argument &argument);
    //! Lives as long as this.
    CommandParser &addCommand(const std::string &name, const std::string &description);
    //! Options of this one may stand behind a sub-command too.
    void setFallthrough();
    void requireCommands(int least, int most);
    void setVersion(const std::string &text);
    void setFooter(const std::string &text);

    //! What reading came to when the program is not to go on.
    struct End
    {
        bool isToldAll = false;      //!< Help or version was printed; nothing is wrong.
        bool lacksSomething = false; //!< Something required is not there.
        std::string problem;         //!< For a person, untranslated.
    };
    //! nullopt: all was understood, go on. Prints help and version to stdout itself. Words and
    //! options may stand in any order, see arranged().
    std::optional<End> parse(int argc, const char *const *argv);

    const std::string &name() const;
    const std::string &description() const;
    //! What was declared, in its order.
    const std::vector<Argument> &arguments() const;
    const std::vector<std::unique_ptr<CommandParser>> &commands() const;
    //! This sub-command was asked for.
    bool wasGiven() const;
    std::vector<std::string> remaining() const;

private:
    struct Private;
    explicit CommandParser(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace modelscribe
