// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the search box with what it offers and of the facets, light and dark, into the
//! folder given as the first argument, to be looked at; the second may name a catalogue (.qm), for
//! another language.
#include "registry/catalogsync.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/searchcompletion.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"

#include "connect/connector.h"
#include "credentials/fixedcredentials.h"
#include "credentials/memorystore.h"
#include "localregistry/localregistry.h"
#include "session/workbench.h"

#include <QApplication>
#include <QDir>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

void grab(QWidget &widget, const QString &file)
{
    widget.show();
    QTest::qWait(300);
    widget.grab().save(file);
}

template<typename T>
Result<T> wait(const QFuture<Result<T>> &future)
{
    while (!future.isFinished())
        QTest::qWait(5);
    return future.result();
}

ClientOptions clientOptions()
{
    ClientOptions options;
    options.readsPerSecond = 0;
    options.writesPerSecond = 0;
    return options;
}

//! What stands in \p window and the list that belongs to it, as on a screen.
void grabWith(QWidget &window, QWidget &popup, const QString &file)
{
    QTest::qWait(300);
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    if (popup.isVisible())
        painter.drawPixmap(popup.pos() - window.mapToGlobal(QPoint()), popup.grab());
    painter.end();
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
        {.database = home.filePath(u"registry.db"_s), .keys = {key}, .samples = 40});
    const auto port = wait(registry.start());
    if (!port)
        return 1;
    MemoryStore keys;
    Profiles profiles(home.filePath(u"profiles.json"_s), keys);
    Connector connector(profiles);
    Workbench workbench(clientOptions());
    MainWindow window(workbench, connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    workbench.connectTo(
        {.target = {.title = u"Local registry"_s,
                    .isLocal = true,
                    .endpoint = *Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(*port))},
         .credentials = fixedCredentials(key)});
    while (workbench.catalogSync()->state() != CatalogSync::State::Ready)
        QTest::qWait(5);
    SearchBox &box = *window.findChild<SearchBox *>();
    QWidget &popup = *box.completion().list().window();
    Theme &theme = Theme::of();
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        window.resize(1280, 800);
        const auto offer = [&](const QString &query, const QString &name) {
            window.activateWindow();
            box.setFocus();
            box.setQuery({});
            QTest::keyClicks(&box, query);
            QTest::qWait(400);
            QTest::keyClick(&box, Qt::Key_Down);
            grabWith(window, popup, prefix + name);
        };
        offer(u"domain:nlp -accessibility:public te"_s, u"word.png"_s);
        offer(u"task:"_s, u"task.png"_s);
        offer(u"mi"_s, u"field.png"_s);
        window.resize(640, 480);
        offer(u"te"_s, u"narrow.png"_s);
        window.resize(1280, 800);
        box.setQuery(u"task:(text-classification OR fill-mask) -type:LoRA"_s);
        QTest::qWait(300);
        grab(window, prefix + u"facets.png"_s);
    }
    return 0;
}
