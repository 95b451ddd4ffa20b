// SPDX-License-Identifier: GPL-3.0-or-later
// registryprocess FILE: serves FILE with the tests' key, prints the port, runs until it is killed.
#include "core/whendone.h"
#include "localregistry/localregistry.h"

#include <QCoreApplication>

#include <cstdio>

using namespace modelscribe;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    LocalRegistry registry(
        {.database = app.arguments().value(1),
         .keys = {{"testAccessKeyId-0001", "testAccessKeySecret/0001+secret=", {}}}});
    whenDone(registry.start(), &registry, [](const Result<quint16> &port) {
        if (!port) {
            std::fprintf(stderr, "%s\n", qPrintable(port.error().detail));
            QCoreApplication::exit(1);
            return;
        }
        std::printf("%d\n", int(*port));
        std::fflush(stdout);
    });
    return app.exec();
}
