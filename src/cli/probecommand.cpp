// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/probecommand.h"

#include "cli/asking.h"
#include "connect/connector.h"
#include "connect/probereport.h"
#include "connect/probewording.h"
#include "connect/serviceprobe.h"
#include "core/paths.h"
#include "core/visibletext.h"
#include "model/wording.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Whether a file can be put there, before anything is sent.
Result<std::monostate> checkedReport(const QString &name)
{
    const auto refused = [&name](const QString &why) {
        return failure(Error::Kind::Invalid,
                       u"nothing was sent; --report: cannot write %1: %2"_s.arg(name, why));
    };
    const QFileInfo place(name);
    if (name.isEmpty())
        return refused(u"it has no name"_s);
    if (place.exists() && !place.isFile()) // whoever reads a pipe would be waited for
        return refused(place.isDir() ? u"it is a folder"_s : u"it is not an ordinary file"_s);
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return refused(file.errorString());
    file.cancelWriting();
    return std::monostate();
}

} // namespace

ProbeCommand::ProbeCommand(Output &output)
    : Command(output)
{
}

ProbeCommand::~ProbeCommand() = default;

CommandParser &ProbeCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "probe",
        "Finds out how a service handles what no document says: creates models with random names "
        "in the workspace, tries and deletes them, and remembers what it found");
    command.add({.name = "--report",
                 .into = &m_report,
                 .help = "writes what was found to FILE, without IDs, names and hosts; as JSON "
                         "when it ends with .json",
                 .type = "FILE"});
    command.add({.name = "--yes", .into = &m_yes, .help = "without being shown the calls first"});
    return command;
}

Result<std::monostate> ProbeCommand::prepare()
{
    if (!m_yes && !output().mayAsk())
        return failure(Error::Kind::Invalid,
                       u"nothing was sent; add --yes to make, try and delete a model"_s);
    return m_report ? checkedReport(reportName()) : std::monostate();
}

void ProbeCommand::run(Connection *connection)
{
    m_connection = connection;
    if (connection->workspaceId().isEmpty()) {
        output().error({.kind = Error::Kind::Invalid},
                       u"nothing was sent; name the workspace with --workspace"_s);
        finish(ExitCode::Usage);
        return;
    }
    if (connection->isLocked()) {
        fail({.kind = Error::Kind::Forbidden,
              .detail = u"the profile is protected"_s,
              .code = u"ProtectedProfile"_s});
        return;
    }
    m_probe = std::make_unique<ServiceProbe>(connection->settings(), paths::probesFile(),
                                             ServiceProbeOptions::within(connection->client()));
    connect(m_probe.get(), &ServiceProbe::finished, this, &ProbeCommand::tell);
    connect(m_probe.get(), &ServiceProbe::changed, this, [this] {
        for (const ProbeFinding &one : m_probe->findings()) {
            if (one.state == ProbeFinding::State::Running)
                output().progress(probewording::title(one.question));
        }
    });
    if (m_yes)
        return start();
    whenDone(m_probe->leftEarlier(), this, [this](const Result<QStringList> &names) {
        if (names)
            ask(*names);
        else
            fail(names.error());
    });
}

void ProbeCommand::ask(const QStringList &leftEarlier)
{
    if (hasEnded())
        return;
    for (const QString &line : probeCallLines(*m_probe, leftEarlier))
        output().note(line);
    output().note(
        u"Send these to %1? [y/N] "_s.arg(targetText(*m_connection, m_connection->workspaceId())));
    askOnTerminal(this, [this](bool isAgreed) {
        if (hasEnded())
            return;
        if (isAgreed)
            return start();
        output().note(u"Nothing was sent"_s);
        finish(ExitCode::Interrupted);
    });
}

void ProbeCommand::start()
{
    output().target(targetText(*m_connection, m_connection->workspaceId()));
    m_probe->start();
}

void ProbeCommand::tell()
{
    if (hasEnded())
        return;
    output().progress({});
    if (m_probe->hasSettled()) {
        const auto kept = ServiceFactsFile(paths::servicesFile())
                              .put(m_connection->registryKey(), m_probe->facts());
        if (!kept)
            output().note(u"modelscribe-cli: What was found could not be kept: "_s
                          + wording::whole(kept.error()));
    }
    const bool isWritten = writeReport();
    tellFindings();
    for (const QString &name : m_probe->left())
        output().note(u"modelscribe-cli: “%1” could not be deleted, or may be there; the next "
                      "start tries again"_s.arg(name));
    if (m_probe->error()) {
        output().error(*m_probe->error());
        const bool isLeft = !m_probe->left().isEmpty();
        // In a workspace that is not there nothing was made.
        const bool isNowhere = !isLeft && m_probe->error()->kind == Error::Kind::NotFound;
        const bool isPartly = isLeft || (m_probe->hasSettled() && !isNowhere);
        finish(m_probe->isCancelled() || !isPartly ? exitCodeFor(*m_probe->error())
                                                   : ExitCode::Partly);
        return;
    }
    finish(isWritten && m_probe->left().isEmpty() ? ExitCode::Done : ExitCode::Partly);
}

QString ProbeCommand::reportName() const
{
    return QFile::decodeName(QByteArray::fromStdString(*m_report));
}

bool ProbeCommand::writeReport()
{
    if (!m_report)
        return true;
    const QString name = reportName();
    const bool isJson = name.endsWith(".json"_L1, Qt::CaseInsensitive);
    QSaveFile file(name);
    const QByteArray text = isJson ? QJsonDocument(probereport::json(*m_probe)).toJson()
                                   : probereport::markdown(*m_probe).toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    output().note(u"modelscribe-cli: The report could not be written: "_s
                  + visibleText(name + u": "_s + file.errorString()));
    return false;
}

void ProbeCommand::tellFindings()
{
    Table table{.header = {u"Question"_s, u"Came"_s, u"Means"_s}, .rows = {}};
    for (const ProbeFinding &one : m_probe->findings())
        table.rows.append(
            {probewording::title(one.question), probewording::came(one), probewording::means(one)});
    switch (output().format()) {
    case Output::Format::Table: output().table(table); break;
    case Output::Format::Csv: output().csv(table); break;
    case Output::Format::Json:
        output().json(QJsonDocument(probereport::json(*m_probe)).toJson(QJsonDocument::Compact));
        break;
    }
}

QString ProbeCommand::whatWasDone() const
{
    return m_probe && m_probe->stage() == ServiceProbe::Stage::Over ? u"The service was checked"_s
                                                                    : QString();
}

void ProbeCommand::interrupt()
{
    const bool isFirst = m_probe && m_probe->isRunning() && !m_probe->isCancelled();
    if (!isFirst) {
        Command::interrupt(); // what is left is noted; the next start deletes it
        return;
    }
    output().note(u"modelscribe-cli: Stopping; what was made is deleted"_s);
    m_probe->cancel();
}

} // namespace modelscribe

#include "moc_probecommand.cpp"
