// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "core/platform.h"
#include "credentials/environment.h"

#include <QString>

#include <cstdio>

namespace {

//! Standard error is for our own lines; what Qt has to remark is not among them.
void dropRemarks(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

int main(int argc, char **argv)
{
    modelscribe::platform::openStandardDescriptors();
    modelscribe::platform::protectMemory();
    qInstallMessageHandler(dropRemarks);
    modelscribe::platform::ignoreBrokenPipes();
    return modelscribe::runCommandLine(argc, argv, modelscribe::takeEnvironment());
}
