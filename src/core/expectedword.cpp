// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expectedword.h"

#include "core/commandparser.h"

#include <algorithm>
#include <optional>
#include <set>

namespace modelscribe {

namespace {

bool isOption(const std::string &name) { return name.starts_with('-'); }

bool isFlag(const Argument &argument) { return std::holds_alternative<bool *>(argument.into); }

bool isRepeated(const Argument &argument)
{
    return std::holds_alternative<std::vector<std::string> *>(argument.into);
}

//! Goes through the words of a command line without reading their values.
class Walk
{
public:
    explicit Walk(const CommandParser &program)
        : m_open{&program}
    {
    }

    void take(const std::string &word)
    {
        if (m_waiting && (!isOption(word) || isValue(word))) {
            m_result.values.emplace_back(m_waiting->name, word);
            m_hasValue = true;
            if (!isRepeated(*m_waiting) || m_waiting->takesOne)
                m_waiting = nullptr;
        } else if (isOption(word)) {
            takeOption(word);
        } else if (const CommandParser *command = commandCalled(word)) {
            m_open.push_back(command);
            m_result.commands.push_back(word);
            m_words = 0;
        } else {
            if (const Argument *argument = nextWord())
                m_result.values.emplace_back(argument->name, word);
            ++m_words;
        }
    }

    ExpectedWord end(const std::string &begun)
    {
        m_result.begun = begun;
        const size_t equals = begun.find('=');
        if (isValue(begun)) {
            expect(*m_waiting, {}, begun);
        } else if (isOption(begun) && equals != std::string::npos) {
            if (const Argument *option = optionCalled(begun.substr(0, equals)))
                expect(*option, begun.substr(0, equals + 1), begun.substr(equals + 1));
        } else if (isOption(begun)) {
            offerOptions();
        } else {
            offerCommands();
            const Argument *word = nextWord();
            // Who has a value and may take more leaves the place to a word that is missing.
            if (m_waiting && !(m_hasValue && word))
                expect(*m_waiting, {}, begun);
            else if (word)
                expect(*word, {}, begun);
        }
        return std::move(m_result);
    }

private:
    //! It stands behind an option that needs one: "--query -task:x", too.
    bool isValue(const std::string &word) const
    {
        return m_waiting && !m_hasValue && !m_waiting->mayLackValue && !word.starts_with("--");
    }

    void takeOption(const std::string &word)
    {
        const size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        m_given.insert(name);
        m_waiting = nullptr;
        m_hasValue = false;
        const Argument *option = optionCalled(name);
        if (!option || isFlag(*option))
            return;
        if (equals != std::string::npos)
            m_result.values.emplace_back(name, word.substr(equals + 1));
        else
            m_waiting = option;
    }

    //! An option of a command is known behind its sub-commands too.
    const Argument *optionCalled(const std::string &name) const
    {
        for (auto command = m_open.rbegin(); command != m_open.rend(); ++command) {
            const auto found = std::ranges::find((*command)->arguments(), name, &Argument::name);
            if (found != (*command)->arguments().end())
                return &*found;
        }
        return nullptr;
    }

    const CommandParser *commandCalled(const std::string &word) const
    {
        for (const auto &command : m_open.back()->commands()) {
            if (m_words == 0 && command->name() == word)
                return command.get();
        }
        return nullptr;
    }

    //! The argument without an option that comes next.
    const Argument *nextWord() const
    {
        size_t skipped = 0;
        for (const Argument &argument : m_open.back()->arguments()) {
            if (isOption(argument.name))
                continue;
            if (isRepeated(argument) || skipped++ == m_words)
                return &argument;
        }
        return nullptr;
    }

    void offer(const std::string &text, const std::string &about)
    {
        if (text.starts_with(m_result.before + m_result.begun))
            m_result.offers.push_back({text, about});
    }

    void offerCommands()
    {
        if (m_words > 0)
            return;
        for (const auto &command : m_open.back()->commands())
            offer(command->name(), command->description());
    }

    void offerOptions()
    {
        for (auto command = m_open.rbegin(); command != m_open.rend(); ++command) {
            for (const Argument &argument : (*command)->arguments()) {
                if (isOption(argument.name)
                    && (isRepeated(argument) || !m_given.contains(argument.name)))
                    offer(argument.name, argument.help);
            }
        }
        offer("--help", "prints what there is to give");
        if (m_open.size() == 1)
            offer("--version", "prints the version");
    }

    void expect(const Argument &argument, const std::string &before, const std::string &begun)
    {
        m_result.of = argument.name;
        m_result.type = argument.type.empty() ? argument.name : argument.type;
        m_result.before = before;
        m_result.begun = begun;
        for (const std::string &choice : argument.choices)
            offer(before + choice, {});
    }

    std::vector<const CommandParser *> m_open;
    const Argument *m_waiting = nullptr; //!< An option that takes the next word.
    bool m_hasValue = false;             //!< It has one, and may take more.
    size_t m_words = 0;                  //!< Of the innermost command, that belong to no option.
    std::set<std::string> m_given;
    ExpectedWord m_result;
};

} // namespace

ExpectedWord expectedWord(const CommandParser &program, const std::vector<std::string> &words)
{
    Walk walk(program);
    for (size_t i = 0; i + 1 < words.size(); ++i)
        walk.take(words[i]);
    return walk.end(words.empty() ? std::string() : words.back());
}

} // namespace modelscribe
