// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the list of a registry into its copy, until it is killed.
// syncer ADDRESS FOLDER
#include "api/wiretest.h"
#include "registry/catalogcopy.h"
#include "registry/catalogsync.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace modelscribe;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Connection connection({.target = {.endpoint = *Endpoint::fromText(arguments[1])},
                           .credentials = testing::canarySource()},
                          testing::patientOptions());
    Catalog catalog;
    CatalogCopy copy(catalog, arguments[2]);
    CatalogSync sync(connection, catalog, &copy);
    QObject::connect(&sync, &CatalogSync::stateChanged, &application, [&] {
        if (sync.state() != CatalogSync::State::Loading)
            QCoreApplication::exit(sync.state() == CatalogSync::State::Ready ? 0 : 1);
    });
    sync.refresh();
    return QCoreApplication::exec();
}
