// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of a run of many models and of its end, light and dark, wide and narrow, into the
//! folder given as the first argument; the second may name a catalogue (.qm), for another language.
#include "batchworld.h"
#include "ui/batch/endpage.h"
#include "ui/batch/leftstrip.h"
#include "ui/batch/runtable.h"
#include "ui/batch/runtray.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

using modelscribe::testing::ReceivedRequest;
using Do = modelscribe::testing::RegistryProxy::Do;

void pictures(const QString &prefix)
{
    ClientOptions options = modelscribe::testing::quickOptions();
    options.idleTimeout = options.callTimeout = std::chrono::seconds(600);
    modelscribe::testing::BatchWorld world(options);
    const ChangeSet set = world.makeModels(26);
    world.move(set.changes[3]);
    world.move(set.changes[7]);
    world.connectTo();
    int puts = 0;
    world.registry.decide = [&](const ReceivedRequest &request) {
        if (request.verb != "PUT")
            return Do::Pass;
        for (const int refused : {5, 9, 21}) {
            if (request.target.contains(set.changes[refused].base.id.toUtf8()))
                return Do::Refuse;
        }
        return ++puts > 11 ? Do::Wait : Do::Pass;
    };
    MainWindow &window = *world.window;
    const auto save = [&](const QString &name) {
        QTest::qWait(150);
        window.grab().save(prefix + name + u".png"_s);
    };
    BatchRun *run = world.bench->batches().start(set);
    std::ignore = QTest::qWaitFor([&] { return world.registry.waiting().size() == 4; }, 5000);
    QTest::qWait(2000);
    window.showModel(set.changes[24].base.id);
    save(u"1-running"_s);
    window.resize(1024, 600);
    save(u"2-running-small"_s);
    window.resize(700, 600);
    save(u"3-running-narrow"_s);
    window.resize(1280, 800);
    auto *tray = window.findChild<RunTray *>();
    tray->setLifetime(std::chrono::seconds(600));
    world.registry.setReachable(false);
    std::ignore = QTest::qWaitFor([&] { return run->state() == BatchRun::State::Paused; }, 20'000);
    save(u"4-offline"_s);
    world.registry.setReachable(true);
    world.registry.waiting().clear();
    puts = -1000;
    run->goOn();
    std::ignore = QTest::qWaitFor([&] { return run->state() == BatchRun::State::Ended; }, 20'000);
    save(u"5-end"_s); // which opened by itself
    auto *page = window.findChild<EndPage *>();
    const auto choose = [&](int item) {
        page->table().setCurrentIndex(page->rows().index(page->rows().rowOf(item), 0));
    };
    choose(3);
    save(u"7-conflict"_s);
    window.resize(1024, 600);
    save(u"8-conflict-small"_s);
    window.resize(700, 600);
    save(u"9-conflict-narrow"_s);
    window.resize(1280, 800);
    run->takeMine({3, 7});
    world.registry.decide = {};
    std::ignore = QTest::qWaitFor([&] { return run->state() == BatchRun::State::Ended; }, 20'000);
    run->retry();
    std::ignore = QTest::qWaitFor(
        [&] { return run->isSettled() && run->state() == BatchRun::State::Ended; }, 20'000);
    save(u"10-settled"_s);
    QTest::keyClick(&page->table(), Qt::Key_Escape);
    save(u"11-all-saved"_s);
    window.resize(700, 600);
    save(u"11-all-saved-narrow"_s);
    world.bench->batches().dismiss(run);
    const ChangeSet more = world.makeModels(8);
    world.registry.decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::Hold : Do::Pass;
    };
    world.bench->batches().start(more);
    QTest::qWait(200);
    world.open();
    world.registry.decide = {};
    world.connectTo();
    QTest::qWait(300);
    world.window->grab().save(prefix + u"12-left.png"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    QTranslator catalogue;
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    Theme &theme = Theme::install(app);
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        pictures(folder.filePath(dark ? u"dark-"_s : u"light-"_s));
    }
    return 0;
}
