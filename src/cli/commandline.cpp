// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/completion.h"
#include "cli/configcommand.h"
#include "cli/createcommand.h"
#include "cli/deletecommand.h"
#include "cli/doctorcommand.h"
#include "cli/draftscommand.h"
#include "cli/editcommand.h"
#include "cli/getcommand.h"
#include "cli/historycommand.h"
#include "cli/labelcommand.h"
#include "cli/listcommand.h"
#include "cli/ownprofiles.h"
#include "cli/probecommand.h"
#include "cli/profilescommand.h"
#include "cli/servecommand.h"
#include "cli/statscommand.h"
#include "cli/synccommand.h"
#include "cli/updatecommand.h"
#include "cli/workspacescommand.h"
#include "connect/registrynoticetext.h"
#include "core/arguments.h"
#include "core/interrupts.h"
#include "core/paths.h"
#include "model/wording.h"
#include "settings/settings.h"

#include <QCoreApplication>
#include <QTimer>

#include <cerrno>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace modelscribe {

namespace {

//! What was asked for.
struct CommandLine
{
    CommandLine(Output &output, const QProcessEnvironment &environment);

    CommandParser parser{"Lists and edits the models of a model registry.", "modelscribe-cli"};
    ConnectionOptions connection;
    CsvStyle csv;
    bool rawCells = false;
    std::vector<std::pair<CommandParser *, std::unique_ptr<Command>>> commands;

    Command *chosen() const
    {
        for (const auto &[parsed, command] : commands) {
            if (parsed->wasGiven())
                return command.get();
        }
        return nullptr;
    }

private:
    template<typename C>
    void add(const auto &...with)
    {
        auto command = std::make_unique<C>(m_output, with...);
        CommandParser &parsed = command->addTo(parser);
        commands.emplace_back(&parsed, std::move(command));
    }

    Output &m_output;
};

CommandLine::CommandLine(Output &output, const QProcessEnvironment &environment)
    : m_output(output)
{
    parser.requireCommands(1, 1);
    parser.setFallthrough();
    parser.setVersion("modelscribe-cli " MODELSCRIBE_VERSION);
    parser.setFooter(
        "Keys come from where a profile says, or from ALIBABA_CLOUD_ACCESS_KEY_ID and\n"
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET, never from the command line.\n"
        "Exit: 0 done, 2 wrong usage, 3 refused, 4 no answer, 5 credentials, 6 not found,\n"
        "7 conflict, 8 partly done, 130 interrupted, 141 nobody reads the result.\n"
        "Times are UTC, given and shown, unless they say otherwise.");
    using Format = Output::Format;
    static const std::map<std::string, Format> formats{
        {"table", Format::Table}, {"json", Format::Json}, {"csv", Format::Csv}};
    const auto takeFormat = [&output](const std::string &name) {
        output.setFormat(formats.at(name));
    };
    parser.add({.name = "--output",
                .into = takeFormat,
                .help = "table, json or csv; default: table on a terminal, else json",
                .type = "FORMAT",
                .choices = {"table", "json", "csv"}});
    parser.add({.name = "--bom",
                .into = &csv.withMark,
                .help = "CSV begins with a byte order mark, by which Excel recognises UTF-8"});
    parser.add({.name = "--raw-cells",
                .into = &rawCells,
                .help = "cells of CSV stay as they are; otherwise those that begin with = + - @ ' "
                        "or a tab or line break and are not numbers get a ' in front, so that no "
                        "spreadsheet runs them"});
    addConnectionOptions(parser, connection);
    add<ListCommand>();
    add<GetCommand>();
    add<CreateCommand>();
    add<UpdateCommand>();
    add<EditCommand>();
    add<LabelCommand>();
    add<DeleteCommand>();
    add<DraftsCommand>(connection);
    add<HistoryCommand>(connection);
    add<WorkspacesCommand>();
    add<StatsCommand>();
    add<SyncCommand>();
    add<ServeCommand>(environment);
    add<ConfigCommand>();
    add<ProfilesCommand>(connection, environment);
    add<DoctorCommand>(connection, environment);
    add<ProbeCommand>();
}

//! A command that does not exist is more worth telling than that there is none.
QString whatIsWrong(const CommandLine &line, const CommandParser::End &end)
{
    const std::vector<std::string> left = line.parser.remaining();
    if (!end.lacksSomething || line.chosen() || left.empty())
        return QString::fromStdString(end.problem).trimmed() + u" (see --help)"_s;
    QStringList names;
    for (const auto &[parsed, command] : line.commands)
        names.append(QString::fromStdString(parsed->name()));
    return u"there is no command “%1”; the commands are %2"_s.arg(
        QString::fromStdString(left.front()), names.join(u", "_s));
}

//! Something that no command can mend.
std::optional<ExitCode> refuseArguments(Output &output, int argc, char **argv)
{
    auto problem = argumentProblem(argc, argv, {u"--extra-info"_s, u"--ids"_s, u"--report"_s});
    if (!problem)
        problem = environmentProblem();
    if (!problem)
        return {};
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--output=json"
            || (argument == "json" && std::string_view(argv[i - 1]) == "--output"))
            output.setFormat(Output::Format::Json);
    }
    output.error({.kind = Error::Kind::Invalid}, *problem);
    return ExitCode::Usage;
}

//! nullopt: go on.
std::optional<ExitCode> styleCsv(CommandLine &line, Output &output)
{
    if (line.rawCells)
        line.csv.guard = FormulaGuard::Off;
    if (line.csv != CsvStyle() && output.format() != Output::Format::Csv) {
        output.error({.kind = Error::Kind::Invalid},
                     u"--bom and --raw-cells go with --output csv"_s);
        return ExitCode::Usage;
    }
    output.setCsvStyle(line.csv);
    return {};
}

//! nullopt: go on.
std::optional<ExitCode> parse(CommandLine &line, Output &output, int argc, char **argv)
{
    const auto end = line.parser.parse(argc, argv);
    if (!end)
        return styleCsv(line, output);
    if (end->isToldAll && std::cout.flush())
        return ExitCode::Done;
    if (end->isToldAll)
        return errno == EPIPE ? ExitCode::ReaderGone : ExitCode::Partly;
    output.error({.kind = Error::Kind::Invalid}, whatIsWrong(line, *end));
    return ExitCode::Usage;
}

//! As the window keeps to them: the account has one quota for all.
ClientOptions callLimits(Output &output)
{
    const Settings settings(paths::settingsFile());
    if (settings.readError())
        output.note(u"modelscribe-cli: "_s + wording::whole(*settings.readError()));
    return {.maxAttempts = settings.number(SettingId::Attempts),
            .readsPerSecond = double(settings.number(SettingId::ReadsPerSecond)),
            .writesPerSecond = double(settings.number(SettingId::WritesPerSecond))};
}

//! "complete -- WORDS": no command for people, so no help has it.
int complete(int argc, char **argv, const QProcessEnvironment &environment)
{
    QCoreApplication app(argc, argv);
    Output output(stdout, stderr);
    const CommandLine line(output, environment);
    std::cout << completions(line.parser, {argv + 3, argv + argc}, environment).constData();
    return std::cout.flush() ? int(ExitCode::Done) : int(ExitCode::ReaderGone);
}

//! From a command that was understood to an exit status.
class Conversation : public QObject
{
public:
    Conversation(Command &command, Output &output, const ConnectionOptions &options,
                 const QProcessEnvironment &environment)
        : m_command(command)
        , m_output(output)
        , m_options(options)
        , m_environment(environment)
    {
        connect(&command, &Command::finished, this, &Conversation::end);
        connect(&m_interrupts, &Interrupts::interrupted, this, [this] {
            if (m_running)
                m_command.interrupt();
            else
                m_command.Command::interrupt();
        });
    }

    void start()
    {
        if (!m_command.needsConnection()) {
            run();
            return;
        }
        m_own = std::make_unique<OwnProfiles>(m_environment);
        const auto choice = m_own->connector.choose(m_options);
        if (!choice) {
            refuse(choice.error());
            return;
        }
        whenDone(m_own->connector.open(*choice), this,
                 [this](const Result<ConnectionSettings> &settings) {
                     if (!settings) {
                         refuse(settings.error());
                         return;
                     }
                     tellNotices();
                     m_connection = std::make_unique<Connection>(*settings, callLimits(m_output));
                     run();
                 });
    }

private:
    void refuse(const Error &error)
    {
        if (error.kind == Error::Kind::Invalid)
            m_output.error(error, error.detail);
        else
            m_output.error(error);
        end(exitCodeFor(error));
    }

    void tellNotices()
    {
        // That it may only be read, a change that is refused says.
        for (const RegistryNotice &notice : m_own->connector.takeNotices()) {
            if (notice.kind != RegistryNotice::Kind::ReadOnly)
                m_output.note(registryNoticeText(notice));
        }
    }

    void run()
    {
        m_running = true;
        m_command.run(m_connection.get());
    }

    void end(ExitCode code)
    {
        if (!std::exchange(m_ended, true))
            QCoreApplication::exit(int(code));
    }

    Command &m_command;
    Output &m_output;
    Interrupts m_interrupts;
    ConnectionOptions m_options;
    QProcessEnvironment m_environment;
    std::unique_ptr<OwnProfiles> m_own;
    std::unique_ptr<Connection> m_connection;
    bool m_running = false;
    bool m_ended = false;
};

//! What \p code becomes when the results do not arrive. \p done: what was written all the same.
int withResultsOut(Output &output, int code, const QString &done)
{
    const Output::Written written = output.flush();
    if (written == Output::Written::All)
        return code;
    if (written == Output::Written::ReaderGone) {
        if (done.isEmpty())
            return code == int(ExitCode::Done) ? int(ExitCode::ReaderGone) : code;
        output.note(u"modelscribe-cli: %1; nobody read the result"_s.arg(done));
        return code;
    }
    if (code != int(ExitCode::Done))
        return code;
    output.error({.kind = Error::Kind::Storage},
                 done.isEmpty() ? u"The result could not be written out"_s
                                : u"%1, but the result could not be written out"_s.arg(done));
    return int(ExitCode::Partly);
}

} // namespace

int runCommandLine(int argc, char **argv, const QProcessEnvironment &environment)
{
    if (argc > 3 && argv[1] == "complete"sv && argv[2] == "--"sv)
        return complete(argc, argv, environment);
    Output output(stdout, stderr);
    if (const auto refused = refuseArguments(output, argc, argv))
        return int(*refused);
    CommandLine line(output, environment);
    if (const auto ended = parse(line, output, argc, argv))
        return int(*ended);
    Command *command = line.chosen();
    if (const auto ready = command->prepare(); !ready) {
        output.error(ready.error(), ready.error().detail);
        return int(exitCodeFor(ready.error()));
    }
    QCoreApplication app(argc, argv);
    Conversation conversation(*command, output, line.connection, environment);
    QTimer::singleShot(0, &conversation, [&] { conversation.start(); });
    const int code = QCoreApplication::exec();
    const QString done = command->whatWasDone();
    // What they keep on other threads ends while there is an application.
    line.commands.clear();
    return withResultsOut(output, code, done);
}

} // namespace modelscribe
