// SPDX-License-Identifier: GPL-3.0-or-later
// Changes an index until it is killed and says on stdout after which step all is on the disk.
// textwriter FOLDER SEED
#include "textindexworld.h"

#include <QCoreApplication>

#include <cstdio>

using namespace textindexworld;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    modelscribe::TextIndex index(arguments[1], segmentSize);
    Steps steps(arguments[2].toUInt());
    for (int number = 1; number < 1'000'000; ++number) {
        const Step step = steps.next();
        take(index, step);
        if (step.flush) {
            std::printf("%d\n", number);
            std::fflush(stdout);
        }
    }
    return 0;
}
