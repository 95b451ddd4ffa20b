// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the review in all its states, light and dark, into the folder given as the
//! first argument, to be looked at; the second may name a catalogue (.qm), for another language.
//! The states are those of real saves over a wire that is cut.
#include "registry/catalogsync.h"
#include "reviewworld.h"
#include "session/readings.h"
#include "ui/review/conflictdialog.h"
#include "ui/widgets/theme.h"
#include "uitest.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QScrollArea>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

namespace {

using Do = ReviewWorld::Do;

//! What is held for a picture must not time out.
ClientOptions onceOnlyOptions()
{
    ClientOptions options = quickOptions();
    options.idleTimeout = std::chrono::milliseconds(2000);
    options.maxAttempts = 1;
    return options;
}

class Pictures
{
public:
    explicit Pictures(QString prefix)
        : m_prefix(std::move(prefix))
    {
    }

    void takeAll()
    {
        running();
        partly();
        unknown();
        offline();
        notTaken();
        gone();
        threeWays();
    }

private:
    void grab(QWidget &widget, const QString &name)
    {
        QTest::qWait(120);
        widget.grab().save(m_prefix + name + u".png"_s);
    }

    //! A model with every field set, and edits of every kind.
    void prepare(ReviewWorld &world)
    {
        ModelMetadata metadata = uitest::sampleModel().metadata;
        metadata.description.clear();
        metadata.labels = {{u"stage"_s, u"dev"_s}, {u"team"_s, u"nlp"_s}};
        world.id = world.registry.create(metadata);
        world.workbench.catalogSync()->refresh();
        world.settle();
        world.session = world.workbench.open(world.id);
        world.settle();
        world.session->setValue(*findField(u"Task"), u"text-generation"_s);
        world.session->setValue(*findField(u"ModelDescription"),
                                u"新闻分类：中文新闻标题的 14 类分类模型。"_s);
        QByteArray extra = world.session->edited().extraInfo.utf8();
        extra.replace("4.94", "4.95");
        extra.replace("754", "760");
        world.session->setValue(*findField(u"ExtraInfo"), JsonText(extra));
        world.session->setLabels({{u"stage"_s, u"prod"_s}, {u"team"_s, u"nlp"_s}});
        world.review();
    }

    void running()
    {
        ReviewWorld world(onceOnlyOptions());
        prepare(world);
        grab(*world.dialog, u"1-asking"_s);
        world.fault("PUT", Do::Hold);
        world.dialog->save();
        QTest::qWait(550);
        grab(*world.dialog, u"2-running"_s);
        delete world.dialog;
    }

    void partly()
    {
        ReviewWorld world(onceOnlyOptions());
        prepare(world);
        world.fault("POST", Do::Refuse);
        world.saveAndWait();
        grab(*world.dialog, u"3-partly"_s);
        const_cast<StepRow *>(world.row(3))->setOpen(true);
        QTest::qWait(50);
        world.dialog->findChild<QScrollArea *>()->ensureVisible(0, 10'000);
        grab(*world.dialog, u"3-partly-open"_s);
        world.fault("POST", Do::Hold);
        world.dialog->findChild<QPushButton *>(u"offer"_s)->click();
        QTest::qWait(550);
        grab(*world.dialog, u"4-rest"_s);
        world.fault("POST", Do::Refuse);
        world.waitOver();
        delete world.dialog;

        ReviewWorld again(onceOnlyOptions());
        prepare(again);
        again.fault("POST", Do::Refuse);
        again.saveAndWait();
        again.mendTheWire();
        again.dialog->findChild<QPushButton *>(u"second"_s)->click();
        grab(*again.dialog, u"5-restore"_s);
        again.saveAndWait();
        grab(*again.dialog, u"6-restored"_s);
        delete again.dialog;
    }

    void unknown()
    {
        ReviewWorld world(onceOnlyOptions());
        prepare(world);
        world.registry.decide = [&world](const ReceivedRequest &) {
            return world.registry.count("DELETE") > 0 ? Do::LoseRequest : Do::Pass;
        };
        world.saveAndWait();
        grab(*world.dialog, u"7-unknown"_s);
        delete world.dialog;
    }

    void offline()
    {
        ReviewWorld world(onceOnlyOptions());
        prepare(world);
        world.cutTheWire();
        world.workbench.readings().recheck(world.session, std::chrono::milliseconds(0));
        world.settle();
        grab(*world.dialog, u"8-offline"_s);
        delete world.dialog;
    }

    void notTaken()
    {
        ReviewWorld world(onceOnlyOptions());
        prepare(world);
        world.registry.decide = [&world](const ReceivedRequest &request) {
            if (request.verb == "POST")
                world.changeElsewhere(u"Task", u"fill-mask"_s);
            return Do::Pass;
        };
        world.saveAndWait();
        grab(*world.dialog, u"9-not-taken"_s);
        delete world.dialog;
    }

    void gone()
    {
        ReviewWorld world(onceOnlyOptions());
        prepare(world);
        const auto deleted = world.registry.ask(operations::deleteModel(world.id));
        if (!deleted)
            qFatal("the registry does not delete");
        world.saveAndWait();
        grab(*world.dialog, u"10-gone"_s);
        delete world.dialog;
    }

    void threeWays()
    {
        ReviewWorld world(onceOnlyOptions());
        prepare(world);
        world.changeElsewhere(u"Task", u"fill-mask"_s);
        world.changeElsewhere(u"Domain", u"cv"_s);
        const QByteArray extra = QByteArray(world.held().extraInfo.utf8()).replace("4.94", "4.1");
        world.changeElsewhere(u"ExtraInfo", QString::fromUtf8(extra));
        world.saveAndWait();
        grab(*world.dialog, u"11-conflict"_s);
        world.dialog->findChild<QPushButton *>(u"offer"_s)->click();
        auto *conflict = world.dialog->findChild<ConflictDialog *>();
        if (!conflict)
            qFatal("there is no three-way view");
        conflict->decide(u"Task"_s, MergeSide::Mine);
        grab(*conflict, u"12-three-ways"_s);
        delete world.dialog;
    }

    QString m_prefix;
};

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
        Pictures(folder.filePath(dark ? u"dark-"_s : u"light-"_s)).takeAll();
    }
    return 0;
}
