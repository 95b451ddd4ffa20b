// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"
#include "app/program.h"
#include "core/commandparser.h"
#include "core/paths.h"
#include "core/platform.h"

#include <QApplication>

#include <cstdio>
#include <optional>
#include <string>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    std::string profile, endpoint, region, workspace, tour, model, language, theme;
    std::optional<std::string> local;

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
        result.connection = {.profile = QString::fromStdString(profile),
                             .endpoint = QString::fromStdString(endpoint),
                             .region = QString::fromStdString(region),
                             .workspaceId = QString::fromStdString(workspace)};
        if (local)
            result.connection.local = QString::fromStdString(*local);
        result.modelId = QString::fromStdString(model);
        result.tourFolder = QString::fromStdString(tour);
        result.language = QString::fromStdString(language);
        result.theme = QString::fromStdString(theme);
        return result;
    }
};

} // namespace

int main(int argc, char **argv)
{
    platform::protectMemory();
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
    QApplication app(argc, argv);
    if (arguments.tour.empty())
        startLogging(paths::stateFolder());

    Program program(arguments.options());
    program.start();
    return QApplication::exec();
}
