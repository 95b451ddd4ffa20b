// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/draftterm.h"
#include "registry/catalogsync.h"
#include "registry/listing.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/text/jsontextedit.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QMetaMethod>
#include <QScrollBar>
#include <QShortcut>

namespace tst_windowwiring {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! That what the window shows is connected to something, and to one thing only.
class tst_WindowWiring : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void everySignalIsHeard();
    void everyShortcutHasOneOwner();
    void everyMenuEntryHasAName();
    void theModelsMenuCopies();
    void draftsAreShownFromTheText();
    void whatIsInSightIsReadFirst();

private:
    void choose(const QString &entry);

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
    EditorPane *m_pane = nullptr;
    QString m_id;
};

void tst_WindowWiring::init()
{
    m_world = std::make_unique<UiWorld>();
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
    ModelMetadata model;
    model.name = u"bert"_s;
    model.accessibility = u"PRIVATE"_s;
    model.extraInfo = JsonText("{\"Rating\": 4.90, \"Big\": 12345678901234567890123}");
    model.labels = {{u"lang"_s, u"zh"_s}};
    m_id = m_world->addModel(model, QDateTime::currentDateTimeUtc());
    QVERIFY(!m_id.isEmpty());
    m_world->workbench.catalogSync()->refresh();
    QVERIFY(m_world->waitLoaded());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showModel(m_id);
    m_pane = m_window->findChild<EditorPane *>();
    QVERIFY(m_pane->session());
    // Built when they are first looked at.
    m_pane->setCurrentTab(EditorPane::JournalTab);
    m_pane->setCurrentTab(EditorPane::ExtraInfoTab);
    auto *json = m_pane->findChild<ExtraInfoEditor *>();
    for (const auto face : {JsonEditor::Face::Form, JsonEditor::Face::Tree, JsonEditor::Face::Text})
        json->setFace(face);
}

void tst_WindowWiring::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_WindowWiring::everySignalIsHeard()
{
    // For whoever wants to know; what they tell is seen without.
    const QSet<QByteArray> asides{"JsonFindBar::replaced", "JsonTextEdit::markReached",
                                  "JsonTreeView::refused", "TextDifferenceView::compared"};
    struct Peek : QObject
    {
        using QObject::isSignalConnected;
    };
    constexpr auto isConnected = &Peek::isSignalConnected;
    for (int i = 0; i < 2; ++i) // there and back
        m_window->findChild<QAction *>(u"figuresAction"_s)->trigger();
    m_window->findChild<QAction *>(u"paletteAction"_s)->trigger();
    m_window->findChild<QAction *>(u"activityAction"_s)->trigger(); // a window of its own
    m_window->findChild<QAction *>(u"settingsAction"_s)->trigger();
    m_window->activateWindow();
    m_pane->focusFirstField(); // the cursor is followed where the person is
    QMap<QByteArray, bool> heard;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        for (const QObject *object : window->findChildren<QObject *>()) {
            for (const QMetaObject *meta = object->metaObject(); meta; meta = meta->superClass()) {
                const QByteArray name = meta->className();
                if (!name.startsWith("modelscribe::"))
                    continue;
                for (int i = meta->methodOffset(); i < meta->methodCount(); ++i) {
                    const QMetaMethod method = meta->method(i);
                    if (method.methodType() != QMetaMethod::Signal)
                        continue;
                    const QByteArray key = name.mid(13) + "::" + method.name();
                    heard[key] = heard.value(key) || (object->*isConnected)(method);
                }
            }
        }
    }
    QVERIFY(heard.value("EditorPane::reviewRequested"));
    QByteArrayList unheard;
    for (const auto &[name, is] : heard.toStdMap()) {
        if (!is && !asides.contains(name))
            unheard.append(name);
    }
    QVERIFY2(unheard.isEmpty(), unheard.join(", ").constData());
}

void tst_WindowWiring::everyShortcutHasOneOwner()
{
    // The same thing everywhere, done by whatever has the focus.
    QSet<QKeySequence> shared;
    for (const auto *key : {"Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+Z", "Ctrl+Shift+Z"})
        shared.insert(QKeySequence(QLatin1StringView(key)));
    QHash<QKeySequence, QString> owners;
    QStringList twice;
    const auto take = [&](const QKeySequence &key, const QString &owner) {
        if (key.isEmpty() || shared.contains(key))
            return;
        if (owners.contains(key))
            twice.append(u"%1: %2 and %3"_s.arg(key.toString(), owners.value(key), owner));
        owners.insert(key, owner);
    };
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts())
            take(key, action->text());
    }
    for (const QShortcut *shortcut : m_window->findChildren<QShortcut *>())
        take(shortcut->key(), QString::fromLatin1(shortcut->parent()->metaObject()->className()));
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    for (const auto *key :
         {"Ctrl+F", "Ctrl+N", "Ctrl+S", "Ctrl+Shift+D", "Alt+Up", "Alt+Down", "F5", "F6", "Ctrl+K",
          "Ctrl+,", "Ctrl++", "Ctrl+0", "Ctrl+Shift+V", "Ctrl+1"})
        QVERIFY2(owners.contains(QKeySequence(QLatin1StringView(key))), key);
}

void tst_WindowWiring::everyMenuEntryHasAName()
{
    int entries = 0;
    for (QMenu *menu : m_window->findChildren<QMenu *>()) {
        emit menu->aboutToShow();
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            ++entries;
            QVERIFY2(!action->text().trimmed().isEmpty(), qPrintable(menu->title()));
        }
    }
    QVERIFY(entries > 40);
}

void tst_WindowWiring::choose(const QString &entry)
{
    for (const QMenu *menu : m_pane->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == entry)
                return action->trigger();
        }
    }
    QFAIL(qPrintable(u"no entry "_s + entry));
}

void tst_WindowWiring::theModelsMenuCopies()
{
    QGuiApplication::clipboard()->clear();
    choose(u"Copy ID"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_id);
    m_pane->session()->setValue(*findField(u"Task"), FieldValue(u"edited"_s));
    choose(u"Copy as JSON"_s);
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QCOMPARE(json.value("ModelId"_L1).toString(), m_id);
    QCOMPARE(json.value("Task"_L1).toString(), u"edited"_s);
    QVERIFY2(text.contains("4.90") && text.contains("12345678901234567890123"), text.constData());
    QVERIFY(m_pane->strip().text().contains(u"with your changes"_s));
}

void tst_WindowWiring::draftsAreShownFromTheText()
{
    m_pane->findChild<ExtraInfoEditor *>()->textEdit().setFocus();
    QTest::keyClick(m_window->windowHandle(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->findChild<SearchBox *>()->query() == draftTerm);
}

void tst_WindowWiring::whatIsInSightIsReadFirst()
{
    ListWatch listing(numbered(2000));
    m_window->show();
    m_world->connectTo(listing.server.address());
    QTRY_COMPARE(m_world->workbench.catalogSync()->state(), CatalogSync::State::Ready);
    ModelTable &table = m_window->findChild<BrowsePane *>()->table();
    table.sortBy(0, Qt::DescendingOrder);
    QTRY_COMPARE(table.idsInSight(1), QStringList{u"model-1999"_s});
    listing.answerInstead = [](int page, QTcpSocket &) { return page >= 3 ? 1 : 0; };
    listing.models[1997].metadata.task = listing.models[700].metadata.task = u"changed"_s;
    m_window->findChild<QAction *>(u"refreshAction"_s)->trigger();
    const Catalog *catalog = m_world->workbench.catalog();
    QTRY_COMPARE(catalog->find(u"model-1997"_s)->metadata.task, u"changed"_s);
    table.verticalScrollBar()->setValue((1999 - 700) * 30);
    QTRY_COMPARE(catalog->find(u"model-700"_s)->metadata.task, u"changed"_s);
    QCOMPARE(m_world->workbench.catalogSync()->state(), CatalogSync::State::Loading);
    QVERIFY(listing.singleReads <= 30);
}

MODELSCRIBE_GUI_TEST(tst_WindowWiring)

} // namespace tst_windowwiring

#include "tst_windowwiring.moc"
