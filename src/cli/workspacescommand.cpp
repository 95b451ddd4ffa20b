// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workspacescommand.h"

#include "cli/modelrecord.h"
#include "core/jsonwriter.h"

namespace modelscribe {

WorkspacesCommand::WorkspacesCommand(Output &output)
    : Command(output)
{
}

WorkspacesCommand::~WorkspacesCommand() = default;

CommandParser &WorkspacesCommand::addTo(CommandParser &parser)
{
    return parser.addCommand("workspaces", "Lists the workspaces");
}

void WorkspacesCommand::run(Connection *connection)
{
    connect(connection, &Connection::workspacesChanged, this,
            [this, connection] { show(connection->workspaces()); });
    connect(connection, &Connection::workspacesFailed, this,
            [this](const Error &error) { fail(error); });
    connection->loadWorkspaces();
}

void WorkspacesCommand::show(const QList<Workspace> &workspaces)
{
    switch (output().format()) {
    case Output::Format::Table: output().table(workspaceTable(workspaces)); break;
    case Output::Format::Csv: output().csv(workspaceTable(workspaces)); break;
    case Output::Format::Json: {
        QByteArrayList objects;
        for (const Workspace &workspace : workspaces)
            objects.append(workspaceJson(workspace));
        JsonObjectWriter writer;
        writer.add(u"Workspaces", '[' + objects.join(',') + ']');
        writer.add(u"TotalCount", QByteArray::number(workspaces.size()));
        output().json(writer.take());
    }
    }
    finish(ExitCode::Done);
}

} // namespace modelscribe

#include "moc_workspacescommand.cpp"
