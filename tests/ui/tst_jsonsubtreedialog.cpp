// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "testclass.h"
#include "ui/json/dialogs/jsonsourcetree.h"
#include "ui/json/dialogs/jsonsubtreedialog.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

#include <algorithm>

namespace tst_jsonsubtreedialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonSubtreeDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void copiesSeveralAsOneStepOfUndo();
    void keysInUseAreAskedFor_data();
    void keysInUseAreAskedFor();
    void goesIntoTheOutermostObjectOnRequest();
    void anEmptyDocumentBecomesAnObject();
    void aDocumentThatIsNoJsonTakesNothing();
    void filtersAHundredThousandTexts();
    void saysWhyThereIsNoTree_data();
    void saysWhyThereIsNoTree();
    void copiesAtMostSoMany();
    void longTextsAreCopiedElsewhere();
};

namespace {

const QList<JsonSourceText> samples{
    {u"bert-zh"_s, u"model-1"_s, "{\"Rating\":4.9,\"Covers\":[\"x\",\"y\"],\"Deep\":{\"a\":1}}"},
    {u"qwen"_s, u"model-2"_s, "{\"Rating\":1.0}"},
};

struct Desk
{
    Desk(const QByteArray &bytes, const QString &place, const QList<JsonSourceText> &sources)
        : document(text)
    {
        document.setBytes(bytes);
        dialog = new JsonSubtreeDialog(document, *jsonPathFromText(place),
                                       [sources] { return sources; });
        dialog->open();
    }
    ~Desk() { delete dialog; }

    void choose(int source)
    {
        dialog->findChild<QTreeView *>(u"sources"_s)
            ->setCurrentIndex(dialog->sources().index(source, 0));
    }
    bool check(const QString &path) const
    {
        JsonSourceTree &tree = dialog->sourceTree();
        const auto node = tree.tree().find(*jsonPathFromText(path));
        return node && tree.setData(tree.indexOf(*node), Qt::Checked, Qt::CheckStateRole);
    }
    QComboBox *clash(int row) const
    {
        return qobject_cast<QComboBox *>(dialog->findChild<QTableWidget *>()->cellWidget(row, 2));
    }

    JsonTextEdit text;
    JsonDocument document;
    QPointer<JsonSubtreeDialog> dialog;
};

} // namespace

void tst_JsonSubtreeDialog::copiesSeveralAsOneStepOfUndo()
{
    const QByteArray before = "{\n  \"x\": 0\n}";
    Desk desk(before, u"$"_s, samples);
    QVERIFY(!desk.dialog->primaryButton().isEnabled());
    desk.choose(0);
    QVERIFY(desk.check(u"$.Rating"_s));
    QVERIFY(desk.check(u"$.Deep"_s));
    QCOMPARE(desk.dialog->primaryButton().text(), u"Copy 2 value(s)"_s);
    desk.dialog->primaryButton().click();
    QCOMPARE(desk.document.bytes(),
             "{\n  \"x\": 0,\n  \"Rating\": 4.9,\n  \"Deep\": {\"a\":1}\n}"_ba);
    desk.document.undo();
    QCOMPARE(desk.document.bytes(), before);
    QTRY_VERIFY(!desk.dialog);
}

void tst_JsonSubtreeDialog::keysInUseAreAskedFor_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("keep mine") << 0 << "{\"Rating\":5}"_ba;
    QTest::newRow("replace") << 1 << "{\"Rating\":4.9}"_ba;
    QTest::newRow("add") << 2 << "{\"Rating\":5,\"Rating 2\":4.9}"_ba;
}

void tst_JsonSubtreeDialog::keysInUseAreAskedFor()
{
    QFETCH(int, choice);
    QFETCH(QByteArray, expected);
    Desk desk("{\"Rating\":5}", u"$.Rating"_s, samples);
    desk.choose(0);
    QVERIFY(desk.check(u"$.Rating"_s));
    QVERIFY(desk.clash(0));
    QCOMPARE(desk.clash(0)->currentIndex(), 0);
    QCOMPARE(desk.clash(0)->itemText(2), u"Add as “Rating 2”"_s);
    desk.clash(0)->setCurrentIndex(choice);
    QCOMPARE(desk.dialog->primaryButton().isEnabled(), choice > 0);
    desk.dialog->copy();
    QCOMPARE(desk.document.bytes(), expected);
}

void tst_JsonSubtreeDialog::goesIntoTheOutermostObjectOnRequest()
{
    for (const bool outermost : {false, true}) {
        Desk desk("{\"in\":{\"here\":0}}", u"$.in.here"_s, samples);
        QCOMPARE(jsonPathText(*desk.dialog->container()), u"$.in"_s);
        auto *into = desk.dialog->findChild<QComboBox *>();
        if (outermost)
            into->setCurrentIndex(0);
        desk.choose(1);
        QVERIFY(desk.check(u"$.Rating"_s));
        desk.dialog->copy();
        QCOMPARE(desk.document.bytes(), outermost ? "{\"in\":{\"here\":0},\"Rating\":1.0}"_ba
                                                  : "{\"in\":{\"here\":0,\"Rating\":1.0}}"_ba);
    }
}

void tst_JsonSubtreeDialog::anEmptyDocumentBecomesAnObject()
{
    Desk desk("", u"$"_s, samples);
    desk.choose(1);
    QVERIFY(desk.check(u"$.Rating"_s));
    desk.dialog->copy();
    QCOMPARE(compactJson(desk.document.bytes()), "{\"Rating\":1.0}"_ba);
    desk.document.undo();
    QVERIFY(desk.document.bytes().isEmpty());
}

void tst_JsonSubtreeDialog::aDocumentThatIsNoJsonTakesNothing()
{
    Desk desk("{\"a\"", u"$"_s, samples);
    QVERIFY(desk.dialog->subtitle().contains(u"not valid JSON"));
    desk.choose(1);
    QVERIFY(desk.check(u"$.Rating"_s));
    QVERIFY(!desk.dialog->primaryButton().isEnabled());
    desk.dialog->copy();
    QCOMPARE(desk.document.bytes(), "{\"a\""_ba);
}

void tst_JsonSubtreeDialog::filtersAHundredThousandTexts()
{
    QList<JsonSourceText> many;
    for (int i = 0; i < 100'000; ++i)
        many.append({u"model %1"_s.arg(i), u"id-%1"_s.arg(i), "{\"a\":1}"});
    Desk desk("{}", u"$"_s, many);
    QElapsedTimer timer;
    timer.start();
    QTest::keyClicks(desk.dialog->findChild<QLineEdit *>(), u"ID-99999"_s);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(desk.dialog->sources().rowCount(), 1);
    QCOMPARE(desk.dialog->sources().source(0).title, u"model 99999"_s);
}

void tst_JsonSubtreeDialog::saysWhyThereIsNoTree_data()
{
    QTest::addColumn<QList<JsonSourceText>>("sources");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing chosen") << samples << u"Choose a text on the left."_s;
    QTest::newRow("no texts") << QList<JsonSourceText>{}
                              << u"There is no other text to copy from."_s;
    QTest::newRow("no JSON") << QList<JsonSourceText>{{u"a"_s, {}, "{a"}}
                             << u"This text is not JSON."_s;
    QTest::newRow("empty object") << QList<JsonSourceText>{{u"a"_s, {}, "{}"}}
                                  << u"This text is empty."_s;
}

void tst_JsonSubtreeDialog::saysWhyThereIsNoTree()
{
    QFETCH(QList<JsonSourceText>, sources);
    QFETCH(QString, sentence);
    Desk desk("{}", u"$"_s, sources);
    if (sources.size() == 1)
        desk.choose(0);
    const auto labels = desk.dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisible() && label->text() == sentence;
    }));
}

void tst_JsonSubtreeDialog::copiesAtMostSoMany()
{
    QByteArrayList members;
    for (int i = 0; i <= JsonSubtreeDialog::maxChosen; ++i)
        members << "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    Desk desk("{}", u"$"_s, {{u"many"_s, {}, '{' + members.join(',') + '}'}});
    desk.choose(0);
    for (int i = 0; i < JsonSubtreeDialog::maxChosen; ++i)
        QVERIFY(desk.check(u"$.k%1"_s.arg(i)));
    QVERIFY(desk.dialog->primaryButton().isEnabled());
    QVERIFY(desk.check(u"$.k%1"_s.arg(JsonSubtreeDialog::maxChosen)));
    QVERIFY(!desk.dialog->primaryButton().isEnabled());
    QCOMPARE(desk.dialog->status(), u"At most 200 values can be copied at once."_s);
}

void tst_JsonSubtreeDialog::longTextsAreCopiedElsewhere()
{
    const QByteArray text = "{\"long\":\"" + QByteArray(2'000'000, 'x') + "\"}";
    Desk desk(text, u"$"_s, samples);
    QTRY_VERIFY(desk.document.isCurrent());
    delete desk.dialog;
    desk.dialog = new JsonSubtreeDialog(desk.document, {}, [] { return samples; });
    desk.dialog->open();
    desk.choose(1);
    QVERIFY(desk.check(u"$.Rating"_s));
    desk.dialog->copy();
    QVERIFY(desk.dialog->isWorking());
    QTRY_VERIFY(!desk.dialog);
    QCOMPARE(desk.document.bytes(), text.chopped(1) + ",\"Rating\":1.0}");
}

MODELSCRIBE_GUI_TEST(tst_JsonSubtreeDialog)

} // namespace tst_jsonsubtreedialog

#include "tst_jsonsubtreedialog.moc"
