// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "json/jsonconversion.h"

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
    void saysWhatFrontMatterLeavesOut();
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
    QTest::newRow("words with colons around")
        << "Here it is:\n{\"a\": \"b\"}\nNote: all of it.\n"_ba << false << "{\"a\":\"b\"}"_ba;
    QTest::newRow("a list") << "- chat\n- zh\n"_ba << true << "[\"chat\",\"zh\"]"_ba;
    QTest::newRow("front matter") << "---\nlicense: mit\ntags:\n- chat\n---\n"_ba << true
                                  << "{\"license\":\"mit\",\"tags\":[\"chat\"]}"_ba;
    QTest::newRow("front matter with lists in a row")
        << "---\ntags: [a,\n  b]\nid: 0755\n---"_ba << true
        << "{\"tags\":[\"a\",\"b\"],\"id\":\"0755\"}"_ba;
    QTest::newRow("fenced front matter")
        << "```yaml\n---\nlicense: mit\n---\n```"_ba << true << "{\"license\":\"mit\"}"_ba;
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

void tst_JsonConversion::saysWhatFrontMatterLeavesOut()
{
    const JsonConversion alone = convertToJson("---\na: 1\n---\n\n");
    QVERIFY(alone.isFrontMatter && !alone.leavesBody);
    const JsonConversion card = convertToJson("---\na: 00812\n---\n\n# Model\n\nWords: here\n");
    QCOMPARE(compactJson(card.best()), "{\"a\":\"00812\"}"_ba);
    QVERIFY(card.isFrontMatter && card.leavesBody);
    QCOMPARE(card.yamlNotes.leadingZeros, 1);
    QVERIFY(convertToJson("---\na: 1\n---\n\nWords\n\n---\nmore\n---\n").leavesBody);
    // Two of them, and what is no YAML, are not mended line by line.
    QVERIFY(!convertToJson("---\na: 1\n---\n---\nb: 2\n---\n").isUsable());
    QVERIFY(!convertToJson("---\na: b: c\n---\n").isUsable());
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
