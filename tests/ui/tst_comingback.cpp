// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"
#include "registry/writer.h"
#include "session/draftkeeper.h"
#include "session/editplace.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/text/jsontextedit.h"
#include "uitest.h"
#include "uiworld.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

namespace tst_comingback {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! A program that ends without a word, and the next one on the same files.
class tst_ComingBack : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void sameModelTabCursorAndText();
    void cursorInALineAndInAText_data();
    void cursorInALineAndInAText();
    void typingAfterTheStartSearches();
    void withoutTheRegistry();
    void aModelToBeCreatedComesBack();
    void whatIsAskedForComesFirst();
    void whoIsQuickerIsNotDisturbed();
    void typingInTheSearchKeepsTheFocus();
    void theDraftThatWasOpenBeatsTheLastOne();
    void anotherConnectionOpensNothingThatWasClosed();
    void aSecondWindowFollowsAndChangesNothing();

private:
    struct Run
    {
        explicit Run(UiWorld &world)
            : drafts(world.draftsFile())
            , workbench(world.clientOptions())
            , window(workbench, world.connector, WindowSettings{})
        {
            workbench.keepIn(&drafts, nullptr);
            window.show();
        }
        EditorPane &editor() { return *window.findChild<EditorPane *>(); }

        DraftStore drafts;
        Workbench workbench;
        MainWindow window;
    };

    void start(const QString &address = {})
    {
        run = std::make_unique<Run>(*world);
        QVERIFY(QTest::qWaitForWindowActive(&run->window));
        run->workbench.connectTo(world->settings(address.isEmpty() ? world->address() : address));
        if (address.isEmpty())
            QTRY_COMPARE(run->workbench.catalogSync()->state(), CatalogSync::State::Ready);
    }
    void kill()
    {
        QTest::qWait(450); // 300 ms are promised
        run.reset();
    }
    ModelTable &list() { return run->window.findChild<BrowsePane *>()->table(); }
    void enterTheEditor() { uitest::pressKey(run->window, Qt::Key_F6); }
    QWidget *field(const QString &key)
    {
        return run->editor().findChild<QWidget *>(u"field_"_s + key);
    }

    std::unique_ptr<UiWorld> world;
    std::unique_ptr<Run> run;
    QString bert;
    QString qwen;
};

void tst_ComingBack::init()
{
    world = std::make_unique<UiWorld>();
    QVERIFY(world->connectToRegistry());
    const auto add = [this](const QString &name) {
        ModelMetadata model;
        model.name = name;
        model.accessibility = u"PRIVATE"_s;
        model.extraInfo = JsonText("{\n  \"Rating\": 4.94,\n  \"CommentCount\": 754\n}");
        model.labels = {{u"lang"_s, u"zh"_s}, {u"team"_s, u"nlp"_s}};
        return world->addModel(model, QDateTime::currentDateTimeUtc());
    };
    bert = add(u"bert"_s);
    qwen = add(u"qwen"_s);
    QVERIFY(!bert.isEmpty() && !qwen.isEmpty());
    start();
}

void tst_ComingBack::cleanup()
{
    run.reset();
    world.reset();
}

void tst_ComingBack::sameModelTabCursorAndText()
{
    run->window.showModel(bert);
    run->editor().setCurrentTab(EditorPane::ExtraInfoTab);
    auto *json = qobject_cast<ExtraInfoEditor *>(field(u"ExtraInfo"_s));
    QVERIFY(json);
    json->textEdit().goTo(14);
    QVERIFY(json->textEdit().hasFocus());
    QTest::keyClicks(&json->textEdit(), u"1"_s);
    QVERIFY(run->editor().session()->isDirty());
    const QByteArray typed = json->value();
    const qsizetype caret = json->textEdit().caret();
    QCOMPARE(caret, 15);
    kill();

    start();
    QTRY_VERIFY(run->editor().session());
    QCOMPARE(run->editor().session()->modelId(), bert);
    QCOMPARE(run->editor().currentTab(), EditorPane::ExtraInfoTab);
    json = qobject_cast<ExtraInfoEditor *>(field(u"ExtraInfo"_s));
    QCOMPARE(json->value(), typed);
    QCOMPARE(json->textEdit().caret(), caret);
    QTRY_VERIFY(list().hasFocus());
    enterTheEditor();
    QVERIFY(json->textEdit().hasFocus());
    QCOMPARE(json->textEdit().caret(), caret);
    QTRY_COMPARE(run->window.findChild<BrowsePane *>()->table().currentId(), bert);
}

void tst_ComingBack::cursorInALineAndInAText_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("line") << u"Domain"_s;
    QTest::newRow("text") << u"ModelDescription"_s;
}

void tst_ComingBack::cursorInALineAndInAText()
{
    QFETCH(QString, key);
    const auto cursor = [this, &key] {
        if (const auto *line = qobject_cast<QLineEdit *>(field(key)))
            return line->cursorPosition();
        return qobject_cast<QPlainTextEdit *>(field(key))->textCursor().position();
    };
    run->window.showModel(bert);
    field(key)->setFocus();
    QTest::keyClicks(field(key), u"abcdef"_s);
    QTest::keyClick(field(key), Qt::Key_Left);
    QTest::keyClick(field(key), Qt::Key_Left);
    QCOMPARE(cursor(), 4);
    kill();

    start();
    QTRY_VERIFY(run->editor().session());
    QCOMPARE(cursor(), 4);
    QTRY_VERIFY(list().hasFocus());
    QTest::qWait(300); // the place is noted meanwhile, and stays
    enterTheEditor();
    QVERIFY(field(key)->hasFocus());
    QTest::keyClicks(field(key), u"X"_s); // goes on where it was
    QCOMPARE(run->editor().session()->value(*findField(key)).text(), u"abcdXef"_s);
}

void tst_ComingBack::typingAfterTheStartSearches()
{
    run->window.showModel(bert);
    field(u"ModelDoc"_s)->setFocus();
    QTest::keyClicks(field(u"ModelDoc"_s), u"https://a"_s);
    kill();

    start();
    QTRY_VERIFY(run->editor().session());
    QTRY_VERIFY(list().hasFocus());
    uitest::typeKeys(run->window, u"qwen"_s);
    QCOMPARE(run->window.findChild<SearchBox *>()->text(), u"qwen"_s);
    QCOMPARE(run->editor().session()->edited().document, u"https://a"_s);
}

void tst_ComingBack::withoutTheRegistry()
{
    run->window.showModel(bert);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"nlp"_s);
    kill();

    start(u"http://127.0.0.1:1"_s);
    QTRY_VERIFY(run->editor().session());
    QCOMPARE(run->editor().session()->modelId(), bert);
    QCOMPARE(run->editor().session()->edited().domain, u"nlp"_s);
    QTRY_COMPARE(run->workbench.catalogSync()->state(), CatalogSync::State::Failed);
    QTest::keyClicks(field(u"Domain"_s), u"2"_s);
    QCOMPARE(run->editor().session()->edited().domain, u"nlp2"_s);
}

void tst_ComingBack::aModelToBeCreatedComesBack()
{
    QTest::keyClick(&run->window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(run->editor().session() && run->editor().session()->isNew());
    field(u"ModelDescription"_s)->setFocus();
    QTest::keyClicks(field(u"ModelDescription"_s), u"begun"_s);
    kill();

    start();
    QTRY_VERIFY(run->editor().session() && run->editor().session()->isNew());
    QCOMPARE(run->editor().session()->edited().description, u"begun"_s);
    const auto *text = qobject_cast<QPlainTextEdit *>(field(u"ModelDescription"_s));
    QCOMPARE(text->textCursor().position(), 5);
    QVERIFY(run->editor().findChild<QWidget *>(u"resumed"_s)->isVisible());
    run->editor().findChild<QPushButton *>(u"keep"_s)->click(); // it comes back no more by itself
    kill();

    run = std::make_unique<Run>(*world);
    QSignalSpy restored(&run->workbench.drafts(), &DraftKeeper::restored);
    run->workbench.connectTo(world->settings(world->address()));
    QTRY_COMPARE(restored.count(), 1);
    QCOMPARE(run->workbench.dirtySessions().size(), 1);
    QVERIFY(!run->editor().session());
}

void tst_ComingBack::whatIsAskedForComesFirst()
{
    run->window.showModel(bert);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"nlp"_s);
    kill();

    run = std::make_unique<Run>(*world);
    run->window.showModel(qwen); // as on the command line
    run->workbench.connectTo(world->settings(world->address()));
    QTRY_VERIFY(run->editor().session());
    QCOMPARE(run->editor().session()->modelId(), qwen);
    QTest::qWait(200);
    QCOMPARE(run->editor().session()->modelId(), qwen);
}

void tst_ComingBack::whoIsQuickerIsNotDisturbed()
{
    run->window.showModel(bert);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"nlp"_s);
    run->window.showModel(qwen);
    emit run->workbench.drafts().restored(run->workbench.findDraft(bert));
    QCOMPARE(run->editor().session()->modelId(), qwen);
}

void tst_ComingBack::typingInTheSearchKeepsTheFocus()
{
    run->window.showModel(bert);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"nlp"_s);
    kill();

    run = std::make_unique<Run>(*world);
    QVERIFY(QTest::qWaitForWindowActive(&run->window));
    auto *search = run->window.findChild<SearchBox *>();
    QTest::keyClicks(search, u"q"_s);
    run->workbench.connectTo(world->settings(world->address()));
    QTRY_VERIFY(run->editor().session());
    QVERIFY(search->hasFocus());
}

void tst_ComingBack::theDraftThatWasOpenBeatsTheLastOne()
{
    run->window.showModel(qwen);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"q"_s);
    run->window.showModel(bert);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"b"_s);
    QTest::qWait(300);
    run->window.showModel(qwen); // looked at last, changed first
    kill();

    start();
    QTRY_VERIFY(run->editor().session());
    QCOMPARE(run->editor().session()->modelId(), qwen);
}

void tst_ComingBack::anotherConnectionOpensNothingThatWasClosed()
{
    run->window.showModel(bert);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"nlp"_s);
    QVERIFY(UiWorld::waitFor(run->workbench.drafts().keepAll())); // so all() has been answered, too
    QSignalSpy restored(&run->workbench.drafts(), &DraftKeeper::restored);
    run->workbench.connectTo(world->settings(world->address()));
    QTRY_COMPARE(restored.count(), 1);
    QVERIFY(!run->editor().session());
    QCOMPARE(run->workbench.dirtySessions().size(), 1);
}

void tst_ComingBack::aSecondWindowFollowsAndChangesNothing()
{
    run->window.showModel(bert);
    field(u"Domain"_s)->setFocus();
    QTest::keyClicks(field(u"Domain"_s), u"a"_s);
    QTest::qWait(450); // 300 ms are promised
    auto other = std::make_unique<Run>(*world);
    other->workbench.connectTo(world->settings(world->address()));
    QTRY_VERIFY(other->editor().session()); // it opens what is open
    run->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&run->window));
    field(u"Domain"_s)->setFocus();
    QSignalSpy takenOver(&run->workbench.drafts(), &DraftKeeper::takenOver);
    QString typed = u"a"_s;
    for (int key = 0; key < 60; ++key) { // longer than the windows take to look at each other
        const QChar letter(u'a' + key % 26);
        QTest::keyClicks(field(u"Domain"_s), QString(letter));
        typed += letter;
        QTest::qWait(40);
    }
    QCOMPARE(run->editor().session()->edited().domain, typed);
    QTRY_COMPARE(other->editor().session()->edited().domain, typed);
    QTest::qWait(1500);
    QCOMPARE(run->editor().session()->edited().domain, typed);
    QCOMPARE(takenOver.count(), 0);
    QCOMPARE(world->keptDrafts().value(0).writer, run->drafts.writer());
    QVERIFY(other->editor().strip().text().startsWith(u"Another window changed"_s));
}

MODELSCRIBE_GUI_TEST(tst_ComingBack)

} // namespace tst_comingback

#include "tst_comingback.moc"
