// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <memory>
#include <optional>
#include <string>

namespace modelscribe {

class ServiceProbe;

//! Finds out how a service goes about what no document says, with a model of its own.
class ProbeCommand : public Command
{
    Q_OBJECT

public:
    explicit ProbeCommand(Output &output);
    ~ProbeCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void run(Connection *connection) override;
    QString whatWasDone() const override;
    void interrupt() override;

private:
    void ask(const QStringList &leftEarlier);
    void start();
    void tell();
    QString reportName() const;
    bool writeReport();
    void tellFindings();

    std::optional<std::string> m_report;
    bool m_yes = false;
    Connection *m_connection = nullptr;
    std::unique_ptr<ServiceProbe> m_probe;
};

} // namespace modelscribe
