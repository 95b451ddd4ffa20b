// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/updatecommand.h"

#include "cli/plantext.h"
#include "core/modeldiff.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace modelscribe {

CLI::App *UpdateCommand::addTo(CLI::App &app)
{
    CLI::App *command = app.add_subcommand("update", "Changes a model, after showing the plan");
    command->add_option("MODEL_ID", m_id)->required()->type_name("");
    m_edit.addSettingOptions(*command);
    m_edit.addRemovingOptions(*command);
    command
        ->add_option("--unchanged-since", m_unchangedSince,
                     "only while the model's GmtModifiedTime is this")
        ->type_name("TIME");
    command->add_flag("--dry-run", m_dryRun, "shows the plan, sends nothing");
    return command;
}

Result<std::monostate> UpdateCommand::prepare()
{
    return operations::getModel(QString::fromStdString(m_id)).request.check().and_then([this]() {
        return m_edit.read();
    });
}

void UpdateCommand::run(Connection *connection)
{
    whenDone(connection->client().run(operations::getModel(QString::fromStdString(m_id))), this,
             [this, connection](const Result<RegisteredModel> &model) {
                 if (model)
                     edit(*connection, *model);
                 else
                     fail(model.error());
             });
}

void UpdateCommand::edit(Connection &connection, const RegisteredModel &model)
{
    if (!m_unchangedSince.empty() && model.modified != QString::fromStdString(m_unchangedSince)) {
        const Error conflict{.kind = Error::Kind::Conflict};
        output().error(conflict,
                       u"The model changed at %1; nothing was written"_s.arg(model.modified));
        finish(ExitCode::Conflict);
        return;
    }
    const ModelMetadata edited = m_edit.applied(model.metadata);
    if (sameContent(model.metadata, edited)) {
        output().note(u"Nothing to change: the model is so already"_s);
        SavePlan nothing{.base = model, .edited = edited};
        if (output().format() == Output::Format::Json)
            output().json(outcomeJson({.plan = nothing}, "Unchanged"));
        finish(ExitCode::Done);
        return;
    }
    const auto plan = SavePlan::make(model, edited, model.workspaceId);
    if (!plan)
        fail(plan.error());
    else if (m_dryRun)
        showOnly(*plan);
    else
        save(connection, *plan, false);
}

void UpdateCommand::tellSaved(const SaveOutcome &outcome)
{
    switch (output().format()) {
    case Output::Format::Table: output().line(u"Saved "_s + outcome.plan.base.id); break;
    case Output::Format::Csv: output().csv(changesTable(outcome.plan)); break;
    case Output::Format::Json: output().json(outcomeJson(outcome, "Saved")); break;
    }
}

} // namespace modelscribe
