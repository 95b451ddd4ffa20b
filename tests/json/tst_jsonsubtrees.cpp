// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"
#include "testclass.h"
#include "json/jsonsubtrees.h"

#include <QTest>

namespace tst_jsonsubtrees {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Clash = JsonSubtree::Clash;

class tst_JsonSubtrees : public QObject
{
    Q_OBJECT

private slots:
    void putsSubtreesIn_data();
    void putsSubtreesIn();
    void takesTheIndentationOfItsNewPlace();
    void findsClashes();
    void stopsWhenItIsTold();
    void refusesAPlaceThatIsNoContainer();
};

namespace {

JsonSubtree subtree(const QByteArray &source, const QString &path, Clash clash = Clash::KeepMine)
{
    const JsonTree tree = JsonTree::parse(source);
    JsonSubtree result = JsonSubtree::of(tree, *tree.find(*jsonPathFromText(path)));
    result.clash = clash;
    return result;
}

QByteArray put(const QByteArray &target, const QString &place, const QList<JsonSubtree> &subtrees)
{
    const std::atomic_bool stop = false;
    const auto changes = insertSubtrees(JsonTree::parse(target), *jsonPathFromText(place), subtrees,
                                        stop);
    return changes ? changedText(target, *changes) : "failed: "_ba + changes.error().code.toUtf8();
}

} // namespace

void tst_JsonSubtrees::putsSubtreesIn_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QList<JsonSubtree>>("subtrees");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray source = "{\"a\":1.0,\"b\":{\"c\":[1,2]},\"l\":[\"x\",\"y\"]}";
    const auto one = [&source](const QString &path, Clash clash = Clash::KeepMine) {
        return QList{subtree(source, path, clash)};
    };
    QTest::newRow("a new member") << "{\"z\":0}"_ba << u"$"_s << one(u"$.a"_s)
                                  << "{\"z\":0,\"a\":1.0}"_ba;
    QTest::newRow("from inside") << "{\"z\":{}}"_ba << u"$.z"_s << one(u"$.b.c"_s)
                                 << "{\"z\":{\"c\":[1,2]}}"_ba;
    QTest::newRow("a key in use stays")
        << "{\"a\":2}"_ba << u"$"_s << one(u"$.a"_s) << "{\"a\":2}"_ba;
    QTest::newRow("a key in use is replaced")
        << "{\"a\": 2 ,\"z\":0}"_ba << u"$"_s << one(u"$.a"_s, Clash::Replace)
        << "{\"a\": 1.0 ,\"z\":0}"_ba;
    QTest::newRow("a key in use gets a neighbour")
        << "{\"a\":2}"_ba << u"$"_s << one(u"$.a"_s, Clash::AddFree) << "{\"a\":2,\"a 2\":1.0}"_ba;
    QTest::newRow("an element in an object gets a key")
        << "{\"item\":0}"_ba << u"$"_s << one(u"$.l[1]"_s) << "{\"item\":0,\"item 2\":\"y\"}"_ba;
    QTest::newRow("a member in an array loses its key")
        << "[0]"_ba << u"$"_s << one(u"$.a"_s) << "[0, 1.0]"_ba;
    QTest::newRow("several") << "{}"_ba << u"$"_s << one(u"$.a"_s) + one(u"$.b"_s) + one(u"$.b.c"_s)
                             << "{\"a\":1.0,\"b\":{\"c\":[1,2]},\"c\":[1,2]}"_ba;
    QTest::newRow("two of the same key")
        << "{\"z\":0}"_ba << u"$"_s << one(u"$.a"_s) + one(u"$.a"_s, Clash::AddFree)
        << "{\"z\":0,\"a\":1.0,\"a 2\":1.0}"_ba;
}

void tst_JsonSubtrees::putsSubtreesIn()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, place);
    QFETCH(QList<JsonSubtree>, subtrees);
    QFETCH(QByteArray, expected);
    const QByteArray result = put(target, place, subtrees);
    // How an empty object is laid out is no matter of this.
    QCOMPARE(target == "{}" ? compactJson(result) : result, expected);
}

void tst_JsonSubtrees::takesTheIndentationOfItsNewPlace()
{
    const QByteArray source = "{\n    \"b\": {\n        \"c\": 1,\n        \"d\": []\n    }\n}";
    QCOMPARE(put("{\n  \"x\": {\n    \"y\": 0\n  }\n}", u"$.x"_s, {subtree(source, u"$.b"_s)}),
             "{\n  \"x\": {\n    \"y\": 0,\n    \"b\": {\n        \"c\": 1,\n        \"d\": []\n"
             "    }\n  }\n}"_ba);
    QCOMPARE(put("{\r\n\t\"y\": 0\r\n}", u"$"_s, {subtree(source, u"$.b"_s)}),
             "{\r\n\t\"y\": 0,\r\n\t\"b\": {\r\n\t    \"c\": 1,\r\n\t    \"d\": []\r\n\t}\r\n}"_ba);
    QCOMPARE(put("{\"y\":0}", u"$"_s, {subtree(source, u"$.b"_s)}),
             "{\"y\":0,\"b\":{\"c\":1,\"d\":[]}}"_ba);
    QCOMPARE(put("{\n \"b\": 0\n}", u"$"_s, {subtree(source, u"$.b"_s, Clash::Replace)}),
             "{\n \"b\": {\n     \"c\": 1,\n     \"d\": []\n }\n}"_ba);
}

void tst_JsonSubtrees::findsClashes()
{
    const JsonTree target = JsonTree::parse("{\"a\":1,\"list\":[]}");
    const QList<JsonSubtree> chosen{subtree("{\"a\":2}", u"$.a"_s), subtree("{\"b\":2}", u"$.b"_s),
                                    subtree("{\"b\":3}", u"$.b"_s), subtree("[4]", u"$[0]"_s)};
    QVERIFY(clashes(target, {}, chosen, 0));
    QVERIFY(!clashes(target, {}, chosen, 1));
    QVERIFY(clashes(target, {}, chosen, 2));
    QVERIFY(!clashes(target, {}, chosen, 3));
    QVERIFY(!clashes(target, *jsonPathFromText(u"$.list"), chosen, 0));
    QVERIFY(!clashes(JsonTree(), {}, chosen, 0));
}

void tst_JsonSubtrees::stopsWhenItIsTold()
{
    const std::atomic_bool stop = true;
    const auto changes = insertSubtrees(JsonTree::parse("{}"), {}, {subtree("{\"a\":2}", u"$.a"_s)},
                                        stop);
    QVERIFY(!changes);
    QCOMPARE(changes.error().kind, Error::Kind::Cancelled);
}

void tst_JsonSubtrees::refusesAPlaceThatIsNoContainer()
{
    QCOMPARE(put("{\"a\":1}", u"$.a"_s, {subtree("{\"a\":2}", u"$.a"_s)}),
             "failed: NoSuchPlace"_ba);
    QCOMPARE(put("{\"a\":1}", u"$.b"_s, {subtree("{\"a\":2}", u"$.a"_s)}),
             "failed: NoSuchPlace"_ba);
}

MODELSCRIBE_TEST(tst_JsonSubtrees)

} // namespace tst_jsonsubtrees

#include "tst_jsonsubtrees.moc"
