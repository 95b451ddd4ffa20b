// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"
#include "app/program.h"
#include "core/paths.h"
#include "core/platform.h"

#include <CLI/CLI.hpp>

#include <QApplication>

#include <cstdio>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    std::string profile, endpoint, region, workspace, local, tour, model, language, theme;

    ProgramOptions options(bool useLocal) const
    {
        ProgramOptions result;
        result.connection = {.profile = QString::fromStdString(profile),
                             .endpoint = QString::fromStdString(endpoint),
                             .region = QString::fromStdString(region),
                             .workspaceId = QString::fromStdString(workspace)};
        if (useLocal)
            result.connection.local = QString::fromStdString(local);
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
    CLI::App commandLine(
        "ModelScribe: browse and edit the metadata of models in PAI's model registry.\n"
        "Keys come from the environment or the keychain, never from options.",
        "modelscribe");
    Arguments arguments;
    commandLine.add_option("--profile", arguments.profile, "Use a stored profile")
        ->type_name("NAME");
    commandLine.add_option("--endpoint", arguments.endpoint, "Use the registry at this address")
        ->type_name("URL");
    commandLine.add_option("--region", arguments.region, "Use PAI in this region")->type_name("ID");
    commandLine.add_option("--workspace", arguments.workspace, "Show this workspace")
        ->type_name("ID");
    auto *local = commandLine.add_option(
        "--local", arguments.local, "Use the embedded local registry, in FILE or the user's own");
    local->expected(0, 1)->type_name("[FILE]");
    commandLine
        .add_option("--tour", arguments.tour, "Play the main job, keep pictures in DIR, and quit")
        ->type_name("DIR");
    commandLine.add_option("--language", arguments.language, "en or zh_CN, for this run")
        ->check(CLI::IsMember({"en", "zh_CN"}));
    commandLine.add_option("--theme", arguments.theme, "light, dark or system, for this run")
        ->check(CLI::IsMember({"light", "dark", "system"}));
    commandLine.add_option("MODEL_ID", arguments.model, "Open this model");
    commandLine.set_version_flag("--version", "modelscribe " MODELSCRIBE_VERSION);
    try {
        commandLine.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int code = commandLine.exit(error);
        return code == 0 ? 0 : 2;
    }

    QCoreApplication::setApplicationName(u"ModelScribe"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MODELSCRIBE_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.modelscribe.ModelScribe"_s);
    QApplication app(argc, argv);
    if (arguments.tour.empty())
        startLogging(paths::stateFolder());

    Program program(arguments.options(local->count() > 0));
    program.start();
    return QApplication::exec();
}
