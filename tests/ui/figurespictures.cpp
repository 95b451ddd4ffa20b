// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the figures page, light and dark, into the folder given as the first argument,
//! to be looked at; the second may name a catalogue (.qm), for another language.
#include "model/variedmodel.h"
#include "testpaths.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/figures/figurespage.h"
#include "ui/figures/figurestable.h"
#include "ui/widgets/theme.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

void pictures(const QString &prefix)
{
    modelscribe::testing::UiWorld world;
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    if (!world.connectToRegistry() || !world.waitLoaded())
        return;
    QList<RegisteredModel> models;
    for (int i = 0; i < 3000; ++i)
        models.append(variedModel(i));
    const QStringList tasks{u"text-generation"_s,      u"text-classification"_s, u"fill-mask"_s,
                            u"image-classification"_s, u"object-detection"_s,    QString()};
    const QStringList sizes{u"110"_s, u"340"_s, u"7000"_s, u"1500"_s, u"72000"_s, QString()};
    for (int i = 0; i < models.size(); ++i) {
        const int spread = i * i % 97;
        models[i].metadata.task = tasks[spread * spread / 1600];
        models[i].metadata.parameterSize = sizes[(i * 7 % 31 + spread) % 6];
        models[i].created = QDateTime(QDate(2024, 1, 1), QTime())
                                .addDays(i * (i % 5 + 1) % 980)
                                .toString(Qt::ISODate)
                            + u'Z';
    }
    models.first().metadata.task = u"<b>evil</b> & \u202E task"_s;
    world.workbench.catalog()->upsert(models);
    QTest::qWait(400);
    window.findChild<QAction *>(u"figuresAction"_s)->trigger();
    const auto *page = window.findChild<FiguresPage *>();
    QTest::qWait(800);
    window.grab().save(prefix + u"1-all.png"_s);
    QTest::keyClick(&page->table(), Qt::Key_End);
    QTest::qWait(100);
    window.grab().save(prefix + u"2-end.png"_s);
    window.resize(900, 600);
    QTest::qWait(100);
    window.grab().save(prefix + u"3-narrow.png"_s);
    window.resize(1280, 800);
    QTest::keyClick(&page->table(), Qt::Key_Escape);
    window.findChild<SearchBox *>()->setQuery(u"nothing-like-it"_s);
    const QAbstractItemModel *rows = window.findChild<BrowsePane *>()->table().model();
    if (!QTest::qWaitFor([rows] { return rows->rowCount() == 0; }, 20'000))
        std::puts("the search does not end");
    window.findChild<QAction *>(u"figuresAction"_s)->trigger();
    QTest::qWait(800);
    window.grab().save(prefix + u"4-empty.png"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCoreApplication::addLibraryPath(modelscribe::testing::buildPath(u"src/app"_s));
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    QLocale::setDefault(QLocale::English);
    QTranslator catalogue;
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    Theme &theme = Theme::install(app);
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        pictures(folder.filePath(dark ? u"figures-dark-"_s : u"figures-light-"_s));
    }
    return 0;
}
