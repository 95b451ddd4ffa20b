// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

tl::unexpected<Error> notATime(const QString &option, const std::string &given)
{
    return failure(Error::Kind::Invalid,
                   u"%1: “%2” is not a time such as 2024-05-17T10:00:00Z"_s.arg(
                       option, QString::fromStdString(given)));
}

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

#include "moc_command.cpp"
