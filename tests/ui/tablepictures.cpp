// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the table of models, scrolled sideways and with the chooser of its columns,
//! light and dark, into the folder given as the first argument, to be looked at; the second may
//! name a catalogue (.qm), for another language.
#include "registry/catalogsync.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/columnchooser.h"
#include "ui/browse/modeltable.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"

#include "connect/connector.h"
#include "credentials/fixedcredentials.h"
#include "credentials/memorystore.h"
#include "localregistry/localregistry.h"
#include "session/workbench.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! What stands in \p window and \p popup over it, as on a screen.
void grabWith(QWidget &window, QWidget *popup, const QString &file)
{
    QTest::qWait(300);
    QPixmap picture = window.grab();
    if (popup) {
        QPainter painter(&picture);
        painter.drawPixmap(popup->pos() - window.mapToGlobal(QPoint()), popup->grab());
    }
    picture.save(file);
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
    const QTemporaryDir home;
    const AccessKey key{.id = "test-id", .secret = "test-secret"};
    LocalRegistry registry(
        {.database = home.filePath(u"registry.db"_s), .keys = {key}, .samples = 60});
    const auto port = registry.start();
    if (!QTest::qWaitFor([&port] { return port.isFinished(); }) || !port.result())
        return 1;
    MemoryStore keys;
    Profiles profiles(home.filePath(u"profiles.json"_s), keys);
    Connector connector(profiles);
    Workbench workbench;
    MainWindow window(workbench, connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    workbench.connectTo(
        {.target = {.isLocal = true,
                    .endpoint = *Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(*port.result()))},
         .credentials = fixedCredentials(key)});
    if (!QTest::qWaitFor(
            [&] { return workbench.catalogSync()->state() == CatalogSync::State::Ready; }))
        return 1;
    auto &table = *window.findChild<ModelTable *>();
    auto &browse = *window.findChild<BrowsePane *>();
    table.columns().arrange({.columns = {{u"ModelName"_s, 0},
                                         {u"Task"_s, 0},
                                         {u"Labels"_s, 260},
                                         {u"ModelType"_s, 0},
                                         {u"Origin"_s, 0},
                                         {u"Domain"_s, 0},
                                         {u"Provider"_s, 0},
                                         {u"ModelId"_s, 0},
                                         {u"GmtCreateTime"_s, 0}}});
    for (const bool dark : {false, true}) {
        Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        table.step(3);
        table.horizontalScrollBar()->setValue(0);
        grabWith(window, nullptr, prefix + u"columns.png"_s);
        table.horizontalScrollBar()->setValue(300);
        table.setFocus();
        grabWith(window, nullptr, prefix + u"scrolled.png"_s);
        browse.chooseColumns(table.mapToGlobal(QPoint(40, 32)));
        QWidget *chooser = window.findChild<ColumnChooser *>();
        grabWith(window, chooser, prefix + u"chooser.png"_s);
        delete chooser;
    }
    return 0;
}
