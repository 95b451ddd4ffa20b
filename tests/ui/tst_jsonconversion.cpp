// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "ui/json/jsonconversion.h"

#include "testclass.h"
#include "json/jsondifference.h"

#include <QTest>

namespace tst_jsonconversion {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonConversion : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatPeoplePaste_data();
    void readsWhatPeoplePaste();
    void jsonStaysAsItIs();
    void nothingIsNothing();
};

void tst_JsonConversion::readsWhatPeoplePaste_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("prefersYaml");
    QTest::addColumn<QByteArray>("best");
    QTest::newRow("trailing comma") << "{\"a\": 1,}"_ba << false << "{\"a\":1}"_ba;
    QTest::newRow("single quotes") << "{'a': 1}"_ba << false << "{\"a\":1}"_ba;
    QTest::newRow("members without braces")
        << "\"a\": 1,\n\"b\": 2"_ba << false << "{\"a\":1,\"b\":2}"_ba;
    QTest::newRow("words around") << "Here it is:\n{\"a\": 1}"_ba << false << "{\"a\":1}"_ba;
    QTest::newRow("a mapping") << "a: 1\nb:\n  - x\n  - true\n"_ba << true
                               << "{\"a\":1,\"b\":[\"x\",true]}"_ba;
    QTest::newRow("a list of mappings")
        << "- a: 1\n  b: 2\n- a: 3\n"_ba << true << "[{\"a\":1,\"b\":2},{\"a\":3}]"_ba;
    QTest::newRow("a fenced mapping")
        << "```yaml\na: 1\nb: x y\n```\n"_ba << true << "{\"a\":1,\"b\":\"x y\"}"_ba;
}

void tst_JsonConversion::readsWhatPeoplePaste()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, prefersYaml);
    QFETCH(QByteArray, best);
    const JsonConversion conversion = convertToJson(text);
    QVERIFY(!conversion.isJson);
    QVERIFY(conversion.isUsable());
    QCOMPARE(conversion.prefersYaml, prefersYaml);
    QCOMPARE(compactJson(conversion.best()), best);
}

void tst_JsonConversion::jsonStaysAsItIs()
{
    const QByteArray text = " {\"a\" : 1.0,\r\n\"a\":2} ";
    const JsonConversion conversion = convertToJson(text);
    QVERIFY(conversion.isJson);
    QVERIFY(!conversion.hasYaml());
    QCOMPARE(conversion.best(), text);
}

void tst_JsonConversion::nothingIsNothing()
{
    for (const QByteArray &text : {""_ba, "  \n"_ba}) {
        const JsonConversion conversion = convertToJson(text);
        QVERIFY(!conversion.isJson);
        QVERIFY(!conversion.isUsable());
        QVERIFY(conversion.best().isEmpty());
    }
}

MODELSCRIBE_TEST(tst_JsonConversion)

} // namespace tst_jsonconversion

#include "tst_jsonconversion.moc"
