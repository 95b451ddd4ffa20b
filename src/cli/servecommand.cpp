// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/servecommand.h"

#include "connect/localservice.h"
#include "connect/registrynoticetext.h"
#include "credentials/environment.h"
#include "localregistry/localregistry.h"
#include "model/wording.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString whyNot(const Error &error)
{
    if (error.kind != Error::Kind::Storage)
        return error.detail;
    return u"%1. %2"_s.arg(wording::whatHappened(error), wording::nextStep(error));
}

} // namespace

ServeCommand::ServeCommand(Output &output, const QProcessEnvironment &environment)
    : Command(output)
    , m_environment(environment)
{
}

ServeCommand::~ServeCommand() = default;

CommandParser &ServeCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "serve", "Runs the local registry on 127.0.0.1 until it is interrupted");
    command.add({.name = "--port",
                 .into = &m_port,
                 .help = "0 is a free one",
                 .type = "P",
                 .range = {{0, 65535}}});
    command.add({.name = "--database",
                 .into = &m_database,
                 .help = "its SQLite file, created when missing",
                 .type = "FILE",
                 .isRequired = true});
    command.add({.name = "--sample",
                 .into = &m_samples,
                 .help = "sample models for an empty database",
                 .type = "N",
                 .range = {{0, 1'000'000}}});
    return command;
}

void ServeCommand::run(Connection *)
{
    AccessKey key = accessKeyOf(m_environment);
    if (const auto strange = key.strangeCharacters())
        return fail({.kind = Error::Kind::Unauthorized, .detail = strange->text()});
    if (key.isEmpty()) {
        key = madeUpKey();
        output().note(u"ALIBABA_CLOUD_ACCESS_KEY_ID="_s + QString::fromLatin1(key.id));
        output().note(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET="_s + QString::fromLatin1(key.secret));
    }
    m_registry = std::make_unique<LocalRegistry>(
        LocalRegistryOptions{.database = QString::fromStdString(m_database),
                             .port = quint16(m_port),
                             .keys = {key},
                             .samples = m_samples});
    whenDone(m_registry->start(), this, [this](const Result<quint16> &port) {
        if (!port) {
            output().error(port.error(),
                           u"The local registry cannot be started: "_s + whyNot(port.error()));
            finish(ExitCode::Usage);
            return;
        }
        if (const QString notice = registryNoticeText(m_registry->notice()); !notice.isEmpty())
            output().note(notice);
        output().line(u"listening on http://127.0.0.1:%1"_s.arg(*port));
        output().flush();
    });
}

void ServeCommand::interrupt()
{
    m_registry->stop();
    finish(ExitCode::Done);
}

} // namespace modelscribe

#include "moc_servecommand.cpp"
