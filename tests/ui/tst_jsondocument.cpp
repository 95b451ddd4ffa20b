// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_jsondocument {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonDocument : public QObject
{
    Q_OBJECT

private slots:
    void readsShortTextsAtOnce();
    void readsLongTextsElsewhere();
    void keepsTheLastTreeOfABrokenText();
    void editsThroughTheTree();
    void editsOnlyWhatIsCurrent();
    void readOnlyIsNotEdited();
    void undoIsOneHistory();
    void hintsComeAndGo();
    void fixesAreOneStepOfUndo();
    void fixesOfAnotherTextAreDropped();
    void notAnObjectIsAProblem();
};

namespace {

JsonDocument::Edit change(const JsonRange &range, const QByteArray &text)
{
    return [=](const JsonTree &) -> Result<TextChanges> {
        return TextChanges{{range.begin, range.end, text}};
    };
}

} // namespace

void tst_JsonDocument::readsShortTextsAtOnce()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{\"a\":1.0}");
    QVERIFY(document.isCurrent());
    QCOMPARE(document.tree()->size(), 2U);
    QTest::keyClick(&text, Qt::Key_Space);
    QVERIFY(!document.isCurrent());
    QTRY_VERIFY(document.isCurrent());
    QCOMPARE(document.tree()->text(), " {\"a\":1.0}");
}

void tst_JsonDocument::readsLongTextsElsewhere()
{
    JsonTextEdit text;
    JsonDocument document(text);
    const QByteArray large = "[\"" + QByteArray(2 * JsonDocument::readHereLimit, 'x') + "\"]";
    document.setBytes(large);
    QVERIFY(!document.isCurrent());
    document.setBytes("{}"); // the answer for the one before must not come through
    QVERIFY(document.isCurrent());
    QTest::qWait(100);
    QCOMPARE(document.tree()->text(), "{}");
    document.setBytes(large);
    QTRY_VERIFY(document.isCurrent());
    QCOMPARE(document.tree()->text().constData(), document.bytes().constData());
}

void tst_JsonDocument::keepsTheLastTreeOfABrokenText()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{\"a\":1}");
    text.applyChanges({{6, 7, ""}});
    QTRY_VERIFY(document.isChecked());
    QVERIFY(document.problem());
    QVERIFY(!document.isCurrent());
    QCOMPARE(document.tree()->text(), "{\"a\":1}");
    QVERIFY(text.markersAtLine(0) != 0U);
    text.undo();
    QTRY_VERIFY(document.isCurrent());
    QVERIFY(!document.problem());
    QCOMPARE(text.markersAtLine(0), 0U);
}

void tst_JsonDocument::editsThroughTheTree()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{ \"a\" : 1.0 }");
    const QSignalSpy changed(&document, &JsonDocument::textChanged);
    QVERIFY(document.edit([](const JsonTree &tree) -> Result<TextChanges> {
        const JsonRange range = tree.valueRange(1);
        return TextChanges{{range.begin, range.end, "2.50"}};
    }));
    QCOMPARE(document.bytes(), "{ \"a\" : 2.50 }");
    QVERIFY(document.isCurrent());
    QCOMPARE(changed.size(), 1);
    QVERIFY(document.edit([](const JsonTree &) -> Result<TextChanges> { return TextChanges{}; }));
    QCOMPARE(changed.size(), 1);
}

void tst_JsonDocument::editsOnlyWhatIsCurrent()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{\"a\":");
    const auto result = document.edit(change({0, 1}, "["));
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"NotCurrent"_s);
    QCOMPARE(document.bytes(), "{\"a\":");
    text.applyChanges({{5, 5, "1}"}}); // not read yet, but short
    QVERIFY(document.edit(change({5, 6}, "2")));
    QCOMPARE(document.bytes(), "{\"a\":2}");
}

void tst_JsonDocument::readOnlyIsNotEdited()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{}");
    text.setReadOnly(true);
    const auto result = document.edit(change({0, 1}, "["));
    QCOMPARE(result.error().code, u"ReadOnly"_s);
    QCOMPARE(document.bytes(), "{}");
}

void tst_JsonDocument::undoIsOneHistory()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{\"a\":1}");
    QVERIFY(document.edit(change({5, 6}, "22")));
    QTest::keyClick(&text, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(&text, Qt::Key_Space);
    QCOMPARE(document.bytes(), "{\"a\":22} ");
    document.undo();
    QCOMPARE(document.bytes(), "{\"a\":22}");
    document.undo();
    QCOMPARE(document.bytes(), "{\"a\":1}");
    QVERIFY(!document.canUndo());
    document.redo();
    QCOMPARE(document.bytes(), "{\"a\":22}");
    QVERIFY(document.canRedo());
}

void tst_JsonDocument::hintsComeAndGo()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{\n\"a\":1,\n\"a\":2}");
    QTRY_VERIFY(!document.hints().isEmpty());
    QCOMPARE(document.hints().first().code, JsonHint::Code::DuplicateKey);
    QVERIFY(text.markersAtLine(1) != 0U || text.markersAtLine(2) != 0U);
    document.setBytes("{}");
    QVERIFY(document.hints().isEmpty());
    QCOMPARE(text.markersAtLine(0), 0U);
}

void tst_JsonDocument::fixesAreOneStepOfUndo()
{
    JsonTextEdit text;
    JsonDocument document(text);
    const auto schema = JsonSchema::fromText(
        R"({"type":"object","properties":{"a":{"type":"number"}}})");
    QVERIFY(schema);
    document.setSchema(*schema);
    document.setBytes("{\"a\": \"606056\"}");
    QTRY_VERIFY(!document.hints().isEmpty());
    const JsonHint hint = document.hints().first();
    QCOMPARE(hint.code, JsonHint::Code::WrongType);
    QVERIFY(!hint.fix.isEmpty());
    emit text.fixRequested(hint);
    QCOMPARE(document.bytes(), "{\"a\": 606056}");
    QTRY_VERIFY(document.hints().isEmpty());
    document.undo();
    QCOMPARE(document.bytes(), "{\"a\": \"606056\"}");
}

void tst_JsonDocument::fixesOfAnotherTextAreDropped()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("{\"b\": \"text\"}");
    emit text.fixRequested({.code = JsonHint::Code::WrongType, .fix = {{6, 12, "1"}}});
    QCOMPARE(document.bytes(), "{\"b\": \"text\"}");
}

void tst_JsonDocument::notAnObjectIsAProblem()
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes("[]");
    QVERIFY(document.isCurrent());
    QCOMPARE(document.problem()->code, JsonProblem::Code::NotAnObject);
    document.setBytes("");
    QVERIFY(!document.problem());
}

MODELSCRIBE_GUI_TEST(tst_JsonDocument)

} // namespace tst_jsondocument

#include "tst_jsondocument.moc"
