// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreecommands.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreefilterbox.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/json/tree/jsonvaluedialog.h"
#include "json/jsonedit.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace tst_jsontreeview {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const QByteArray sample = R"({
  "count": 2866,
  "rate": 4.950,
  "uris": [
    "https:\/\/example.com\/1.png",
    "two"
  ],
  "deep": {"z": 1, "a": {"y": null, "b": true}},
  "steps": 12000000000000000001
}
)";

//! A tree on the screen, with the keyboard's focus.
struct Face
{
    explicit Face(const QByteArray &json = sample)
        : document(text)
        , view(document)
    {
        document.setBytes(json);
        view.resize(500, 480);
        view.show();
        view.activateWindow();
        view.table().setFocus();
    }

    void goTo(const QString &path) { view.showPath(*jsonPathFromText(path)); }

    QString currentPath() const
    {
        const auto node = view.currentNode();
        return node ? jsonPathText(view.model().tree()->path(*node)) : QString();
    }

    //! "Ctrl+D" is a key, "'abc" is typed; both go where the focus is.
    static void press(const QStringList &steps)
    {
        for (const QString &step : steps) {
            QWidget *target = QApplication::focusWidget();
            QVERIFY(target);
            if (step.startsWith(u'\'')) {
                QTest::keyClicks(target, step.mid(1));
                continue;
            }
            const QKeyCombination key = QKeySequence(step)[0];
            QTest::keyClick(target, key.key(), key.keyboardModifiers());
        }
    }

    QString keys() const
    {
        QStringList keys;
        for (int row = 0; row < view.model().rowCount(); ++row)
            keys.append(view.model().keyText(row));
        return keys.join(u' ');
    }

    JsonTextEdit text;
    JsonDocument document;
    JsonTreeView view;
};

QByteArray changed(const QByteArray &before, const QByteArray &after)
{
    QByteArray text = sample;
    Q_ASSERT(text.count(before) == 1);
    return text.replace(before, after);
}

} // namespace

class tst_JsonTreeView : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QApplication::clipboard()->clear(); }
    void editsByKeyboard_data();
    void editsByKeyboard();
    void editsByTheMenu_data();
    void editsByTheMenu();
    void refusesInWords_data();
    void refusesInWords();
    void undoneIsTheSameText();
    void goesThroughTheTreeByKeys();
    void findsKeysByTyping();
    void speaksEveryRow();
    void copies();
    void pastesWithTheKeyThatWasCopied();
    void pastesNothingThatIsTooMuch();
    void editsLongValuesInADialog();
    void dialogTakesNothingThatIsNoJson();
    void dialogKeepsAwayFromAChangedValue();
    void movesByDragging();
    void movesSeveralRowsAsOneStep();
    void dropsNothingIntoItself();
    void editsNothingThatIsReadOnly();
    void showsTheLastTreeWhileTheTextIsNoJson();
    void readsATextThatWasChangedJustNow();
    void keepsPlaceWhenTheTextChanges();
    void filters();
    void filterSaysWhatIsWrong();
    void showsANodeInSpiteOfTheFilter();
    void offersWhatTheHintOffers();
    void dropsWhatIsTypedWhenAnotherTextComes();
    void startsFromNothing();
    void typedTextIsInTheTextAtOnce_data();
    void typedTextIsInTheTextAtOnce();
    void whatIsNoValueIsUnfinished_data();
    void whatIsNoValueIsUnfinished();
    void dialogTextIsInTheTextAtOnce();
    void dialogTextThatIsNoJsonIsUnfinished();
    void theProgramEndingGivesNothingUp();
    void lineStaysWithItsEntry_data();
    void lineStaysWithItsEntry();
    void resumesWhatWasTyped();
    void typingInALongTextIsInItSoon();
    void filterTakesNoLineAway();
    void menuHasEveryAction();
    void followsLongTexts();
};

void tst_JsonTreeView::editsByKeyboard_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QString>("current");
    const auto row = [](const char *name, const QString &path, const QStringList &keys,
                        const QByteArray &expected, const QString &current) {
        QTest::newRow(name) << path << keys << expected << current;
    };
    row("number", u"$.rate"_s, {u"Return"_s, u"'1.50e3"_s, u"Return"_s}, changed("4.950", "1.50e3"),
        u"$.rate"_s);
    row("unchanged number", u"$.rate"_s, {u"Return"_s, u"Return"_s}, sample, u"$.rate"_s);
    row("given up", u"$.rate"_s, {u"Return"_s, u"'1"_s, u"Esc"_s}, sample, u"$.rate"_s);
    row("text keeps its escapes", u"$.uris[0]"_s,
        {u"Return"_s, u"End"_s, u"'?a=\"x\""_s, u"Return"_s},
        changed(R"(1.png")", R"(1.png?a=\"x\"")"), u"$.uris[0]"_s);
    row("text keeps its blanks", u"$.uris[1]"_s, {u"Return"_s, u"'  x "_s, u"Return"_s},
        changed(R"("two")", R"("  x ")"), u"$.uris[1]"_s);
    row("text that is a number", u"$.uris[1]"_s, {u"F2"_s, u"'12"_s, u"Enter"_s},
        changed(R"("two")", R"("12")"), u"$.uris[1]"_s);
    row("null to text", u"$.deep.a.y"_s, {u"Return"_s, u"'hello"_s, u"Return"_s},
        changed("null", R"("hello")"), u"$.deep.a.y"_s);
    row("null to number", u"$.deep.a.y"_s, {u"Return"_s, u"'-0"_s, u"Return"_s},
        changed("null", "-0"), u"$.deep.a.y"_s);
    row("true to false", u"$.deep.a.b"_s, {u"Return"_s, u"'false"_s, u"Return"_s},
        changed("true", "false"), u"$.deep.a.b"_s);
    row("rename", u"$.rate"_s, {u"F2"_s, u"'Rating"_s, u"Return"_s},
        changed(R"("rate")", R"("Rating")"), u"$.Rating"_s);
    row("rename and on to the value", u"$.rate"_s,
        {u"F2"_s, u"'Rating"_s, u"Tab"_s, u"'5"_s, u"Return"_s},
        changed(R"("rate": 4.950)", R"("Rating": 5)"), u"$.Rating"_s);
    row("add behind", u"$.count"_s, {u"Ins"_s, u"'new"_s, u"Return"_s, u"'7"_s, u"Return"_s},
        changed("2866,\n", "2866,\n  \"new\": 7,\n"), u"$.new"_s);
    row("add behind and leave it", u"$.count"_s, {u"Ins"_s, u"Esc"_s},
        changed("2866,\n", "2866,\n  \"key\": null,\n"), u"$.key"_s);
    row("add an element", u"$.uris[0]"_s, {u"Ins"_s, u"'x"_s, u"Return"_s},
        changed("1.png\",\n", "1.png\",\n    \"x\",\n"), u"$.uris[1]"_s);
    row("add inside", u"$.deep"_s, {u"Ctrl+Ins"_s, u"'n"_s, u"Return"_s, u"'1"_s, u"Return"_s},
        changed(R"("b": true}})", R"("b": true}, "n": 1})"), u"$.deep.n"_s);
    row("duplicate", u"$.rate"_s, {u"Ctrl+D"_s},
        changed("4.950,\n", "4.950,\n  \"rate 2\": 4.950,\n"), u"$['rate 2']"_s);
    row("move up", u"$.rate"_s, {u"Alt+Shift+Up"_s},
        changed("\"count\": 2866,\n  \"rate\": 4.950", "\"rate\": 4.950,\n  \"count\": 2866"),
        u"$.rate"_s);
    row("move down", u"$.uris[0]"_s, {u"Alt+Shift+Down"_s},
        changed("\"https:\\/\\/example.com\\/1.png\",\n    \"two\"",
                "\"two\",\n    \"https:\\/\\/example.com\\/1.png\""),
        u"$.uris[1]"_s);
    row("move up at the top", u"$.count"_s, {u"Alt+Shift+Up"_s}, sample, u"$.count"_s);
    row("move out", u"$.deep.a"_s, {u"Alt+Shift+Left"_s},
        changed("{\"z\": 1, \"a\": {\"y\": null, \"b\": true}},\n",
                "{\"z\": 1},\n  \"a\": {\"y\": null, \"b\": true},\n"),
        u"$.a"_s);
    row("move in", u"$.steps"_s, {u"Alt+Shift+Right"_s},
        changed("true}},\n  \"steps\": 12000000000000000001\n",
                "true}, \"steps\": 12000000000000000001}\n"),
        u"$.deep.steps"_s);
    row("delete", u"$.rate"_s, {u"Del"_s}, changed("\n  \"rate\": 4.950,", ""), u"$.uris"_s);
    row("delete the last", u"$.steps"_s, {u"Del"_s},
        changed(",\n  \"steps\": 12000000000000000001", ""), u"$.deep"_s);
    row("delete several", u"$.count"_s, {u"Shift+Down"_s, u"Del"_s},
        changed("\n  \"count\": 2866,\n  \"rate\": 4.950,", ""), u"$.uris"_s);
}

void tst_JsonTreeView::editsByKeyboard()
{
    QFETCH(QString, path);
    QFETCH(QStringList, keys);
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(path);
    QCOMPARE(face.currentPath(), path);
    Face::press(keys);
    QTEST(face.document.bytes(), "expected");
    QTEST(face.currentPath(), "current");
    QCOMPARE(face.view.refusalText(), QString());
    QVERIFY(!face.view.table().isEditing() && face.view.table().hasFocus());
}

void tst_JsonTreeView::editsByTheMenu_data()
{
    using Id = JsonTreeCommands::Id;
    QTest::addColumn<QString>("path");
    QTest::addColumn<Id>("id");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &path, Id id, const QByteArray &expected) {
        QTest::newRow(name) << path << id << expected;
    };
    row("to text", u"$.rate"_s, Id::ToString, changed("4.950", "\"4.950\""));
    row("to array", u"$.rate"_s, Id::ToArray, changed("4.950", "[4.950]"));
    row("to null", u"$.uris[1]"_s, Id::ToNull, changed("\"two\"", "null"));
    row("null to object", u"$.deep.a.y"_s, Id::ToObject, changed("null", "{}"));
    row("null to number", u"$.deep.a.y"_s, Id::ToNumber, changed("null", "0"));
    row("true to text", u"$.deep.a.b"_s, Id::ToString, changed("true", "\"true\""));
    row("sort here", u"$.deep"_s, Id::SortKeys,
        changed(R"("z": 1, "a": {"y": null, "b": true})",
                R"("a": {"y": null, "b": true}, "z": 1)"));
    row("sort around a value", u"$.deep.z"_s, Id::SortKeys,
        changed(R"("z": 1, "a": {"y": null, "b": true})",
                R"("a": {"y": null, "b": true}, "z": 1)"));
    row("sort all", u"$.deep"_s, Id::SortKeysBelow,
        changed(R"("z": 1, "a": {"y": null, "b": true})",
                R"("a": {"b": true, "y": null}, "z": 1)"));
}

void tst_JsonTreeView::editsByTheMenu()
{
    QFETCH(QString, path);
    QFETCH(JsonTreeCommands::Id, id);
    Face face;
    face.goTo(path);
    QVERIFY(face.view.commands().action(id)->isEnabled());
    face.view.commands().action(id)->trigger();
    QTEST(face.document.bytes(), "expected");
    QCOMPARE(face.currentPath(), path);
    face.document.undo();
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::refusesInWords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<bool>("keepsOpen");
    QTest::newRow("no number") << u"$.rate"_s << QStringList{u"Return"_s, u"'1,5"_s, u"Return"_s}
                               << true;
    QTest::newRow("no number but a text")
        << u"$.rate"_s << QStringList{u"Return"_s, u"'\"1\""_s, u"Return"_s} << true;
    QTest::newRow("a key twice") << u"$.rate"_s << QStringList{u"F2"_s, u"'count"_s, u"Return"_s}
                                 << true;
    QTest::newRow("a key twice by moving")
        << u"$.x.count"_s << QStringList{u"Alt+Shift+Left"_s} << false;
}

void tst_JsonTreeView::refusesInWords()
{
    QFETCH(QString, path);
    QFETCH(QStringList, keys);
    QFETCH(bool, keepsOpen);
    const QByteArray json = R"({"count": 1, "rate": 2, "x": {"count": 3}})";
    Face face(json);
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(path);
    QSignalSpy refused(&face.view, &JsonTreeView::refused);
    Face::press(keys);
    QCOMPARE(face.document.bytes(), json);
    QCOMPARE(refused.size(), 1);
    QVERIFY(!face.view.refusalText().isEmpty());
    QCOMPARE(face.view.table().isEditing(), keepsOpen);
    QVERIFY(!QApplication::activeModalWidget());
    Face::press(keepsOpen ? QStringList{u"Esc"_s, u"Esc"_s} : QStringList{u"Esc"_s});
    QCOMPARE(face.view.refusalText(), QString());
}

void tst_JsonTreeView::undoneIsTheSameText()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.rate"_s);
    Face::press({u"Ctrl+D"_s, u"Alt+Shift+Up"_s, u"Del"_s, u"Return"_s, u"'3"_s, u"Return"_s});
    const QByteArray done = face.document.bytes();
    QVERIFY(done != sample);
    for (int i = 0; i < 4; ++i) {
        Face::press({u"Ctrl+Z"_s});
        QTRY_VERIFY(face.document.isCurrent());
    }
    QCOMPARE(face.document.bytes(), sample);
    QTRY_COMPARE(face.view.model().rowCount(), 9);
    for (int i = 0; i < 4; ++i) {
        Face::press({u"Ctrl+Shift+Z"_s});
        QTRY_VERIFY(face.document.isCurrent());
    }
    QCOMPARE(face.document.bytes(), done);
}

void tst_JsonTreeView::goesThroughTheTreeByKeys()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a steps"_s);
    Face::press({u"End"_s});
    QCOMPARE(face.currentPath(), u"$.steps"_s);
    Face::press({u"Up"_s, u"Right"_s});
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a y b steps"_s);
    Face::press({u"Right"_s});
    QCOMPARE(face.currentPath(), u"$.deep.a.y"_s);
    Face::press({u"Left"_s});
    QCOMPARE(face.currentPath(), u"$.deep.a"_s);
    Face::press({u"Left"_s, u"Left"_s, u"Left"_s});
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep steps"_s);
    QCOMPARE(face.currentPath(), u"$.deep"_s);
    Face::press({u"*"_s});
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a y b steps"_s);
    Face::press({u"-"_s, u"+"_s});
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a y b steps"_s);
    Face::press({u"Ctrl+8"_s});
    QCOMPARE(face.keys(), u"count rate uris deep steps"_s);
    Face::press({u"Ctrl+Alt+1"_s});
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a steps"_s);
    Face::press({u"Ctrl+9"_s, u"Home"_s});
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a y b steps"_s);
    QCOMPARE(face.currentPath(), u"$.count"_s);
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::findsKeysByTyping()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    Face::press({u"'ra"_s});
    QCOMPARE(face.currentPath(), u"$.rate"_s);
    QTest::qWait(QApplication::keyboardInputInterval() + 50);
    Face::press({u"'d"_s});
    QCOMPARE(face.currentPath(), u"$.deep"_s);
}

void tst_JsonTreeView::speaksEveryRow()
{
    Face face;
    face.goTo(u"$.deep.a.b"_s);
    const auto spoken = [&face](const QString &path) {
        const JsonTree &tree = *face.view.model().tree();
        const int row = face.view.model().rowOf(*tree.find(*jsonPathFromText(path)));
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&face.view.table());
        QAccessibleInterface *cell = table->tableInterface()->cellAt(row, 0);
        return cell->text(QAccessible::Name);
    };
    QCOMPARE(spoken(u"$.rate"_s), u"rate, number, 4.950, level 1"_s);
    QCOMPARE(spoken(u"$.uris[1]"_s), u"1, text, two, level 2"_s);
    QCOMPARE(spoken(u"$.deep"_s), u"deep, object, 2 item(s), level 1, expanded"_s);
    QCOMPARE(spoken(u"$.deep.a.y"_s).section(u',', -1), u" level 3"_s);
    face.view.commands().action(JsonTreeCommands::Id::CollapseAll)->trigger();
    QCOMPARE(spoken(u"$.deep"_s), u"deep, object, 2 item(s), level 1, collapsed"_s);
}

void tst_JsonTreeView::copies()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    const auto clipboard = [] { return QApplication::clipboard()->text(); };
    face.goTo(u"$.uris[0]"_s);
    Face::press({u"Ctrl+C"_s});
    QCOMPARE(clipboard(), uR"("https:\/\/example.com\/1.png")"_s);
    Face::press({u"Ctrl+Shift+C"_s});
    QCOMPARE(clipboard(), u"$.uris[0]"_s);
    face.goTo(u"$.deep"_s);
    Face::press({u"Ctrl+Alt+C"_s});
    QCOMPARE(clipboard(), u"deep"_s);
    face.goTo(u"$.count"_s);
    Face::press({u"Shift+Down"_s, u"Ctrl+C"_s});
    QCOMPARE(clipboard(), uR"({"count": 2866, "rate": 4.950})"_s);
    face.goTo(u"$.uris[0]"_s);
    Face::press({u"Shift+Down"_s, u"Ctrl+C"_s});
    QCOMPARE(clipboard(), uR"(["https:\/\/example.com\/1.png", "two"])"_s);
    QSignalSpy activated(&face.view, &JsonTreeView::pathActivated);
    Face::press({u"Ctrl+Return"_s});
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].value<JsonPath>(), *jsonPathFromText(u"$.uris[1]"));
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::pastesWithTheKeyThatWasCopied()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.rate"_s);
    Face::press({u"Ctrl+C"_s, u"Ctrl+V"_s});
    QCOMPARE(face.document.bytes(), changed("4.950,\n", "4.950,\n  \"rate 2\": 4.950,\n"));
    QCOMPARE(face.currentPath(), u"$['rate 2']"_s);
    Face::press({u"Ctrl+Z"_s});
    QTRY_COMPARE(face.document.bytes(), sample);
    QTRY_VERIFY(face.document.isCurrent());
    face.goTo(u"$.uris"_s);
    QApplication::clipboard()->setText(u" {\"x\": 1.0}\n"_s);
    Face::press({u"Ctrl+Alt+V"_s});
    QCOMPARE(face.document.bytes(), changed("\"two\"\n", "\"two\",\n    {\"x\": 1.0}\n"));
    QCOMPARE(face.currentPath(), u"$.uris[2]"_s);
}

void tst_JsonTreeView::pastesNothingThatIsTooMuch()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.rate"_s);
    QApplication::clipboard()->setText(u"no json"_s);
    Face::press({u"Ctrl+V"_s});
    QVERIFY(!face.view.refusalText().isEmpty());
    QApplication::clipboard()->setText(u'"' + QString(JsonTreeCommands::pasteLimit, u'x') + u'"');
    Face::press({u"Ctrl+V"_s});
    QVERIFY(face.view.refusalText().contains(u"4 MB"_s));
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::editsLongValuesInADialog()
{
    const QByteArray text = R"({"a": "line\none", "b": [1, 2], "c": ")" + QByteArray(300, 'x')
                            + R"(", "d": "\ud800"})";
    for (const QString &path : {u"$.a"_s, u"$.b"_s, u"$.c"_s, u"$.d"_s}) {
        Face face(text);
        QVERIFY(QTest::qWaitForWindowActive(&face.view));
        face.goTo(path);
        Face::press({u"Return"_s});
        auto *dialog = face.view.findChild<JsonValueDialog *>();
        QVERIFY2(dialog, qPrintable(path));
        QVERIFY(!face.view.table().isEditing());
        const auto node = *face.view.currentNode();
        QCOMPARE(dialog->raw(), face.document.tree()->rawValue(node).toByteArray());
        const QByteArray before = dialog->raw();
        dialog->textEdit().setBytes("[1.0, \"\\u0041\"]\n", true);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(&dialog->textEdit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog->findChild<QLabel *>()->text(), QString());
        QTRY_VERIFY(!face.view.findChild<JsonValueDialog *>());
        QByteArray expected = text;
        QCOMPARE(face.document.bytes(), expected.replace(before, "[1.0, \"\\u0041\"]"));
        QCOMPARE(face.currentPath(), path);
    }
}

void tst_JsonTreeView::dialogTakesNothingThatIsNoJson()
{
    Face face;
    face.goTo(u"$.uris"_s);
    face.view.commands().action(JsonTreeCommands::Id::EditValue)->trigger();
    auto *dialog = face.view.findChild<JsonValueDialog *>();
    QVERIFY(dialog);
    auto *save = dialog->findChild<QPushButton *>();
    QVERIFY(save->isEnabled());
    dialog->textEdit().setBytes("[1,", true);
    QTRY_VERIFY(!save->isEnabled());
    QVERIFY(!save->accessibleDescription().isEmpty());
    dialog->textEdit().setBytes("1 2", true);
    QTest::qWait(10);
    QVERIFY(!save->isEnabled());
    dialog->reject();
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::dialogKeepsAwayFromAChangedValue()
{
    Face face;
    face.goTo(u"$.uris"_s);
    face.view.commands().action(JsonTreeCommands::Id::EditValue)->trigger();
    auto *dialog = face.view.findChild<JsonValueDialog *>();
    QVERIFY(dialog);
    const auto other = face.document.edit([](const JsonTree &tree) {
        return jsonedit::setValue(tree, *tree.find(*jsonPathFromText(u"$.uris")), "[]");
    });
    QVERIFY(other);
    const QByteArray text = face.document.bytes();
    emit dialog->saveRequested("[2]");
    QCOMPARE(face.document.bytes(), text);
    QVERIFY(dialog->isVisible());
}

void tst_JsonTreeView::movesByDragging()
{
    Face face;
    JsonTreeModel &model = face.view.model();
    JsonTreeTable &table = face.view.table();
    const int rate = 1;
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(rate, 0)}));
    const auto drop = [&](const QPoint &pos) {
        QDragEnterEvent enter(pos, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(table.viewport(), &enter);
        QDragMoveEvent move(pos, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(table.viewport(), &move);
        QDropEvent event(pos, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(table.viewport(), &event);
        return move.isAccepted();
    };
    const QRect steps = table.visualRect(model.index(8, 0));
    QVERIFY(drop({20, steps.bottom() + 40})); // behind everything
    QCOMPARE(
        face.document.bytes(),
        changed("\n  \"rate\": 4.950,", "").replace("000001\n", "000001,\n  \"rate\": 4.950\n"));
    QCOMPARE(face.currentPath(), u"$.rate"_s);
    face.document.undo();
    QTRY_VERIFY(face.document.isCurrent());
    // What was dragged was of another tree.
    QVERIFY(!drop({20, steps.bottom() + 40}));
    QCOMPARE(face.document.bytes(), sample);

    const std::unique_ptr<QMimeData> again(model.mimeData({model.index(rate, 0)}));
    const QRect deep = table.visualRect(model.index(5, 0));
    QDragEnterEvent enter(deep.center(), Qt::MoveAction, again.get(), Qt::LeftButton,
                          Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &enter);
    QDropEvent into(deep.center(), Qt::MoveAction, again.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &into);
    QCOMPARE(face.document.bytes(),
             changed("\n  \"rate\": 4.950,", "").replace("true}}", "true}, \"rate\": 4.950}"));
    QCOMPARE(face.currentPath(), u"$.deep.rate"_s);
}

void tst_JsonTreeView::movesSeveralRowsAsOneStep()
{
    Face face;
    JsonTreeModel &model = face.view.model();
    const std::unique_ptr<QMimeData> data(
        model.mimeData({model.index(0, 0), model.index(1, 0), model.index(8, 0)}));
    QVERIFY(model.dropMimeData(data.get(), Qt::MoveAction, 5, 0, {})); // before "deep"
    QCOMPARE(face.document.bytes(), QByteArray(R"({
  "uris": [
    "https:\/\/example.com\/1.png",
    "two"
  ],
  "count": 2866,
  "rate": 4.950,
  "steps": 12000000000000000001,
  "deep": {"z": 1, "a": {"y": null, "b": true}}
}
)"));
    QCOMPARE(face.currentPath(), u"$.count"_s);
    face.document.undo();
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::dropsNothingIntoItself()
{
    Face face;
    JsonTreeModel &model = face.view.model();
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(5, 0)}));
    QVERIFY(!model.canDropMimeData(data.get(), Qt::MoveAction, 6, 0, {}));
    QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, -1, 0, model.index(7, 0)));
    QVERIFY(!model.canDropMimeData(data.get(), Qt::CopyAction, 0, 0, {}));
    QVERIFY(!model.canDropMimeData(data.get(), Qt::MoveAction, -1, 0, model.index(0, 0)));
    QMimeData text;
    text.setText(u"1"_s);
    QVERIFY(!model.canDropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::editsNothingThatIsReadOnly()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.text.setReadOnly(true);
    face.view.refresh();
    face.goTo(u"$.deep"_s);
    QApplication::clipboard()->setText(u"1"_s);
    using Id = JsonTreeCommands::Id;
    for (const Id id :
         {Id::Edit, Id::EditValue, Id::RenameKey, Id::AddSibling, Id::AddChild, Id::Duplicate,
          Id::Remove, Id::MoveUp, Id::MoveDown, Id::MoveOut, Id::MoveIn, Id::ToArray, Id::ToNull,
          Id::SortKeys, Id::SortKeysBelow, Id::Paste, Id::PasteInside, Id::Undo, Id::Redo})
        QVERIFY2(!face.view.commands().action(id)->isEnabled(),
                 qPrintable(QString::number(int(id))));
    for (const Id id : {Id::CopyValue, Id::CopyPath, Id::CopyKey, Id::ExpandAll, Id::CollapseAll})
        QVERIFY2(face.view.commands().action(id)->isEnabled(),
                 qPrintable(QString::number(int(id))));
    Face::press({u"Return"_s, u"F2"_s, u"Ins"_s, u"Ctrl+Ins"_s, u"Del"_s, u"Ctrl+D"_s, u"Ctrl+V"_s,
                 u"Alt+Shift+Up"_s});
    QCOMPARE(face.document.bytes(), sample);
    QVERIFY(!face.view.table().isEditing());
    const QModelIndex index = face.view.model().index(0, JsonTreeModel::ValueColumn);
    QVERIFY(!(index.flags() & (Qt::ItemIsEditable | Qt::ItemIsDragEnabled)));
}

void tst_JsonTreeView::showsTheLastTreeWhileTheTextIsNoJson()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.deep.a.y"_s);
    const QString rows = face.keys();
    QCOMPARE(face.view.stateText(), QString());
    face.text.setBytes("{\n  \"count\": 2866,\n  oops", true);
    QTRY_VERIFY(face.view.stateText().contains(u"Line 3"_s));
    QCOMPARE(face.keys(), rows);
    QVERIFY(face.view.model().isOutdated());
    Face::press({u"Return"_s, u"Del"_s});
    QVERIFY(!face.view.table().isEditing());
    QSignalSpy activated(&face.view, &JsonTreeView::problemActivated);
    for (auto *button : face.view.findChildren<QPushButton *>())
        button->click();
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toLongLong(), face.document.problem()->offset);
    face.text.setBytes(sample, true);
    QTRY_COMPARE(face.view.stateText(), QString());
    QVERIFY(!face.view.model().isOutdated());
    QCOMPARE(face.currentPath(), u"$.deep.a.y"_s);
    QCOMPARE(face.keys(), rows);
}

void tst_JsonTreeView::readsATextThatWasChangedJustNow()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.rate"_s);
    // The tree is read in the next round of the event loop; the key comes before.
    face.text.applyChanges({{2, 2, "  \"first\": [],\n"}});
    QVERIFY(!face.document.isCurrent());
    QTest::keyClick(&face.view.table(), Qt::Key_Delete);
    QCOMPARE(face.document.bytes(), changed("{\n  \"count\": 2866,\n  \"rate\": 4.950,",
                                            "{\n  \"first\": [],\n  \"count\": 2866,"));
}

void tst_JsonTreeView::keepsPlaceWhenTheTextChanges()
{
    QByteArray json = "{\"list\": [";
    for (int i = 0; i < 200; ++i)
        json += (i ? ", [" : "[") + QByteArray::number(i) + "]";
    json += "]}";
    Face face(json);
    face.goTo(u"$.list[120][0]"_s);
    QScrollBar &bar = *face.view.table().verticalScrollBar();
    bar.setValue(bar.value() + 7);
    const auto top = [&] {
        JsonTreeTable &table = face.view.table();
        const QModelIndex first = table.indexAt({0, 0});
        return std::pair(
            jsonPathText(face.document.tree()->path(face.view.model().nodeAt(first.row()))),
            table.visualRect(first).top());
    };
    const auto [path, y] = top();
    // Two more elements before all others: what is in view stays where it is.
    face.text.applyChanges({{10, 10, "\"x\", [true], "}});
    QTRY_VERIFY(face.document.isCurrent());
    QCOMPARE(face.currentPath(), u"$.list[122][0]"_s);
    const QString index = QString::number(path.section(u'[', 1).section(u']', 0, 0).toInt() + 2);
    QCOMPARE(top(), std::pair(u"$.list[%1]"_s.arg(index), y));
}

void tst_JsonTreeView::filters()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.rate"_s);
    JsonTreeFilterBox &box = face.view.filterBox();
    box.setFilter(u"EXAMPLE"_s);
    QCOMPARE(face.keys(), u"uris 0"_s);
    QCOMPARE(box.note(), u"1 of 12"_s);
    QVERIFY(face.view.model().isFound(face.view.model().nodeAt(1)));
    QVERIFY(!face.view.model().isFound(face.view.model().nodeAt(0)));
    box.setFilter(u"$..b"_s);
    QCOMPARE(face.keys(), u"deep a b"_s);
    box.setFilter(u"$.deep"_s);
    QCOMPARE(face.keys(), u"deep"_s);
    face.view.table().setExpanded(face.view.model().nodeAt(0), true);
    QCOMPARE(face.keys(), u"deep z a"_s);
    box.setFilter(u"nowhere"_s);
    QCOMPARE(face.keys(), QString());
    box.setFocus();
    Face::press({u"Esc"_s});
    QCOMPARE(box.text(), QString());
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a steps"_s);
    box.setFilter(u"rate"_s);
    face.view.table().setFocus();
    Face::press({u"Down"_s, u"Esc"_s});
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a steps"_s);
    QCOMPARE(face.currentPath(), u"$.rate"_s);
}

void tst_JsonTreeView::filterSaysWhatIsWrong()
{
    Face face;
    face.view.filterBox().setFilter(u"$.deep["_s);
    QVERIFY2(face.view.filterBox().note().contains(u"8"_s),
             qPrintable(face.view.filterBox().note()));
    QCOMPARE(face.keys(), u"count rate uris 0 1 deep z a steps"_s);
    face.view.filterBox().setFilter(u"$.deep[*]"_s);
    QCOMPARE(face.view.filterBox().note(), u"2 of 12"_s);
}

void tst_JsonTreeView::showsANodeInSpiteOfTheFilter()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.view.filterBox().setFilter(u"rate"_s);
    face.goTo(u"$.deep.a.y"_s);
    QCOMPARE(face.keys(), u"rate deep a y"_s);
    face.view.filterBox().setFilter(u"count"_s);
    QCOMPARE(face.keys(), u"count"_s);
    // What is added is shown, too.
    face.goTo(u"$.count"_s);
    Face::press({u"Ins"_s, u"Esc"_s});
    QCOMPARE(face.keys(), u"count key"_s);
    QCOMPARE(face.currentPath(), u"$.key"_s);
}

void tst_JsonTreeView::offersWhatTheHintOffers()
{
    Face face;
    JsonHint hint{.code = JsonHint::Code::WrongType, .node = 2, .expected = {u"string"_s}};
    const JsonRange range = face.document.tree()->valueRange(2);
    hint.fix = {{range.begin, range.end, "\"4.950\""}};
    face.view.model().setHints({hint});
    face.view.showNode(2);
    QMenu menu;
    face.view.commands().fillMenu(menu);
    menu.actions().first()->trigger();
    QCOMPARE(face.document.bytes(), changed("4.950", "\"4.950\""));
    menu.actions().first()->trigger(); // of a tree that is past
    QCOMPARE(face.document.bytes(), changed("4.950", "\"4.950\""));
}

void tst_JsonTreeView::dropsWhatIsTypedWhenAnotherTextComes()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.rate"_s);
    Face::press({u"Return"_s, u"'7"_s});
    QVERIFY(face.view.table().isEditing());
    const QByteArray other = R"({"rate": 4.950})";
    face.document.setBytes(other);
    QVERIFY(!face.view.table().isEditing());
    QCOMPARE(face.document.bytes(), other);
}

void tst_JsonTreeView::startsFromNothing()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("{}"), QByteArray("[]")}) {
        Face face(text);
        QVERIFY(QTest::qWaitForWindowActive(&face.view));
        QCOMPARE(face.view.model().rowCount(), 0);
        Face::press({u"Ins"_s, u"Esc"_s});
        const bool isArray = text == "[]";
        QCOMPARE(face.currentPath(), isArray ? u"$[0]"_s : u"$.key"_s);
        QCOMPARE(face.document.tree()->rawValue(1), QByteArrayView("null"));
        QTest::keyClick(&face.view.table(), Qt::Key_Delete);
        QCOMPARE(face.document.tree()->size(), 1U);
    }
    Face face("12");
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    QCOMPARE(face.view.model().rowCount(), 1);
    Face::press({u"Home"_s, u"Del"_s, u"Ctrl+D"_s, u"Ins"_s, u"Return"_s, u"'13"_s, u"Return"_s});
    QCOMPARE(face.document.bytes(), QByteArray("13"));
}

void tst_JsonTreeView::typedTextIsInTheTextAtOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &path, const QStringList &keys,
                        const QByteArray &expected) {
        QTest::newRow(name) << path << keys << expected;
    };
    row("text", u"$.uris[1]"_s, {u"Return"_s, u"End"_s, u"'+"_s}, changed("\"two\"", "\"two+\""));
    row("text with escapes", u"$.uris[0]"_s, {u"Return"_s, u"End"_s, u"'x"_s},
        changed(R"(1.png")", R"(1.pngx")"));
    row("number", u"$.rate"_s, {u"Return"_s, u"'17"_s}, changed("4.950", "17"));
    row("null to text", u"$.deep.a.y"_s, {u"Return"_s, u"'5 apples"_s},
        changed("null", R"("5 apples")"));
    row("key", u"$.rate"_s, {u"F2"_s, u"End"_s, u"'d"_s}, changed(R"("rate")", R"("rated")"));
}

void tst_JsonTreeView::typedTextIsInTheTextAtOnce()
{
    QFETCH(QString, path);
    QFETCH(QStringList, keys);
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(path);
    Face::press(keys);
    QVERIFY(face.view.table().isEditing());
    QTEST(face.document.bytes(), "expected");
    QVERIFY(face.view.editing().unfinished().isEmpty());
    Face::press({u"Return"_s});
    QVERIFY(!face.view.table().isEditing());
    QTEST(face.document.bytes(), "expected");
    face.document.undo(); // one step
    QTRY_VERIFY(face.document.isCurrent());
    QCOMPARE(face.document.bytes(), sample);
    face.goTo(path);
    Face::press(keys + QStringList{u"Esc"_s});
    QCOMPARE(face.document.bytes(), sample);
    QVERIFY(!face.view.table().isEditing());
}

void tst_JsonTreeView::whatIsNoValueIsUnfinished_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("text");
    QTest::newRow("number") << u"$.rate"_s << QStringList{u"Return"_s, u"'1,"_s}
                            << u"value $.rate"_s << u"1,"_s;
    QTest::newRow("key in use") << u"$.rate"_s << QStringList{u"F2"_s, u"'count"_s}
                                << u"key $.rate"_s << u"count"_s;
}

void tst_JsonTreeView::whatIsNoValueIsUnfinished()
{
    QFETCH(QString, path);
    QFETCH(QStringList, keys);
    QFETCH(QString, place);
    QFETCH(QString, text);
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    QSignalSpy told(&face.view.editing(), &JsonTreeEditing::unfinishedChanged);
    face.goTo(path);
    Face::press(keys);
    QCOMPARE(face.document.bytes(), sample); // and not the half of it that was one
    QCOMPARE(face.view.editing().unfinished(), (JsonUnfinished{{place, text}}));
    QVERIFY(told.size() >= 1);
    Face::press({u"Esc"_s});
    QVERIFY(face.view.editing().unfinished().isEmpty());
    QCOMPARE(face.document.bytes(), sample);
    Face::press(keys);
    QSignalSpy lost(&face.view.editing(), &JsonTreeEditing::lost);
    face.view.editing().end();
    QCOMPARE(lost.size(), 1);
    QCOMPARE(lost[0], QVariantList({place, text}));
}

void tst_JsonTreeView::dialogTextIsInTheTextAtOnce()
{
    Face face;
    face.goTo(u"$.uris"_s);
    face.view.commands().action(JsonTreeCommands::Id::EditValue)->trigger();
    auto *dialog = face.view.findChild<JsonValueDialog *>();
    QVERIFY(dialog);
    const QByteArray before = dialog->raw();
    dialog->textEdit().setBytes("[1.0]", true);
    QByteArray expected = sample;
    expected.replace(before, "[1.0]");
    QCOMPARE(face.document.bytes(), expected);
    dialog->textEdit().setBytes("[1.0, 2]", true);
    QCOMPARE(face.document.bytes(), QByteArray(expected).replace("[1.0]", "[1.0, 2]"));
    dialog->reject();
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::dialogTextThatIsNoJsonIsUnfinished()
{
    Face face;
    face.goTo(u"$.uris"_s);
    face.view.commands().action(JsonTreeCommands::Id::EditValue)->trigger();
    auto *dialog = face.view.findChild<JsonValueDialog *>();
    QVERIFY(dialog);
    dialog->textEdit().setBytes("[1.0]", true);
    dialog->textEdit().setBytes("[1.0, \"\xc2\xa0", true);
    QCOMPARE(face.document.bytes(), sample);
    QCOMPARE(face.view.editing().unfinished(),
             (JsonUnfinished{{u"dialog $.uris"_s, u"[1.0, \"\u00A0"_s}}));
    dialog->reject();
    QVERIFY(face.view.editing().unfinished().isEmpty());
    QCOMPARE(face.document.bytes(), sample);
}

void tst_JsonTreeView::theProgramEndingGivesNothingUp()
{
    Face face;
    face.goTo(u"$.uris"_s);
    face.view.commands().action(JsonTreeCommands::Id::EditValue)->trigger();
    QPointer<JsonValueDialog> dialog = face.view.findChild<JsonValueDialog *>();
    QVERIFY(dialog);
    dialog->textEdit().setBytes("[1.0]", true);
    dialog->close();
    QTRY_VERIFY(!dialog);
    QVERIFY(face.document.bytes().contains("[1.0]"));
}

void tst_JsonTreeView::lineStaysWithItsEntry_data()
{
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QString>("path"); // empty: the line ends
    QTest::newRow("one before it") << R"({"x":0,"a":"1","b":7})"_ba << u"$.b"_s;
    QTest::newRow("another value elsewhere") << R"({"a":"2","b":7})"_ba << u"$.b"_s;
    QTest::newRow("another key in its place") << R"({"a":"1","secret":7})"_ba << QString();
    QTest::newRow("another key and value") << R"({"a":"1","secret":"keep me"})"_ba << QString();
    QTest::newRow("another value") << R"({"a":"1","b":8})"_ba << QString();
    QTest::newRow("gone") << R"({"a":"1"})"_ba << QString();
    QTest::newRow("everything else") << R"([1])"_ba << QString();
}

void tst_JsonTreeView::lineStaysWithItsEntry()
{
    QFETCH(QByteArray, theirs);
    QFETCH(QString, path);
    for (const QString &typed : {QString(), u"'8,"_s}) {
        Face face(R"({"a":"1","b":7})");
        QVERIFY(QTest::qWaitForWindowActive(&face.view));
        face.goTo(u"$.b"_s);
        Face::press({u"Return"_s});
        if (!typed.isEmpty())
            Face::press({typed});
        QSignalSpy lost(&face.view.editing(), &JsonTreeEditing::lost);
        face.document.changeBytes(theirs);
        QTRY_VERIFY(face.document.isCurrent());
        QCOMPARE(face.view.table().isEditing(), !path.isEmpty());
        if (!path.isEmpty()) {
            QCOMPARE(jsonPathText(face.view.table().editedPath()), path);
            continue;
        }
        QCOMPARE(lost.size(), typed.isEmpty() ? 0 : 1);
        if (!typed.isEmpty())
            QCOMPARE(lost[0], QVariantList({u"value $.b"_s, u"8,"_s}));
        QCOMPARE(face.document.bytes(), theirs); // nothing of it went anywhere
    }
}

void tst_JsonTreeView::resumesWhatWasTyped()
{
    using Editor = JsonUnfinishedPlace::Editor;
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    JsonTreeEditing &editing = face.view.editing();
    QVERIFY(!editing.resume({Editor::Value, *jsonPathFromText(u"$.gone")}, u"1,"_s));
    QVERIFY(editing.resume({Editor::Value, *jsonPathFromText(u"$.deep.z")}, u"1,"_s));
    QCOMPARE(face.view.table().editText(), u"1,"_s);
    QCOMPARE(editing.unfinished(), (JsonUnfinished{{u"value $.deep.z"_s, u"1,"_s}}));
    Face::press({u"Backspace"_s, u"'2"_s, u"Return"_s});
    QCOMPARE(face.document.bytes(), changed("\"z\": 1", "\"z\": 12"));
    QVERIFY(editing.resume({Editor::Dialog, *jsonPathFromText(u"$.uris")}, u"[1,"_s));
    QCOMPARE(editing.unfinished(), (JsonUnfinished{{u"dialog $.uris"_s, u"[1,"_s}}));
}

void tst_JsonTreeView::typingInALongTextIsInItSoon()
{
    const QByteArray json = "{\"pad\": \"" + QByteArray(4 * JsonDocument::readHereLimit, 'x')
                            + "\", \"a\": \"1\"}";
    Face face(json);
    QTRY_VERIFY(face.document.isCurrent());
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.a"_s);
    Face::press({u"Return"_s, u"End"_s});
    for (const QChar c : u"234567"_s) {
        Face::press({u"'"_s + c});
        QTest::qWait(10);
    }
    QTRY_VERIFY_WITH_TIMEOUT(face.document.bytes().endsWith("\"1234567\"}"), 1000);
    Face::press({u"'8"_s});
    face.view.editing().handIn(); // whoever decides about values does not wait
    QVERIFY(face.document.bytes().endsWith("\"12345678\"}"));
    QVERIFY(face.view.table().isEditing());
    QTRY_VERIFY(face.document.isCurrent());
    QCOMPARE(face.view.table().editText(), u"12345678"_s);
    QCOMPARE(jsonPathText(face.view.table().editedPath()), u"$.a"_s);
}

void tst_JsonTreeView::filterTakesNoLineAway()
{
    Face face;
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.view.filterBox().setFilter(u"two"_s);
    QTRY_VERIFY(face.view.model().isFiltered());
    face.goTo(u"$.uris[1]"_s);
    face.view.table().setFocus();
    Face::press({u"Return"_s, u"'other"_s}); // what the filter does not find
    QTest::qWait(300);
    QVERIFY(face.view.table().isEditing());
    QCOMPARE(face.view.table().editText(), u"other"_s);
    QCOMPARE(face.document.bytes(), changed("\"two\"", "\"other\""));
}

void tst_JsonTreeView::menuHasEveryAction()
{
    Face face;
    face.goTo(u"$.deep"_s);
    QMenu menu;
    face.view.commands().fillMenu(menu);
    QList<QAction *> actions = menu.actions();
    for (QMenu *group : menu.findChildren<QMenu *>())
        actions += group->actions();
    for (int id = int(JsonTreeCommands::Id::EditValue); id <= int(JsonTreeCommands::Id::Redo);
         ++id) {
        QAction *action = face.view.commands().action(JsonTreeCommands::Id(id));
        QVERIFY2(actions.contains(action), qPrintable(action->text()));
        QVERIFY(!action->text().isEmpty());
    }
}

void tst_JsonTreeView::followsLongTexts()
{
    QByteArray json = "{\"pad\": \"" + QByteArray(JsonDocument::readHereLimit, 'x')
                      + "\", \"a\": 1}";
    Face face(json);
    QTRY_VERIFY(face.document.isCurrent());
    QVERIFY(QTest::qWaitForWindowActive(&face.view));
    face.goTo(u"$.a"_s);
    Face::press({u"Ctrl+D"_s});
    QTRY_COMPARE(face.currentPath(), u"$['a 2']"_s);
    QCOMPARE(face.document.bytes(), json.replace("\"a\": 1", "\"a\": 1, \"a 2\": 1"));
    face.view.filterBox().setFilter(u"a 2"_s);
    QTRY_COMPARE(face.keys(), u"a 2"_s);
}

MODELSCRIBE_GUI_TEST(tst_JsonTreeView)

} // namespace tst_jsontreeview

#include "tst_jsontreeview.moc"
