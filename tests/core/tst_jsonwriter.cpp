// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonmembers.h"
#include "core/jsonwriter.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_jsonwriter {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void escapesOnlyWhatMustBe_data();
    void escapesOnlyWhatMustBe();
    void anyTextSurvives();
    void keepsSurrogates();
    void writesMembersInOrder();
};

void tst_JsonWriter::escapesOnlyWhatMustBe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << u""_s << QByteArray("\"\"");
    QTest::newRow("named") << u"\"\\\n\r\t\b\f/"_s << QByteArray("\"\\\"\\\\\\n\\r\\t\\b\\f/\"");
    QTest::newRow("control") << QString(QChar(1)) + QChar(0x1F) << QByteArray(R"("\u0001\u001f")");
    QTest::newRow("NUL") << QString(QChar(0)) << QByteArray(R"("\u0000")");
    QTest::newRow("DEL and others stay")
        << u"\u007Fé\u2028中😀"_s << QByteArray("\"\x7Fé\xE2\x80\xA8中😀\"");
    QTest::newRow("lone high") << QString(QChar(0xD800)) + u'x' << QByteArray(R"("\ud800x")");
    QTest::newRow("lone low") << u"x"_s + QChar(0xDC00) << QByteArray(R"("x\udc00")");
}

void tst_JsonWriter::escapesOnlyWhatMustBe()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    QCOMPARE(jsonString(text), json);
}

void tst_JsonWriter::anyTextSurvives()
{
    for (quint32 seed = 0; seed < 2000; ++seed) {
        QRandomGenerator random(seed);
        QString text;
        for (int i = int(random.bounded(12)); i > 0; --i) {
            const bool surrogate = random.bounded(3) == 0;
            text += QChar(char16_t(surrogate ? 0xD800 + random.bounded(0x800)
                                             : random.bounded(random.bounded(2) ? 128 : 0xFFFF)));
        }
        const auto back = jsonStringValue(jsonString(text));
        QVERIFY2(back == text, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void tst_JsonWriter::keepsSurrogates()
{
    QCOMPARE(utf8KeepingSurrogates(u"a😀b"_s), QByteArray("a😀b"));
    QCOMPARE(utf8KeepingSurrogates(u"a"_s + QChar(0xDC00) + u"b"_s), QByteArray("a\\udc00b"));
    QCOMPARE(utf8KeepingSurrogates(QString(QChar(0xD800)) + u"😀"_s), QByteArray("\\ud800😀"));
    QCOMPARE(utf8KeepingSurrogates(QString()), QByteArray());
}

void tst_JsonWriter::writesMembersInOrder()
{
    JsonObjectWriter writer;
    QVERIFY(writer.isEmpty());
    QCOMPARE(writer.take(), QByteArray("{}"));
    writer.add(u"b", "1.0");
    writer.add(u"a\"", "{\"x\":[]}");
    QVERIFY(!writer.isEmpty());
    QCOMPARE(writer.take(), QByteArray("{\"b\":1.0,\"a\\\"\":{\"x\":[]}}"));
}

MODELSCRIBE_TEST(tst_JsonWriter)

} // namespace tst_jsonwriter

#include "tst_jsonwriter.moc"
