// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "testclass.h"

#include <QTest>

namespace tst_jsontext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonText : public QObject
{
    Q_OBJECT

private slots:
    void keepsEveryByte();
    void comparesAsText();
    void goesToTextAndBack_data();
    void goesToTextAndBack();
    void loneSurrogateBecomesItsEscape();
};

void tst_JsonText::keepsEveryByte()
{
    const QByteArray text = "\xEF\xBB\xBF{\"b\" : 1.0, \"a\":12345678901234567890123,\"a\":0}\r\n";
    QCOMPARE(JsonText(text).utf8(), text);
    QVERIFY(JsonText().isEmpty());
    QVERIFY(!JsonText(" ").isEmpty());
}

void tst_JsonText::comparesAsText()
{
    QVERIFY(JsonText("{\"a\":1}") == JsonText("{\"a\":1}"));
    QVERIFY(JsonText("{\"a\":1}") != JsonText("{\"a\": 1}"));
    QVERIFY(JsonText("1") != JsonText("1.0"));
}

void tst_JsonText::goesToTextAndBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("ascii") << QByteArray("{\"a\":1}");
    QTest::newRow("all lengths") << QByteArray("é中😀");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void tst_JsonText::goesToTextAndBack()
{
    QFETCH(QByteArray, text);
    QCOMPARE(JsonText::fromString(JsonText(text).toString()).utf8(), text);
}

void tst_JsonText::loneSurrogateBecomesItsEscape()
{
    const QString text = u"\"x"_s + QChar(0xD83D) + u'"';
    QCOMPARE(JsonText::fromString(text).utf8(), QByteArray("\"x\\ud83d\""));
}

MODELSCRIBE_TEST(tst_JsonText)

} // namespace tst_jsontext

#include "tst_jsontext.moc"
