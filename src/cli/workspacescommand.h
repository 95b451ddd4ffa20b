// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace modelscribe {

//! Lists the workspaces.
class WorkspacesCommand : public Command
{
    Q_OBJECT

public:
    explicit WorkspacesCommand(Output &output);
    ~WorkspacesCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    void run(Connection *connection) override;

private:
    void show(const QList<Workspace> &workspaces);
};

} // namespace modelscribe
