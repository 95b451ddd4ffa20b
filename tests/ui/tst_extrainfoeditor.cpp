// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonwriter.h"
#include "remote/remotecontent.h"
#include "testclass.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/form/jsonform.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsonfindbar.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreeview.h"
#include "json/jsonedit.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_extrainfoeditor {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ExtraInfoEditor : public QObject
{
    Q_OBJECT

private slots:
    void untouchedTextComesBackByteForByte_data();
    void untouchedTextComesBackByteForByte();
    void editTouchesOnlyItsOwnBytes_data() { untouchedTextComesBackByteForByte_data(); }
    void editTouchesOnlyItsOwnBytes();
    void typingIsToldOnce();
    void newTextHasNoHistory();
    void problemIsFoundAndMarked();
    void largeTextIsCheckedElsewhere();
    void oldVerdictIsDropped();
    void formatKeepsOrderAndNumbers();
    void formatOfBrokenTextChangesNothing();
    void formatCanBeUndone();
    void controlFGoesToTheFindField();
    void eachFaceShowsTheSameText();
    void aChangeInTheFormIsUndoneInTheText();
    void treeStandsBesideTheTextWhenThereIsRoom();
    void compactTextIsWrapped();
    void wrappingIsASwitchThatIsKept();
    void oneLineTooLongToReadOpensAsATree();
    void unknownTypeOfAValueIsHintedAndMended();
    void keysFoldAndUnfoldTheText();
    void hugePasteIsRefusedWithAWord();
    void readOnlyTextStays();
};

void tst_ExtraInfoEditor::untouchedTextComesBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("CRLF") << QByteArray("{\r\n  \"a\": 1\r\n}\r\n");
    QTest::newRow("lone CR") << QByteArray("{\r\"a\":1\r}");
    QTest::newRow("mixed ends") << QByteArray("{\r\n\"a\":1,\n\"b\":2\r}");
    QTest::newRow("trailing blanks") << QByteArray("{ \"a\" : 1 }   \n\n  ");
    QTest::newRow("tabs") << QByteArray("{\n\t\"a\":\t1\n}");
    QTest::newRow("no final newline") << QByteArray("{\"a\":1}");
    QTest::newRow("NUL escape") << QByteArray("{\"a\":\"\\u0000\"}");
    QTest::newRow("raw NUL") << QByteArray("{\"a\":\"x\0y\"}", 11);
    QTest::newRow("emoji") << QByteArray("{\"a\":\"🤖👨‍👩‍👧\"}");
    QTest::newRow("bidi") << QByteArray("{\"a\":\"\xE2\x80\xAE\"}");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"a\":1}");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xFF\xFE\xC0\x80\"}");
    QTest::newRow("25 digits") << QByteArray("{\"n\":1234567890123456789012345, \"f\":1.0}");
    QTest::newRow("duplicate keys") << QByteArray("{\"a\":1,\"a\":2,\"z\":0,\"b\":0}");
    QTest::newRow("broken") << QByteArray("{\"a\":");
    QTest::newRow("empty") << QByteArray();
    QByteArray large("{");
    for (int i = 0; large.size() < 1024 * 1024; ++i)
        large += "\"key" + QByteArray::number(i) + "\": \"value\",\n";
    QTest::newRow("1 MB") << large + "\"end\":1}";
    QTest::newRow("one long line") << QByteArray("{\"a\":\"") + QByteArray(300'000, 'x') + "\"}";
}

void tst_ExtraInfoEditor::untouchedTextComesBackByteForByte()
{
    QFETCH(QByteArray, text);
    ExtraInfoEditor editor;
    editor.show();
    editor.setValue("{\"before\": true}");
    editor.setValue(text);
    QCOMPARE(editor.value(), text);
    QTRY_VERIFY(editor.document().isChecked());
    QCOMPARE(editor.value(), text);
}

void tst_ExtraInfoEditor::editTouchesOnlyItsOwnBytes()
{
    QFETCH(QByteArray, text);
    ExtraInfoEditor editor;
    editor.setValue(text);
    QTest::keyClick(&editor.textEdit(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClicks(&editor.textEdit(), u" "_s);
    QCOMPARE(editor.value(), ' ' + text);
    editor.textEdit().undo();
    QCOMPARE(editor.value(), text);
}

void tst_ExtraInfoEditor::typingIsToldOnce()
{
    ExtraInfoEditor editor;
    editor.setValue("{}");
    const QSignalSpy changes(&editor, &ExtraInfoEditor::valueChanged);
    QTest::keyClicks(&editor.textEdit(), u" "_s);
    QCOMPARE(changes.size(), 1);
    editor.setValue(editor.value());
    QCOMPARE(changes.size(), 1);
    editor.setValue("{\"a\":1}");
    QCOMPARE(changes.size(), 2);
}

void tst_ExtraInfoEditor::newTextHasNoHistory()
{
    ExtraInfoEditor editor;
    editor.setValue("{\"model\":1}");
    editor.setValue("{\"model\":2}");
    editor.textEdit().undo();
    QCOMPARE(editor.value(), "{\"model\":2}");
}

void tst_ExtraInfoEditor::problemIsFoundAndMarked()
{
    ExtraInfoEditor editor;
    editor.setValue("{\n  \"a\": 1,\n  oops\n}");
    QTRY_VERIFY(editor.problem());
    QCOMPARE(editor.problem()->line, 3);
    QVERIFY(editor.textEdit().markersAtLine(2) != 0U);
    QCOMPARE(editor.statusText(), u"not a JSON object yet"_s);
    editor.goToProblem();
    QCOMPARE(editor.textEdit().position().first, 3);
    editor.setValue("{}");
    QTRY_VERIFY(!editor.problem());
    QTRY_COMPARE(editor.statusText(), u"valid JSON object"_s);
    QCOMPARE(editor.textEdit().markersAtLine(2), 0U);
    editor.setValue("[]");
    QTRY_VERIFY(editor.problem());
    QCOMPARE(editor.problem()->code, JsonProblem::Code::NotAnObject);
}

void tst_ExtraInfoEditor::largeTextIsCheckedElsewhere()
{
    ExtraInfoEditor editor;
    const QByteArray text = "{\"a\":\"" + QByteArray(JsonDocument::readHereLimit, 'x') + "\",}";
    editor.setValue(text);
    QTRY_VERIFY(editor.problem());
    QCOMPARE(editor.problem()->code, JsonProblem::Code::TrailingComma);
}

void tst_ExtraInfoEditor::oldVerdictIsDropped()
{
    ExtraInfoEditor editor;
    editor.setValue("{" + QByteArray(2 * JsonDocument::readHereLimit, ' ')); // wrong
    QCoreApplication::processEvents();
    editor.setValue("{}");
    QTRY_VERIFY(editor.document().isChecked());
    QTest::qWait(50);
    QVERIFY(!editor.problem());
}

void tst_ExtraInfoEditor::formatKeepsOrderAndNumbers()
{
    ExtraInfoEditor editor;
    editor.setValue("{\"z\":1.0,\"a\":12345678901234567890123,\"z\":2}");
    editor.format();
    QCOMPARE(editor.value(), "{\n  \"z\": 1.0,\n  \"a\": 12345678901234567890123,\n  \"z\": 2\n}");
    editor.compact();
    QCOMPARE(editor.value(), "{\"z\":1.0,\"a\":12345678901234567890123,\"z\":2}");
}

void tst_ExtraInfoEditor::formatOfBrokenTextChangesNothing()
{
    ExtraInfoEditor editor;
    editor.setValue("{\"a\":1,,}");
    const QSignalSpy changes(&editor, &ExtraInfoEditor::valueChanged);
    editor.format();
    editor.compact();
    QCOMPARE(editor.value(), "{\"a\":1,,}");
    QCOMPARE(changes.size(), 0);
}

void tst_ExtraInfoEditor::formatCanBeUndone()
{
    ExtraInfoEditor editor;
    editor.setValue("{\"a\":1}");
    const QSignalSpy changes(&editor, &ExtraInfoEditor::valueChanged);
    editor.format();
    QCOMPARE(changes.size(), 1);
    editor.textEdit().undo();
    QCOMPARE(editor.value(), "{\"a\":1}");
}

void tst_ExtraInfoEditor::controlFGoesToTheFindField()
{
    ExtraInfoEditor editor;
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    editor.textEdit().setFocus();
    QTest::keyClick(&editor.textEdit(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QVERIFY(editor.findBar().isAncestorOf(QApplication::focusWidget()));
}

void tst_ExtraInfoEditor::eachFaceShowsTheSameText()
{
    ExtraInfoEditor editor;
    editor.resize(420, 600);
    editor.show();
    const QByteArray text = "{\r\n \"Rating\" : 4.940 , \"own\":1e5 }";
    editor.setValue(text);
    for (const auto face :
         {JsonEditor::Face::Form, JsonEditor::Face::Tree, JsonEditor::Face::Text}) {
        editor.bar().faceButton(face)->click();
        QCOMPARE(editor.face(), face);
        QCOMPARE(editor.value(), text);
    }
    QVERIFY(editor.document().schema()); // of any model's ExtraInfo
    QVERIFY(editor.form().field(u"Rating"));
}

void tst_ExtraInfoEditor::aChangeInTheFormIsUndoneInTheText()
{
    ExtraInfoEditor editor;
    editor.show();
    editor.setValue("{\n\t\"RatingCount\" : 7 , \"x\":1.0}");
    editor.setFace(JsonEditor::Face::Tree);
    QTRY_VERIFY(editor.document().isCurrent());
    const auto changed = editor.document().edit([](const JsonTree &tree) {
        return jsonedit::setValue(tree, *tree.find(*jsonPathFromText(u"$.RatingCount")), "8");
    });
    QVERIFY(changed);
    QCOMPARE(editor.value(), "{\n\t\"RatingCount\" : 8 , \"x\":1.0}");
    editor.undo();
    QCOMPARE(editor.value(), "{\n\t\"RatingCount\" : 7 , \"x\":1.0}");
    editor.redo();
    QCOMPARE(editor.value(), "{\n\t\"RatingCount\" : 8 , \"x\":1.0}");
}

void tst_ExtraInfoEditor::treeStandsBesideTheTextWhenThereIsRoom()
{
    ExtraInfoEditor editor;
    editor.resize(1000, 600);
    editor.show();
    editor.setValue("{\"a\":{\"b\":1}}");
    QVERIFY(editor.treeView().isVisible());
    QVERIFY(editor.textEdit().isVisible());
    QTRY_VERIFY(editor.document().isCurrent());
    editor.textEdit().goTo(7);
    QCOMPARE(jsonPathText(editor.currentPath()), u"$.a.b"_s);
    QTRY_COMPARE(editor.treeView().currentNode(),
                 std::optional(editor.document().tree()->nodeAt(7)));
    editor.resize(420, 600);
    QVERIFY(!editor.treeView().isVisible());
    editor.setFace(JsonEditor::Face::Tree);
    QVERIFY(editor.treeView().isVisible());
    QVERIFY(!editor.textEdit().isVisible());
}

namespace {

QByteArray compactText(int bytes)
{
    QByteArray text("{");
    for (int i = 0; text.size() < bytes; ++i)
        text += "\"key" + QByteArray::number(i) + "\":\"some value\",";
    return text + "\"end\":1}";
}

//! Rows that the first line of \p editor takes.
long rowsOf(const ExtraInfoEditor &editor)
{
    return editor.textEdit().SendScintilla(QsciScintilla::SCI_WRAPCOUNT, 0L);
}

} // namespace

void tst_ExtraInfoEditor::compactTextIsWrapped()
{
    ExtraInfoEditor editor;
    editor.resize(424, 500);
    editor.setValue(compactText(2000));
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    QCOMPARE(editor.face(), JsonEditor::Face::Text);
    QTRY_VERIFY2(rowsOf(editor) > 10, "one endless line");
    QCOMPARE(editor.value(), compactText(2000));
}

void tst_ExtraInfoEditor::wrappingIsASwitchThatIsKept()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    RemoteContent content(&settings);
    for (const bool isFirst : {true, false}) {
        ExtraInfoEditor editor;
        editor.setRemoteContent(&content);
        editor.resize(424, 500);
        editor.setValue(compactText(2000));
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        QAction *wrap = editor.bar().action(JsonEditorBar::Tool::Wrap);
        QCOMPARE(wrap->isChecked(), isFirst);
        if (isFirst)
            wrap->trigger();
        QTRY_COMPARE(rowsOf(editor), 1);
    }
}

void tst_ExtraInfoEditor::oneLineTooLongToReadOpensAsATree()
{
    ExtraInfoEditor editor;
    editor.resize(424, 500);
    editor.setValue(compactText(100'000));
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    QCOMPARE(editor.face(), JsonEditor::Face::Tree);
    editor.setValue("{\n  \"a\": 1\n}"); // the next model
    QCOMPARE(editor.face(), JsonEditor::Face::Text);
    editor.setValue(compactText(100'000));
    QCOMPARE(editor.face(), JsonEditor::Face::Tree);
    editor.bar().faceButton(JsonEditor::Face::Text)->click(); // who wants it gets it
    QCOMPARE(editor.face(), JsonEditor::Face::Text);
    QCOMPARE(editor.value(), compactText(100'000));
}

void tst_ExtraInfoEditor::unknownTypeOfAValueIsHintedAndMended()
{
    ExtraInfoEditor editor;
    editor.resize(900, 600);
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    editor.setValue("{\"DownloadCount\": \"606056\", \"own\": 1}");
    QTRY_COMPARE(editor.document().hints().size(), 1);
    editor.goToNextRemark();
    QCOMPARE(editor.textEdit().caret(), 18);
    emit editor.textEdit().fixRequested(editor.document().hints().first());
    QCOMPARE(editor.value(), "{\"DownloadCount\": 606056, \"own\": 1}");
    QTRY_VERIFY(editor.document().hints().isEmpty());
}

void tst_ExtraInfoEditor::keysFoldAndUnfoldTheText()
{
    ExtraInfoEditor editor;
    editor.show();
    editor.setValue("{\n\"a\": {\n\"b\": 1\n}\n}");
    QTRY_VERIFY(editor.document().isChecked());
    const auto isShown = [&editor](int line) {
        return editor.textEdit().SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, line) != 0;
    };
    editor.setFace(JsonEditor::Face::Tree);
    editor.bar().action(JsonEditor::Tool::FoldFirstLevel)->trigger();
    QCOMPARE(editor.face(), JsonEditor::Face::Text);
    QVERIFY(isShown(1));
    QVERIFY(!isShown(2));
    editor.bar().action(JsonEditor::Tool::UnfoldAll)->trigger();
    QVERIFY(isShown(2));
}

void tst_ExtraInfoEditor::hugePasteIsRefusedWithAWord()
{
    ExtraInfoEditor editor;
    editor.setValue("{}");
    const QSignalSpy cut(&editor, &ExtraInfoEditor::inputCut);
    QGuiApplication::clipboard()->setText(QString(JsonTextEdit::pasteLimit + 1, u' '));
    editor.textEdit().paste();
    QCOMPARE(editor.value(), "{}");
    QVERIFY(!cut.isEmpty());
}

void tst_ExtraInfoEditor::readOnlyTextStays()
{
    ExtraInfoEditor editor;
    editor.setReadOnly(true);
    editor.setValue("{\"a\":1}");
    QCOMPARE(editor.value(), "{\"a\":1}");
    QTest::keyClicks(&editor.textEdit(), u"x"_s);
    editor.format();
    QCOMPARE(editor.value(), "{\"a\":1}");
}

MODELSCRIBE_GUI_TEST(tst_ExtraInfoEditor)

} // namespace tst_extrainfoeditor

#include "tst_extrainfoeditor.moc"
