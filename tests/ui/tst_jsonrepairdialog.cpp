// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "testclass.h"
#include "ui/json/dialogs/jsonrepairdialog.h"
#include "ui/json/dialogs/textdifferencemodel.h"
#include "ui/json/dialogs/textdifferenceview.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_jsonrepairdialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonRepairDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void mendsAsOneStepOfUndo();
    void showsTheDifferenceBeforeItIsTaken();
    void cancelLeavesTheText();
    void ctrlEnterTakesIt();
    void validTextsNeedNoRepair_data();
    void validTextsNeedNoRepair();
    void whatCannotBeMendedSaysWhere();
    void yamlIsOffered();
    void aReadOnlyTextIsOnlyShown();
    void aTextThatChangesMeanwhileIsReadAgain();
    void longTextsAreMendedElsewhere();
};

namespace {

//! A document with a text and a dialog for it.
struct Desk
{
    explicit Desk(const QByteArray &bytes)
        : document(text)
    {
        document.setBytes(bytes);
        dialog = new JsonRepairDialog(document);
        dialog->open();
    }
    ~Desk() { delete dialog; }

    JsonTextEdit text;
    JsonDocument document;
    QPointer<JsonRepairDialog> dialog;
};

} // namespace

void tst_JsonRepairDialog::mendsAsOneStepOfUndo()
{
    const QByteArray broken = "{\"a\": 1.0, 'b': True,}";
    Desk desk(broken);
    QCOMPARE(desk.dialog->steps().size(), 3);
    QVERIFY2(desk.dialog->steps().first().startsWith(u"Line 1: "),
             qPrintable(desk.dialog->steps()[0]));
    QVERIFY(desk.dialog->primaryButton().isEnabled());
    desk.dialog->primaryButton().click();
    QCOMPARE(desk.document.bytes(), "{\"a\": 1.0, \"b\": true}"_ba);
    QVERIFY(desk.document.isCurrent());
    desk.document.undo();
    QCOMPARE(desk.document.bytes(), broken);
    QVERIFY(!desk.document.canUndo());
    QTRY_VERIFY(!desk.dialog);
}

void tst_JsonRepairDialog::showsTheDifferenceBeforeItIsTaken()
{
    Desk desk("{\n  \"a\": 1,\n  \"b\": 2,\n}");
    const auto difference = desk.dialog->difference().model().difference();
    QCOMPARE(difference->before, desk.document.bytes());
    QCOMPARE(difference->after, desk.dialog->conversion().repair.text);
    QCOMPARE(desk.dialog->difference().differences(), 1);
}

void tst_JsonRepairDialog::cancelLeavesTheText()
{
    Desk desk("{'a':1}");
    QTest::keyClick(desk.dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.dialog);
    QCOMPARE(desk.document.bytes(), "{'a':1}"_ba);
}

void tst_JsonRepairDialog::ctrlEnterTakesIt()
{
    Desk desk("{'a':1}");
    QTest::keyClick(desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.document.bytes(), "{\"a\":1}"_ba);
}

void tst_JsonRepairDialog::validTextsNeedNoRepair_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an object") << "{\"a\":1}"_ba;
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("blanks") << " \n"_ba;
}

void tst_JsonRepairDialog::validTextsNeedNoRepair()
{
    QFETCH(QByteArray, text);
    Desk desk(text);
    QVERIFY2(desk.dialog->subtitle().contains(u"nothing to repair"),
             qPrintable(desk.dialog->subtitle()));
    QVERIFY(!desk.dialog->primaryButton().isVisible());
    QTest::keyClick(desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.document.bytes(), text);
}

void tst_JsonRepairDialog::whatCannotBeMendedSaysWhere()
{
    const QByteArray deep = QByteArray(600, '[') + QByteArray(600, ']');
    Desk desk(deep);
    QVERIFY(desk.dialog->conversion().repair.problem);
    QCOMPARE(desk.dialog->subtitle(), u"It could not be repaired."_s);
    const auto labels = desk.dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == "Line 1, column 513"_L1;
    }));
    QVERIFY(!desk.dialog->primaryButton().isVisible());
    desk.dialog->take();
    QCOMPARE(desk.document.bytes(), deep);
    desk.dialog->goToProblem();
    QTRY_VERIFY(!desk.dialog);
    QCOMPARE(desk.text.position(), std::pair(1, 513));
}

void tst_JsonRepairDialog::yamlIsOffered()
{
    Desk desk("rating: 4.90\ncovers:\n  - https://example.com/1.png\n");
    QVERIFY(desk.dialog->conversion().hasYaml());
    QCOMPARE(desk.dialog->reading(), JsonRepairDialog::Reading::Yaml);
    QCOMPARE(desk.dialog->primaryButton().text(), u"Take the converted text"_s);
    desk.dialog->take();
    QCOMPARE(compactJson(desk.document.bytes()),
             "{\"rating\":4.90,\"covers\":[\"https://example.com/1.png\"]}"_ba);
}

void tst_JsonRepairDialog::aReadOnlyTextIsOnlyShown()
{
    Desk desk("{'a':1}");
    desk.text.setReadOnly(true);
    desk.dialog->setReading(JsonRepairDialog::Reading::Repaired);
    QVERIFY(!desk.dialog->primaryButton().isVisible());
    QCOMPARE(desk.dialog->difference().differences(), 1);
    desk.dialog->take();
    QCOMPARE(desk.document.bytes(), "{'a':1}"_ba);
}

void tst_JsonRepairDialog::aTextThatChangesMeanwhileIsReadAgain()
{
    Desk desk("{'a':1}");
    desk.document.setBytes("{'a':1,'b':2}");
    QCOMPARE(desk.dialog->conversion().repair.text, "{\"a\":1,\"b\":2}"_ba);
    desk.document.setBytes("{}");
    QVERIFY(desk.dialog->conversion().isJson);
}

void tst_JsonRepairDialog::longTextsAreMendedElsewhere()
{
    QByteArray broken = "[\n";
    for (int i = 0; i < 40'000; ++i)
        broken += "{'n': " + QByteArray::number(i) + "},\n";
    broken += "]";
    Desk desk(broken);
    QVERIFY(desk.dialog->isWorking());
    QVERIFY(!desk.dialog->primaryButton().isEnabled());
    QSignalSpy ready(desk.dialog, &JsonRepairDialog::ready);
    QVERIFY(ready.wait());
    QVERIFY(desk.dialog->conversion().isRepaired());
    desk.dialog->take();
    QVERIFY(!checkJson(desk.document.bytes()));
}

MODELSCRIBE_GUI_TEST(tst_JsonRepairDialog)

} // namespace tst_jsonrepairdialog

#include "tst_jsonrepairdialog.moc"
