// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/helping.h"

#include "settings/settings.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/help/helppages.h"
#include "ui/help/helpwindow.h"
#include "ui/help/reportdialog.h"
#include "ui/journal/activitywindow.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/labels/labelswindow.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/exacttextedit.h"
#include "ui/widgets/messagestrip.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMenuBar>
#include <QPushButton>
#include <QTextBrowser>

namespace tst_helping {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace modelscribe::uitest;

class tst_Helping : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void nothingIsMadeBeforeItIsWanted();
    void f1ShowsThePageOfThePlace();
    void f1HelpsInDialogsToo();
    void everyShortcutIsOnItsPage();
    void newsAreToldOnceAfterAnUpdate();
    void aFirstStartHasNoNews();
    void aReportNamesNobody();
    void aReportHasTheLastErrors();
    void aReportMayBeChangedBeforeItIsCopied();
    void onlyWhatDiffersIsReported();

private:
    void makeWindow(const WindowSettings &settings, Settings *choices = nullptr);
    void trigger(const QString &action);
    Helping &helping() const { return *m_window->findChild<Helping *>(); }
    QString shownPage() const { return helping().window() ? pageName() : QString(); }
    QString pageName() const { return helping().window()->page()->name; }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<Settings> m_choices;
    std::unique_ptr<MainWindow> m_window;
    EditorPane *m_pane = nullptr;
    QString m_id;
};

void tst_Helping::init()
{
    m_world = std::make_unique<UiWorld>();
    makeWindow({});
}

void tst_Helping::makeWindow(const WindowSettings &settings, Settings *choices)
{
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector, settings,
                                            choices);
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
    ModelMetadata model;
    model.name = u"canary-model"_s;
    model.accessibility = u"PRIVATE"_s;
    model.extraInfo = JsonText("{\"canary-key\": 1}");
    model.labels = {{u"canary-label"_s, u"canary-value"_s}};
    m_id = m_world->addModel(model, QDateTime::currentDateTimeUtc());
    m_world->workbench.catalogSync()->refresh();
    QVERIFY(m_world->waitLoaded());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showModel(m_id);
    m_pane = m_window->findChild<EditorPane *>();
    QVERIFY(m_pane->session());
}

void tst_Helping::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_Helping::trigger(const QString &action)
{
    auto *found = m_window->findChild<QAction *>(action);
    QVERIFY2(found, qPrintable(action));
    found->trigger();
}

void tst_Helping::nothingIsMadeBeforeItIsWanted()
{
    QVERIFY(!helping().window());
    trigger(u"helpAction"_s);
    QVERIFY(helping().window() && helping().window()->isVisible());
}

void tst_Helping::f1ShowsThePageOfThePlace()
{
    const auto pageAt = [this](QWidget &widget) {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return u"not active"_s;
        widget.setFocus();
        pressKey(*m_window, Qt::Key_F1);
        return shownPage();
    };
    QCOMPARE(pageAt(*m_window->findChild<SearchBox *>()), u"query-language"_s);
    QCOMPARE(pageAt(m_window->findChild<BrowsePane *>()->table()), u"finding"_s);
    QCOMPARE(pageAt(*m_window->findChild<Sidebar *>()), u"finding"_s);
    m_pane->focusFirstField();
    QCOMPARE(pageAt(*QApplication::focusWidget()), u"editing"_s);
    m_pane->setCurrentTab(EditorPane::LabelsTab);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    QCOMPARE(pageAt(m_pane->findChild<ExtraInfoEditor *>()->textEdit()), u"json-editor"_s);
    m_pane->setCurrentTab(EditorPane::JournalTab);
    // In the help itself it leaves the page.
    pressKey(*helping().window(), Qt::Key_F1);
    QCOMPARE(shownPage(), u"json-editor"_s);
}

void tst_Helping::f1HelpsInDialogsToo()
{
    const auto pageIn = [this](QWidget *window) {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window))
            return u"not active"_s;
        pressKey(*window, Qt::Key_F1);
        return shownPage();
    };
    trigger(u"activityAction"_s);
    ActivityWindow *activity = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<ActivityWindow *>(window))
            activity = found;
    }
    QVERIFY(activity);
    QCOMPARE(pageIn(activity), u"keeping-your-work"_s);
    m_window->activateWindow();
    trigger(u"labelsAction"_s);
    LabelsWindow *labels = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<LabelsWindow *>(window))
            labels = found;
    }
    QVERIFY(labels);
    QCOMPARE(pageIn(labels), u"many-at-a-time"_s);
    m_window->activateWindow();
    m_window->showProfiles();
    auto *profiles = m_window->findChild<ProfilesDialog *>();
    QVERIFY(profiles);
    QCOMPARE(pageIn(profiles), u"accounts-and-keys"_s);
    // And can be read beside it.
    QVERIFY(helping().window()->isVisible());
    QVERIFY(!helping().window()->parentWidget());
    profiles->reject();
}

void tst_Helping::everyShortcutIsOnItsPage()
{
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    auto *json = m_pane->findChild<ExtraInfoEditor *>();
    for (const auto face : {JsonEditor::Face::Form, JsonEditor::Face::Tree, JsonEditor::Face::Text})
        json->setFace(face);
    const QList<ShortcutGroup> groups = shortcutsOf(*m_window);
    QStringList titles;
    QStringList keys;
    for (const ShortcutGroup &group : groups) {
        titles.append(group.title);
        QVERIFY(!group.rows.isEmpty());
        for (const auto &row : group.rows) {
            QVERIFY2(!row.what.isEmpty() && !row.what.contains(u'&'), qPrintable(row.keys));
            keys.append(row.keys.split(u", "_s));
        }
    }
    QCOMPARE(titles.first(6),
             (QStringList{u"File"_s, u"Edit"_s, u"Model"_s, u"View"_s, u"Tools"_s, u"Help"_s}));
    QVERIFY2(titles.contains(u"ExtraInfo"_s), qPrintable(titles.join(u' ')));
    int count = 0;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            ++count;
            QVERIFY2(keys.contains(key.toString(QKeySequence::NativeText)),
                     qPrintable(key.toString() + u' ' + action->text()));
        }
    }
    QVERIFY(count > 40);
    trigger(u"shortcutsAction"_s);
    QCOMPARE(shownPage(), u"shortcuts"_s);
    const HelpWindow &window = *helping().window();
    window.view().selectAll();
    window.view().copy();
    const QString text = QGuiApplication::clipboard()->text();
    for (const QString &key : keys)
        QVERIFY2(text.contains(key), qPrintable(key));
}

void tst_Helping::newsAreToldOnceAfterAnUpdate()
{
    m_window.reset();
    m_world = std::make_unique<UiWorld>();
    makeWindow({.version = u"0.0.9"_s});
    MessageStrip *strip = nullptr;
    for (MessageStrip *one : m_window->findChildren<MessageStrip *>()) {
        if (one->isVisible() && one->text().contains(u"ModelScribe"))
            strip = one;
    }
    QVERIFY(strip);
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(m_window->settings().version, WindowSettings().version); // so the next start is silent
    for (QPushButton *button : strip->findChildren<QPushButton *>()) {
        if (button->text() == u"What’s new")
            button->click();
    }
    QCOMPARE(shownPage(), u"whats-new"_s);
    QVERIFY(!strip->isVisible());
}

void tst_Helping::aFirstStartHasNoNews()
{
    for (const MessageStrip *one : m_window->findChildren<MessageStrip *>())
        QVERIFY(!one->isVisible() || !one->text().contains(u"ModelScribe"));
    trigger(u"whatsNewAction"_s);
    QCOMPARE(shownPage(), u"whats-new"_s);
}

void tst_Helping::aReportNamesNobody()
{
    m_window.reset();
    m_world = std::make_unique<UiWorld>();
    // It outlives the window.
    m_choices = std::make_unique<Settings>();
    Settings &choices = *m_choices;
    QVERIFY(choices.set(SettingId::Theme, u"dark"_s));
    QVERIFY(choices.set(SettingId::NotCopied, u"label:canary"_s));
    QVERIFY(choices.set(SettingId::AllowedHosts, u"canary.example"_s));
    QVERIFY(choices.set(SettingId::ExternalEditor, u"/home/canary/edit %f"_s));
    makeWindow({.tables = {{u"https://canary.example"_s, u"Task=0|"_s}},
                .recentModels = {{u"https://canary.example"_s, {u"model-canary"_s}}}},
               &choices);
    m_world->workbench.createNew()->setValue(*findField(u"ModelName"), u"canary-draft"_s);
    std::ignore = UiWorld::waitFor(
        m_world->workbench.connection()->client().run(operations::getModel(u"model-canary"_s)));
    m_world->connectTo(u"http://127.0.0.1:1"_s); // refused, with the host in its detail
    QTRY_VERIFY(m_world->workbench.connection()->lastCall());
    trigger(u"reportAction"_s);
    const auto *dialog = m_window->findChild<ReportDialog *>();
    QVERIFY(dialog);
    const QString text = dialog->text().text();
    QVERIFY2(text.contains(u"appearance.colours: dark"), qPrintable(text));
    QVERIFY2(text.contains(u"Tables arranged: 1"), qPrintable(text));
    const QStringList secrets{u"canary"_s,
                              m_id,
                              QString::fromUtf8(m_world->key().id),
                              QString::fromUtf8(m_world->key().secret),
                              u"127.0.0.1"_s,
                              QDir::homePath(),
                              QDir::tempPath()};
    for (const QString &secret : secrets)
        QVERIFY2(!text.contains(secret, Qt::CaseInsensitive), qPrintable(secret + u'\n' + text));
}

void tst_Helping::aReportHasTheLastErrors()
{
    const auto refused = UiWorld::waitFor(
        m_world->workbench.connection()->client().run(operations::getModel(u"model-canary"_s)));
    QVERIFY(!refused);
    trigger(u"reportAction"_s);
    const QString text = m_window->findChild<ReportDialog *>()->text().text();
    const QStringList facts{u"ModelScribe: " MODELSCRIBE_VERSION ""_s,
                            u"Qt: "_s + QLatin1StringView(qVersion()),
                            u"SQLite: 3."_s,
                            u"Platform plugin: offscreen"_s,
                            u"Connection: the local registry"_s,
                            u"GetModel  "_s + refused.error().code,
                            u"HTTP 404"_s,
                            u"RequestId "_s + refused.error().requestId};
    for (const QString &fact : facts)
        QVERIFY2(text.contains(fact), qPrintable(fact + u'\n' + text));
}

void tst_Helping::aReportMayBeChangedBeforeItIsCopied()
{
    trigger(u"reportAction"_s);
    auto *dialog = m_window->findChild<ReportDialog *>();
    dialog->text().insertText(u"It stopped."_s);
    dialog->addErrors({{.when = QDateTime::currentDateTimeUtc(), .what = u"update"_s}});
    const QString text = dialog->text().text();
    QVERIFY2(text.startsWith(u"What happened:\nIt stopped."), qPrintable(text));
    QVERIFY(text.contains(u"update")); // behind what is typed, which is not moved
    QVERIFY(!text.contains(u"none\n\nupdate"));
    dialog->close();
    trigger(u"reportAction"_s);
    QCOMPARE(m_window->findChild<ReportDialog *>()->text().text(), text); // not copied yet
    dialog = m_window->findChild<ReportDialog *>();
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy")
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QVERIFY(dialog->isVisible());
    dialog->close();
    trigger(u"reportAction"_s);
    QVERIFY(!m_window->findChild<ReportDialog *>()->text().text().contains(u"It stopped."));
}

void tst_Helping::onlyWhatDiffersIsReported()
{
    Settings choices;
    QVERIFY(Helping::differing(choices, {}).isEmpty());
    QVERIFY(choices.set(SettingId::Language, u"zh_CN"_s));
    QVERIFY(choices.set(SettingId::JournalDays, u"0"_s));
    QCOMPARE(Helping::differing(choices, {.sidebarShown = false}),
             (ProblemReport::Facts{{u"language.window"_s, u"zh_CN"_s},
                                   {u"journal.days"_s, u"0"_s},
                                   {u"Sidebar"_s, u"hidden"_s}}));
}

MODELSCRIBE_GUI_TEST(tst_Helping)

} // namespace tst_helping

#include "tst_helping.moc"
