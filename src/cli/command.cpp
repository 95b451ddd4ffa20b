// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

namespace modelscribe {

Command::Command(Output &output)
    : m_output(output)
{
}

Result<std::monostate> Command::prepare() { return std::monostate{}; }

void Command::interrupt() { fail({.kind = Error::Kind::Cancelled}); }

void Command::fail(const Error &error)
{
    if (m_ended)
        return;
    m_output.error(error);
    finish(exitCodeFor(error));
}

void Command::finish(ExitCode code)
{
    if (!std::exchange(m_ended, true))
        emit finished(code);
}

} // namespace modelscribe
