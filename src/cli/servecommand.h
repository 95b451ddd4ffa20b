// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <memory>
#include <string>

namespace modelscribe {

class LocalRegistry;

//! Runs the local registry by itself until it is interrupted.
class ServeCommand : public Command
{
    Q_OBJECT

public:
    explicit ServeCommand(Output &output);
    ~ServeCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    bool needsConnection() const override { return false; }
    void interrupt() override;
    void run(Connection *connection) override;

private:
    int m_port = 0;
    std::string m_database;
    int m_samples = 0;
    std::unique_ptr<LocalRegistry> m_registry;
};

} // namespace modelscribe
