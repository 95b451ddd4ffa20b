// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/createcommand.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace modelscribe {

CLI::App *CreateCommand::addTo(CLI::App &app)
{
    CLI::App *command = app.add_subcommand("create", "Creates a model and prints its id");
    m_edit.addSettingOptions(*command);
    command->add_flag("--allow-same-name", m_allowSameName,
                      "also when a model of exactly this name exists");
    command->add_flag("--dry-run", m_dryRun, "shows the plan, sends nothing");
    return command;
}

Result<std::monostate> CreateCommand::prepare()
{
    // Everything that can be refused is refused before a connection is made.
    return m_edit.read().and_then([this](std::monostate) {
        return SavePlan::make({}, m_edit.applied({}), {}).map([](const SavePlan &) {
            return std::monostate{};
        });
    });
}

void CreateCommand::run(Connection *connection)
{
    const auto plan = SavePlan::make({}, m_edit.applied({}), connection->workspaceId());
    if (!plan)
        fail(plan.error());
    else if (m_dryRun)
        showOnly(*plan);
    else
        save(*connection, *plan, m_allowSameName);
}

void CreateCommand::tellSaved(const SaveOutcome &outcome)
{
    // The id alone, so that a script can take it as it is; more only for whoever asks for a format.
    const auto format = output().isFormatAsked() ? output().format() : Output::Format::Table;
    switch (format) {
    case Output::Format::Table: output().line(outcome.createdId); break;
    case Output::Format::Csv: output().csv({{u"ModelId"_s}, {{outcome.createdId}}}); break;
    case Output::Format::Json: output().json(outcomeJson(outcome, "Saved")); break;
    }
}

} // namespace modelscribe
