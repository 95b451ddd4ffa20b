// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the help, light and dark, into the folder given as the first argument, to be
//! looked at; the second may name a catalogue (.qm), for another language.
#include "ui/help/helppages.h"
#include "ui/help/helpwindow.h"
#include "ui/help/reportdialog.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTextBrowser>
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
    world.workbench.catalogSync()->refresh();
    if (!world.waitLoaded())
        return 1;
    MainWindow window(world.workbench, world.connector, {.version = u"0.0.9"_s});
    window.resize(1280, 800);
    window.show();
    QTest::qWait(500);
    HelpWindow help([&] { return shortcutsOf(window); });
    for (const bool dark : {false, true}) {
        Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"help-dark-"_s : u"help-light-"_s);
        const auto grab = [&](QWidget &widget, const QString &name) {
            widget.show();
            QTest::qWait(150);
            widget.grab().save(prefix + name + u".png"_s);
        };
        grab(window, u"news"_s);
        help.resize(980, 680);
        for (const HelpPage &page : helpPages) {
            help.showPage(page);
            grab(help, page.name);
        }
        help.showPage(*findHelpPage(u"query-language"_s), u"grammar"_s);
        grab(help, u"grammar"_s);
        help.activateWindow();
        QTest::keyClick(help.windowHandle(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"query"_s);
        grab(help, u"found"_s);
        QTest::keyClick(help.windowHandle(), Qt::Key_Escape);
        emit help.view().anchorClicked(QUrl(u"https://keepachangelog.com/en/1.1.0/"_s));
        grab(help, u"link"_s);
        help.resize(1000, 560);
        help.showPage(*findHelpPage(u"command-line"_s));
        grab(help, u"small"_s);
        help.resize(1800, 1000);
        grab(help, u"large"_s);
        ReportDialog report({.program = ProblemReport::ofProgram(),
                             .settings = {{u"Theme"_s, u"dark"_s}},
                             .errors = {{.when = QDateTime::currentDateTimeUtc(),
                                         .what = u"UpdateModel"_s,
                                         .code = u"InvalidParameter"_s,
                                         .requestId = u"3F2A9C1E-77D2-5E0B-9A11-5B1C0D2E3F4A"_s,
                                         .httpStatus = 400}}});
        grab(report, u"report"_s);
    }
    QFile pdf(folder.filePath(u"shortcuts.pdf"_s));
    help.showPage(*findHelpPage(u"shortcuts"_s));
    if (pdf.open(QIODevice::WriteOnly))
        pdf.write(help.pdfOfPage()());
    return 0;
}
