// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <string>

namespace modelscribe {

//! Shows one model.
class GetCommand : public Command
{
    Q_OBJECT

public:
    explicit GetCommand(Output &output);
    ~GetCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    void run(Connection *connection) override;

private:
    void show(const RegisteredModel &model);

    std::string m_id;
};

} // namespace modelscribe
