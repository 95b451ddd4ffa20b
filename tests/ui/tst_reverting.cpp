// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saving.h"
#include "settings/settings.h"
#include "ui/journal/reverting.h"

#include "journalworld.h"
#include "registry/catalogsync.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/journal/activitywindow.h"
#include "ui/journal/journaldetails.h"
#include "ui/journal/journaltableview.h"
#include "ui/journal/journalview.h"
#include "ui/review/conflictdialog.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

namespace tst_reverting {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Outcome = Reverting::Outcome;

class tst_Reverting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void aCleanOneIsADraftAndNothingIsWritten();
    void laterEditsOfOtherPlacesStay();
    void aClashAsksWithTheWordsOfThePast();
    void leavingTheQuestionChangesNothing();
    void whatIsEditedWhileItAsksIsAskedAboutToo();
    void typingWhileALongTextIsComparedStays();
    void whatIsAsBeforeAlreadyIsSaid();
    void aModelNobodyOpenedIsReadFirst();
    void withoutAnAnswerWhatIsKnownHasToDo();
    void aDeletedModelBecomesANewOne();
    void aModelDeletedByOthersBecomesANewOne();
    void aModelOfAnotherWorkspaceIsNoNewOne();
    void whatCannotBeRevertedSaysWhy_data();
    void whatCannotBeRevertedSaysWhy();

    void theTabLeadsToTheChangedFields();
    void aModelThatTheListHasNotIsShownToo();
    void theWindowLeadsToTheModel();
    void theWindowCreatesADeletedModelAgain();
    void howLongIsKeptIsASetting();
    void oldEntriesGoAtTheStart();

private:
    //! A model in the registry that was changed as \p entry says.
    void makeChangedModel();
    void start(const JournalEntry &entry);
    RegisteredModel registered() const
    {
        return JournalWorld::waitFor(
                   world->workbench.connection()->client().run(operations::getModel(id)))
            .value_or(RegisteredModel());
    }
    EditSession &session() { return *world->workbench.open(id); }
    static QPushButton *button(const QWidget &window, const QString &name)
    {
        const auto buttons = window.findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, name, &QWidget::accessibleName);
        return found == buttons.end() ? nullptr : *found;
    }
    ConflictDialog *question()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<ConflictDialog *>(widget);
                dialog && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    void openWindow();

    std::unique_ptr<JournalWorld> world;
    std::unique_ptr<QWidget> parent;
    std::unique_ptr<Reverting> reverting;
    std::unique_ptr<MainWindow> window;
    JournalEntry entry;
    QString id;

    std::optional<Outcome> outcome;
    QPointer<EditSession> result;
    QString reason;
};

void tst_Reverting::init()
{
    world = std::make_unique<JournalWorld>();
    QVERIFY(world->connectToRegistry());
    parent = std::make_unique<QWidget>();
    reverting = std::make_unique<Reverting>(world->workbench, *parent);
    connect(reverting.get(), &Reverting::ended, this,
            [this](Outcome how, EditSession *session, const PastChange &, const QString &why) {
                outcome = how;
                result = session;
                reason = why;
            });
    outcome.reset();
    makeChangedModel();
}

void tst_Reverting::cleanup()
{
    reverting.release(); // the window's child
    window.reset();
    parent.reset();
    world.reset();
}

void tst_Reverting::makeChangedModel()
{
    Client &client = world->workbench.connection()->client();
    RegisteredModel model = uitest::sampleModel();
    id = world->addModel(model.metadata, QDateTime::currentDateTimeUtc());
    QVERIFY(!id.isEmpty());
    model = registered();
    entry = world->change(model, 60);
    const auto update = operations::updateModel(id, model.metadata, *entry.after);
    QVERIFY(update && JournalWorld::waitFor(client.run(*update)));
    QVERIFY(JournalWorld::waitFor(client.run(operations::deleteModelLabels(id, {u"stage"_s}))));
    QVERIFY(JournalWorld::waitFor(
        client.run(operations::createModelLabels(id, {{u"stage"_s, u"prod"_s}}))));
    QVERIFY(world->add(entry));
    entry = *JournalWorld::waitFor(world->journal.entry(entry.head.id));
    world->workbench.catalogSync()->refresh();
    QVERIFY(QTest::qWaitFor([this] { return world->workbench.catalog()->find(id) != nullptr; }));
    QVERIFY(world->waitLoaded());
}

void tst_Reverting::start(const JournalEntry &of)
{
    outcome.reset();
    reverting->start(of);
    QTRY_VERIFY(outcome || question());
}

void tst_Reverting::aCleanOneIsADraftAndNothingIsWritten()
{
    const RegisteredModel before = registered();
    start(entry);
    QCOMPARE(outcome, Outcome::Draft);
    QCOMPARE(result, &session());
    QVERIFY(sameContent(session().edited(), entry.before->metadata));
    QCOMPARE(session().edited().extraInfo, entry.before->metadata.extraInfo);
    QCOMPARE(session().changeCount(), 4);
    QCOMPARE(registered(), before);
}

void tst_Reverting::laterEditsOfOtherPlacesStay()
{
    session().setValue(*findField(u"Origin"), u"typed"_s);
    start(entry);
    QCOMPARE(outcome, Outcome::Draft);
    QCOMPARE(session().edited().origin, u"typed"_s);
    QCOMPARE(session().edited().task, u"text-classification"_s);
}

void tst_Reverting::aClashAsksWithTheWordsOfThePast()
{
    session().setValue(*findField(u"Task"), u"typed"_s);
    start(entry);
    QVERIFY(!outcome);
    ConflictDialog *dialog = question();
    QVERIFY(dialog);
    QCOMPARE(dialog->merge().clashes.size(), 1);
    QVERIFY(!button(*dialog, u"All mine"_s));
    QCOMPARE(session().edited().task, u"typed"_s);
    QVERIFY(!button(*dialog, u"Make the draft"_s)->isEnabled());
    button(*dialog, u"Task: as before"_s)->click();
    button(*dialog, u"Make the draft"_s)->click();
    QTRY_COMPARE(outcome, Outcome::Draft);
    QVERIFY(sameContent(session().edited(), entry.before->metadata));
}

void tst_Reverting::leavingTheQuestionChangesNothing()
{
    session().setValue(*findField(u"Task"), u"typed"_s);
    const ModelMetadata typed = session().edited();
    start(entry);
    QVERIFY(question());
    button(*question(), u"Leave it as it is"_s)->click();
    QTRY_VERIFY(!question());
    QVERIFY(!outcome);
    QCOMPARE(session().edited(), typed);
}

void tst_Reverting::whatIsEditedWhileItAsksIsAskedAboutToo()
{
    session().setValue(*findField(u"Task"), u"typed"_s);
    start(entry);
    const QPointer<ConflictDialog> first = question();
    QVERIFY(first);
    session().setValue(*findField(u"ModelDescription"), u"typed meanwhile"_s);
    button(*first, u"All as before"_s)->click();
    button(*first, u"Make the draft"_s)->click();
    QTRY_VERIFY(question() && question() != first);
    QVERIFY(!outcome);
    QCOMPARE(question()->merge().clashes.size(), 2);
    button(*question(), u"All as now"_s)->click();
    button(*question(), u"Make the draft"_s)->click();
    QTRY_COMPARE(outcome, Outcome::Draft);
    QCOMPARE(session().edited().task, u"typed"_s);
    QCOMPARE(session().edited().description, u"typed meanwhile"_s);
}

void tst_Reverting::typingWhileALongTextIsComparedStays()
{
    QByteArray text = session().edited().extraInfo.utf8();
    text.insert(text.lastIndexOf('}'), ",\"long\":\"" + QByteArray(2'000'000, 'x') + '"');
    session().setValue(*findField(u"ExtraInfo"), JsonText(text));
    outcome.reset();
    reverting->start(entry);
    QString typed;
    for (int key = 0; !outcome && key < 200; ++key) {
        typed = u"typed %1"_s.arg(key);
        session().setValue(*findField(u"Origin"), typed);
        QTest::qWait(1);
    }
    QTRY_VERIFY(outcome);
    QCOMPARE(outcome, Outcome::Draft);
    QCOMPARE(session().edited().origin, typed);
    QVERIFY(session().edited().extraInfo.utf8().contains("\"long\""));
    QCOMPARE(session().edited().task, u"text-classification"_s);
}

void tst_Reverting::whatIsAsBeforeAlreadyIsSaid()
{
    start(entry);
    QCOMPARE(outcome, Outcome::Draft);
    const ModelMetadata once = session().edited();
    start(entry);
    QCOMPARE(outcome, Outcome::Nothing);
    QVERIFY(sameContent(session().edited(), once));
}

void tst_Reverting::aModelNobodyOpenedIsReadFirst()
{
    // The list is older than the registry.
    Client &client = world->workbench.connection()->client();
    ModelMetadata now = registered().metadata;
    ModelMetadata edited = now;
    edited.task = u"changed by somebody"_s;
    QVERIFY(JournalWorld::waitFor(client.run(*operations::updateModel(id, now, edited))));
    start(entry);
    QVERIFY(question()); // the list alone would have said: clean
    QCOMPARE(question()->merge().clashes.first().theirs, u"changed by somebody"_s);
    question()->reject();
}

void tst_Reverting::withoutAnAnswerWhatIsKnownHasToDo()
{
    world->stopRegistry();
    start(entry);
    QTRY_COMPARE_WITH_TIMEOUT(outcome, Outcome::Draft, 10'000);
    QVERIFY(sameContent(session().edited(), entry.before->metadata));
}

void tst_Reverting::aDeletedModelBecomesANewOne()
{
    QVERIFY(JournalWorld::waitFor(world->workbench.saving().remove(id)));
    JournalEntry deletion = entry;
    deletion.head.what = JournalHead::What::Delete;
    deletion.after.reset();
    start(deletion);
    QCOMPARE(outcome, Outcome::Gone);
    QVERIFY(result && result->isNew());
    QCOMPARE(result->edited(), entry.before->metadata);
    QCOMPARE(result->base().workspaceId, entry.before->workspaceId);
    const QPointer<EditSession> first = result;
    start(deletion); // not twice
    QCOMPARE(result, first);
    // What was changed before it was deleted can come back as well.
    start(entry);
    QCOMPARE(outcome, Outcome::Gone);
    QCOMPARE(result, first);
}

void tst_Reverting::aModelDeletedByOthersBecomesANewOne()
{
    Client &client = world->workbench.connection()->client();
    QVERIFY(JournalWorld::waitFor(client.run(operations::deleteModel(id))));
    QVERIFY(world->workbench.catalog()->find(id)); // nobody knows yet
    start(entry);
    QCOMPARE(outcome, Outcome::Gone);
    QVERIFY(result && result->isNew());
    QCOMPARE(result->edited(), entry.before->metadata);
}

void tst_Reverting::aModelOfAnotherWorkspaceIsNoNewOne()
{
    entry.head.modelId = u"model-elsewhere"_s;
    entry.before->workspaceId = u"another"_s;
    world->workbench.connection()->setWorkspaceId(u"this one"_s);
    QVERIFY(world->waitLoaded());
    start(entry);
    QCOMPARE(outcome, Outcome::Failed);
    QVERIFY(!result);
    QVERIFY(reason.contains(u"workspace"_s));
    QVERIFY(world->workbench.dirtySessions().isEmpty());
}

void tst_Reverting::whatCannotBeRevertedSaysWhy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("create") << u"create"_s << u"A new model has no earlier values"_s;
    QTest::newRow("failed") << u"failed"_s << u"Nothing was written"_s;
    QTest::newRow("begun") << u"begun"_s << u"It has not finished"_s;
    QTest::newRow("same") << u"same"_s << u"Nothing was changed"_s;
    QTest::newRow("no values") << u"no values"_s << u"not known"_s;
    QTest::newRow("elsewhere") << u"elsewhere"_s << u"another registry"_s;
    QTest::newRow("deletion that was none") << u"there"_s << u"The model was not deleted"_s;
}

void tst_Reverting::whatCannotBeRevertedSaysWhy()
{
    QFETCH(QString, what);
    QFETCH(QString, words);
    QVERIFY(Reverting::whyNot(entry, world->workbench).isEmpty());
    if (what == u"create") {
        entry.head.what = JournalHead::What::Create;
        entry.before.reset();
    } else if (what == u"failed") {
        entry.head.outcome = JournalHead::Outcome::Failed;
    } else if (what == u"begun") {
        entry.head.outcome = JournalHead::Outcome::Begun;
    } else if (what == u"same") {
        entry.after = entry.before->metadata;
    } else if (what == u"no values") {
        entry.before.reset();
    } else if (what == u"elsewhere") {
        entry.head.registryKey = u"pai cn-hangzhou"_s;
        entry.head.profile = u"<b>work</b>"_s;
        words += u". Connect to it first: <b>work</b>"_s;
    } else {
        entry.head.what = JournalHead::What::Delete;
        entry.after.reset();
    }
    const QString why = Reverting::whyNot(entry, world->workbench);
    QVERIFY2(why.contains(words), qPrintable(why));
    start(entry);
    QCOMPARE(outcome, Outcome::Failed);
    QCOMPARE(reason, why);
    QVERIFY(world->workbench.dirtySessions().isEmpty());
}

void tst_Reverting::openWindow()
{
    window = std::make_unique<MainWindow>(world->workbench, world->connector, WindowSettings{});
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

void tst_Reverting::theTabLeadsToTheChangedFields()
{
    openWindow();
    window->showModel(id);
    auto &pane = *window->findChild<EditorPane *>();
    QVERIFY(pane.session());
    QVERIFY(!pane.findChild<JournalView *>()); // nobody looked yet
    pane.setCurrentTab(EditorPane::JournalTab);
    auto *view = pane.findChild<JournalView *>();
    QVERIFY(view);
    QTRY_VERIFY(view->details().entry());
    QPushButton *revert = button(*view, u"Revert this change…"_s);
    QVERIFY(revert && revert->isEnabled());
    revert->click();
    QTRY_VERIFY(pane.session()->isDirty());
    QCOMPARE(pane.currentTab(), EditorPane::DetailsTab);
    QVERIFY2(pane.strip().text().contains(u"is reverted in a draft"_s),
             qPrintable(pane.strip().text()));
    QVERIFY(sameContent(pane.session()->edited(), entry.before->metadata));
}

void tst_Reverting::aModelThatTheListHasNotIsShownToo()
{
    openWindow();
    EditSession &draft = session();
    draft.setValue(*findField(u"Origin"), u"typed"_s);
    world->workbench.catalog()->remove(id); // such as of another workspace than the list
    auto &pane = *window->findChild<EditorPane *>();
    QVERIFY(!pane.session());
    emit pane.revertChangeRequested(entry);
    QTRY_COMPARE(pane.session(), &draft);
    QTRY_COMPARE(draft.edited().task, u"text-classification"_s);
    QCOMPARE(draft.edited().origin, u"typed"_s);
    QTRY_VERIFY(!pane.strip().isHidden());
}

void tst_Reverting::theWindowLeadsToTheModel()
{
    openWindow();
    auto &pane = *window->findChild<EditorPane *>();
    window->findChild<QAction *>(u"activityAction"_s)->trigger();
    const auto windows = QApplication::topLevelWidgets();
    const auto found = std::ranges::find_if(windows, [](const QWidget *widget) {
        return qobject_cast<const ActivityWindow *>(widget) != nullptr;
    });
    QVERIFY(found != windows.end());
    auto &activity = *qobject_cast<ActivityWindow *>(*found);
    QVERIFY(!activity.isModal());
    QTRY_VERIFY(activity.view().details().entry());
    // Enter shows the model.
    QTest::keyClick(&activity.view().table(), Qt::Key_Return);
    QTRY_VERIFY(pane.session());
    QCOMPARE(pane.session()->modelId(), id);
    button(activity, u"Revert this change…"_s)->click();
    QTRY_VERIFY(pane.session()->isDirty());
    QTRY_VERIFY(window->isActiveWindow());
    QVERIFY(!pane.strip().isHidden());
    // The window of the past goes with the main one and does not keep the program.
    QVERIFY(!activity.testAttribute(Qt::WA_QuitOnClose));
    const QPointer<ActivityWindow> guard = &activity;
    window.reset();
    QVERIFY(!guard);
}

void tst_Reverting::theWindowCreatesADeletedModelAgain()
{
    openWindow();
    QVERIFY(JournalWorld::waitFor(world->workbench.saving().remove(id)));
    window->findChild<QAction *>(u"activityAction"_s)->trigger();
    ActivityWindow *activity = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *one = qobject_cast<ActivityWindow *>(widget))
            activity = one;
    }
    QVERIFY(activity);
    activity->view().table().setCurrentId(entry.head.id);
    QTRY_VERIFY(activity->view().entries().rowOf(entry.head.id) >= 0);
    activity->view().table().setCurrentId(entry.head.id);
    QTRY_VERIFY(activity->view().details().entry()
                && activity->view().details().entry()->id() == entry.head.id);
    button(*activity, u"Revert this change…"_s)->click();
    const EditorPane &pane = *window->findChild<EditorPane *>();
    QTRY_VERIFY(pane.session() && pane.session()->isNew());
    QCOMPARE(pane.session()->edited(), entry.before->metadata);
    QVERIFY(pane.strip().text().contains(u"no longer exists"_s));
}

void tst_Reverting::howLongIsKeptIsASetting()
{
    openWindow();
    QSignalSpy changed(&window->choices(), &Settings::changed);
    QCOMPARE(window->choices().number(SettingId::JournalDays), 90);
    const JournalEntry old = world->change(*entry.before, 60 * 24 * 3600);
    QVERIFY(JournalWorld::waitFor(world->journal.begin(old)));
    window->findChild<QAction *>(u"activityAction"_s)->trigger();
    QComboBox *days = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *one = qobject_cast<ActivityWindow *>(widget))
            days = one->findChild<QComboBox *>();
    }
    QVERIFY(days);
    QCOMPARE(days->currentData().toInt(), 90);
    QCOMPARE(JournalWorld::waitFor(world->journal.list({.onlyBegun = true}))->size(), 1);
    days->setFocus();
    QTest::keyClick(days, Qt::Key_Up); // 30
    QCOMPARE(window->choices().number(SettingId::JournalDays), 30);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(JournalWorld::waitFor(world->journal.list({.onlyBegun = true}))->size(), 0);
    QVERIFY(!JournalWorld::waitFor(world->journal.list({}))->isEmpty());
}

void tst_Reverting::oldEntriesGoAtTheStart()
{
    const JournalEntry old = world->change(*entry.before, 91 * 24 * 3600);
    QVERIFY(JournalWorld::waitFor(world->journal.begin(old)));
    openWindow();
    QVERIFY(world->connectToRegistry());
    QTRY_VERIFY(!JournalWorld::waitFor(world->journal.entry(old.head.id)));
    QVERIFY(JournalWorld::waitFor(world->journal.entry(entry.head.id)));
}

MODELSCRIBE_GUI_TEST(tst_Reverting)

} // namespace tst_reverting

#include "tst_reverting.moc"
