// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "testclass.h"
#include "json/jsonquery.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_jsonquery {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const QByteArray sample = R"({
  "name": "m",
  "tags": ["a", "b", "c", "d"],
  "runs": [{"id": 1, "score": {"f1": 0.5}}, {"id": 2, "score": {"f1": 0.7}}, [7, [8]]],
  "a b": {"it\u0027s": 1, "é": 2, "0": 3, "-": {}},
  "name": "again",
  "\u0074op": true,
  "😀": {}
})";

} // namespace

class tst_JsonQuery : public QObject
{
    Q_OBJECT

private slots:
    void findsInDocumentOrder_data();
    void findsInDocumentOrder();
    void aCopiedPathFindsItsNode();
    void badQueriesAreRefusedWithTheirPlace_data();
    void badQueriesAreRefusedWithTheirPlace();
    void findsNothingInABadText();
    void costIsBounded();
};

void tst_JsonQuery::findsInDocumentOrder_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found"); // values, whitespace between them
    const auto row = [](const char *query, const char *found) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(found);
    };
    row("$.tags[0]", R"("a")");
    row("$.tags[-1]", R"("d")");
    row("$.tags[4]", "");
    row("$.tags[-5]", "");
    row("$.tags[*]", R"("a" "b" "c" "d")");
    row("$.tags.*", R"("a" "b" "c" "d")");
    row("$.tags[1:3]", R"("b" "c")");
    row("$.tags[:2]", R"("a" "b")");
    row("$.tags[2:]", R"("c" "d")");
    row("$.tags[:]", R"("a" "b" "c" "d")");
    row("$.tags[-2:]", R"("c" "d")");
    row("$.tags[:-3]", R"("a")");
    row("$.tags[-9:-2]", R"("a" "b")");
    row("$.tags[3:1]", "");
    row("$.tags[9:]", "");
    row("$.tags[0:9007199254740991]", R"("a" "b" "c" "d")");
    row("$.tags[2,0,2]", R"("a" "c")");
    row("$.tags[ -1 , 0 : 1 ]", R"("a" "d")");
    row("$.tags['0']", "");
    row("$.name", R"("m" "again")");
    row("$['name']", R"("m" "again")");
    row("$[\"name\",'tags'][0]", R"("a")");
    row("$.top", "true");
    row("$['\\u0074op']", "true");
    row("$['a b']['it\\'s']", "1");
    row("$['a b'][\"it's\"]", "1");
    row("$['a b'].é", "2");
    row("$['a b']['0']", "3");
    row("$['a b'][0]", "");
    row("$['a b']['-']", "{}");
    row("$ .runs [0] .id", "1");
    row("$\n.runs\t[0]\r.id", "1");
    row("$['a b']['\\u0069t\\u0027s']", "1");
    row("$['\\ud83d\\ude00']", "{}");
    row("$[\"\\uD83D\\uDE00\"]", "{}");
    row("$.runs.*.id", "1 2");
    row("$..f1", "0.5 0.7");
    row("$..score.f1", "0.5 0.7");
    row("$..['f1','id']", "1 0.5 2 0.7");
    row("$..[0]", R"("a" {"id":1,"score":{"f1":0.5}} 7 8)");
    row("$.runs[2]..*", "7 [8] 8");
    row("$.runs..*..*", R"(1 {"f1":0.5} 0.5 2 {"f1":0.7} 0.7 7 [8] 8)");
    row("$..runs..f1", "0.5 0.7");
    row("$.nothing", "");
    row("$.name.x", "");
    row("$.Name", "");
}

void tst_JsonQuery::findsInDocumentOrder()
{
    QFETCH(QString, query);
    QFETCH(QString, found);
    const auto parsed = JsonQuery::parse(query);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    const JsonTree tree = JsonTree::parse(sample);
    QVERIFY(tree.isValid());
    QByteArrayList values;
    for (const JsonNodeId node : parsed->run(tree))
        values.append(compactJson(tree.rawValue(node)));
    QCOMPARE(QString::fromUtf8(values.join(' ')), found);
}

void tst_JsonQuery::aCopiedPathFindsItsNode()
{
    QCOMPARE(JsonQuery::parse(u"$")->run(JsonTree::parse("1")), QList<JsonNodeId>{0});
    const JsonTree tree = JsonTree::parse(
        R"({"a":[0,{"it\u0027s":{"\\b":[1]},"é😀":2,"7":3,"a.b":4,"line\nend":5,"\"":6}]})");
    QVERIFY(tree.isValid());
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        const QString path = jsonPathText(tree.path(node));
        const auto query = JsonQuery::parse(path);
        QVERIFY2(query, qPrintable(path));
        QCOMPARE(query->run(tree), QList<JsonNodeId>{node});
    }
}

void tst_JsonQuery::badQueriesAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("place");
    const auto row = [](const char *query, int place) {
        QTest::newRow(query) << QString::fromUtf8(query) << place;
    };
    row("", 1);
    row("name", 1);
    row("$name", 2);
    row("$.", 3);
    row("$. name", 3);
    row("$...a", 4);
    row("$..", 4);
    row("$.a-b", 4);
    row("$.1", 3);
    row("$[", 3);
    row("$[]", 3);
    row("$[name]", 3);
    row("$['a]", 6);
    row("$['a", 5);
    row("$['a\\", 5);
    row("$['a\\x']", 5);
    row("$['\\u12']", 4);
    row("$['\\u+123']", 4);
    row("$[1", 4);
    row("$[1 2]", 5);
    row("$[1,]", 5);
    row("$[01]", 3);
    row("$[-]", 3);
    row("$[-0]", 3);
    row("$[1.5]", 4);
    row("$[+1]", 3);
    row("$[9007199254740992]", 3);
    row("$[99999999999999999999]", 3);
    row("$[1:2:3]", 6);
    row("$[?@.a]", 3);
    row("$.a b", 5);
    row("$.a[0]x", 7);
    row("$.a#2", 4);
    row(" $.a", 1);
    row("$.a ", 4);
    row("$ ", 2);
    row("$['a\nb']", 5);
    row("$[\"a\tb\"]", 5);
    row("$['\x1F']", 4);
    row("$['\\\"']", 4);
    row("$[\"\\'\"]", 4);
    row("$['\\ud800']", 4);
    row("$['\\ud800\\u0041']", 4);
    row("$['\\udc00']", 4);
    row("$['\\ud800x']", 4);
}

void tst_JsonQuery::badQueriesAreRefusedWithTheirPlace()
{
    QFETCH(QString, query);
    QFETCH(int, place);
    const auto parsed = JsonQuery::parse(query);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::Kind::Invalid);
    QCOMPARE(parsed.error().detail, QString::number(place));
}

void tst_JsonQuery::findsNothingInABadText()
{
    QVERIFY(JsonQuery::parse(u"$..*")->run(JsonTree::parse("{")).isEmpty());
    QVERIFY(JsonQuery()
                .run(JsonTree::parse("1"))
                .contains(0)); // without segments it is the outermost value
}

void tst_JsonQuery::costIsBounded()
{
    QVERIFY(JsonQuery::parse(u"$"_s + u"..*"_s.repeated(100)));
    QVERIFY(!JsonQuery::parse(u"$"_s + u"..*"_s.repeated(101)));
    QVERIFY(!JsonQuery::parse(u"$[0"_s + u",0"_s.repeated(100) + u']'));

    const QByteArray deep = QByteArray(500, '[') + QByteArray("1,").repeated(20'000) + '1'
                            + QByteArray(500, ']');
    const JsonTree tree = JsonTree::parse(deep);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(JsonQuery::parse(u"$"_s + u"..*"_s.repeated(20))->run(tree).size(),
             qsizetype(tree.size()) - 20);
    qInfo("20 times any depth in %u nodes: %lld ms", tree.size(), timer.elapsed());
    QVERIFY2(timer.elapsed() < 5000, "each segment looks at each node once");
}

MODELSCRIBE_TEST(tst_JsonQuery)

} // namespace tst_jsonquery

#include "tst_jsonquery.moc"
