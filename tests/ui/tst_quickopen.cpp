// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"
#include "ui/window/quickopen.h"

#include "registry/catalog.h"
#include "registry/connection.h"
#include "session/savedsearches.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/edit/editorpane.h"
#include "ui/window/commandpalette.h"
#include "ui/window/palettedelegate.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

namespace tst_quickopen {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_QuickOpen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void aModelIsFoundAndOpened();
    void enterWaitsForTheAnswer();
    void aHiddenEditorComesBack();
    void anotherModelKeepsTheDraft();
    void commandsAndSettingsAreFound();
    void aSettingOfNowIsMarked();
    void workspacesAreSwitched();
    void recentModelsComeFirst();
    void recentModelsAreKept();
    void passingAModelIsNotOpeningIt();
    void nothingFoundIsSaid();
    void keysGoOverTheHeadings();
    void escGivesTheFocusBack();
    void theRowStaysWhenModelsArrive();
    void hostileNamesAreText();
    void asksForASavedSearch();
    void otherSourcesStandBehind();

private:
    QString addModel(const QString &name, const QString &task);
    void openPalette();
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    QListView &list() { return *m_palette->findChild<QListView *>(); }
    QString current() { return list().currentIndex().data().toString(); }
    QString rowText(int row) { return list().model()->index(row, 0).data().toString(); }
    QStringList rows();
    EditorPane &editor() { return *m_window->findChild<EditorPane *>(); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
    CommandPalette *m_palette = nullptr;
    QString m_bert;
    QString m_qwen;
};

void tst_QuickOpen::init()
{
    m_world = std::make_unique<UiWorld>();
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
    m_bert = addModel(u"bert-zh-news"_s, u"text-classification"_s);
    m_qwen = addModel(u"qwen2.5-7b"_s, u"text-generation"_s);
    m_world->workbench.catalogSync()->refresh();
    QVERIFY(m_world->waitLoaded());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    openPalette();
    press(Qt::Key_Escape);
}

void tst_QuickOpen::cleanup()
{
    m_window.reset();
    m_world.reset();
}

QString tst_QuickOpen::addModel(const QString &name, const QString &task)
{
    ModelMetadata model;
    model.name = name;
    model.task = task;
    model.accessibility = u"PRIVATE"_s;
    return m_world->addModel(model, QDateTime::currentDateTimeUtc());
}

void tst_QuickOpen::openPalette()
{
    uitest::pressKey(*m_window, Qt::Key_K, Qt::ControlModifier);
    m_palette = m_window->findChild<CommandPalette *>();
    QVERIFY(m_palette && m_palette->isVisible());
    QVERIFY(m_palette->findChild<QLineEdit *>()->hasFocus());
}

//! And waits for the rows to follow.
void tst_QuickOpen::type(const QString &text)
{
    uitest::typeKeys(*m_window, text);
    QTest::qWait(50);
}

void tst_QuickOpen::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    uitest::pressKey(*m_window, key, modifiers);
}

QStringList tst_QuickOpen::rows()
{
    QStringList texts;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        texts.append(rowText(row));
    return texts;
}

void tst_QuickOpen::aModelIsFoundAndOpened()
{
    openPalette();
    type(u"qwen 7B"_s);
    QCOMPARE(rowText(0), u"Models"_s);
    QCOMPARE(current(), u"qwen2.5-7b"_s);
    const QModelIndex row = list().currentIndex();
    QCOMPARE(row.data(PaletteDelegate::AboutRole).toString(), u"text-generation · "_s + m_qwen);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"Models"_s));
    press(Qt::Key_Return);
    QVERIFY(!m_palette->isVisible());
    QVERIFY(editor().session());
    QCOMPARE(editor().session()->modelId(), m_qwen);
    QVERIFY(editor().isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(m_window->findChild<BrowsePane *>()->table().selectedIds(9), QStringList{m_qwen});
}

void tst_QuickOpen::enterWaitsForTheAnswer()
{
    openPalette();
    auto *edit = m_palette->findChild<QLineEdit *>();
    edit->setText(u"bert"_s);
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(edit, &enter); // before any other event
    QVERIFY(m_palette->isVisible());
    QTRY_VERIFY(!m_palette->isVisible());
    QVERIFY(editor().session());
    QCOMPARE(editor().session()->modelId(), m_bert);
}

void tst_QuickOpen::aHiddenEditorComesBack()
{
    m_window->findChild<QAction *>(u"editorAction"_s)->trigger();
    QVERIFY(!editor().isVisible());
    openPalette();
    type(u"bert"_s);
    press(Qt::Key_Return);
    QVERIFY(editor().isVisible());
    QVERIFY(editor().isAncestorOf(QApplication::focusWidget()));
}

void tst_QuickOpen::anotherModelKeepsTheDraft()
{
    m_window->showModel(m_bert);
    editor().session()->setValue(*findField(u"Task"), FieldValue(u"edited"_s));
    openPalette();
    type(u"qwen"_s);
    press(Qt::Key_Return);
    QCOMPARE(editor().session()->modelId(), m_qwen);
    QVERIFY(!QApplication::activeModalWidget());
    openPalette();
    type(u"bert"_s);
    press(Qt::Key_Return);
    QVERIFY(editor().session()->isDirty());
    QCOMPARE(editor().session()->edited().task, u"edited"_s);
}

void tst_QuickOpen::commandsAndSettingsAreFound()
{
    m_window->findChild<SearchBox *>()->setFocus();
    openPalette();
    type(u"show dr"_s);
    QCOMPARE(rowText(0), u"Commands"_s);
    QCOMPARE(current(), u"Show drafts"_s);
    QVERIFY(!list().currentIndex().data(PaletteDelegate::KeysRole).toString().isEmpty());
    m_palette->findChild<QLineEdit *>()->clear();
    type(u"dark"_s);
    QCOMPARE(rowText(0), u"Settings"_s);
    QCOMPARE(current(), u"Theme: Dark"_s);
    press(Qt::Key_Return);
    QVERIFY(Theme::of().isDark());
    QVERIFY(m_window->findChild<SearchBox *>()->hasFocus());
    Theme::of().setMode(Theme::Mode::Light);
}

void tst_QuickOpen::aSettingOfNowIsMarked()
{
    openPalette();
    type(u"theme: system"_s);
    QVERIFY(list().currentIndex().data(PaletteDelegate::InUseRole).toBool());
    m_palette->findChild<QLineEdit *>()->clear();
    type(u"theme: dark"_s);
    QVERIFY(!list().currentIndex().data(PaletteDelegate::InUseRole).toBool());
}

void tst_QuickOpen::workspacesAreSwitched()
{
    const Connection &connection = *m_world->workbench.connection();
    QTRY_VERIFY(!connection.workspaces().isEmpty());
    const Workspace workspace = connection.workspaces().first();
    openPalette();
    QVERIFY(rows().contains(u"Workspaces"_s));
    type(workspace.title());
    while (current() != workspace.title()) {
        const QString before = current();
        press(Qt::Key_Down);
        QVERIFY(current() != before);
    }
    press(Qt::Key_Return);
    QCOMPARE(connection.workspaceId(), workspace.id);
    openPalette();
    QVERIFY(rows().contains(u"All workspaces"_s));
}

void tst_QuickOpen::recentModelsComeFirst()
{
    openPalette();
    QCOMPARE(rowText(0), u"Commands"_s);
    for (const QString &name : {u"bert"_s, u"qwen"_s}) {
        type(name);
        press(Qt::Key_Return);
        openPalette();
    }
    // Back and forth: the one that is open is no place to go.
    QCOMPARE(rows().first(3), QStringList({u"Recent models"_s, u"bert-zh-news"_s, u"Commands"_s}));
    QCOMPARE(current(), u"bert-zh-news"_s);
    press(Qt::Key_Return);
    QCOMPARE(editor().session()->modelId(), m_bert);
    openPalette();
    QCOMPARE(current(), u"qwen2.5-7b"_s);
}

void tst_QuickOpen::recentModelsAreKept()
{
    QSignalSpy kept(m_window.get(), &MainWindow::settingsChanged);
    openPalette();
    type(u"bert"_s);
    press(Qt::Key_Return);
    QCOMPARE(kept.size(), 1);
    const QString registry = m_world->workbench.connection()->registryKey();
    const WindowSettings settings = m_window->settings();
    QCOMPARE(settings.recentModels.value(registry), QStringList{m_bert});
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector, settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    openPalette();
    QCOMPARE(rowText(0), u"Recent models"_s);
    QCOMPARE(current(), u"bert-zh-news"_s);
}

void tst_QuickOpen::passingAModelIsNotOpeningIt()
{
    const QString registry = m_world->workbench.connection()->registryKey();
    m_window->showModel(m_bert);
    m_window->showModel(m_qwen);
    QVERIFY(m_window->settings().recentModels.value(registry).isEmpty());
    QTRY_COMPARE(m_window->settings().recentModels.value(registry), QStringList{m_qwen});
}

void tst_QuickOpen::nothingFoundIsSaid()
{
    openPalette();
    type(u"qqqzzz"_s);
    const auto *nothing = m_palette->findChild<QLabel *>();
    QVERIFY(nothing->isVisible() && !list().isVisible());
    QVERIFY(nothing->text().startsWith(u"No command found"_s));
    press(Qt::Key_Return);
    QVERIFY(m_palette->isVisible());
    m_palette->findChild<QLineEdit *>()->clear();
    QTRY_VERIFY(list().isVisible() && !nothing->isVisible());
}

void tst_QuickOpen::keysGoOverTheHeadings()
{
    openPalette();
    const QStringList texts = rows();
    const auto settings = texts.indexOf(u"Settings"_s);
    QVERIFY(settings > 2);
    QCOMPARE(list().currentIndex().row(), 1);
    press(Qt::Key_Up);
    QCOMPARE(list().currentIndex().row(), 1);
    for (qsizetype i = 1; i < settings - 1; ++i)
        press(Qt::Key_Down);
    QCOMPARE(list().currentIndex().row(), settings - 1);
    press(Qt::Key_Down);
    QCOMPARE(list().currentIndex().row(), settings + 1);
    press(Qt::Key_Up);
    QCOMPARE(list().currentIndex().row(), settings - 1);
    press(Qt::Key_End);
    QCOMPARE(list().currentIndex().row(), texts.size() - 1);
    press(Qt::Key_Down);
    QCOMPARE(list().currentIndex().row(), texts.size() - 1);
    press(Qt::Key_PageUp);
    QVERIFY(list().currentIndex().row() < texts.size() - 8);
    press(Qt::Key_Home);
    QCOMPARE(list().currentIndex().row(), 1);
    press(Qt::Key_PageDown);
    QVERIFY(list().currentIndex().row() > 8);
    // Of what is typed.
    type(u"e"_s);
    press(Qt::Key_Home);
    QCOMPARE(m_palette->findChild<QLineEdit *>()->cursorPosition(), 0);
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(list().currentIndex().row(), list().model()->rowCount() - 1);
}

void tst_QuickOpen::escGivesTheFocusBack()
{
    m_window->findChild<BrowsePane *>()->focusList();
    const QWidget *before = QApplication::focusWidget();
    openPalette();
    type(u"bert"_s);
    press(Qt::Key_Escape);
    QVERIFY(!m_palette->isVisible());
    QCOMPARE(QApplication::focusWidget(), before);
    openPalette();
    QCOMPARE(m_palette->findChild<QLineEdit *>()->text(), QString());
}

void tst_QuickOpen::theRowStaysWhenModelsArrive()
{
    openPalette();
    type(u"e"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    const QString before = current();
    const int row = list().currentIndex().row();
    RegisteredModel model;
    model.id = u"model-new"_s;
    model.metadata.name = u"e"_s;
    m_world->workbench.catalog()->upsert(model);
    QTRY_VERIFY(rows().contains(u"e"_s));
    QCOMPARE(current(), before);
    QVERIFY(list().currentIndex().row() != row);
}

void tst_QuickOpen::hostileNamesAreText()
{
    RegisteredModel model;
    model.id = u"model-<i>"_s;
    model.metadata.name = u"<b>evil</b>\u202E\n"_s + QString(5000, u'x');
    m_world->workbench.catalog()->upsert(model);
    openPalette();
    type(u"evil"_s);
    QVERIFY2(current().startsWith(u"<b>evil</b>⟦U+202E⟧⏎xxx"_s), qPrintable(current()));
    QVERIFY(current().size() < 300);
    const QString tip = list().currentIndex().data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<b>"_s) && !tip.contains(u"<i>"_s), qPrintable(tip));
}

void tst_QuickOpen::asksForASavedSearch()
{
    m_world->workbench.searches().change([](SearchSet &set) {
        set.add({u"Zebras"_s, u"task:qa"_s});
    });
    openPalette();
    type(u"zebr"_s);
    QCOMPARE(rows(), QStringList({u"Saved searches"_s, u"Zebras"_s}));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_window->findChild<SearchBox *>()->query(), u"task:qa"_s);
}

void tst_QuickOpen::otherSourcesStandBehind()
{
    int runs = 0;
    PaletteList others([] { return u"Others"_s; },
                       [&runs] {
                           return QList<PaletteEntry>{{.text = u"bert-other"_s,
                                                       .about = u"task:qa"_s,
                                                       .keys = {},
                                                       .run = [&runs] { ++runs; }}};
                       });
    m_window->findChild<QuickOpen *>()->addSource(&others);
    openPalette();
    type(u"bert"_s);
    QCOMPARE(rows().first(4),
             QStringList({u"Models"_s, u"bert-zh-news"_s, u"Others"_s, u"bert-other"_s}));
    m_palette->findChild<QLineEdit *>()->clear();
    type(u"task:qa"_s);
    press(Qt::Key_Return);
    QCOMPARE(runs, 1);
    m_window.reset(); // before the source
}

MODELSCRIBE_GUI_TEST(tst_QuickOpen)

} // namespace tst_quickopen

#include "tst_quickopen.moc"
