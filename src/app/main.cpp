// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"
#include "app/program.h"
#include "core/arguments.h"
#include "core/commandparser.h"
#include "core/paths.h"
#include "core/platform.h"
#include "credentials/environment.h"

#include <QApplication>

#include <cstdio>
#include <optional>
#include <string>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    std::optional<std::string> profile, endpoint, region, workspace, local;
    std::string tour, model, language, theme;

    void addTo(CommandParser &parser)
    {
        parser.add({.name = "--profile",
                    .into = &profile,
                    .help = "Use a stored profile",
                    .type = "NAME"});
        parser.add({.name = "--endpoint",
                    .into = &endpoint,
                    .help = "Use the registry at this address",
                    .type = "URL"});
        parser.add(
            {.name = "--region", .into = &region, .help = "Use PAI in this region", .type = "ID"});
        parser.add({.name = "--workspace",
                    .into = &workspace,
                    .help = "Show this workspace",
                    .type = "ID"});
        parser.add({.name = "--local",
                    .into = [this](const std::string &file) { local = file; },
                    .help = "Use the embedded local registry, in FILE or the user's own",
                    .type = "[FILE]",
                    .mayLackValue = true});
        parser.add({.name = "--tour",
                    .into = &tour,
                    .help = "Play the main job, keep pictures in DIR, and quit",
                    .type = "DIR"});
        parser.add({.name = "--language",
                    .into = &language,
                    .help = "en or zh_CN, for this run",
                    .choices = {"en", "zh_CN"}});
        parser.add({.name = "--theme",
                    .into = &theme,
                    .help = "light, dark or system, for this run",
                    .choices = {"light", "dark", "system"}});
        parser.add({.name = "MODEL_ID", .into = &model, .help = "Open this model"});
        parser.setVersion("modelscribe " MODELSCRIBE_VERSION);
    }

    ProgramOptions options() const
    {
        ProgramOptions result;
        result.connection = {.profile = text(profile),
                             .endpoint = text(endpoint),
                             .region = text(region),
                             .workspaceId = text(workspace),
                             .local = text(local)};
        if (local && local->empty()) // "--local" with nothing behind it
            result.connection.local = paths::localRegistryFile();
        result.modelId = QString::fromStdString(model);
        result.tourFolder = QString::fromStdString(tour);
        result.language = QString::fromStdString(language);
        result.theme = QString::fromStdString(theme);
        return result;
    }

private:
    static std::optional<QString> text(const std::optional<std::string> &given)
    {
        return given ? std::optional(QString::fromStdString(*given)) : std::nullopt;
    }
};

std::optional<QString> problemOf(int argc, char **argv)
{
    const auto problem = argumentProblem(argc, argv);
    return problem ? problem : environmentProblem();
}

} // namespace

int main(int argc, char **argv)
{
    platform::openStandardDescriptors();
    platform::protectMemory();
    const QProcessEnvironment environment = takeEnvironment();
    if (const auto problem = problemOf(argc, argv)) {
        std::fprintf(stderr, "modelscribe: %s\n", qPrintable(*problem));
        return 2;
    }
    Arguments arguments;
    CommandParser parser(
        "ModelScribe: browse and edit the metadata of models in PAI's model registry.\n"
        "Keys come from the environment or the keychain, never from options.",
        "modelscribe");
    arguments.addTo(parser);
    if (const auto end = parser.parse(argc, argv)) {
        if (end->isToldAll)
            return 0;
        std::fprintf(stderr, "%s\nRun with --help for more information.\n", end->problem.c_str());
        return 2;
    }

    QCoreApplication::setApplicationName(u"ModelScribe"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MODELSCRIBE_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.modelscribe.ModelScribe"_s);
    // Ends after the application, which has things to say while it ends, and before what every
    // process destroys at last.
    std::optional<Logging> logging;
    if (arguments.tour.empty())
        logging.emplace(paths::stateFolder());
    QApplication app(argc, argv);

    ProgramOptions options = arguments.options();
    options.environment = environment;
    Program program(std::move(options));
    program.start();
    return QApplication::exec();
}
