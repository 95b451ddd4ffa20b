// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "connect/connectionchoice.h"

#include <QProcessEnvironment>

#include <memory>

namespace modelscribe {

class ConnectionCheck;
struct OwnProfiles;

//! Tries the connection that other commands would use, step by step.
class DoctorCommand : public Command
{
    Q_OBJECT

public:
    //! \p options and \p environment must outlive this.
    DoctorCommand(Output &output, const ConnectionOptions &options,
                  const QProcessEnvironment &environment);
    ~DoctorCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    bool needsConnection() const override { return false; }
    void run(Connection *connection) override;
    void interrupt() override;

private:
    //! Tells what is the matter with what was asked for.
    void refuse(const Error &error);

    const ConnectionOptions &m_options;
    const QProcessEnvironment &m_environment;
    std::unique_ptr<OwnProfiles> m_own;
    std::unique_ptr<ConnectionCheck> m_check;
};

} // namespace modelscribe
