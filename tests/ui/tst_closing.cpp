// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchkeeper.h"
#include "session/draftkeeper.h"
#include "session/saving.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/window/closing.h"
#include "uiworld.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace tst_closing {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace std::chrono_literals;

class tst_Closing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void withoutEditsItJustCloses();
    void keepsDraftsWithoutAsking();
    void keepsWhatIsStillInTheEditor();
    void asksWhenNothingCanBeKept();
    void asksAboutEditsOfManyModels();
    void keepEditingIsTheDefault();
    void losingHasToBeMeant();
    void closesWhenKeepingWorksAgain();
    void aSlowDiskGetsASecond();
    void hostileNamesAreText();
    void aSaveMayFinishFirst();
    void aSaveWithoutAnswerIsNotWaitedForLong();
    void waitingForASaveCanBeEnded();

private:
    EditSession *editNew(const QString &name = u"draft"_s)
    {
        EditSession *session = world->workbench.createNew();
        session->setValue(*findField(u"ModelName"), FieldValue(name));
        return session;
    }
    void keepInAFolder()
    {
        QDir().mkpath(world->draftsFile());
        world->keepDrafts({.retries = {100}});
    }
    QMessageBox *box() const { return window->findChild<QMessageBox *>(); }
    void press(const QString &start)
    {
        for (QAbstractButton *button : box()->buttons()) {
            if (button->text().startsWith(start))
                return button->click();
        }
        QFAIL(qPrintable(u"no button "_s + start));
    }
    SaveProgress *save(EditSession *session)
    {
        const auto plan = SavePlan::make(session->base(), session->edited(), u"1"_s);
        return plan ? world->workbench.saving().save(session, *plan) : nullptr;
    }

    std::unique_ptr<UiWorld> world;
    std::unique_ptr<MainWindow> window;
};

void tst_Closing::init()
{
    world = std::make_unique<UiWorld>();
    window = std::make_unique<MainWindow>(world->workbench, world->connector, WindowSettings{});
    window->show();
}

void tst_Closing::cleanup()
{
    window.reset();
    world.reset();
}

void tst_Closing::withoutEditsItJustCloses()
{
    world->keepDrafts();
    world->connectToSilence();
    QSignalSpy remembered(window.get(), &MainWindow::settingsChanged);
    QVERIFY(window->close());
    QCOMPARE(remembered.count(), 1);
}

void tst_Closing::keepsDraftsWithoutAsking()
{
    world->keepDrafts();
    world->connectToSilence();
    editNew(u"one"_s);
    editNew(u"two"_s);
    window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 1000);
    QVERIFY(!box());
    QCOMPARE(world->keptDrafts().size(), 2);
}

void tst_Closing::keepsWhatIsStillInTheEditor()
{
    world->keepDrafts();
    world->connectToSilence();
    EditSession *session = editNew();
    // As a long text does, which is handed in a moment after it was typed.
    connect(session, &EditSession::flushing, session, [session] {
        ModelMetadata edited = session->edited();
        edited.description = u"typed"_s;
        session->apply(edited);
    });
    window->close();
    QTRY_VERIFY(!window->isVisible());
    QCOMPARE(world->keptDrafts().value(0).edited.description, u"typed"_s);
}

void tst_Closing::asksWhenNothingCanBeKept()
{
    keepInAFolder();
    world->connectToSilence();
    editNew(u"bert-zh-news"_s);
    EditSession *nameless = world->workbench.createNew();
    nameless->setValue(*findField(u"Origin"), FieldValue(u"x"_s));
    QVERIFY(!window->close());
    QTRY_VERIFY(box() && box()->isVisible());
    QVERIFY(box()->text().startsWith(u"2 draft"_s));
    QVERIFY(box()->informativeText().contains(u"bert-zh-news"_s));
    QVERIFY(box()->informativeText().contains(u"(new model)"_s));
    QVERIFY(box()->informativeText().contains(u"a folder where the file should be"_s));
    QVERIFY(!window->close()); // asks once, not twice
    QCOMPARE(window->findChildren<QMessageBox *>().size(), 1);
}

void tst_Closing::asksAboutEditsOfManyModels()
{
    world->connectToSilence(); // and nothing keeps what is said of many
    BatchEdit edit;
    edit.fields[u"Task"_s].text = u"t"_s;
    world->workbench.batchDrafts().create({u"a"_s, u"b"_s})->setEdit(edit);
    QVERIFY(!window->close());
    QTRY_VERIFY(box() && box()->isVisible());
    QVERIFY(box()->text().startsWith(u"1 draft"_s));
    QVERIFY(box()->informativeText().contains(u"Task"_s));
    press(u"Close and lose"_s);
    QTRY_VERIFY(!window->isVisible());
}

void tst_Closing::keepEditingIsTheDefault()
{
    keepInAFolder();
    world->connectToSilence();
    editNew();
    for (int time = 0; time < 2; ++time) {
        QVERIFY(!window->close());
        QTRY_VERIFY(box());
        QCOMPARE(box()->defaultButton()->text(), u"Keep editing"_s);
        QTest::keyClick(box(), Qt::Key_Escape);
        QTRY_VERIFY(!box());
        QVERIFY(window->isVisible());
    }
    QCOMPARE(world->workbench.dirtySessions().size(), 1);
}

void tst_Closing::losingHasToBeMeant()
{
    keepInAFolder();
    world->connectToSilence();
    editNew();
    QVERIFY(!window->close());
    QTRY_VERIFY(box());
    press(u"Close and lose 1 draft"_s);
    QTRY_VERIFY(!window->isVisible());
}

void tst_Closing::closesWhenKeepingWorksAgain()
{
    keepInAFolder();
    world->connectToSilence();
    editNew();
    QVERIFY(!window->close());
    QTRY_VERIFY(box());
    QVERIFY(QDir().rmdir(world->draftsFile()));
    QTRY_VERIFY(!window->isVisible());
    QCOMPARE(world->keptDrafts().size(), 1);
}

void tst_Closing::aSlowDiskGetsASecond()
{
    world->keepDrafts();
    window->findChild<Closing *>()->setPatience(5s, 100ms);
    world->connectToSilence();
    editNew();
    QVERIFY(UiWorld::waitFor(world->workbench.drafts().keepAll()));
    {
        auto other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(world->draftsFile());
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s));
        world->workbench.dirtySessions().first()->setValue(*findField(u"Origin"),
                                                           FieldValue(u"late"_s));
        QVERIFY(!window->close());
        QTRY_VERIFY_WITH_TIMEOUT(box(), 1000);
        QVERIFY(box()->informativeText().contains(u"does not respond"_s));
        QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
        QTRY_VERIFY(!window->isVisible()); // late, but well
        other.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    QCOMPARE(world->keptDrafts().value(0).edited.origin, u"late"_s);
}

void tst_Closing::hostileNamesAreText()
{
    keepInAFolder();
    world->connectToSilence();
    editNew(u"<b>x</b>\u202Eevil"_s);
    QVERIFY(!window->close());
    QTRY_VERIFY(box());
    QVERIFY(box()->informativeText().contains(u"<b>x</b>"_s));
    QVERIFY(!box()->informativeText().contains(QChar(0x202E)));
    for (const QLabel *label : box()->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
}

void tst_Closing::aSaveMayFinishFirst()
{
    world->keepDrafts();
    QVERIFY(world->connectToRegistry());
    QVERIFY(world->waitLoaded());
    SaveProgress *run = save(editNew(u"saved"_s));
    QVERIFY(run);
    QSignalSpy finished(run, &SaveProgress::finished);
    window->close();
    QVERIFY(window->isVisible());
    QVERIFY(box());
    QCOMPARE(box()->text(), u"Finishing the save…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 10'000);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(world->keptDrafts().size(), 0); // it is in the registry
}

void tst_Closing::aSaveWithoutAnswerIsNotWaitedForLong()
{
    world->keepDrafts();
    window->findChild<Closing *>()->setPatience(200ms, 1s);
    world->connectToSilence();
    QVERIFY(save(editNew()));
    window->close();
    QVERIFY(box());
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 2000);
    QCOMPARE(world->keptDrafts().size(), 1);
}

void tst_Closing::waitingForASaveCanBeEnded()
{
    world->keepDrafts();
    window->findChild<Closing *>()->setPatience(300ms, 1s);
    world->connectToSilence();
    QVERIFY(save(editNew()));
    window->close();
    QVERIFY(box());
    press(u"Keep the window open"_s);
    QTest::qWait(500);
    QVERIFY(window->isVisible());
    QVERIFY(!box());
}

MODELSCRIBE_GUI_TEST(tst_Closing)

} // namespace tst_closing

#include "tst_closing.moc"
