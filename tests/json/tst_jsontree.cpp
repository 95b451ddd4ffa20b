// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsontree.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_jsontree {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! Nodes:              0    1        2   3      4          5            6
const QByteArray sample = R"( { "a" : [ 1.0 , { "b\u0062" : "x\n" } , [] ] ,)"
                          //  7               8           9            10
                          R"( "c" : null, "\u0063" : true, "d":-0, "c" : "中" } )";

QByteArray nested(int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); }

} // namespace

class tst_JsonTree : public QObject
{
    Q_OBJECT

private slots:
    void nodesAreInDocumentOrder();
    void rangesAreTheBytesOfTheText();
    void escapesAreReadButStay();
    void aScalarIsATree_data();
    void aScalarIsATree();
    void badTextHasNoNodesButAProblem();
    void depthIsBounded();
    void placesAreFound_data();
    void placesAreFound();
    void everyPathLeadsBack();
    void pathsThatAreNotThere_data();
    void pathsThatAreNotThere();
    void lastMemberOfAKeyCounts();
    void duplicatesAreNamedWithTheFirst();
    void keysAreMatchedWhateverTheirEscapes();
    void manySiblingsAreNoTrouble();
    void memoryIsBounded();
};

void tst_JsonTree::nodesAreInDocumentOrder()
{
    const JsonTree tree = JsonTree::parse(sample);
    QVERIFY(tree.isValid());
    QVERIFY(!tree.problem());
    QCOMPARE(tree.size(), 10u);
    QCOMPARE(tree.kind(0), JsonKind::Object);
    QCOMPARE(tree.kind(1), JsonKind::Array);
    QCOMPARE(tree.kind(2), JsonKind::Number);
    QCOMPARE(tree.kind(4), JsonKind::String);
    QCOMPARE(tree.kind(6), JsonKind::Null);
    QCOMPARE(tree.kind(7), JsonKind::Boolean);
    QCOMPARE(tree.children(0), (QList<JsonNodeId>{1, 6, 7, 8, 9}));
    QCOMPARE(tree.children(1), (QList<JsonNodeId>{2, 3, 5}));
    QCOMPARE(tree.children(5), QList<JsonNodeId>());
    QCOMPARE(tree.childCount(0), 5u);
    QCOMPARE(tree.parent(0), 0u);
    QCOMPARE(tree.parent(4), 3u);
    QCOMPARE(tree.after(1), 6u);
    QCOMPARE(tree.after(0), tree.size());
    QCOMPARE(tree.depth(0), 0);
    QCOMPARE(tree.depth(4), 3);
    QCOMPARE(tree.indexInParent(0), 0u);
    QCOMPARE(tree.indexInParent(5), 2u);
    QCOMPARE(tree.indexInParent(9), 4u);
}

void tst_JsonTree::rangesAreTheBytesOfTheText()
{
    const JsonTree tree = JsonTree::parse(sample);
    QCOMPARE(tree.text(), sample);
    QCOMPARE(tree.rawValue(0), sample.trimmed());
    QCOMPARE(tree.rawValue(1), QByteArrayView(R"([ 1.0 , { "b\u0062" : "x\n" } , [] ])"));
    QCOMPARE(tree.rawValue(2), QByteArrayView("1.0"));
    QCOMPARE(tree.rawValue(5), QByteArrayView("[]"));
    QCOMPARE(tree.rawKey(4), QByteArrayView(R"("b\u0062")"));
    QCOMPARE(tree.rawKey(7), QByteArrayView(R"("\u0063")"));
    QVERIFY(!tree.hasKey(0));
    QVERIFY(!tree.hasKey(2));
    QVERIFY(tree.keyRange(2).size() == 0);
    QVERIFY(tree.hasKey(9));
    const JsonRange entry = tree.entryRange(8);
    QCOMPARE(sample.sliced(entry.begin, entry.size()), QByteArray("\"d\":-0"));
    QCOMPARE(tree.entryRange(2), tree.valueRange(2));
}

void tst_JsonTree::escapesAreReadButStay()
{
    const JsonTree tree = JsonTree::parse(sample);
    QCOMPARE(tree.key(4), u"bb"_s);
    QCOMPARE(tree.text(4), u"x\n"_s);
    QCOMPARE(tree.key(7), u"c"_s);
    QCOMPARE(tree.text(9), u"中"_s);
    QCOMPARE(tree.text(2), u"1.0"_s);
    QCOMPARE(tree.key(0), QString());
    QCOMPARE(JsonTree::parse(R"("\ud800")").text(0), QString(QChar(0xD800)));
    QCOMPARE(JsonTree::parse("\"\xEF\xBB\xBFx\"").text(0), u"\uFEFFx"_s);
    QCOMPARE(JsonTree::parse(R"("\u0000")").text(0), QString(QChar(0)));
}

void tst_JsonTree::aScalarIsATree_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonKind>("kind");
    QTest::newRow("number") << QByteArray(" -1.50e+3\n") << JsonKind::Number;
    QTest::newRow("string") << QByteArray("\"\"") << JsonKind::String;
    QTest::newRow("true") << QByteArray("true") << JsonKind::Boolean;
    QTest::newRow("false") << QByteArray("false") << JsonKind::Boolean;
    QTest::newRow("null") << QByteArray("null") << JsonKind::Null;
    QTest::newRow("array") << QByteArray("[ ]") << JsonKind::Array;
    QTest::newRow("object") << QByteArray("{\n}") << JsonKind::Object;
}

void tst_JsonTree::aScalarIsATree()
{
    QFETCH(QByteArray, text);
    QFETCH(JsonKind, kind);
    const JsonTree tree = JsonTree::parse(text);
    QCOMPARE(tree.size(), 1u);
    QCOMPARE(tree.kind(0), kind);
    QCOMPARE(tree.rawValue(0), text.trimmed());
    QCOMPARE(tree.path(0), JsonPath());
    QCOMPARE(tree.find({}), std::optional<JsonNodeId>(0));
}

void tst_JsonTree::badTextHasNoNodesButAProblem()
{
    const JsonTree tree = JsonTree::parse("{\"a\": 1,\n\"b\": }");
    QVERIFY(!tree.isValid());
    QCOMPARE(tree.size(), 0u);
    QVERIFY(tree.problem());
    QCOMPARE(tree.problem()->code, JsonProblem::Code::UnexpectedCharacter);
    QCOMPARE(tree.problem()->line, 2);
    QCOMPARE(tree.find({}), std::nullopt);
    QCOMPARE(tree.member(0, u"a"), std::nullopt);
    QCOMPARE(tree.nodeAt(3), 0u);
    QVERIFY(tree.duplicates().isEmpty());
    QVERIFY(!JsonTree().isValid());
    QVERIFY(!JsonTree().problem());
}

void tst_JsonTree::depthIsBounded()
{
    const JsonTree deepest = JsonTree::parse(nested(512));
    QCOMPARE(deepest.size(), 512u);
    QCOMPARE(deepest.depth(511), 511);
    QCOMPARE(deepest.path(511).size(), 511);
    QCOMPARE(deepest.find(deepest.path(511)), std::optional<JsonNodeId>(511));
    for (const int levels : {513, 100'000}) {
        const JsonTree tree = JsonTree::parse(nested(levels));
        QVERIFY(!tree.isValid());
        QCOMPARE(tree.problem()->code, JsonProblem::Code::TooDeep);
        QCOMPARE(tree.problem()->offset, 512);
    }
}

void tst_JsonTree::placesAreFound_data()
{
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<JsonNodeId>("node");
    const auto row = [](const char *name, qsizetype offset, JsonNodeId node) {
        QTest::newRow(name) << offset << node;
    };
    row("before everything", 0, 0);
    row("at the opening bracket", 1, 0);
    row("at a key", sample.indexOf("\"a\""), 1);
    row("at a colon", sample.indexOf(":"), 1);
    row("in a number", sample.indexOf("1.0") + 1, 2);
    row("right behind a number", sample.indexOf("1.0") + 3, 2);
    row("at a comma with blanks around", sample.indexOf(" , {") + 1, 1);
    row("in an inner key", sample.indexOf("b\\u"), 4);
    row("in an inner string", sample.indexOf("x\\n"), 4);
    row("between brackets of nothing", sample.indexOf("[]") + 1, 5);
    row("at the last", sample.indexOf("中"), 9);
    row("beyond the end", sample.size() + 5, 0);
    row("before the start", -1, 0);
}

void tst_JsonTree::placesAreFound()
{
    QFETCH(qsizetype, offset);
    QFETCH(JsonNodeId, node);
    QCOMPARE(JsonTree::parse(sample).nodeAt(offset), node);
}

void tst_JsonTree::everyPathLeadsBack()
{
    const JsonTree tree = JsonTree::parse(sample);
    for (JsonNodeId node = 0; node < tree.size(); ++node)
        QCOMPARE(tree.find(tree.path(node)), std::optional(node));
    QCOMPARE(jsonPathText(tree.path(4)), u"$.a[1].bb"_s);
    QCOMPARE(jsonPathText(tree.path(6)), u"$.c"_s);
    QCOMPARE(jsonPathText(tree.path(7)), u"$.c#2"_s);
    QCOMPARE(jsonPathText(tree.path(9)), u"$.c#3"_s);
}

void tst_JsonTree::pathsThatAreNotThere_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"$.b", "$.a.b", "$[0]", "$.a[3]", "$.c#4", "$.d.x", "$.d[0]",
                             "$.a[2][0]", "$.a#2", "$.A"})
        QTest::newRow(path) << QString::fromUtf8(path);
}

void tst_JsonTree::pathsThatAreNotThere()
{
    QFETCH(QString, path);
    const auto parsed = jsonPathFromText(path);
    QVERIFY(parsed);
    QCOMPARE(JsonTree::parse(sample).find(*parsed), std::nullopt);
}

void tst_JsonTree::lastMemberOfAKeyCounts()
{
    const JsonTree tree = JsonTree::parse(sample);
    QCOMPARE(tree.member(0, u"c"), std::optional<JsonNodeId>(9));
    QCOMPARE(tree.member(3, u"bb"), std::optional<JsonNodeId>(4));
    QCOMPARE(tree.member(0, u"bb"), std::nullopt);
    QCOMPARE(tree.member(1, u"0"), std::nullopt);
}

void tst_JsonTree::duplicatesAreNamedWithTheFirst()
{
    QCOMPARE(JsonTree::parse(sample).duplicates(), (QList<JsonNodeId>{6, 7, 9}));
    QVERIFY(JsonTree::parse(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})").duplicates().isEmpty());
    QCOMPARE(JsonTree::parse(R"([{"x":1,"\u0078":2}])").duplicates(), (QList<JsonNodeId>{2, 3}));
    // A lone surrogate is itself only.
    QVERIFY(JsonTree::parse(R"({"\ud800":1,"\ud801":2,"\\ud800":3,"�":4,"?":5})")
                .duplicates()
                .isEmpty());
    QCOMPARE(JsonTree::parse(R"({"\ud800":1,"\uD800":2})").duplicates().size(), 2);
}

void tst_JsonTree::keysAreMatchedWhateverTheirEscapes()
{
    const JsonTree tree = JsonTree::parse(
        R"({"a":0,"\u0061":1,"\"\n":2,"/":3,"\/":4,"\ud800":5,"�":6,"":7})");
    const auto matches = [&tree](const QString &key) {
        QList<JsonNodeId> result;
        const JsonKeyMatcher matcher(key);
        for (JsonNodeId node = 0; node < tree.size(); ++node) {
            if (matcher.matches(tree, node))
                result.append(node);
        }
        return result;
    };
    QCOMPARE(matches(u"a"_s), (QList<JsonNodeId>{1, 2}));
    QCOMPARE(matches(u"\"\n"_s), QList<JsonNodeId>{3});
    QCOMPARE(matches(u"/"_s), (QList<JsonNodeId>{4, 5}));
    QCOMPARE(matches(QString(QChar(0xD800))), QList<JsonNodeId>{6});
    QCOMPARE(matches(u"�"_s), QList<JsonNodeId>{7});
    QCOMPARE(matches(u""_s), QList<JsonNodeId>{8});
    QCOMPARE(matches(u"b"_s), QList<JsonNodeId>());
}

void tst_JsonTree::manySiblingsAreNoTrouble()
{
    QByteArray text = "{";
    for (int i = 0; i < 100'000; ++i)
        text += "\"key " + QByteArray::number(i) + "\":[" + QByteArray::number(i) + "],";
    text.back() = '}';
    const JsonTree tree = JsonTree::parse(text);
    QCOMPARE(tree.childCount(0), 100'000u);
    const JsonNodeId last = tree.size() - 1;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(tree.nodeAt(text.size() - 3), last);
    const auto place = timer.nsecsElapsed();
    const JsonPath path = tree.path(last);
    const auto made = timer.nsecsElapsed();
    QCOMPARE(tree.find(path), std::optional(last));
    const auto found = timer.nsecsElapsed();
    qInfo("100,000 siblings: nodeAt %.2f ms, path %.2f ms, find %.2f ms", double(place) / 1e6,
          double(made - place) / 1e6, double(found - made) / 1e6);
    QCOMPARE(jsonPathText(path), u"$['key 99999'][0]"_s);
}

void tst_JsonTree::memoryIsBounded()
{
    QByteArray text = "[";
    for (int i = 0; i < 10'000; ++i)
        text += R"({"name": "model )" + QByteArray::number(i)
                + R"(", "Rating": 4.5, "tags": ["a, b", "c"]},)";
    text.back() = ']';
    QVERIFY(JsonTree::parse(text).memory() <= 6 * text.size());
    const QByteArray words = "[\"" + QByteArray(100'000, ',') + "\"]";
    QVERIFY2(JsonTree::parse(words).memory() < 10'000, "commas in strings are no nodes");
}

MODELSCRIBE_TEST(tst_JsonTree)

} // namespace tst_jsontree

#include "tst_jsontree.moc"
