// SPDX-License-Identifier: GPL-3.0-or-later
//! A review of a model that is gone, without a connection, that is stopped, and what it shows then,
//! against a registry behind a wire that can be cut.
#include "registry/catalogsync.h"
#include "reviewworld.h"
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/window/editing.h"
#include "uiworld.h"

#include <QAbstractButton>
#include <QAction>

namespace tst_reviewtrouble {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Stage = ReviewDialog::Stage;
using Do = ReviewWorld::Do;
using State = SaveStep::State;

class tst_ReviewTrouble : public QObject
{
    Q_OBJECT

private slots:
    void aModelThatIsGoneIsOfferedAsACopy();
    void aModelThatGoesDuringTheSaveIsSaid();
    void theCopyHoldsTheValuesAndEndsTheDraft();
    void withoutAConnectionNothingIsSent_data();
    void withoutAConnectionNothingIsSent();
    void aConnectionThatComesBackIsSeen();
    void stoppingBeforeAnythingIsWritten();
    void stoppingInTheMiddleLeavesTheRest();
    void aRunningStepMoves();
    void theKeyboardIsEnough();
    void aFailedStepHoldsItsError();
    void hostileAnswersAreText();
    void aModelThatIsBeingSavedIsNotSavedTwice();
    void aCreatedModelThatWasNotReadBackIsNoNewModelAnyMore();
};

void tst_ReviewTrouble::aModelThatIsGoneIsOfferedAsACopy()
{
    ReviewWorld world;
    world.edit();
    QVERIFY(world.registry.ask(operations::deleteModel(world.id)));
    world.review();
    QVERIFY(world.saveAndWait());
    QCOMPARE(world.result(),
             u"This model is no longer in the registry. Your changes are kept as a draft."_s);
    QCOMPARE(world.registry.count("PUT"), 0);
    QVERIFY(world.session->isDirty());
    const QSignalSpy copy(world.dialog, &ReviewDialog::copyRequested);
    QVERIFY(world.press(u"Create again as a copy…"_s));
    QCOMPARE(copy.size(), 1);
    QTRY_VERIFY(!world.dialog);
}

void tst_ReviewTrouble::aModelThatGoesDuringTheSaveIsSaid()
{
    ReviewWorld world;
    world.edit();
    world.registry.decide = [&world](const ReceivedRequest &request) {
        if (request.verb == "POST") [[maybe_unused]]
            const auto gone = world.registry.ask(operations::deleteModel(world.id));
        return Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    // A write that is refused like this says not enough: reading tells.
    QVERIFY2(world.result().startsWith(u"Only part of it was saved;"_s),
             qPrintable(world.result()));
    QVERIFY(!world.button(u"Create again as a copy…"_s));
    QVERIFY(world.press(u"Retry the rest"_s));
    QVERIFY(world.waitOver());
    QVERIFY2(world.result().contains(u"neither is what was saved of it"_s),
             qPrintable(world.result()));
    QVERIFY(world.button(u"Create again as a copy…"_s));
    QVERIFY(!world.button(u"Retry the rest"_s));
    QCOMPARE(world.session->edited().description, u"other words"_s);
}

void tst_ReviewTrouble::theCopyHoldsTheValuesAndEndsTheDraft()
{
    UiWorld world;
    MainWindow window(world.workbench, world.connector, {});
    window.show();
    QVERIFY(world.connectToRegistry());
    QVERIFY(world.waitLoaded());
    const QString id = world.addModel({.name = u"bert"_s}, QDateTime::currentDateTimeUtc());
    world.workbench.catalogSync()->refresh();
    QVERIFY(world.waitLoaded());
    window.showModel(id);
    auto *session = window.findChild<EditorPane *>()->session();
    QVERIFY(session && session->modelId() == id);
    session->setValue(*findField(u"Task"), u"typed"_s);
    QVERIFY(
        UiWorld::waitFor(world.workbench.connection()->client().run(operations::deleteModel(id))));
    window.findChild<QAction *>(u"reviewAction"_s)->trigger();
    const QPointer<ReviewDialog> review = window.findChild<ReviewDialog *>();
    QVERIFY(review);
    review->save();
    QTRY_COMPARE(review->stage(), Stage::Over);
    review->findChild<QPushButton *>(u"offer"_s)->click();
    QTRY_VERIFY(!review);
    auto *pane = window.findChild<EditorPane *>();
    EditSession *values = pane->session();
    QVERIFY(values && values->isNew());
    QCOMPARE(values->edited().name, u"bert"_s);
    QCOMPARE(values->edited().task, u"typed"_s);
    const QSignalSpy created(window.findChild<Editing *>(), &Editing::created);
    pane->review();
    auto *second = window.findChild<ReviewDialog *>();
    QVERIFY(second);
    second->save();
    QTRY_COMPARE(created.size(), 1);
    QTRY_VERIFY(world.workbench.dirtySessions().isEmpty());
}

void tst_ReviewTrouble::withoutAConnectionNothingIsSent_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("a model of the registry") << false;
    QTest::newRow("a new model") << true;
}

void tst_ReviewTrouble::withoutAConnectionNothingIsSent()
{
    QFETCH(bool, isNew);
    ReviewWorld world;
    world.edit();
    if (isNew) {
        world.session = world.workbench.createNew();
        world.session->setValue(*findField(u"ModelName"), u"brand-new"_s);
        world.session->setValue(*findField(u"Task"), u"nlp"_s);
    }
    world.cutTheWire();
    world.workbench.catalogSync()->refresh();
    QTRY_COMPARE(world.workbench.connection()->state(), Connection::State::Failing);
    world.settle();
    QVERIFY(world.review());
    QCOMPARE(world.dialog->stage(), Stage::Offline);
    QCOMPARE(world.result(), u"No connection to Test registry. Nothing is sent; your 2 change(s) "
                             "are kept as a draft."_s);
    auto *save = world.dialog->findChild<QPushButton *>(u"save"_s);
    QVERIFY(save->isVisible() && !save->isEnabled());
    world.dialog->save();
    QTest::keyClick(world.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(50);
    QVERIFY(world.registry.listener().requests().isEmpty());

    QVERIFY(world.press(u"Try to connect"_s));
    QCOMPARE(world.dialog->stage(), Stage::Connecting);
    QCOMPARE(world.status(), u"Connecting to Test registry…"_s);
    QTRY_COMPARE(world.dialog->stage(), Stage::Offline);
    QCOMPARE(world.registry.count("POST") + world.registry.count("PUT"), 0);

    world.mendTheWire();
    QVERIFY(world.press(u"Try to connect"_s));
    QTRY_COMPARE(world.dialog->stage(), Stage::Asking);
    QVERIFY(world.result().isEmpty());
    QVERIFY(save->isEnabled());
    QCOMPARE(world.registry.count("POST") + world.registry.count("PUT"), 0);
    world.dialog->save();
    QTRY_VERIFY(!world.dialog);
    QVERIFY(!world.session->isDirty());
}

void tst_ReviewTrouble::aConnectionThatComesBackIsSeen()
{
    ReviewWorld world;
    world.edit();
    QVERIFY(world.review());
    QCOMPARE(world.dialog->stage(), Stage::Asking);
    world.cutTheWire();
    world.workbench.readings().recheck(world.session, std::chrono::milliseconds(0));
    QTRY_COMPARE(world.dialog->stage(), Stage::Offline);
    world.mendTheWire();
    world.workbench.readings().recheck(world.session, std::chrono::milliseconds(0));
    QTRY_COMPARE(world.dialog->stage(), Stage::Asking);
}

void tst_ReviewTrouble::stoppingBeforeAnythingIsWritten()
{
    ReviewWorld world;
    world.edit();
    world.fault("GET", Do::Hold);
    world.review();
    world.dialog->save();
    QTRY_COMPARE(world.registry.count("GET"), 1);
    QVERIFY(world.press(u"Stop"_s));
    QVERIFY(world.waitOver());
    QCOMPARE(world.result(), u"Stopped. Nothing was written; your changes are kept as a draft."_s);
    QCOMPARE(world.registry.count("PUT"), 0);
    world.mendTheWire();
    QVERIFY(world.press(u"Try again"_s));
    QTRY_VERIFY(!world.dialog);
    QVERIFY(!world.session->isDirty());
}

void tst_ReviewTrouble::stoppingInTheMiddleLeavesTheRest()
{
    ReviewWorld world;
    world.edit();
    QString said;
    world.registry.decide = [&world, &said](const ReceivedRequest &request) {
        if (request.verb == "PUT") {
            world.dialog->reject();
            said = world.status();
        }
        return Do::Pass;
    };
    world.review();
    QVERIFY(world.saveAndWait());
    QCOMPARE(said, u"Stopping after the running request…"_s);
    QVERIFY2(world.result().startsWith(u"Stopped. Only part of it was saved;"_s),
             qPrintable(world.result()));
    QCOMPARE(world.held().description, u"other words"_s);
    QCOMPARE(world.registry.count("DELETE"), 0);
    QVERIFY(world.press(u"Retry the rest"_s));
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.held(), world.session->edited());
    QCOMPARE(world.registry.count("PUT"), 1);
}

void tst_ReviewTrouble::aRunningStepMoves()
{
    ReviewWorld world;
    world.edit();
    world.fault("GET", Do::Hold);
    world.review();
    QElapsedTimer timer;
    timer.start();
    world.dialog->save();
    QTRY_COMPARE(world.row(0)->state(), State::Running);
    QVERIFY(!world.row(0)->isMoving());
    QTRY_VERIFY(world.row(0)->isMoving());
    QVERIFY(timer.elapsed() >= 295);
    QVERIFY(!world.row(1)->isMoving());
    QCOMPARE(world.row(0)->stateText(), u"running"_s);
    QVERIFY(world.button(u"Stop"_s)->isEnabled());
    world.dialog->reject();
    QVERIFY(world.waitOver());
    QVERIFY(!world.row(0)->isMoving());
    QCOMPARE(world.row(0)->stateText(), u"skipped"_s);
}

void tst_ReviewTrouble::theKeyboardIsEnough()
{
    ReviewWorld world;
    world.edit();
    world.fault("POST", Do::Refuse);
    world.review();
    QTest::keyClick(world.dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(world.waitOver());
    QCOMPARE(world.dialog->focusWidget(), world.button(u"Retry the rest"_s));
    QTest::keyClick(world.dialog->focusWidget(), Qt::Key_Tab);
    QVERIFY(world.dialog->focusWidget() != world.button(u"Retry the rest"_s));
    QTest::keyClick(world.dialog->focusWidget(), Qt::Key_Backtab);
    world.mendTheWire();
    QTest::keyClick(world.dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!world.dialog);
    QCOMPARE(world.held(), world.session->edited());
}

void tst_ReviewTrouble::aFailedStepHoldsItsError()
{
    ReviewWorld world;
    world.edit();
    world.fault("PUT", Do::Refuse);
    world.review();
    QVERIFY(world.saveAndWait());
    auto *row = const_cast<StepRow *>(world.row(1));
    QCOMPARE(row->stateText(), u"failed"_s);
    QVERIFY(row->answerText().isEmpty()); // folded
    row->setOpen(true);
    QVERIFY2(row->answerText().startsWith(u"You have no permission for this"_s),
             qPrintable(row->answerText()));
    QVERIFY2(row->answerText().contains(u"Code=Forbidden.RAM RequestId=R"_s),
             qPrintable(row->answerText()));
    QVERIFY(row->answerText().contains(u"HTTP=403"_s));
    QVERIFY(!row->bodyText().isEmpty());
    QCOMPARE(world.row(2)->stateText(), u"skipped"_s);
    auto *check = const_cast<StepRow *>(world.row(0));
    check->setOpen(true);
    QVERIFY(check->answerText().startsWith(u"RequestId="_s));
}

void tst_ReviewTrouble::hostileAnswersAreText()
{
    ReviewWorld world;
    const QString evil = u"<img src='http://127.0.0.1/x'><b>x</b>\u202Eend"_s;
    world.session->setLabels({{u"team"_s, u"<b>x</b>\u202Eend"_s}});
    world.session->setValue(*findField(u"ModelDescription"), evil);
    QVERIFY(world.review());
    SaveOutcome outcome{.result = SaveOutcome::Result::Partly, .plan = world.dialog->plan()};
    outcome.plan.steps[1].state = State::Failed;
    outcome.plan.steps[1].error = Error{.kind = Error::Kind::Service,
                                        .detail = evil,
                                        .code = evil,
                                        .message = evil,
                                        .requestId = evil,
                                        .httpStatus = 500};
    outcome.error = outcome.plan.steps[1].error;
    outcome.notTaken = {{findField(u"ModelDescription"), evil, evil + u'2'}};
    using Result = SaveOutcome::Result;
    for (const Result result : {Result::Partly, Result::NotTaken, Result::Failed}) {
        outcome.result = result;
        world.dialog->showOutcome(outcome);
        for (StepRow *row : world.dialog->findChildren<StepRow *>())
            row->setOpen(true);
        for (const QLabel *label : world.dialog->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                     qPrintable(label->text()));
            QVERIFY2(!label->text().contains(u'\u202E'), qPrintable(label->text()));
        }
        for (const QWidget *widget : world.dialog->findChildren<QWidget *>())
            QVERIFY2(!widget->toolTip().contains(u"<img"_s), qPrintable(widget->toolTip()));
    }
}

void tst_ReviewTrouble::aModelThatIsBeingSavedIsNotSavedTwice()
{
    ReviewWorld world;
    world.edit();
    world.review();
    world.fault("GET", Do::Hold);
    SaveProgress *other = world.workbench.saving().save(world.session, world.dialog->plan());
    QVERIFY(other);
    const QSignalSpy saved(world.dialog, &ReviewDialog::saved);
    world.dialog->save();
    QCOMPARE(world.dialog->stage(), Stage::Over);
    QVERIFY2(world.result().startsWith(u"This model is already being saved."_s),
             qPrintable(world.result()));
    other->cancel();
    QTest::qWait(30);
    QCOMPARE(saved.size(), 0);
}

void tst_ReviewTrouble::aCreatedModelThatWasNotReadBackIsNoNewModelAnyMore()
{
    ReviewWorld world;
    EditSession *session = world.workbench.createNew();
    session->setValue(*findField(u"ModelName"), u"brand-new"_s);
    QWidget window;
    auto *pane = new EditorPane(&window);
    Editing editing(world.workbench, *pane, window);
    connect(pane, &EditorPane::reviewRequested, &editing, &Editing::review);
    window.show();
    editing.openDraft(session);
    const QSignalSpy created(&editing, &Editing::created);
    world.registry.decide = [&world](const ReceivedRequest &request) {
        return request.verb == "GET" && world.registry.count("POST") > 0 ? Do::LoseRequest
                                                                         : Do::Pass;
    };
    world.registry.listener().clear();
    pane->review();
    world.dialog = window.findChild<ReviewDialog *>();
    QVERIFY(world.dialog);
    QVERIFY(world.saveAndWait());
    QVERIFY(world.result().startsWith(u"Saved, but reading it back failed."_s));
    QVERIFY(world.press(u"Close"_s));
    QTRY_COMPARE(created.size(), 1);
    QVERIFY(!session->isNew());
    world.mendTheWire();
    QCOMPARE(world.registry.modelsNamed(u"brand-new"_s).size(), 1);
    QCOMPARE(created.first().first().toString(),
             world.registry.modelsNamed(u"brand-new"_s).first().id);
}

MODELSCRIBE_GUI_TEST(tst_ReviewTrouble)

} // namespace tst_reviewtrouble

#include "tst_reviewtrouble.moc"
