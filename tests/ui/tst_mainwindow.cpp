// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"
#include "lists/draftsmodel.h"
#include "lists/facetmodel.h"
#include "lists/modeltablemodel.h"
#include "registry/catalogsync.h"
#include "session/draftkeeper.h"
#include "session/readings.h"
#include "settings/settings.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/noticestrip.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/profiles/connectionmenu.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/theme.h"
#include "ui/window/commandpalette.h"
#include "ui/window/keepingnotices.h"
#include "uiworld.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

namespace tst_mainwindow {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void showsWhatTheRegistryHas();
    void tabGoesWhereTheEyesGo_data();
    void tabGoesWhereTheEyesGo();
    void searchLeavesWhatMatches();
    void choosingARowOpensTheModel();
    void enterAfterASearchOpensTheFirst();
    void aModelAskedForOpensWhenItArrives();
    void aModelHiddenByTheSearchIsShown();
    void editingMarksRowTitleAndDrafts();
    void draftsCanBeListed();
    void aDraftIsOpenedAndDiscardedByKeys();
    void withoutDraftsTheListSaysSo();
    void aDraftOfAModelThatIsGoneCanBecomeANewOne();
    void offlineTheDraftsWait();
    void anotherWindowsTextCanBeTakenBack();
    void troubleWithKeepingIsSaidAndGoes();
    void anInterruptedSaveCanBeGoneOnWith();
    void revertCanBeTakenBack();
    void theMenuUndoesWhereTheFocusIs();
    void aNewModelIsUndoneInItsPlace();
    void savingLeavesNoDraft();
    void deletingAsksAndGoesOnToTheNext();
    void deletingAsksAgainWhenAColleagueWroteMeanwhile();
    void creatingShowsTheNewModel();
    void closingWithoutDraftsJustCloses();
    void failureSaysWhatAndOffersRetry();
    void refreshFailureKeepsTheRows();
    void anEmptyRegistryOffersTheNextAction();
    void narrowWindowShowsOneOfBoth();
    void panesCanBeHiddenAndComeBack();
    void theEditorTakesTheWholeWindowAndGivesItBack();
    void paneKeysGoRound();
    void theMenuSwitchesTheTheme();
    void theMenuChoosesALanguage();
    void thePaletteFindsAndRuns();
    void everythingToActOnHasAUniqueName();
    void settingsAreWhatIsSeen();
    void hostileConnectionTitleIsText();
    void aMissingKeyOffersTheProfiles();
    void anotherWorkspaceClosesTheModel();
    void theLastRequestCanBeCopied();

private:
    void start();
    QString addModel(const QString &name, const QString &task = {});
    QAction *action(const char *name)
    {
        return window->findChild<QAction *>(QLatin1StringView(name));
    }
    void click(const QString &accessibleName);
    void edit(const QString &modelId, const QString &origin = u"edited"_s);
    BrowsePane &browse() { return *window->findChild<BrowsePane *>(); }
    EditorPane &editor() { return *window->findChild<EditorPane *>(); }
    SearchBox &search() { return *window->findChild<SearchBox *>(); }

    std::unique_ptr<UiWorld> world;
    std::unique_ptr<MainWindow> window;
    QString bert;
    QString qwen;
};

void tst_MainWindow::init()
{
    world = std::make_unique<UiWorld>();
    Theme::of().setMode(Theme::Mode::Light);
    window = std::make_unique<MainWindow>(world->workbench, world->connector, WindowSettings{});
}

void tst_MainWindow::cleanup()
{
    window.reset();
    world.reset();
}

void tst_MainWindow::start()
{
    QVERIFY(world->connectToRegistry());
    QVERIFY(world->waitLoaded());
    bert = addModel(u"bert-zh-news"_s, u"text-classification"_s);
    qwen = addModel(u"qwen2.5-7b"_s, u"text-generation"_s);
    QVERIFY(!bert.isEmpty() && !qwen.isEmpty());
    action("refreshAction")->trigger();
    QVERIFY(world->waitLoaded());
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

QString tst_MainWindow::addModel(const QString &name, const QString &task)
{
    ModelMetadata model;
    model.name = name;
    model.domain = u"nlp"_s;
    model.task = task;
    model.accessibility = u"PRIVATE"_s;
    return world->addModel(model, QDateTime::currentDateTimeUtc());
}

void tst_MainWindow::click(const QString &accessibleName)
{
    for (auto *button : window->findChildren<QAbstractButton *>()) {
        if (button->isVisible()
            && (button->accessibleName() == accessibleName || button->text() == accessibleName)) {
            button->click();
            return;
        }
    }
    QFAIL(qPrintable(u"no visible button "_s + accessibleName));
}

void tst_MainWindow::edit(const QString &modelId, const QString &origin)
{
    EditSession *session = world->workbench.open(modelId);
    QVERIFY(session);
    session->setValue(*findField(u"Origin"), FieldValue(origin));
}

void tst_MainWindow::showsWhatTheRegistryHas()
{
    start();
    QCOMPARE(browse().shownCount(), 2);
    QCOMPARE(window->windowTitle(), u"[*]Local registry — ModelScribe"_s);
    QVERIFY(browse().table().isVisible());
    QCOMPARE(browse().table().accessibleName(), u"Models"_s);
}

void tst_MainWindow::tabGoesWhereTheEyesGo_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("wanted"); // in this order, others may be between them
    QTest::newRow("details")
        << int(EditorPane::DetailsTab)
        << u"Models|Parts of the model|Name|Description|Task|Review & Save…|Search"_s;
    QTest::newRow("ExtraInfo")
        << int(EditorPane::ExtraInfoTab)
        << u"Models|Parts of the model|Form|JSON tools|Review & Save…|Search"_s;
    QTest::newRow("labels") << int(EditorPane::LabelsTab)
                            << u"Models|Parts of the model|Add label|Review & Save…|Search"_s;
    QTest::newRow("history")
        << int(EditorPane::JournalTab)
        << u"Models|Parts of the model|Filter the history|Review & Save…|Search"_s;
}

void tst_MainWindow::tabGoesWhereTheEyesGo()
{
    QFETCH(const int, tab);
    QFETCH(const QString, wanted);
    start();
    window->showModel(bert);
    edit(bert);
    editor().setCurrentTab(EditorPane::Tab(tab));
    search().setFocus();
    QTest::qWait(100); // what is built when it is first seen
    const auto name = [] {
        const QWidget *now = QApplication::focusWidget();
        return now->accessibleName().isEmpty() ? now->objectName() : now->accessibleName();
    };
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QWidget *now = QApplication::focusWidget();
        const bool writesTabs = qobject_cast<JsonTextEdit *>(now);
        QTest::keyClick(now, key, writesTabs ? modifiers | Qt::ControlModifier : modifiers);
    };
    QStringList way;
    press(Qt::Key_Tab, Qt::NoModifier);
    while (QApplication::focusWidget() != &search() && way.size() < 60) {
        way.append(name());
        press(Qt::Key_Tab, Qt::NoModifier);
    }
    way.append(name());
    const QString whole = way.join(u" → "_s);
    QVERIFY2(QApplication::focusWidget() == &search(), qPrintable(whole));
    qDebug() << whole;
    qsizetype at = 0;
    for (const QString &place : wanted.split(u'|')) {
        const qsizetype found = way.indexOf(place, at);
        QVERIFY2(found >= 0, qPrintable(place + u": "_s + whole));
        at = found + 1;
    }
    QStringList back{name()};
    for (qsizetype i = 0; i < way.size(); ++i) {
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        back.prepend(name());
    }
    QCOMPARE(back.mid(1), way);
}

void tst_MainWindow::searchLeavesWhatMatches()
{
    start();
    action("findAction")->trigger();
    QVERIFY(search().hasFocus());
    QTest::keyClicks(&search(), u"task:text-generation"_s);
    QTRY_COMPARE(browse().shownCount(), 1);
    QTest::keyClicks(&search(), u" nothing"_s);
    QTRY_COMPARE(browse().shownCount(), 0);
    QVERIFY(!browse().table().isVisible());
    click(u"Clear search"_s);
    QCOMPARE(search().query(), QString());
    QCOMPARE(browse().shownCount(), 2);
    QVERIFY(search().hasFocus());
}

void tst_MainWindow::choosingARowOpensTheModel()
{
    start();
    QVERIFY(!editor().session());
    search().setFocus();
    QTest::keyClick(&search(), Qt::Key_Down);
    QVERIFY(browse().table().hasFocus());
    QVERIFY(!editor().session());
    QTest::keyClick(&browse().table(), Qt::Key_Down);
    QVERIFY(editor().session());
    const QString first = editor().session()->modelId();
    QTest::keyClick(&browse().table(), Qt::Key_Down);
    QVERIFY(editor().session()->modelId() != first);
    QTest::keyClick(window.get(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(editor().session()->modelId(), first);
}

void tst_MainWindow::enterAfterASearchOpensTheFirst()
{
    start();
    window->showModel(bert);
    search().setFocus();
    QTest::keyClicks(&search(), u"qwen"_s); // bert is open and not among the hits
    QTRY_COMPARE(browse().shownCount(), 1);
    QTest::keyClick(&search(), Qt::Key_Down);
    QVERIFY(browse().table().hasFocus());
    QTest::keyClick(&browse().table(), Qt::Key_Return);
    QCOMPARE(editor().session()->modelId(), qwen);
}

void tst_MainWindow::aModelAskedForOpensWhenItArrives()
{
    start();
    const QString late = addModel(u"late"_s);
    window->showModel(late);
    QVERIFY(!editor().session());
    action("refreshAction")->trigger();
    QTRY_VERIFY(editor().session());
    QCOMPARE(editor().session()->modelId(), late);
    QCOMPARE(browse().table().currentId(), late);
}

void tst_MainWindow::aModelHiddenByTheSearchIsShown()
{
    start();
    window->search(u"task:text-generation"_s);
    window->showModel(bert);
    QCOMPARE(editor().session()->modelId(), bert);
    QCOMPARE(browse().table().currentIndex().data().toString(), u"bert-zh-news"_s);
}

void tst_MainWindow::editingMarksRowTitleAndDrafts()
{
    start();
    QVERIFY(!window->isWindowModified());
    window->showModel(bert);
    edit(bert);
    QVERIFY(window->isWindowModified());
    QVERIFY(action("reviewAction")->isEnabled());
    const int row = browse().models().rowOf(bert);
    QCOMPARE(
        browse().models().index(row, 0).data(ModelTableModel::MarkRole).value<RowMarks::Mark>(),
        RowMarks::Mark::Draft);
    window->showModel(qwen);
    QVERIFY(!action("reviewAction")->isEnabled());
    window->showModel(bert);
    QCOMPARE(editor().session()->edited().origin, u"edited"_s); // nothing is lost on the way
}

void tst_MainWindow::draftsCanBeListed()
{
    start();
    edit(bert);
    world->workbench.createNew()->setValue(*findField(u"ModelName"), FieldValue(u"new"_s));
    action("draftsAction")->trigger();
    QCOMPARE(search().query(), u"is:draft"_s);
    QCOMPARE(browse().shownCount(), 2); // the one to be created too
    QVERIFY(browse().drafts().isVisible());
    QVERIFY(!browse().table().isVisible());
    const auto *facets = window->findChild<Sidebar *>()->model();
    const auto drafts = [facets] { return facets->index(2, 0); };
    QTRY_COMPARE(drafts().data().toString(), u"Drafts"_s);
    QCOMPARE(drafts().data(FacetModel::CountRole).toInt(), 2);
    QCOMPARE(FacetModel::stateOf(drafts()), FacetModel::State::Included);
}

void tst_MainWindow::aDraftIsOpenedAndDiscardedByKeys()
{
    start();
    edit(bert);
    edit(qwen);
    action("draftsAction")->trigger();
    DraftsTable &table = browse().drafts().table();
    QVERIFY(table.hasFocus());
    QVERIFY(!editor().session());
    QTest::keyClick(&table, Qt::Key_Down);
    QVERIFY(editor().session());
    const QString first = editor().session()->modelId();
    QTest::keyClick(window.get(), Qt::Key_Down, Qt::AltModifier);
    const QString second = editor().session()->modelId();
    QVERIFY(first != second);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Delete);
    auto *box = window->findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QCOMPARE(box->defaultButton()->text(), u"Keep it"_s);
    QVERIFY(box->text().contains(world->workbench.findDraft(second)->edited().name));
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(world->workbench.dirtySessions().size(), 2);
    QTRY_VERIFY(!window->findChild<QMessageBox *>());
    QTest::keyClick(&table, Qt::Key_Delete);
    box = window->findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (button->text() == "Discard draft"_L1)
            QTest::keyClick(button, Qt::Key_Space);
    }
    QTRY_COMPARE(world->workbench.dirtySessions().size(), 1);
    QCOMPARE(browse().shownCount(), 1);
    QCOMPARE(world->workbench.dirtySessions().first()->modelId(), first);
}

void tst_MainWindow::withoutDraftsTheListSaysSo()
{
    start();
    window->search(u"is:draft"_s);
    QVERIFY(!browse().drafts().isVisible());
    click(u"Show all models"_s);
    QCOMPARE(browse().shownCount(), 2);
    QVERIFY(browse().table().isVisible());
}

void tst_MainWindow::aDraftOfAModelThatIsGoneCanBecomeANewOne()
{
    start();
    window->showModel(bert);
    QTest::qWait(100); // the model is read once more
    edit(bert);
    const auto remove = operations::deleteModel(bert);
    QVERIFY(UiWorld::waitFor(world->workbench.connection()->client().run(remove)));
    world->workbench.readings().recheckDrafts();
    QTRY_VERIFY(editor().strip().text().contains(u"no longer in the registry"_s));
    QVERIFY(editor().strip().text().contains(u"kept"_s));
    window->search(u"is:draft"_s);
    QCOMPARE(browse().drafts().drafts().index(0, DraftsModel::Standing).data().toString(),
             u"model was deleted"_s);
    DraftsTable &table = browse().drafts().table();
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down);
    click(u"Create again as a copy…"_s);
    QVERIFY(editor().session() && editor().session()->isNew());
    QCOMPARE(editor().session()->edited().name, u"bert-zh-news"_s);
    QCOMPARE(editor().session()->edited().origin, u"edited"_s);
    QCOMPARE(world->workbench.dirtySessions().size(), 2); // until the copy is there
    emit editor().reviewRequested();
    auto *review = window->findChild<ReviewDialog *>();
    QVERIFY(review);
    review->save();
    QTRY_COMPARE(world->workbench.dirtySessions().size(), 0);
    QTRY_VERIFY(editor().session() && !editor().session()->isNew());
    QCOMPARE(editor().session()->edited().origin, u"edited"_s);
    QVERIFY(editor().session()->modelId() != bert);
}

void tst_MainWindow::offlineTheDraftsWait()
{
    start();
    window->showModel(bert);
    QTest::qWait(100);
    edit(bert);
    const auto status = [this] {
        QStringList texts;
        for (const QLabel *label : window->findChild<StatusLine *>()->findChildren<QLabel *>())
            texts.append(label->isVisible() ? label->text() : QString());
        return texts.join(u'|');
    };
    QVERIFY(status().contains(u"1 draft"_s));
    QVERIFY(!status().contains(u"offline"_s));
    world->stopRegistry();
    action("refreshAction")->trigger();
    QTRY_VERIFY2(status().contains(u"offline, 1 draft"_s), qPrintable(status()));
    window->showModel(bert); // reading and editing go on
    edit(bert, u"more"_s);
    QCOMPARE(editor().session()->edited().origin, u"more"_s);
}

void tst_MainWindow::anotherWindowsTextCanBeTakenBack()
{
    start();
    window->showModel(bert);
    edit(bert, u"theirs"_s);
    EditSession *session = editor().session();
    Edits mine = session->edits();
    mine.values.origin = u"mine"_s;
    emit world->workbench.drafts().takenOver(session, mine);
    QVERIFY(editor().strip().text().startsWith(u"Another window changed"_s));
    click(u"Take mine back"_s);
    QCOMPARE(session->edited().origin, u"mine"_s);
    emit world->workbench.drafts().endedElsewhere(session, session->edits());
    QVERIFY(editor().strip().text().contains(u"kept here"_s));
    const Edits held = session->edits();
    session->revert();
    emit world->workbench.drafts().endedElsewhere(session, held);
    QVERIFY(editor().strip().text().startsWith(u"Another window discarded"_s));
    click(u"Take mine back"_s);
    QCOMPARE(session->edits(), held);
    window->showModel(qwen);
    emit world->workbench.drafts().takenOver(session, mine); // not the one that is shown
    QVERIFY(!editor().strip().isVisible());
}

void tst_MainWindow::troubleWithKeepingIsSaidAndGoes()
{
    start();
    auto *strip = qobject_cast<MessageStrip *>(window->findChild<KeepingNotices *>()->parent());
    QVERIFY(strip);
    emit world->workbench.drafts().keepingFailed({.kind = Error::Kind::Storage, .code = u"full"_s});
    QVERIFY(strip->isVisible());
    QVERIFY(strip->text().contains(u"disk is full"_s));
    QVERIFY(strip->text().contains(u"in memory"_s));
    emit world->workbench.drafts().keptAside(u"/home/<b>x</b>/drafts.db.damaged"_s, 3);
    QVERIFY(strip->text().contains(u"disk is full"_s)); // one after the other
    emit world->workbench.drafts().keepingRecovered();
    QCOMPARE(strip->kind(), MessageStrip::Kind::Success);
    strip->dismiss();
    QVERIFY(strip->text().contains(u"/home/<b>x</b>/drafts.db.damaged"_s));
    QVERIFY(strip->text().contains(u"3 entry"_s));
    strip->dismiss();
    QVERIFY(!strip->isVisible());
}

void tst_MainWindow::anInterruptedSaveCanBeGoneOnWith()
{
    start();
    edit(bert);
    EditSession *session = world->workbench.findDraft(bert);
    ModelMetadata wanted = session->edited();
    wanted.labels = {{u"team"_s, u"nlp"_s}};
    session->apply(wanted);
    SaveOutcome outcome;
    outcome.plan = *SavePlan::make(session->base(), session->edited(), u"1"_s);
    outcome.result = SaveOutcome::Result::Partly;
    for (SaveStep &step : outcome.plan.steps) {
        if (step.kind == SaveStep::Kind::UpdateFields)
            step.state = SaveStep::State::Done;
    }
    emit world->workbench.saving().interruptedSaveSettled(session, outcome);
    auto *strip = qobject_cast<MessageStrip *>(window->findChild<KeepingNotices *>()->parent());
    QVERIFY(strip->text().contains(u"“bert-zh-news” was interrupted"_s));
    QVERIFY(strip->text().contains(u"Done: Update 1 field"_s));
    QVERIFY(strip->text().contains(u"Not done: Add label team=nlp"_s));
    click(u"Retry the rest…"_s);
    QCOMPARE(editor().session(), session);
    QVERIFY(window->findChild<ReviewDialog *>());
    outcome.result = SaveOutcome::Result::Saved;
    emit world->workbench.saving().interruptedSaveSettled(nullptr, outcome);
    QVERIFY(strip->text().contains(u"All of it is in the registry"_s));
    QCOMPARE(strip->kind(), MessageStrip::Kind::Success);
}

void tst_MainWindow::revertCanBeTakenBack()
{
    start();
    window->showModel(bert);
    edit(bert);
    const QMap<QString, QString> typed{{u"field $.n"_s, u"1e"_s}}; // no value yet
    editor().session()->setUnfinished(typed);
    action("revertAction")->trigger();
    QVERIFY(!editor().session()->isDirty());
    click(u"Undo"_s);
    QCOMPARE(editor().session()->edited().origin, u"edited"_s);
    QCOMPARE(editor().session()->unfinished(), typed);
}

void tst_MainWindow::theMenuUndoesWhereTheFocusIs()
{
    start();
    window->showModel(bert);
    QTest::qWait(100); // the model is read once more
    auto *task = editor().findChild<QLineEdit *>(u"field_Task"_s);
    task->setFocus();
    QCOMPARE(action("undoAction")->text(), u"&Undo"_s);
    QVERIFY(!action("undoAction")->isEnabled());
    task->end(false);
    QTest::keyClicks(task, u"x"_s);
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->hide();
    QCOMPARE(action("undoAction")->text(), u"&Undo change of Task"_s);
    search().setFocus();
    QTest::keyClicks(&search(), u"y"_s);
    QCOMPARE(action("undoAction")->text(), u"&Undo"_s);
    action("undoAction")->trigger(); // the search's own
    QCOMPARE(editor().session()->edited().task, u"text-classificationx"_s);
    window->search({});
    window->showModel(qwen);
    window->showModel(bert);
    editor().findChild<QLineEdit *>(u"field_ModelName"_s)->setFocus();
    action("undoAction")->trigger();
    QVERIFY(!editor().session()->isDirty());
    QCOMPARE(QApplication::focusWidget(), task);
    QVERIFY(!action("undoAction")->isEnabled());
    QCOMPARE(action("redoAction")->text(), u"&Redo change of Task"_s);
    action("redoAction")->trigger();
    QCOMPARE(editor().session()->edited().task, u"text-classificationx"_s);
}

void tst_MainWindow::aNewModelIsUndoneInItsPlace()
{
    start();
    window->showModel(bert);
    edit(bert);
    action("newModelAction")->trigger();
    QWidget *name = QApplication::focusWidget();
    QTest::keyClicks(name, u"brand new"_s);
    QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor().session()->edited().name, u"brand "_s);
    QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor().session()->edited().name, QString());
    editor().findChild<QPushButton *>(u"keep"_s)->click();
    QCOMPARE(editor().session()->modelId(), bert);
    QVERIFY(editor().session()->isDirty());
}

void tst_MainWindow::savingLeavesNoDraft()
{
    start();
    window->showModel(bert);
    QTest::qWait(100); // the model is read once more
    edit(bert);
    action("reviewAction")->trigger();
    auto *dialog = window->findChild<ReviewDialog *>();
    QVERIFY(dialog);
    dialog->save();
    QTRY_VERIFY(!window->isWindowModified());
    QTRY_VERIFY(!window->findChild<ReviewDialog *>());
    QCOMPARE(world->workbench.catalog()->find(bert)->metadata.origin, u"edited"_s);
    QVERIFY(editor().strip().text().contains(u"1 change"_s));
}

void tst_MainWindow::deletingAsksAndGoesOnToTheNext()
{
    start();
    window->showModel(bert);
    action("deleteAction")->trigger();
    auto *box = window->findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(browse().wholeCount(), 2); // nothing yet
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_COMPARE(browse().wholeCount(), 1);
    QTRY_VERIFY(editor().session() && editor().session()->modelId() == qwen);
    QVERIFY(!world->workbench.catalog()->find(bert));
    QTRY_COMPARE(browse().table().currentId(), qwen);
    QTRY_COMPARE(window->focusWidget(), &browse().table());
    QVERIFY(editor().strip().isVisible());
    QCOMPARE(editor().strip().text(), u"“bert-zh-news” deleted."_s);
    action("deleteAction")->trigger();
    for (auto *last : window->findChildren<QMessageBox *>()) {
        for (QAbstractButton *button : last->buttons()) {
            if (last->isVisible() && last->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
    }
    QTRY_VERIFY(!editor().session());
    QTRY_VERIFY(editor().strip().isVisible()); // the word about it, also without a model
}

void tst_MainWindow::deletingAsksAgainWhenAColleagueWroteMeanwhile()
{
    start();
    window->showModel(bert);
    QTest::qWait(100); // the model is read once more
    Client &client = world->workbench.connection()->client();
    ModelMetadata theirs = editor().session()->base().metadata;
    theirs.description = u"a colleague's words"_s;
    QVERIFY(UiWorld::waitFor(
        client.run(*operations::updateModel(bert, editor().session()->base().metadata, theirs))));
    const auto boxes = [&] { return window->findChildren<QMessageBox *>(); };
    const auto accept = [&] {
        const QMessageBox *box = boxes().first();
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
    };
    action("deleteAction")->trigger();
    const QPointer<QMessageBox> first = boxes().first();
    QVERIFY(!first->informativeText().contains(u"Somebody has changed"_s));
    accept();
    QTRY_VERIFY(!first && boxes().size() == 1);
    QVERIFY2(boxes().first()->informativeText().contains(u"meanwhile: Description. Noth"_s),
             qPrintable(boxes().first()->informativeText()));
    QCOMPARE(browse().wholeCount(), 2); // nothing yet
    accept();
    QTRY_COMPARE(browse().wholeCount(), 1);
    QVERIFY(!world->workbench.catalog()->find(bert));
}

void tst_MainWindow::creatingShowsTheNewModel()
{
    start();
    action("newModelAction")->trigger();
    EditSession *fresh = editor().session();
    QVERIFY(fresh && fresh->isNew());
    action("newModelAction")->trigger();
    QCOMPARE(editor().session(), fresh);
    fresh->setValue(*findField(u"ModelName"), FieldValue(u"brand-new"_s));
    emit editor().reviewRequested();
    auto *review = window->findChild<ReviewDialog *>();
    QVERIFY(review);
    review->save();
    QTRY_COMPARE(browse().wholeCount(), 3);
    QTRY_VERIFY(editor().session() && !editor().session()->isNew());
    QCOMPARE(editor().session()->base().metadata.name, u"brand-new"_s);
}

void tst_MainWindow::closingWithoutDraftsJustCloses()
{
    start();
    QSignalSpy remembered(window.get(), &MainWindow::settingsChanged);
    QVERIFY(window->close());
    QCOMPARE(remembered.count(), 1);
}

void tst_MainWindow::failureSaysWhatAndOffersRetry()
{
    window->show();
    world->connectTo(u"http://127.0.0.1:1"_s);
    QTRY_COMPARE(world->workbench.catalogSync()->state(), CatalogSync::State::Failed);
    QVERIFY(!browse().table().isVisible());
    click(u"Retry"_s);
    QCOMPARE(world->workbench.catalogSync()->state(), CatalogSync::State::Loading);
    QTRY_COMPARE(world->workbench.catalogSync()->state(), CatalogSync::State::Failed);
    click(u"Details"_s);
}

void tst_MainWindow::refreshFailureKeepsTheRows()
{
    start();
    window->showModel(bert);
    world->stopRegistry();
    action("refreshAction")->trigger();
    QTRY_VERIFY(browse().notice().isVisible());
    QVERIFY(browse().table().isVisible());
    QCOMPARE(browse().shownCount(), 2);
    QCOMPARE(browse().table().currentId(), bert);
}

void tst_MainWindow::anEmptyRegistryOffersTheNextAction()
{
    QVERIFY(world->connectToRegistry());
    QVERIFY(world->waitLoaded());
    window->show();
    click(u"New model"_s);
    QVERIFY(editor().session() && editor().session()->isNew());
    click(u"Connect to PAI…"_s);
    QVERIFY(window->findChild<ProfilesDialog *>());
}

void tst_MainWindow::narrowWindowShowsOneOfBoth()
{
    start();
    window->resize(1280, 800);
    QTRY_VERIFY(editor().isVisible() && browse().isVisible());
    window->resize(960, 600);
    QTRY_VERIFY(!editor().isVisible());
    QVERIFY(browse().isVisible());
    browse().table().setCurrentId(bert);
    browse().table().setFocus();
    QTest::keyClick(&browse().table(), Qt::Key_Return);
    QVERIFY(editor().isVisible());
    QVERIFY(!browse().isVisible());
    QTRY_VERIFY(window->findChild<Sidebar *>()->width() <= 230);
    emit editor().backRequested();
    QVERIFY(browse().isVisible());
    QVERIFY(!editor().isVisible());
    QVERIFY(browse().table().hasFocus());
    window->resize(1280, 800);
    QTRY_VERIFY(editor().isVisible() && browse().isVisible());
}

void tst_MainWindow::panesCanBeHiddenAndComeBack()
{
    start();
    window->resize(1280, 800);
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->width(), 216);
    QTRY_COMPARE(editor().width(), 424);
    action("sidebarAction")->trigger();
    action("editorAction")->trigger();
    QVERIFY(!sidebar->isVisible());
    QVERIFY(!editor().isVisible());
    action("sidebarAction")->trigger();
    action("editorAction")->trigger();
    QTRY_COMPARE(sidebar->width(), 216);
    QTRY_COMPARE(editor().width(), 424);
}

void tst_MainWindow::theEditorTakesTheWholeWindowAndGivesItBack()
{
    start();
    window->resize(1280, 800);
    QVERIFY(!action("wholeEditorAction")->isEnabled()); // there is no model
    window->showModel(bert);
    auto *task = editor().findChild<QLineEdit *>(u"field_Task"_s);
    task->setFocus();
    task->setCursorPosition(4);
    QTest::keyClick(window->windowHandle(), Qt::Key_F11);
    QTRY_COMPARE(editor().width(), window->width());
    QVERIFY(!browse().isVisible() && !window->findChild<Sidebar *>()->isVisible());
    QVERIFY(task->hasFocus());
    QCOMPARE(task->cursorPosition(), 4);
    QTest::keyClick(window->windowHandle(), Qt::Key_Escape);
    QVERIFY(browse().isVisible() && window->findChild<Sidebar *>()->isVisible());
    QTRY_COMPARE(editor().width(), window->settings().editorWidth);
    QVERIFY(task->hasFocus());
    QCOMPARE(task->cursorPosition(), 4);
    // From the list, and by the mouse.
    browse().table().setFocus();
    action("wholeEditorAction")->trigger();
    QVERIFY(editor().isAncestorOf(QApplication::focusWidget()));
    action("findAction")->trigger();
    QVERIFY(search().hasFocus() && search().isVisible());
    emit editor().wholeWindowRequested();
    QVERIFY(!browse().isVisible());
    editor().findChild<QToolButton *>(u"back"_s)->click();
    QVERIFY(browse().isVisible());
}

void tst_MainWindow::paneKeysGoRound()
{
    start();
    window->showModel(bert);
    search().setFocus();
    QList<QWidget *> visited;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(window.get(), Qt::Key_F6);
        visited.append(QApplication::focusWidget());
    }
    QCOMPARE(visited.at(0), window->findChild<Sidebar *>());
    QCOMPARE(visited.at(1), &browse().table());
    QVERIFY(editor().isAncestorOf(visited.at(2)));
    QCOMPARE(visited.at(3), &search());
    QTest::keyClick(window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(editor().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(browse().table().hasFocus());
}

void tst_MainWindow::theMenuSwitchesTheTheme()
{
    action("themeDarkAction")->trigger();
    QVERIFY(Theme::of().isDark());
    QCOMPARE(window->choices().text(SettingId::Theme), u"dark"_s);
    action("themeLightAction")->trigger();
    QVERIFY(!Theme::of().isDark());
}

void tst_MainWindow::theMenuChoosesALanguage()
{
    action("languageChineseAction")->trigger();
    QCOMPARE(window->choices().text(SettingId::Language), u"zh_CN"_s);
    std::ignore = window->choices().reset(SettingId::Language);
    QVERIFY(action("languageSystemAction")->isChecked());
}

void tst_MainWindow::thePaletteFindsAndRuns()
{
    start();
    search().setFocus();
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = window->findChild<CommandPalette *>();
    QVERIFY(palette && palette->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"dark"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!palette->isVisible());
    QVERIFY(Theme::of().isDark());
    QVERIFY(search().hasFocus());
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QVERIFY(search().hasFocus());
}

void tst_MainWindow::everythingToActOnHasAUniqueName()
{
    start();
    window->showModel(bert);
    QHash<QString, QString> owners;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const bool active = qobject_cast<const QAbstractButton *>(widget)
                            || qobject_cast<const QLineEdit *>(widget)
                            || qobject_cast<const QAbstractItemView *>(widget)
                            || qobject_cast<const QComboBox *>(widget)
                            || qobject_cast<const QTextEdit *>(widget);
        if (!active || !widget->isVisible() || widget->window() != window.get()
            || widget->focusPolicy() == Qt::NoFocus)
            continue;
        if (widget->objectName().startsWith(u"qt_"_s)
            || qobject_cast<const QComboBox *>(widget->parentWidget()))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QString name = widget->accessibleName();
        if (name.isEmpty() && button)
            name = button->text().remove(u'&');
        const QString who = u"%1 “%2” in %3"_s.arg(
            QLatin1StringView(widget->metaObject()->className()), widget->objectName(),
            QLatin1StringView(widget->parentWidget()->metaObject()->className()));
        QVERIFY2(!name.isEmpty(), qPrintable(who));
        QVERIFY2(!owners.contains(name),
                 qPrintable(u"“%1”: %2 and %3"_s.arg(name, who, owners.value(name))));
        owners.insert(name, who);
    }
    for (const QString &name :
         {u"Search"_s, u"Models"_s, u"New model"_s, u"Refresh"_s, u"Connection"_s, u"Facets"_s})
        QVERIFY2(owners.contains(name), qPrintable(name));
}

void tst_MainWindow::settingsAreWhatIsSeen()
{
    WindowSettings settings{.geometry = QRect(20, 30, 1100, 700),
                            .sidebarWidth = 180,
                            .editorWidth = 400,
                            .tables = {{QString(), u"Task=140;ModelName=0|+ModelName"_s}}};
    window = std::make_unique<MainWindow>(world->workbench, world->connector, settings);
    start();
    QTRY_COMPARE(window->findChild<Sidebar *>()->width(), 180);
    QCOMPARE(browse().models().columnCount(), 2);
    QCOMPARE(browse().models().columns().first().id(), u"Task"_s);
    QCOMPARE(browse().table().columnWidth(0), 140);
    QCOMPARE(browse().models().sortColumn(), 1);
    QCOMPARE(browse().models().sortOrder(), Qt::AscendingOrder);
    browse().table().sortBy(0, Qt::DescendingOrder);
    browse().table().columns().choose({u"Task"_s, u"ModelName"_s, u"extra.a|b;c=d"_s});
    action("sidebarAction")->trigger();
    const WindowSettings now = window->settings();
    const TableLayout arranged{
        .columns = {{u"Task"_s, 140}, {u"ModelName"_s, 0}, {u"extra.a|b;c=d"_s, 0}},
        .sort = {{u"Task"_s, Qt::DescendingOrder}},
        .pinned = 0};
    const QString key = world->workbench.connection()->registryKey();
    QCOMPARE(TableLayout::fromText(now.tableOf(key)), arranged);
    QCOMPARE(TableLayout::fromText(now.tableOf(u"another"_s)), arranged); // begins as the last
    QCOMPARE(now.sidebarShown, false);
    QCOMPARE(now.sidebarWidth, 180);
    QCOMPARE(now.editorWidth, 400);
}

void tst_MainWindow::hostileConnectionTitleIsText()
{
    world->workbench.connectTo(
        {.target = {.title = u"<b>x</b>[*]\u202Eevil"_s,
                    .isLocal = false,
                    .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s)},
         .credentials = fixedCredentials(world->key())});
    window->show();
    QVERIFY(window->windowTitle().contains(u"<b>x</b>"_s));
    QVERIFY(!window->windowTitle().contains(QChar(0x202E)));
    QVERIFY(!window->grab().isNull());
}

void tst_MainWindow::aMissingKeyOffersTheProfiles()
{
    start();
    window->useProfile(u"no such profile"_s);
    QTRY_VERIFY(browse().notice().isVisible());
    click(u"Open profiles"_s);
    QVERIFY(window->findChild<ProfilesDialog *>());
    QVERIFY(!browse().notice().isVisible());
}

void tst_MainWindow::anotherWorkspaceClosesTheModel()
{
    start();
    window->showModel(bert);
    QTRY_VERIFY(!world->workbench.connection()->workspaces().isEmpty());
    click(u"Connection"_s);
    auto *menu = window->findChild<ConnectionMenu *>();
    QVERIFY(menu && menu->isVisible());
    const QString id = world->workbench.connection()->workspaces().first().id;
    for (QAction *one : menu->actions()) {
        if (one->text() == world->workbench.connection()->workspaces().first().title())
            one->trigger();
    }
    menu->close();
    QCOMPARE(world->workbench.connection()->workspaceId(), id);
    QVERIFY(!editor().session());
}

void tst_MainWindow::theLastRequestCanBeCopied()
{
    start();
    click(u"Copy last RequestId"_s);
    QCOMPARE(QApplication::clipboard()->text(),
             world->workbench.connection()->lastCall()->requestId);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

MODELSCRIBE_GUI_TEST(tst_MainWindow)

} // namespace tst_mainwindow

#include "tst_mainwindow.moc"
