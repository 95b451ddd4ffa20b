// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/argumentorder.h"

#include <QString>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Takes = OptionShape::Takes;

//! An option with its values, or a word that belongs to none.
struct ArgumentPart
{
    std::string option;              // empty: words of the command
    Takes takes = Takes::Nothing;    // what else the option could take
    std::vector<std::string> values; // those from \p sure on could belong to the command
    std::size_t sure = 0;

    bool hasLoose() const { return values.size() > sure; }
};

class Arranger
{
public:
    explicit Arranger(const CommandShape &program)
        : m_path{&program}
    {
    }

    Result<std::vector<std::string>> arrange(const std::vector<std::string> &arguments)
    {
        bool onlyWords = false;
        for (auto it = arguments.begin(); it != arguments.end(); ++it) {
            if (!onlyWords && *it == "--")
                onlyWords = true;
            else if (onlyWords || it->size() < 2 || it->front() != '-')
                takeWord(*it, onlyWords);
            else if (takeOption(*it) && std::next(it) != arguments.end())
                m_parts.back().values.push_back(*++it);
        }
        while (m_missing > 0) {
            const auto given = giveUpWord();
            if (!given)
                return failure(given.error());
            if (!*given)
                break;
        }
        return written();
    }

private:
    const OptionShape *find(const std::string &name) const
    {
        for (auto command = m_path.rbegin(); command != m_path.rend(); ++command) {
            for (const OptionShape &option : (*command)->options) {
                if (std::ranges::find(option.names, name) != option.names.end())
                    return &option;
            }
        }
        return nullptr;
    }

    const CommandShape *commandNamed(const std::string &word) const
    {
        const auto &commands = m_path.back()->commands;
        const auto command = std::ranges::find(commands, word, &CommandShape::name);
        return command == commands.end() ? nullptr : &*command;
    }

    //! True: the next argument is its value, whatever it looks like.
    bool takeOption(const std::string &argument)
    {
        const auto equals = argument.find('=');
        const OptionShape *option = find(argument.substr(0, equals));
        ArgumentPart part{.option = argument, .takes = option ? option->takes : Takes::Nothing};
        if (equals != std::string::npos)
            part.takes = Takes::Nothing; // its value stands in it
        const bool needsOne = part.takes == Takes::One || part.takes == Takes::Many
                              || part.takes == Takes::ManyPairs;
        part.sure = needsOne ? 1 : 0;
        m_parts.push_back(part);
        return needsOne;
    }

    void takeWord(const std::string &word, bool isSure)
    {
        ArgumentPart *before = m_parts.empty() ? nullptr : &m_parts.back();
        const CommandShape *command = isSure || m_words > 0 ? nullptr : commandNamed(word);
        if (command) {
            m_path.push_back(command);
            m_missing = command->needs;
            m_parts.push_back({}); // what follows belongs to the command
        } else if (!isSure && before && canTake(*before, word)) {
            before->values.push_back(word);
        } else {
            m_parts.push_back({.values = {word}, .sure = 1});
            ++m_words;
            --m_missing;
        }
    }

    static bool canTake(const ArgumentPart &part, const std::string &word)
    {
        switch (part.takes) {
        case Takes::Nothing:
        case Takes::One: return false;
        case Takes::OneOrNone: return part.values.empty();
        case Takes::Many: return true;
        case Takes::ManyPairs: return word.find('=') != std::string::npos;
        }
        return false;
    }

    //! Moves the last word of an option to the command; false: there is none.
    Result<bool> giveUpWord()
    {
        const auto from = [this](auto isMeant) -> Result<ArgumentPart *> {
            ArgumentPart *found = nullptr;
            for (ArgumentPart &part : m_parts) {
                if (!part.hasLoose() || !isMeant(part.takes))
                    continue;
                if (found)
                    return failure(
                        Error::Kind::Invalid,
                        u"is “%1” or “%2” the MODEL_ID? Put it right behind the command"_s.arg(
                            QString::fromStdString(found->values.back()),
                            QString::fromStdString(part.values.back())));
                found = &part;
            }
            return found;
        };
        // A list that loses a word is a list still; a file that does is another one.
        auto part = from([](Takes takes) { return takes == Takes::Many; });
        if (part && !*part)
            part = from([](Takes takes) { return takes == Takes::OneOrNone; });
        if (!part)
            return failure(part.error());
        if (!*part)
            return false;
        const std::string word = (*part)->values.back();
        (*part)->values.pop_back();
        m_parts.push_back({.values = {word}, .sure = 1});
        --m_missing;
        return true;
    }

    std::vector<std::string> written() const
    {
        std::vector<std::string> words, options, bare, dashed;
        for (const ArgumentPart &part : m_parts) {
            if (part.option.empty()) {
                for (const std::string &word : part.values)
                    (word.starts_with('-') && word.size() > 1 ? dashed : words).push_back(word);
            } else if (part.values.empty()) {
                (part.takes == Takes::OneOrNone ? bare : options).push_back(part.option);
            }
            for (const std::string &value :
                 part.option.empty() ? std::vector<std::string>{} : part.values)
                options.push_back(part.option + '=' + value);
        }
        std::vector<std::string> result = bare; // where nothing is behind it that it could take
        for (auto command = m_path.begin() + 1; command != m_path.end(); ++command)
            result.push_back((*command)->name);
        result.insert(result.end(), words.begin(), words.end());
        result.insert(result.end(), options.begin(), options.end());
        if (!dashed.empty())
            result.push_back("--");
        result.insert(result.end(), dashed.begin(), dashed.end());
        return result;
    }

    std::vector<const CommandShape *> m_path; //!< From the program to the command of now.
    std::vector<ArgumentPart> m_parts;
    int m_words = 0;   //!< Of the command.
    int m_missing = 0; //!< Words that the command needs still.
};

} // namespace

Result<std::vector<std::string>> arranged(const std::vector<std::string> &arguments,
                                          const CommandShape &program)
{
    return Arranger(program).arrange(arguments);
}

} // namespace modelscribe
