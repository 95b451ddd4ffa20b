// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the list of a provider's public models, light and dark, into the folder given
//! as the first argument, to be looked at; the second may name a catalogue (.qm), for another
//! language.
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/widgets/theme.h"
#include "uiworld.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    QTranslator catalogue;
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    testing::UiWorld world(60);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    if (!world.connectToRegistry() || !world.waitLoaded())
        return 1;
    auto &browse = *window.findChild<BrowsePane *>();
    const auto grab = [&](const QString &file) {
        QTest::qWait(400);
        window.grab().save(file);
    };
    const auto list = [&](const QString &provider) {
        world.workbench.connection()->listProvider(provider);
        if (!world.waitLoaded())
            qWarning("%s was not read", qPrintable(provider));
        QTest::qWait(200);
    };
    for (const bool dark : {false, true}) {
        Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        window.resize(1280, 800);
        list({});
        grab(prefix + u"own.png"_s);
        list(u"pai"_s);
        browse.step(1);
        grab(prefix + u"pai.png"_s);
        window.resize(1024, 600);
        grab(prefix + u"pai-small.png"_s);
        window.resize(1280, 800);
        list(u"nobody"_s);
        grab(prefix + u"empty.png"_s);
    }
    return 0;
}
