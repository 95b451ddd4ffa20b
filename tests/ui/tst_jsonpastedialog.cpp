// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "testclass.h"
#include "ui/json/dialogs/jsonpastedialog.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_jsonpastedialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonPasteDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void putsAMemberIntoTheCurrentObject();
    void putsAnElementIntoTheArrayAround();
    void replacesTheWholeText();
    void aTextThatIsNoJsonCanOnlyBeReplaced();
    void aKeyInUseIsRefused();
    void nothingUsefulCannotBeTaken();
    void jsonIsTakenAsItStands();
    void saysWhatAModelCardLeavesOut();
    void nothingIsRespelled();
};

namespace {

struct Desk
{
    Desk(const QByteArray &bytes, const QString &place)
        : document(text)
    {
        document.setBytes(bytes);
        dialog = new JsonPasteDialog(document, *jsonPathFromText(place));
        dialog->open();
    }
    ~Desk() { delete dialog; }

    bool paste(const QString &input)
    {
        QSignalSpy ready(dialog, &JsonPasteDialog::ready);
        dialog->setInput(input);
        return ready.wait();
    }

    JsonTextEdit text;
    JsonDocument document;
    QPointer<JsonPasteDialog> dialog;
};

} // namespace

void tst_JsonPasteDialog::putsAMemberIntoTheCurrentObject()
{
    Desk desk("{\"a\":{\"pasted\":0},\"b\":1}", u"$.a.pasted"_s);
    QVERIFY(!desk.dialog->primaryButton().isEnabled());
    QVERIFY(desk.paste(u"{'x': 1.0,}"_s));
    QCOMPARE(desk.dialog->findChild<QLineEdit *>()->text(), u"pasted 2"_s);
    QCOMPARE(desk.dialog->result(), "{\"x\": 1.0}"_ba);
    desk.dialog->primaryButton().click();
    QCOMPARE(desk.document.bytes(), "{\"a\":{\"pasted\":0,\"pasted 2\":{\"x\": 1.0}},\"b\":1}"_ba);
    desk.document.undo();
    QCOMPARE(desk.document.bytes(), "{\"a\":{\"pasted\":0},\"b\":1}"_ba);
    QTRY_VERIFY(!desk.dialog);
}

void tst_JsonPasteDialog::putsAnElementIntoTheArrayAround()
{
    Desk desk("{\"a\":[1]}", u"$.a[0]"_s);
    QVERIFY(!desk.dialog->findChild<QLineEdit *>()->isVisible());
    QVERIFY(desk.paste(u"2e5"_s));
    desk.dialog->take();
    QCOMPARE(desk.document.bytes(), "{\"a\":[1,2e5]}"_ba);
}

void tst_JsonPasteDialog::replacesTheWholeText()
{
    Desk desk("{\"a\":1}", u"$"_s);
    QVERIFY(desk.paste(u"b: yes please\nc: [1, 2]\n"_s));
    desk.dialog->findChildren<QRadioButton *>().first()->setChecked(true);
    QCOMPARE(desk.dialog->primaryButton().text(), u"Replace the text"_s);
    desk.dialog->take();
    QCOMPARE(compactJson(desk.document.bytes()), "{\"b\":\"yes please\",\"c\":[1,2]}"_ba);
    desk.document.undo();
    QCOMPARE(desk.document.bytes(), "{\"a\":1}"_ba);
}

void tst_JsonPasteDialog::aTextThatIsNoJsonCanOnlyBeReplaced()
{
    Desk desk("{\"a\":", u"$"_s);
    const auto choices = desk.dialog->findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 2);
    QVERIFY(choices[0]->isChecked());
    QVERIFY(!choices[1]->isVisible());
    QVERIFY(desk.paste(u"{}"_s));
    desk.dialog->take();
    QCOMPARE(desk.document.bytes(), "{}"_ba);
}

void tst_JsonPasteDialog::aKeyInUseIsRefused()
{
    Desk desk("{\"a\":1}", u"$"_s);
    QVERIFY(desk.paste(u"2"_s));
    auto *key = desk.dialog->findChild<QLineEdit *>();
    key->setText(u"a"_s);
    QCOMPARE(desk.dialog->status(), u"This key is already in use."_s);
    QVERIFY(!desk.dialog->primaryButton().isEnabled());
    key->setText(u"b"_s);
    QVERIFY(desk.dialog->status().isEmpty());
    desk.dialog->take();
    QCOMPARE(desk.document.bytes(), "{\"a\":1,\"b\":2}"_ba);
}

void tst_JsonPasteDialog::nothingUsefulCannotBeTaken()
{
    Desk desk("{}", u"$"_s);
    QVERIFY(desk.paste(QString(600, u'[')));
    QVERIFY(desk.dialog->result().isEmpty());
    QVERIFY2(desk.dialog->subtitle().startsWith(u"It is neither JSON nor YAML."),
             qPrintable(desk.dialog->subtitle()));
    QVERIFY(!desk.dialog->primaryButton().isEnabled());
    desk.dialog->take();
    QCOMPARE(desk.document.bytes(), "{}"_ba);
}

void tst_JsonPasteDialog::jsonIsTakenAsItStands()
{
    Desk desk("[]", u"$"_s);
    QVERIFY(desk.paste(u"{\"b\" : 1.0,\"a\":1e5}"_s));
    QCOMPARE(desk.dialog->result(), "{\"b\" : 1.0,\"a\":1e5}"_ba);
    QVERIFY(desk.paste(u"{\"b\" :\t12000000000000000000001}"_s));
    QCOMPARE(desk.dialog->result(), "{\"b\" :\t12000000000000000000001}"_ba);
}

void tst_JsonPasteDialog::saysWhatAModelCardLeavesOut()
{
    Desk desk("{}", u"$"_s);
    QVERIFY(desk.paste(u"---\nlicense: mit\nid: 0755\n---\n\n# Words\n"_s));
    QCOMPARE(compactJson(desk.dialog->result()), "{\"license\":\"mit\",\"id\":\"0755\"}"_ba);
    QCOMPARE(desk.dialog->subtitle(),
             u"It reads as the front matter of a model card. The text after the front matter is "
             "left out. 1 number(s) with leading zeros kept as text."_s);
    QVERIFY(desk.paste(u"---\nlicense: mit\n---\n"_s));
    QCOMPARE(desk.dialog->subtitle(), u"It reads as the front matter of a model card."_s);
}

void tst_JsonPasteDialog::nothingIsRespelled()
{
    const QString input = u"{\r\n\t\"10\u00A0km\": \"a\u2028b\u2029c\uFDD0\uFEFF\"\r}"_s;
    Desk desk("{}", u"$"_s);
    // As a person does it.
    auto *box = desk.dialog->findChild<QPlainTextEdit *>();
    QGuiApplication::clipboard()->setText(input);
    QSignalSpy ready(desk.dialog, &JsonPasteDialog::ready);
    box->paste();
    QVERIFY(ready.wait());
    QCOMPARE(desk.dialog->result(), input.toUtf8());
    QCOMPARE(desk.dialog->subtitle(), u"It is JSON and is inserted as it is."_s);
    for (QPlainTextEdit *shown : desk.dialog->findChildren<QPlainTextEdit *>()) {
        shown->selectAll();
        shown->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), input);
    }
}

MODELSCRIBE_GUI_TEST(tst_JsonPasteDialog)

} // namespace tst_jsonpastedialog

#include "tst_jsonpastedialog.moc"
