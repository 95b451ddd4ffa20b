// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/dialogs/jsondifferencedialog.h"
#include "ui/json/dialogs/jsondifferencemodel.h"
#include "ui/json/dialogs/textdifferenceview.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

namespace tst_jsondifferencedialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonDifferenceDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void listsWhatDiffersByMeaning();
    void takesTheStoredValueAsOneStepOfUndo();
    void goesToThePlace_data();
    void goesToThePlace();
    void theTextTabComparesLines();
    void saysWhenThereIsNothingToList_data();
    void saysWhenThereIsNothingToList();
    void followsTheDocument();
    void aReadOnlyDocumentKeepsItsValues();
    void longTextsAreComparedElsewhere();
};

namespace {

struct Desk
{
    Desk(const QByteArray &stored, const QByteArray &now)
        : document(text)
    {
        document.setBytes(now);
        dialog = new JsonDifferenceDialog(document, stored);
        dialog->open();
    }
    ~Desk() { delete dialog; }

    void select(int row) { dialog->list().setCurrentIndex(dialog->model().index(row, 0)); }
    bool says(const QString &sentence) const
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text() == sentence;
        });
    }

    JsonTextEdit text;
    JsonDocument document;
    QPointer<JsonDifferenceDialog> dialog;
};

} // namespace

void tst_JsonDifferenceDialog::listsWhatDiffersByMeaning()
{
    Desk desk("{\"a\":1.0,\"b\":\"x\",\"c\":2}", "{\"a\":1,\"b\":\"y\",\"d\":[3]}");
    const QAbstractItemModelTester tester(&desk.dialog->model());
    QCOMPARE(desk.dialog->differences().size(), 4);
    const auto meant = std::ranges::count_if(desk.dialog->differences(),
                                             &JsonDifferenceModel::isByMeaning);
    QCOMPARE(meant, 3);
    QStringList rows;
    const auto &model = desk.dialog->model();
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row, JsonDifferenceModel::Place).data().toString() + u' '
                    + model.index(row, JsonDifferenceModel::Before).data().toString() + u' '
                    + model.index(row, JsonDifferenceModel::After).data().toString();
    rows.sort();
    QCOMPARE(rows, (QStringList{u"$.a − 1.0 + 1"_s, u"$.b − \"x\" + \"y\""_s, u"$.c − 2 —"_s,
                                u"$.d — + [3]"_s}));
    QCOMPARE(desk.dialog->subtitle(), u"3 value(s) differ · 1 written or ordered differently"_s);
}

void tst_JsonDifferenceDialog::takesTheStoredValueAsOneStepOfUndo()
{
    const QByteArray now = "{\"a\":1, \"b\" : 5}";
    Desk desk("{\"a\":1,\"b\":2.50}", now);
    desk.select(0);
    desk.dialog->takeStored();
    QCOMPARE(desk.document.bytes(), "{\"a\":1, \"b\" : 2.50}"_ba);
    QVERIFY(desk.dialog->differences().isEmpty());
    QVERIFY(desk.says(u"No differences in meaning."_s));
    QCOMPARE(desk.dialog->status(), u"$.b is as stored again."_s);
    desk.document.undo();
    QCOMPARE(desk.document.bytes(), now);
    QTRY_COMPARE(desk.dialog->differences().size(), 1);
}

void tst_JsonDifferenceDialog::goesToThePlace_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("place");
    QTest::newRow("changed") << "{\"a\":[1,{\"b\":2}]}"_ba
                             << "{\"a\":[1,{\"b\":3}]}"_ba << u"$.a[1].b"_s;
    QTest::newRow("removed") << "{\"a\":{\"b\":{\"c\":1}}}"_ba
                             << "{\"a\":{}}"_ba << u"$.a"_s;
}

void tst_JsonDifferenceDialog::goesToThePlace()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, now);
    QFETCH(QString, place);
    Desk desk(stored, now);
    QSignalSpy activated(desk.dialog, &JsonDifferenceDialog::pathActivated);
    desk.select(0);
    QTest::keyClick(desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(jsonPathText(activated[0][0].value<JsonPath>()), place);
    QTRY_VERIFY(!desk.dialog);
}

void tst_JsonDifferenceDialog::theTextTabComparesLines()
{
    Desk desk("{\n\"a\":1\n}", "{\n\"a\":2\n}");
    QCOMPARE(desk.dialog->textView().differences(), 0);
    desk.dialog->setTab(JsonDifferenceDialog::Text);
    QCOMPARE(desk.dialog->textView().differences(), 1);
    QVERIFY(!desk.dialog->primaryButton().isVisible());
    desk.document.setBytes("{\n\"a\":1\n}");
    QCOMPARE(desk.dialog->textView().differences(), 0);
}

void tst_JsonDifferenceDialog::saysWhenThereIsNothingToList_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the same") << "{\"a\":1}"_ba
                              << "{ \"a\": 1 }"_ba << u"No differences in meaning."_s;
    QTest::newRow("no JSON now") << "{}"_ba
                                 << "{\"a\""_ba << u"The text is not valid JSON right now."_s;
    QTest::newRow("no JSON then") << "{a}"_ba
                                  << "{}"_ba << u"The stored text is not JSON."_s;
    QTest::newRow("nothing then") << ""_ba
                                  << "{}"_ba << u"Nothing was stored. Everything is new."_s;
}

void tst_JsonDifferenceDialog::saysWhenThereIsNothingToList()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, now);
    QFETCH(QString, sentence);
    Desk desk(stored, now);
    QVERIFY(desk.says(sentence));
    QVERIFY(!desk.dialog->primaryButton().isVisible());
    desk.dialog->takeStored();
    desk.dialog->goToPlace();
    QCOMPARE(desk.document.bytes(), now);
}

void tst_JsonDifferenceDialog::followsTheDocument()
{
    Desk desk("{\"a\":1}", "{\"a\":2}");
    desk.document.setBytes("{\"a\":2,\"b\":3}");
    QCOMPARE(desk.dialog->differences().size(), 2);
    desk.document.setBytes("{\"a\":");
    QVERIFY(desk.dialog->differences().isEmpty());
}

void tst_JsonDifferenceDialog::aReadOnlyDocumentKeepsItsValues()
{
    Desk desk("{\"a\":1}", "{\"a\":2}");
    desk.text.setReadOnly(true);
    desk.select(0);
    desk.dialog->takeStored();
    QCOMPARE(desk.document.bytes(), "{\"a\":2}"_ba);
    QVERIFY(!desk.dialog->status().isEmpty());
}

void tst_JsonDifferenceDialog::longTextsAreComparedElsewhere()
{
    QByteArray stored = "[0";
    for (int i = 1; i < 40'000; ++i)
        stored += ",\n" + QByteArray::number(i);
    stored += "]";
    QByteArray now = stored;
    now.replace("\n777,", "\n\"x\",");
    Desk desk(stored, now);
    QVERIFY(desk.dialog->isComparing());
    QSignalSpy ready(desk.dialog, &JsonDifferenceDialog::ready);
    QVERIFY(ready.wait());
    QCOMPARE(desk.dialog->differences().size(), 1);
    QSignalSpy again(desk.dialog, &JsonDifferenceDialog::ready);
    desk.dialog->takeStored();
    QCOMPARE(desk.document.bytes(), stored);
    QVERIFY(again.wait());
    QVERIFY(desk.dialog->differences().isEmpty());
}

MODELSCRIBE_GUI_TEST(tst_JsonDifferenceDialog)

} // namespace tst_jsondifferencedialog

#include "tst_jsondifferencedialog.moc"
