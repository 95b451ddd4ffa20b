// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the list of drafts, of what is said about them and of the question before they
//! would be lost, light and dark, into the folder given as the first argument, to be looked at; the
//! second may name a catalogue (.qm), for another language.
#include "lists/draftsmodel.h"
#include "registry/catalogsync.h"
#include "session/draftkeeper.h"
#include "session/labelnotes.h"
#include "session/readings.h"
#include "ui/batch/batchpage.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"
#include "uitest.h"

#include "connect/connector.h"
#include "credentials/fixedcredentials.h"
#include "credentials/memorystore.h"
#include "localregistry/localregistry.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <iterator>

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

void edit(EditSession *session, const QString &key, const QString &value)
{
    session->setValue(*findField(key), FieldValue(value));
}

//! One draft of every standing.
void makeDrafts(Workbench &workbench)
{
    QList<RegisteredModel> models;
    std::ranges::copy_if(workbench.catalog()->models(), std::back_inserter(models),
                         [](const RegisteredModel &model) { return !model.isReadOnly(); });
    Client &client = workbench.connection()->client();
    for (int i = 0; i < 4; ++i)
        workbench.open(models.at(i).id);
    QTest::qWait(300);
    edit(workbench.open(models.at(0).id), u"Task"_s, u"another-task"_s);
    EditSession *clashing = workbench.open(models.at(1).id);
    edit(clashing, u"Origin"_s, u"mine"_s);
    edit(clashing, u"Domain"_s, u"aigc"_s);
    ModelMetadata theirs = models.at(1).metadata;
    theirs.origin = u"theirs"_s;
    if (const auto update = operations::updateModel(models.at(1).id, models.at(1).metadata, theirs))
        wait(client.run(*update));
    edit(workbench.open(models.at(2).id), u"ModelDescription"_s, u"新的说明"_s);
    wait(client.run(operations::deleteModel(models.at(2).id)));
    edit(workbench.createNew(), u"ModelName"_s, u"harbour-news-zh"_s);
    edit(workbench.createNew(), u"Origin"_s, u"ModelScope"_s);
    workbench.readings().recheckDrafts();
    QTest::qWait(500);
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
    window.search(u"is:draft"_s);
    Theme &theme = Theme::of();
    theme.setMode(Theme::Mode::Light);
    grab(window, folder.filePath(u"none.png"_s));
    makeDrafts(workbench);
    DraftsList &drafts = window.findChild<BrowsePane *>()->drafts();
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        window.resize(1280, 800);
        drafts.table().setFocus();
        const int rows = drafts.drafts().rowCount();
        for (int row = 0; row < rows; ++row) {
            using State = DraftsModel::State;
            const QModelIndex index = drafts.drafts().index(row, DraftsModel::Standing);
            if (index.data(DraftsModel::StateRole).value<State>() == State::Gone)
                drafts.table().setCurrentIndex(index);
        }
        emit workbench.drafts().keepingFailed({.kind = Error::Kind::Storage, .code = u"full"_s});
        grab(window, prefix + u"gone.png"_s);
        emit workbench.drafts().keepingRecovered();
        window.resize(960, 600);
        grab(window, prefix + u"narrow.png"_s);
        drafts.askToDiscard();
        if (auto *box = window.findChild<QMessageBox *>()) {
            grab(*box, prefix + u"discard.png"_s);
            delete box;
        }
        window.resize(1280, 800);
        workbench.labelNotes().setColor(u"QuickStart"_s, LabelColor::Green);
        workbench.labelNotes().setColor(u"team"_s, LabelColor::Purple);
        emit drafts.reviewRequested();
        QTest::qWait(500);
        grab(window, prefix + u"review.png"_s);
        QTest::keyClick(window.findChild<BatchPage *>(), Qt::Key_Escape);
        window.search({});
        grab(window, prefix + u"label-colours.png"_s);
        window.search(u"is:draft"_s);
        window.resize(960, 600);
        window.close();
        QTest::qWait(300);
        if (auto *box = window.findChild<QMessageBox *>()) {
            grab(*box, prefix + u"closing.png"_s);
            QTest::keyClick(box, Qt::Key_Escape);
        }
        QTest::qWait(100);
    }
    return 0;
}
