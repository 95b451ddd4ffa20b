// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commandparser.h"

#include "core/argumentorder.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cassert>
#include <cctype>

namespace modelscribe {

struct CommandParser::Private
{
    std::unique_ptr<CLI::App> root; //!< Only of the program itself.
    CLI::App *app = nullptr;
    std::vector<std::unique_ptr<CommandParser>> commands;
    std::vector<Argument> arguments;
    std::string name;
    std::string description;
};

CommandParser::CommandParser(const std::string &description, const std::string &name)
    : d(std::make_unique<Private>())
{
    d->root = std::make_unique<CLI::App>(description, name);
    d->app = d->root.get();
    d->name = name;
    d->description = description;
}

CommandParser::CommandParser(std::unique_ptr<Private> own)
    : d(std::move(own))
{
}

CommandParser::~CommandParser() = default;

namespace {

//! How CLI11 declares an argument, by what it writes to.
struct Declare
{
    CLI::App &app;
    const Argument &argument;

    CLI::Option *operator()(bool *into) const
    {
        return app.add_flag(argument.name, *into, argument.help);
    }
    CLI::Option *operator()(const Argument::Taker &take) const
    {
        if (!argument.mayLackValue) {
            return app.add_option_function<std::string>(argument.name, take, argument.help)
                ->trigger_on_parse();
        }
        using Texts = std::vector<std::string>;
        const auto takeFirst = [take](const Texts &texts) {
            take(texts.empty() ? std::string() : texts.front());
        };
        return app.add_option_function<Texts>(argument.name, takeFirst, argument.help)
            ->expected(0, 1);
    }
    template<typename T>
    CLI::Option *operator()(T *into) const
    {
        return app.add_option(argument.name, *into, argument.help);
    }
};

} // namespace

void CommandParser::add(const Argument &argument)
{
    // What else the library takes differs between its versions.
    assert(std::ranges::all_of(argument.name, [](unsigned char c) {
        return std::isalpha(c) || c == '_' || c == '-' || c == ',';
    }));
    d->arguments.push_back(argument);
    CLI::Option *option = std::visit(Declare{*d->app, argument}, argument.into);
    if (!std::holds_alternative<bool *>(argument.into))
        option->type_name(argument.type);
    option->required(argument.isRequired);
    if (argument.takesOne)
        option->allow_extra_args(false);
    if (argument.range)
        option->check(CLI::Range(argument.range->first, argument.range->second));
    if (!argument.choices.empty())
        option->check(CLI::IsMember(argument.choices));
    if (!argument.group.empty())
        option->group(argument.group);
    for (const std::string &other : argument.excludes)
        option->excludes(d->app->get_option(other));
    for (const std::string &other : argument.needs)
        option->needs(d->app->get_option(other));
}

CommandParser &CommandParser::addCommand(const std::string &name, const std::string &description)
{
    auto own = std::make_unique<Private>();
    own->app = d->app->add_subcommand(name, description);
    own->name = name;
    own->description = description;
    d->commands.push_back(std::unique_ptr<CommandParser>(new CommandParser(std::move(own))));
    return *d->commands.back();
}

void CommandParser::setFallthrough() { d->app->fallthrough(); }

void CommandParser::requireCommands(int least, int most)
{
    d->app->require_subcommand(size_t(least), size_t(most));
}

void CommandParser::setVersion(const std::string &text)
{
    d->app->set_version_flag("--version", text);
}

void CommandParser::setFooter(const std::string &text) { d->app->footer(text); }

namespace {

OptionShape optionShapeOf(const CLI::Option &option)
{
    using Takes = OptionShape::Takes;
    OptionShape shape;
    for (const std::string &name : option.get_lnames())
        shape.names.push_back("--" + name);
    for (const std::string &name : option.get_snames())
        shape.names.push_back('-' + name);
    if (option.get_items_expected_max() == 0)
        shape.takes = Takes::Nothing;
    else if (option.get_items_expected_min() == 0)
        shape.takes = Takes::OneOrNone;
    else if (!option.get_allow_extra_args())
        shape.takes = Takes::One;
    else
        shape.takes = option.get_type_name().find('=') == std::string::npos ? Takes::Many
                                                                            : Takes::ManyPairs;
    return shape;
}

CommandShape commandShapeOf(const CLI::App &app)
{
    CommandShape shape{.name = app.get_name()};
    for (const CLI::Option *option : app.get_options()) {
        if (!option->get_positional())
            shape.options.push_back(optionShapeOf(*option));
        else if (option->get_required())
            shape.needs += option->get_items_expected_min();
    }
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
        shape.commands.push_back(commandShapeOf(*command));
    return shape;
}

} // namespace

std::optional<CommandParser::End> CommandParser::parse(int argc, const char *const *argv)
{
    auto arguments = arranged({argv + std::min(argc, 1), argv + argc}, commandShapeOf(*d->app));
    if (!arguments)
        return End{.problem = arguments.error().detail.toStdString()};
    std::ranges::reverse(*arguments); // as CLI11 takes them
    try {
        d->app->parse(*std::move(arguments));
        return {};
    } catch (const CLI::Success &told) {
        // Help goes to the sub-command that was asked about; CLI11 knows which.
        d->app->exit(told);
        return End{.isToldAll = true};
    } catch (const CLI::RequiredError &error) {
        return End{.lacksSomething = true, .problem = error.what()};
    } catch (const CLI::ParseError &error) {
        return End{.problem = error.what()};
    }
}

const std::string &CommandParser::name() const { return d->name; }
const std::string &CommandParser::description() const { return d->description; }
const std::vector<Argument> &CommandParser::arguments() const { return d->arguments; }
const std::vector<std::unique_ptr<CommandParser>> &CommandParser::commands() const
{
    return d->commands;
}
bool CommandParser::wasGiven() const { return d->app->parsed(); }
std::vector<std::string> CommandParser::remaining() const { return d->app->remaining(); }

} // namespace modelscribe
