// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctorcommand.h"

#include "cli/checkreport.h"
#include "cli/ownprofiles.h"

namespace modelscribe {

DoctorCommand::DoctorCommand(Output &output, const ConnectionOptions &options,
                             const QProcessEnvironment &environment)
    : Command(output)
    , m_options(options)
    , m_environment(environment)
{
}

DoctorCommand::~DoctorCommand() = default;

CommandParser &DoctorCommand::addTo(CommandParser &parser)
{
    return parser.addCommand("doctor", "Tries the connection step by step, and says what fails "
                                       "first and what to do about it");
}

void DoctorCommand::run(Connection *)
{
    m_own = std::make_unique<OwnProfiles>(m_environment);
    const auto choice = m_own->connector.choose(m_options);
    if (!choice) {
        refuse(choice.error());
        return;
    }
    whenDone(m_own->connector.settings(*choice), this,
             [this](const Result<ConnectionSettings> &settings) {
                 if (hasEnded())
                     return;
                 if (!settings)
                     return refuse(settings.error());
                 m_check = std::make_unique<ConnectionCheck>(*settings);
                 connect(m_check.get(), &ConnectionCheck::finished, this,
                         [this] { finish(reportCheck(output(), *m_check)); });
                 m_check->start();
             });
}

void DoctorCommand::refuse(const Error &error)
{
    if (error.kind != Error::Kind::Invalid)
        return fail(error);
    output().error(error, error.detail);
    finish(exitCodeFor(error));
}

void DoctorCommand::interrupt()
{
    if (m_check && m_check->isRunning())
        m_check->cancel(); // and tells what it has
    else
        Command::interrupt();
}

} // namespace modelscribe

#include "moc_doctorcommand.cpp"
