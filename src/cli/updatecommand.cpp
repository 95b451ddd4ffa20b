// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/updatecommand.h"

#include "model/modeldiff.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

CommandParser &UpdateCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("update", "Changes a model, after showing the plan");
    command.add({.name = "MODEL_ID", .into = &m_id, .isRequired = true});
    m_edit.addSettingOptions(command);
    m_edit.addRemovingOptions(command);
    command.add({.name = "--if-unmodified-since",
                 .into = &m_unmodifiedSince,
                 .help = "only when the model's GmtModifiedTime is not later; ISO 8601, UTC unless "
                         "it says otherwise",
                 .type = "TIME"});
    command.add({.name = "--dry-run", .into = &m_dryRun, .help = "shows the plan, sends nothing"});
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
    const auto edited = m_edit.patch().applied(model.metadata);
    if (edited && sameContent(model.metadata, *edited)) {
        tellUnchanged(model, *edited);
        return;
    }
    const auto plan = edited.and_then([&](const ModelMetadata &metadata) {
        return SavePlan::make(model, metadata, model.workspaceId, connection.rules());
    });
    if (!plan)
        fail(plan.error());
    else if (m_dryRun)
        showOnly(*plan);
    else
        save(connection, *plan, false);
}

} // namespace modelscribe

#include "moc_updatecommand.cpp"
