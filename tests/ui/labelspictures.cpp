// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the window of labels, light and dark, wide and narrow, into the folder given
//! as the first argument; the second may name a catalogue (.qm), for another language.
#include "session/labelnotes.h"
#include "ui/labels/cleanuplist.h"
#include "ui/labels/labelswindow.h"
#include "ui/labels/labelusestable.h"
#include "ui/widgets/theme.h"
#include "uitest.h"
#include "uiworld.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

void pictures(const QString &prefix)
{
    modelscribe::testing::UiWorld world;
    if (!world.connectToRegistry())
        qFatal("no registry");
    const QStringList teams{u"nlp"_s, u"nlp"_s,  u"search"_s, u"nlp"_s,
                            u"ads"_s, u"客服"_s, u"NLP"_s};
    for (int i = 0; i < 60; ++i) {
        QList<Label> labels{{u"team"_s, teams[i % teams.size()]}};
        if (i % 2)
            labels.append(
                {i % 10 == 1 ? u"stage "_s : u"stage"_s, i % 4 == 1 ? u"dev"_s : u"prod"_s});
        if (i % 3 == 0)
            labels.append({i % 15 == 0 ? u"lаng"_s : u"lang"_s, i % 2 ? u"zh-CN"_s : u"zh"_s});
        if (i % 5 == 0)
            labels.append({i % 20 == 0 ? u"base-model"_s : u"base_model"_s, u"bert"_s});
        if (i % 4 == 0)
            labels.append({u"plant"_s, i % 24 == 0 ? u"hangzou"_s : u"hangzhou"_s});
        if (i % 7 == 0)
            labels.append({u"Team"_s, u"nlp"_s});
        world.addModel({.name = u"model %1"_s.arg(i), .labels = labels},
                       QDateTime::currentDateTimeUtc());
    }
    world.workbench.catalogSync()->refresh();
    if (!world.waitLoaded())
        qFatal("the list did not come");
    LabelsWindow window(world.workbench);
    window.resize(1280, 800);
    window.show();
    if (!QTest::qWaitFor([&] { return window.cleanup().shownCount() > 0; }, 20'000))
        qFatal("nothing to clean up");
    world.workbench.labelNotes().setColor(u"team"_s, LabelColor::Blue);
    world.workbench.labelNotes().setColor(u"stage"_s, LabelColor::Yellow);
    world.workbench.labelNotes().setColor(u"plant"_s, LabelColor::Purple);
    window.plan().add({.kind = LabelVerb::Kind::RenameKey, .key = u"Team"_s, .newText = u"team"_s});
    window.plan().add(
        {.kind = LabelVerb::Kind::RenameKey, .key = u"stage "_s, .newText = u"stage"_s});
    window.keys().setCurrentText(u"team"_s);
    window.values().setCurrentText(u"NLP"_s);
    emit window.values().renameRequested(u"NLP"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"nlp"_s);
    QTest::qWait(100);
    window.grab().save(prefix + u".png"_s);
    window.resize(800, 600);
    QTest::qWait(100);
    window.grab().save(prefix + u"-narrow.png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(u"en"_s));
    QTranslator translator;
    if (argc > 2 && translator.load(QString::fromLocal8Bit(argv[2]))) {
        QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(u"zh_CN"_s));
    }
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    folder.mkpath(u"."_s);
    Theme &theme = Theme::install(app);
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        pictures(folder.filePath(dark ? u"labels-dark"_s : u"labels-light"_s));
    }
}
