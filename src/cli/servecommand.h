// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QProcessEnvironment>

#include <memory>
#include <string>

namespace modelscribe {

class LocalRegistry;

//! Runs the local registry by itself until it is interrupted.
class ServeCommand : public Command
{
    Q_OBJECT

public:
    //! \p environment: where a key may come from; it must outlive this.
    ServeCommand(Output &output, const QProcessEnvironment &environment);
    ~ServeCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    bool needsConnection() const override { return false; }
    QString whatWasDone() const override { return QStringLiteral("The registry was served"); }
    void interrupt() override;
    void run(Connection *connection) override;

private:
    const QProcessEnvironment &m_environment;
    int m_port = 0;
    std::string m_database;
    int m_samples = 0;
    std::unique_ptr<LocalRegistry> m_registry;
};

} // namespace modelscribe
