// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/updatecommand.h"

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
        ->add_option("--if-unmodified-since", m_unmodifiedSince,
                     "only when the model's GmtModifiedTime is not later; ISO 8601, UTC unless it "
                     "says otherwise")
        ->type_name("TIME");
    command->add_flag("--dry-run", m_dryRun, "shows the plan, sends nothing");
    return command;
}

Result<std::monostate> UpdateCommand::prepare()
{
    if (m_unmodifiedSince) {
        m_limit = parseServiceTime(QString::fromStdString(*m_unmodifiedSince));
        if (!m_limit.isValid())
            return notATime(u"--if-unmodified-since"_s, *m_unmodifiedSince);
    }
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
    const QDateTime modified = parseServiceTime(model.modified);
    if (m_limit.isValid() && (!modified.isValid() || modified > m_limit)) {
        const Error conflict{.kind = Error::Kind::Conflict};
        output().error(conflict,
                       modified.isValid()
                           ? u"The model changed at %1; nothing was written"_s.arg(model.modified)
                           : u"The model does not say when it changed; nothing was written"_s);
        finish(ExitCode::Conflict);
        return;
    }
    const ModelMetadata edited = m_edit.applied(model.metadata);
    if (sameContent(model.metadata, edited)) {
        tellUnchanged(model, edited);
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

} // namespace modelscribe
