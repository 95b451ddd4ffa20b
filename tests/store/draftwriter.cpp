// SPDX-License-Identifier: GPL-3.0-or-later
// Puts drafts until it is killed and says on stdout which are on the disk: "<model> <number>".
// draftwriter FILE MODEL-PREFIX MODELS EXTRAINFO-BYTES
// With 0 models it only looks, and ends.
#include "core/whendone.h"
#include "store/draftstore.h"
#include "storetesting.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace modelscribe;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const int models = arguments[3].toInt();
    const QByteArray json = storetesting::largeJson(arguments[4].toInt());
    DraftStore store(arguments[1]);
    if (models == 0)
        return storetesting::wait(store.all()) ? 0 : 1;
    int number = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &store, [&] {
        ++number;
        const QString model = arguments[2] + QString::number(number % models);
        Draft draft = storetesting::fullDraft(model);
        draft.base.metadata.extraInfo = JsonText(json);
        draft.edited.name = QString::number(number);
        draft.edited.extraInfo = JsonText(json + QByteArray::number(number));
        whenDone(store.put(draft), &store, [model, number](const Result<qint64> &done) {
            if (!done)
                return;
            std::printf("%s %d\n", qPrintable(model), number);
            std::fflush(stdout);
        });
    });
    timer.start(3);
    return QCoreApplication::exec();
}
