// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/getcommand.h"

#include "cli/modelrecord.h"

namespace modelscribe {

GetCommand::GetCommand(Output &output)
    : Command(output)
{
}

GetCommand::~GetCommand() = default;

CommandParser &GetCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("get", "Shows one model");
    command.add({.name = "MODEL_ID", .into = &m_id, .isRequired = true});
    return command;
}

void GetCommand::run(Connection *connection)
{
    whenDone(connection->client().run(operations::getModel(QString::fromStdString(m_id))), this,
             [this](const Result<RegisteredModel> &model) {
                 if (model)
                     show(*model);
                 else
                     fail(model.error());
             });
}

void GetCommand::show(const RegisteredModel &model)
{
    switch (output().format()) {
    case Output::Format::Table: output().table(memberTable(model)); break;
    case Output::Format::Csv: output().csv(fullModelTable({model}, allColumns())); break;
    case Output::Format::Json: output().json(modelJson(model)); break;
    }
    finish(ExitCode::Done);
}

} // namespace modelscribe

#include "moc_getcommand.cpp"
