// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"
#include "localregistry/localregistry.h"
#include "registry/catalogsync.h"
#include "registry/plantext.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/review/changesview.h"
#include "ui/review/conflictdialog.h"
#include "ui/review/reviewdialog.h"
#include "ui/review/reviewwording.h"
#include "ui/review/stepsview.h"
#include "uitest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace tst_reviewdialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! The dialog against the embedded registry, with a fresh one for each test.
class tst_ReviewDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsExactlyTheRequestsOfThePlan();
    void sendsNothingBeforeTheAgreement();
    void isAsHighAsItNeeds();
    void stepsWaitOnlyOnceOneRuns();
    void savesAndCloses();
    void heldEnterSavesOnce();
    void doubleClickSavesOnce();
    void cancelSendsNothing();
    void otherFieldsOfTheRegistryAreMergedAndShown();
    void clashIsWrittenOnlyAfterADecision_data();
    void clashIsWrittenOnlyAfterADecision();
    void nothingIsSentWhenTheRegistryWonEverything();
    void takenNameIsAskedAbout();
    void whereNamesAreUniqueNoOtherIsOffered();
    void newModelIsCreated();
    void outcomesSayWhatIsSavedAndOfferTheRightStep_data();
    void outcomesSayWhatIsSavedAndOfferTheRightStep();
    void copiesHoldTheBodiesToTheLetter();
    void nothingToSaveMakesNoDialog();

private:
    void set(EditSession &session, QStringView key, const QString &text)
    {
        session.setValue(*findField(key), text);
    }
    EditSession *sample(); //!< Of the first model of the registry.
    QPushButton *button(const QWidget &window, const QString &name) const
    {
        for (auto *button : window.findChildren<QPushButton *>())
            if (!button->isHidden() && button->accessibleName().startsWith(name))
                return button;
        return nullptr;
    }
    int calls(const QByteArray &action) const { return int(m_calls.count(action)); }
    //! What the registry holds, asked past the dialog.
    RegisteredModel held(const QString &id);
    //! As another editor would, past the session.
    void changeInRegistry(const RegisteredModel &before, QStringView key, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalRegistry> m_registry;
    std::unique_ptr<Workbench> m_workbench;
    QByteArrayList m_calls;
};

void tst_ReviewDialog::init()
{
    const AccessKey key{.id = "testid", .secret = "testsecret"};
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<LocalRegistry>(LocalRegistryOptions{
        .database = m_folder->filePath(u"r.sqlite"_s), .keys = {key}, .samples = 3});
    const auto started = m_registry->start();
    QTRY_VERIFY(started.isFinished());
    QVERIFY(started.result());
    m_workbench = std::make_unique<Workbench>(ClientOptions{.maxAttempts = 1});
    const auto endpoint = Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(*started.result()));
    m_workbench->connectTo({.target = {.title = u"Local registry"_s,
                                       .isLocal = true,
                                       .endpoint = *endpoint,
                                       .workspaceId = u"1"_s},
                            .credentials = fixedCredentials(key)});
    m_workbench->catalogSync()->refresh();
    QTRY_COMPARE(m_workbench->catalogSync()->state(), CatalogSync::State::Ready);
    m_calls.clear();
    connect(&m_workbench->connection()->client(), &Client::callFinished, this,
            [this](const CallReport &report) { m_calls.append(report.action); });
}

void tst_ReviewDialog::cleanup()
{
    m_workbench.reset();
    m_registry.reset();
    m_folder.reset();
}

EditSession *tst_ReviewDialog::sample()
{
    EditSession *session = m_workbench->open(m_workbench->catalog()->models().front().id);
    const QSignalSpy spy(session, &EditSession::changed);
    [&] { QTRY_VERIFY(calls("GetModel") > 0); }(); // open() reads it once more
    m_calls.clear();
    return session;
}

RegisteredModel tst_ReviewDialog::held(const QString &id)
{
    const auto answer = m_workbench->connection()->client().run(operations::getModel(id));
    [&] { QTRY_VERIFY(answer.isFinished()); }();
    return answer.result().value();
}

void tst_ReviewDialog::changeInRegistry(const RegisteredModel &before, QStringView key,
                                        const QString &text)
{
    ModelMetadata theirs = before.metadata;
    findField(key)->write(theirs, text);
    const auto answer = m_workbench->connection()->client().run(
        *operations::updateModel(before.id, before.metadata, theirs));
    [&] { QTRY_VERIFY(answer.isFinished()); }();
    QVERIFY(answer.result());
}

void tst_ReviewDialog::showsExactlyTheRequestsOfThePlan()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    session->setLabels({{u"new"_s, u"1"_s}});
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    QVERIFY(dialog);
    const auto rows = dialog->findChildren<StepRow *>();
    QCOMPARE(rows.size(), dialog->plan().steps.size());
    for (int i = 0; i < rows.size(); ++i) {
        const Request &request = dialog->plan().steps.at(i).request;
        QVERIFY(rows[i]->requestText().startsWith(
            QString::fromLatin1(request.verbName() + ' ' + request.target())));
        rows[i]->setOpen(true);
        QCOMPARE(rows[i]->bodyText(), QString::fromUtf8(request.body.value_or(QByteArray())));
    }
    const auto *changes = dialog->findChild<ChangesView *>();
    QCOMPARE(changes->rows(), changeRows(session->base().metadata, session->edited()));
    delete dialog;
}

void tst_ReviewDialog::sendsNothingBeforeTheAgreement()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    QTest::qWait(50);
    QVERIFY(m_calls.isEmpty());
    QCOMPARE(dialog->findChild<QLabel *>(u"status"_s)->text(), u"Nothing has been sent yet."_s);
    QVERIFY(button(*dialog, u"Save 1 change"_s));
    delete dialog;
}

void tst_ReviewDialog::isAsHighAsItNeeds()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    const auto shown = [this, session] {
        std::unique_ptr<ReviewDialog> dialog(
            ReviewDialog::openFor(*m_workbench, *session, nullptr));
        QCoreApplication::processEvents();
        return dialog;
    };
    const auto few = shown();
    for (const QStringView key : {u"Domain", u"Origin", u"ModelType", u"ModelDoc", u"OrderNumber"})
        set(*session, key, u"1"_s);
    set(*session, u"ModelDescription", u"a line\n"_s.repeated(20));
    const auto many = shown();
    for (const auto *dialog : {few.get(), many.get()}) {
        const auto *scroll = dialog->findChild<QScrollArea *>(u"scroll"_s);
        QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
        const QLayout *body = scroll->widget()->layout();
        const int height = std::max(body->totalHeightForWidth(scroll->viewport()->width()),
                                    body->totalMinimumSize().height());
        QVERIFY2(scroll->viewport()->height() <= height + 8, "there is room for nothing");
    }
    QVERIFY(few->height() < many->height());
}

void tst_ReviewDialog::stepsWaitOnlyOnceOneRuns()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    session->setLabels({{u"new"_s, u"1"_s}});
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    const auto waiting = [&dialog] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::count_if(
            labels, [](const QLabel *label) { return label->text() == u"waiting"_s; });
    };
    QVERIFY(dialog->findChildren<StepRow *>().size() > 2);
    QCOMPARE(waiting(), 0);
    dialog->save();
    bool isSeen = false;
    while (dialog) { // the time limit of a test ends it
        isSeen = isSeen || waiting() > 0;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QVERIFY(isSeen);
}

void tst_ReviewDialog::savesAndCloses()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    session->setLabels({{u"new"_s, u"1"_s}});
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    const QSignalSpy saved(dialog, &ReviewDialog::saved);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(dialog->stage(), ReviewDialog::Stage::Running);
    QVERIFY(button(*dialog, u"Stop"_s));
    QTRY_COMPARE(saved.size(), 1);
    QTRY_VERIFY(!dialog);
    QVERIFY(!session->isDirty());
    const RegisteredModel now = held(session->modelId());
    QCOMPARE(now.metadata.task, u"my-task"_s);
    QCOMPARE(now.metadata.labels, (QList<Label>{{u"new"_s, u"1"_s}}));
}

void tst_ReviewDialog::heldEnterSavesOnce()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    for (int i = 0; i < 20 && dialog; ++i) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier, {}, i > 0);
        QGuiApplication::sendEvent(dialog, &press);
    }
    QTRY_VERIFY(!dialog);
    QCOMPARE(calls("UpdateModel"), 1);
}

void tst_ReviewDialog::doubleClickSavesOnce()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    auto *save = button(*dialog, u"Save 1 change"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QTest::mouseClick(save, Qt::LeftButton);
    QTest::mouseDClick(save, Qt::LeftButton);
    dialog->save();
    dialog->save();
    QTRY_VERIFY(!dialog);
    QCOMPARE(calls("UpdateModel"), 1);
}

void tst_ReviewDialog::cancelSendsNothing()
{
    EditSession *session = sample();
    set(*session, u"Task", u"my-task"_s);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QVERIFY(m_calls.isEmpty());
    QVERIFY(session->isDirty());
}

void tst_ReviewDialog::otherFieldsOfTheRegistryAreMergedAndShown()
{
    EditSession *session = sample();
    const RegisteredModel before = session->base();
    set(*session, u"Task", u"mine"_s);
    changeInRegistry(before, u"Origin", u"Theirs"_s);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    m_calls.clear();
    dialog->save();
    auto *status = dialog->findChild<QLabel *>(u"status"_s);
    QTRY_VERIFY(status->text().contains(u"taken over: Origin"_s));
    // Another plan is another agreement: nothing was sent yet.
    QCOMPARE(dialog->stage(), ReviewDialog::Stage::Asking);
    QCOMPARE(calls("UpdateModel"), 0);
    const auto rows = dialog->findChild<ChangesView *>()->rows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().title, u"Task"_s);
    dialog->save();
    QTRY_VERIFY(!dialog);
    const RegisteredModel now = held(before.id);
    QCOMPARE(now.metadata.task, u"mine"_s);
    QCOMPARE(now.metadata.origin, u"Theirs"_s);
    QVERIFY(!session->isDirty());
}

void tst_ReviewDialog::clashIsWrittenOnlyAfterADecision_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("task");
    QTest::newRow("mine") << u"All mine"_s << u"mine"_s;
    QTest::newRow("registry") << u"All from the registry"_s << u"theirs"_s;
}

void tst_ReviewDialog::clashIsWrittenOnlyAfterADecision()
{
    QFETCH(QString, choice);
    QFETCH(QString, task);
    EditSession *session = sample();
    const RegisteredModel before = session->base();
    set(*session, u"Task", u"mine"_s);
    set(*session, u"Domain", u"my-domain"_s);
    changeInRegistry(before, u"Task", u"theirs"_s);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    dialog->save();
    QTRY_COMPARE(dialog->stage(), ReviewDialog::Stage::Over);
    QVERIFY(dialog->findChild<QLabel *>(u"result"_s)->text().contains(u"Nothing was written"_s));
    QCOMPARE(held(before.id).metadata.domain, before.metadata.domain);
    button(*dialog, u"Choose what to keep…"_s)->click();
    auto *conflict = dialog->findChild<ConflictDialog *>();
    QVERIFY(conflict);
    QVERIFY(!button(*conflict, u"Continue to the review"_s)->isEnabled());
    button(*conflict, choice)->click();
    button(*conflict, u"Continue to the review"_s)->click();
    QCOMPARE(dialog->stage(), ReviewDialog::Stage::Asking);
    QCOMPARE(held(before.id).metadata.domain, before.metadata.domain);
    dialog->save();
    QTRY_VERIFY(!dialog);
    QCOMPARE(held(before.id).metadata.task, task);
    QCOMPARE(held(before.id).metadata.domain, u"my-domain"_s);
}

void tst_ReviewDialog::nothingIsSentWhenTheRegistryWonEverything()
{
    EditSession *session = sample();
    const RegisteredModel before = session->base();
    set(*session, u"Task", u"mine"_s);
    changeInRegistry(before, u"Task", u"theirs"_s);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    dialog->save();
    QTRY_COMPARE(dialog->stage(), ReviewDialog::Stage::Over);
    m_calls.clear();
    button(*dialog, u"Choose what to keep…"_s)->click();
    auto *conflict = dialog->findChild<ConflictDialog *>();
    conflict->decide(u"Task"_s, MergeSide::Theirs);
    button(*conflict, u"Continue to the review"_s)->click();
    QCOMPARE(dialog->stage(), ReviewDialog::Stage::Over);
    QVERIFY(dialog->findChild<QLabel *>(u"result"_s)->text().contains(u"Nothing is left"_s));
    QVERIFY(m_calls.isEmpty());
    QVERIFY(!session->isDirty());
    delete dialog;
}

void tst_ReviewDialog::takenNameIsAskedAbout()
{
    EditSession *session = m_workbench->createNew();
    set(*session, u"ModelName", m_workbench->catalog()->models().front().metadata.name);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    QVERIFY(dialog);
    const QSignalSpy saved(dialog, &ReviewDialog::saved);
    button(*dialog, u"Create model"_s)->click();
    QTRY_COMPARE(dialog->stage(), ReviewDialog::Stage::Over);
    QCOMPARE(calls("CreateModel"), 0);
    QVERIFY(button(*dialog, u"Cancel"_s));
    auto *another = button(*dialog, u"Create another with this name"_s);
    QVERIFY(another);
    QTest::mouseClick(another, Qt::LeftButton);
    QTest::mouseClick(another, Qt::LeftButton);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(calls("CreateModel"), 1);
    QTRY_VERIFY(!dialog);
}

//! Found out by a check of the service: it would refuse another one.
void tst_ReviewDialog::whereNamesAreUniqueNoOtherIsOffered()
{
    m_workbench->connection()->setRules({.namesAreUnique = true});
    EditSession *session = m_workbench->createNew();
    set(*session, u"ModelName", m_workbench->catalog()->models().front().metadata.name);
    QPointer<ReviewDialog> dialog = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    QVERIFY(dialog);
    button(*dialog, u"Create model"_s)->click();
    QTRY_COMPARE(dialog->stage(), ReviewDialog::Stage::Over);
    QVERIFY(!button(*dialog, u"Create another with this name"_s));
    dialog->close();
}

void tst_ReviewDialog::newModelIsCreated()
{
    const QPointer<EditSession> session = m_workbench->createNew();
    set(*session, u"ModelName", u"brand-new"_s);
    auto *review = ReviewDialog::openFor(*m_workbench, *session, nullptr);
    QVERIFY(review);
    QCOMPARE(review->findChildren<StepRow *>().last()->requestText(), u"GET"_s); // no id yet
    const QSignalSpy saved(review, &ReviewDialog::saved);
    review->save();
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(session && !session->isNew());
    QCOMPARE(held(session->modelId()).metadata.name, u"brand-new"_s);
}

void tst_ReviewDialog::outcomesSayWhatIsSavedAndOfferTheRightStep_data()
{
    using Result = SaveOutcome::Result;
    QTest::addColumn<int>("result");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<QString>("leave");
    QTest::newRow("failed") << int(Result::Failed) << u"Nothing was saved;"_s << u"Try again"_s
                            << u"Close"_s;
    QTest::newRow("partly") << int(Result::Partly) << u"Only part of it was saved;"_s
                            << u"Retry the rest"_s << u"Close"_s;
    // Sending again blindly could do it twice.
    QTest::newRow("unknown") << int(Result::Unknown) << u"whether the rest was is not known"_s
                             << u"Check again"_s << u"Close"_s;
    QTest::newRow("unverified") << int(Result::Unverified) << u"reading it back failed"_s
                                << u"Read back again"_s << u"Close"_s;
    QTest::newRow("not taken") << int(Result::NotTaken) << u"holds other values"_s
                               << u"Take the registry’s values"_s << u"Keep editing"_s;
    QTest::newRow("cancelled") << int(Result::Cancelled) << u"Nothing was written;"_s
                               << u"Try again"_s << u"Close"_s;
    QTest::newRow("taken name") << int(Result::NameTaken) << u"with this name already exists"_s
                                << u"Create another with this name"_s << u"Cancel"_s;
}

void tst_ReviewDialog::outcomesSayWhatIsSavedAndOfferTheRightStep()
{
    QFETCH(int, result);
    QFETCH(QString, says);
    QFETCH(QString, offer);
    QFETCH(QString, leave);
    EditSession session(uitest::sampleModel());
    set(session, u"Task", u"mine"_s);
    session.setLabels({});
    const auto plan = SavePlan::make(session.base(), session.edited(), u"1"_s);
    auto *dialog = new ReviewDialog(*m_workbench, session, *plan);
    const QPointer<ReviewDialog> watch(dialog);
    dialog->open();
    SaveOutcome outcome{.result = SaveOutcome::Result(result), .plan = *plan};
    if (outcome.result != SaveOutcome::Result::Failed
        && outcome.result != SaveOutcome::Result::Cancelled)
        outcome.plan.steps[1].state = SaveStep::State::Done;
    outcome.plan.steps[2].state = SaveStep::State::Failed;
    outcome.notTaken = {{findField(u"Task"), u"mine"_s, u"theirs"_s}};
    outcome.error = Error{
        .kind = Error::Kind::Service, .code = u"InvalidParameter"_s, .requestId = u"0-REQUEST"_s};
    dialog->showOutcome(outcome);
    const QString status = dialog->findChild<QLabel *>(u"result"_s)->text();
    QVERIFY2(status.contains(says), qPrintable(status));
    if (outcome.result == SaveOutcome::Result::Partly) {
        QVERIFY2(status.contains(u"Done: Update 1 field"_s), qPrintable(status));
        QVERIFY2(status.contains(u"Not done: Remove 3 label"_s), qPrintable(status));
    }
    if (outcome.result == SaveOutcome::Result::NotTaken)
        QVERIFY2(status.contains(u"Task: sent “mine”, the registry holds “theirs”"_s),
                 qPrintable(status));
    QVERIFY(!button(*dialog, u"Save 4 change"_s));
    button(*dialog, u"Details"_s)->click();
    const auto *details = dialog->findChild<QPlainTextEdit *>(u"details"_s);
    QVERIFY(details->isVisible());
    QVERIFY(details->toPlainText().contains(u"Code=InvalidParameter RequestId=0-REQUEST"_s));
    QVERIFY(button(*dialog, offer));
    for (const QString &other : {u"Try again"_s, u"Retry the rest"_s, u"Check again"_s})
        QCOMPARE(button(*dialog, other) != nullptr, other == offer);
    button(*dialog, leave)->click();
    QTRY_VERIFY(!watch);
}

void tst_ReviewDialog::copiesHoldTheBodiesToTheLetter()
{
    EditSession session(uitest::sampleModel());
    session.setValue(*findField(u"ExtraInfo"), JsonText("{\"z\": 1.0, \"a\": 1, \"z\": 2}"));
    session.setLabels({});
    const auto plan = SavePlan::make(session.base(), session.edited(), u"1"_s);
    const QByteArray json = planAsJson(*plan);
    QVERIFY(json.contains("\"ExtraInfo\":{\"z\": 1.0, \"a\": 1, \"z\": 2}"));
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    QCOMPARE(entries.size(), plan->steps.size());
    QCOMPARE(entries.at(1)["Method"_L1].toString(), u"PUT"_s);
    const QString http = planAsHttp(*plan);
    QVERIFY(http.contains(
        u"PUT /api/v1/models/model-rbvg5wzljz41ks92\n\n{\"ExtraInfo\":{\"z\": 1.0"_s));
    QVERIFY(!http.contains(u"uthorization"_s));
    ReviewDialog dialog(*m_workbench, session, *plan);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    for (auto *action : dialog.findChild<QMenu *>()->actions()) {
        action->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"1.0, \"a\": 1, \"z\": 2}"_s));
    }
}

void tst_ReviewDialog::nothingToSaveMakesNoDialog()
{
    EditSession session(uitest::sampleModel());
    QVERIFY(!ReviewDialog::openFor(*m_workbench, session, nullptr));
    set(session, u"ModelName", {});
    QVERIFY(!ReviewDialog::openFor(*m_workbench, session, nullptr));
}

MODELSCRIBE_GUI_TEST(tst_ReviewDialog)

} // namespace tst_reviewdialog

#include "tst_reviewdialog.moc"
