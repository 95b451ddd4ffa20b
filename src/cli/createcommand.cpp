// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/createcommand.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

CommandParser &CreateCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("create", "Creates a model and prints its ID");
    m_edit.addSettingOptions(command);
    command.add({.name = "--allow-same-name",
                 .into = &m_allowSameName,
                 .help = "also when a model of exactly this name exists"});
    command.add({.name = "--dry-run", .into = &m_dryRun, .help = "shows the plan, sends nothing"});
    return command;
}

Result<std::monostate> CreateCommand::prepare()
{
    // Everything that can be refused is refused before a connection is made.
    return m_edit.read().and_then([this](std::monostate) {
        return plan({}).map([](const SavePlan &) { return std::monostate{}; });
    });
}

void CreateCommand::run(Connection *connection)
{
    const auto made = plan(connection->workspaceId(), connection->rules());
    if (!made)
        fail(made.error());
    else if (m_dryRun)
        showOnly(*made);
    else
        save(*connection, *made, m_allowSameName);
}

Result<SavePlan> CreateCommand::plan(const QString &workspaceId, const ServiceRules &rules) const
{
    return m_edit.patch().applied({}).and_then([&](const ModelMetadata &metadata) {
        return SavePlan::make({}, metadata, workspaceId, rules);
    });
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

#include "moc_createcommand.cpp"
