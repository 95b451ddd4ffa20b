// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the palette, light and dark, into the folder given as the first argument, to
//! be looked at; the second may name a catalogue (.qm), for another language.
#include "ui/widgets/theme.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    QTranslator catalogue;
    QLocale::setDefault(QLocale::English);
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    testing::UiWorld world;
    if (!world.connectToRegistry())
        return 1;
    QString first;
    for (int i = 0; i < 60; ++i) {
        ModelMetadata model;
        model.name = u"%1-%2"_s
                         .arg(QStringList{u"bert-zh-news"_s, u"qwen2.5-7b-instruct"_s,
                                          u"中文新闻分类"_s, u"ＢＥＲＴ-large"_s,
                                          u"a-name-that-is-long-enough-to-be-cut-where-the-"
                                          "palette-ends-bert-base-uncased"_s}[i % 5])
                         .arg(i);
        model.task = i % 3 ? u"text-classification"_s : u"text-generation"_s;
        model.accessibility = u"PRIVATE"_s;
        const QString id = world.addModel(model, QDateTime::currentDateTimeUtc());
        first = first.isEmpty() ? id : first;
    }
    const QString key = world.workbench.connection()->registryKey();
    world.workbench.catalogSync()->refresh();
    if (!world.waitLoaded())
        return 1;
    QStringList recent;
    for (const RegisteredModel &model : world.workbench.catalog()->models())
        recent.append(model.id);
    MainWindow window(world.workbench, world.connector, {.recentModels = {{key, recent.first(4)}}});
    window.resize(1280, 800);
    window.show();
    QTest::qWait(500);
    for (const bool dark : {false, true}) {
        Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"palette-dark-"_s : u"palette-light-"_s);
        const auto show = [&](const QString &typed, const QString &name) {
            window.activateWindow();
            window.findChild<QAction *>(u"paletteAction"_s)->trigger();
            QTest::keyClicks(QApplication::focusWidget(), typed);
            QTest::qWait(200);
            window.grab().save(prefix + name);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        };
        show({}, u"empty.png"_s);
        show(u"bert"_s, u"models.png"_s);
        show(u"the"_s, u"settings.png"_s);
        show(u"qwzxy"_s, u"nothing.png"_s);
        window.resize(620, 420);
        show(u"bt"_s, u"narrow.png"_s);
        window.resize(1280, 800);
    }
    return 0;
}
