// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/randomjson.h"
#include "testclass.h"
#include "json/jsonedit.h"
#include "json/jsonmerge.h"
#include "json/textchange.h"

#include <QTest>

#include <algorithm>

namespace tst_jsonmerge {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonMerge : public QObject
{
    Q_OBJECT

private slots:
    void merges_data();
    void merges();
    void clashes_data();
    void clashes();
    void decisionTakesMine_data() { clashes_data(); }
    void decisionTakesMine();
    void respellings_data();
    void respellings();
    void unchangedSideGivesTheOtherByteForByte();
    void randomEditsMergeTheSameFromBothSides();
    void nothingIsInvented();
};

void tst_JsonMerge::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char *name, const char *base, const char *mine, const char *theirs,
                        const char *merged) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs)
                            << QByteArray(merged);
    };
    row("different members", R"({"a":1,"b":2})", R"({"a":10,"b":2})", R"({"a":1,"b":20})",
        R"({"a":10,"b":20})");
    row("both the same", R"({"a":1})", R"({"a":2})", R"({ "a": 2 })", R"({ "a": 2 })");
    row("mine adds behind its neighbour", R"({"a":1,"z":2})", R"({"a":1,"m":5,"z":2})",
        R"({"a":1,"z":3})", R"({"a":1,"m":5,"z":3})");
    row("mine adds first", R"({"a":1})", R"({"m":5,"a":1})", R"({"a":2})", R"({"m":5,"a":2})");
    row("both add", R"({})", R"({"m":1})", R"({"t":2})", R"({"m":1,"t":2})");
    row("mine removes", R"({"a":1,"b":2})", R"({"b":2})", R"({"a":1,"b":3})", R"({"b":3})");
    row("theirs removes", R"({"a":1,"b":2})", R"({"a":1,"b":3})", R"({"b":2})", R"({"b":3})");
    row("inside an object", R"({"o":{"a":1,"b":2}})", R"({"o":{"a":1.0,"b":2}})",
        R"({"o":{"a":1,"b":3}})", R"({"o":{"a":1.0,"b":3}})");
    row("both add an object", R"({})", R"({"o":{"a":1}})", R"({"o":{"b":2}})",
        R"({"o":{"a":1,"b":2}})");
    row("layout of theirs stays", "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":7}",
        "{\n  \"a\": 5,\n  \"b\": 2\n}", "{\n  \"a\": 5,\n  \"b\": 7\n}");
    row("white space of mine is no change", R"({"a":1,"b":2})", "{ \"a\": 1, \"b\": 2 }",
        R"({"a":1,"b":3})", R"({"a":1,"b":3})");
    row("an array changed by one side", R"({"l":[1,2],"x":0})", R"({"l":[1,2,3],"x":0})",
        R"({"l":[1, 2],"x":1})", R"({"l":[1,2,3],"x":1})");
    row("long numbers", R"({"a":1234567890123456789012345,"b":1.0})",
        R"({"a":1234567890123456789012346,"b":1.0})", R"({"a":1234567890123456789012345,"b":1.00})",
        R"({"a":1234567890123456789012346,"b":1.00})");
}

void tst_JsonMerge::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, merged);
    const JsonMerge result = mergeJson(base, mine, theirs);
    QVERIFY(result.clashes.isEmpty());
    QCOMPARE(result.text, merged);
}

void tst_JsonMerge::clashes_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("undecided");
    QTest::addColumn<QByteArray>("decided");
    const auto row = [](const char *name, const char *base, const char *mine, const char *theirs,
                        const QString &path, const char *undecided, const char *decided) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << path
                            << QByteArray(undecided) << QByteArray(decided);
    };
    row("the same member", R"({"a":1,"b":0})", R"({"a":2,"b":5})", R"({"a":3,"b":0})", u"$.a"_s,
        R"({"a":3,"b":5})", R"({"a":2,"b":5})");
    row("the same new member", "{}", R"({"a":2})", R"({"a":3})", u"$.a"_s, R"({"a":3})",
        R"({"a":2})");
    row("changed and removed", R"({"a":1,"b":0})", R"({"a":2,"b":0})", R"({"b":1})", u"$.a"_s,
        R"({"b":1})", R"({"a":2,"b":1})");
    row("removed and changed", R"({"a":1,"b":0})", R"({"b":0})", R"({"a":2,"b":1})", u"$.a"_s,
        R"({"a":2,"b":1})", R"({"b":1})");
    row("below", R"({"o":{"a":1}})", R"({"o":{"a":2}})", R"({"o":{"a":3}})", u"$.o.a"_s,
        R"({"o":{"a":3}})", R"({"o":{"a":2}})");
    row("object against value", R"({"o":{"a":1}})", R"({"o":{"a":2}})", R"({"o":7})", u"$.o"_s,
        R"({"o":7})", R"({"o":{"a":2}})");
    row("arrays", R"({"l":[1]})", R"({"l":[1,2]})", R"({"l":[1,3]})", u"$.l"_s, R"({"l":[1,3]})",
        R"({"l":[1,2]})");
    row("duplicate keys are not told apart", R"({"o":{"a":1,"a":2}})", R"({"o":{"a":1,"a":3}})",
        R"({"o":{"a":4,"a":2}})", u"$.o"_s, R"({"o":{"a":4,"a":2}})", R"({"o":{"a":1,"a":3}})");
    row("no JSON", R"({"a":1})", R"({"a":)", R"({"a":2})", u"$"_s, R"({"a":2})", R"({"a":)");
    row("no object", R"({"a":1})", R"([1])", R"({"a":2})", u"$"_s, R"({"a":2})", R"([1])");
}

void tst_JsonMerge::clashes()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QString, path);
    const JsonMerge result = mergeJson(base, mine, theirs);
    QCOMPARE(result.clashes.size(), 1);
    QCOMPARE(jsonPathText(result.clashes.first().path), path);
    QTEST(result.text, "undecided");
}

void tst_JsonMerge::decisionTakesMine()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QString, path);
    const JsonMerge result = mergeJson(base, mine, theirs, {{path, MergeSide::Mine}});
    QCOMPARE(result.clashes.size(), 1); // still told
    QTEST(result.text, "decided");
}

void tst_JsonMerge::respellings_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    QTest::addColumn<QStringList>("fromTheirs");
    const auto row = [](const char *name, const char *base, const char *mine, const char *theirs,
                        const char *merged, const QStringList &fromTheirs) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs)
                            << QByteArray(merged) << fromTheirs;
    };
    row("theirs respells what mine changes", R"({"a":4.50,"b":1})", R"({"a":4.60,"b":1})",
        R"({"a":4.5,"b":2})", R"({"a":4.60,"b":2})", {u"$.b"_s});
    row("theirs respells what mine leaves", R"({"a":4.50,"b":1})", R"({"a":4.50,"b":2})",
        R"({"b":1,"a":4.5,"c":3})", R"({"b":2,"a":4.5,"c":3})", {u"$.c"_s});
    row("theirs respells an array", R"({"l":[1.0,{"a":1,"b":2}],"x":0})",
        R"({"l":[1.0,{"a":1,"b":2}],"x":1})", R"({"l":[1,{"b":2,"a":1}],"x":0,"y":0})",
        R"({"l":[1,{"b":2,"a":1}],"x":1,"y":0})", {u"$.y"_s});
    row("mine respells what theirs leaves", R"({"a":4.50,"b":1})", R"({"a":4.5,"b":1})",
        R"({"a":4.50,"b":2})", R"({"a":4.5,"b":2})", {u"$.b"_s});
    row("mine respells what theirs changes", R"({"a":4.50})", R"({"a":4.5})", R"({"a":5,"b":1})",
        R"({"a":5,"b":1})", {u"$.a"_s, u"$.b"_s});
    row("both change to the same", R"({"a":1,"b":1})", R"({"a":2.0,"b":1})", R"({"a":2,"b":2})",
        R"({"a":2,"b":2})", {u"$.b"_s});
    row("below", R"({"o":{"a":1.0,"b":1}})", R"({"o":{"a":1.0,"b":2}})",
        R"({"o":{"b":1,"a":1},"x":1})", R"({"o":{"a":1.0,"b":2},"x":1})", {u"$.x"_s});
    row("a repeated key", R"({"o":{"a":1.0,"a":2}})", R"({"o":{"a":1.0,"a":3}})",
        R"({"o":{"a":1,"a":2},"x":1})", R"({"o":{"a":1.0,"a":3},"x":1})", {u"$.x"_s});
}

void tst_JsonMerge::respellings()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    const JsonMerge result = mergeJson(base, mine, theirs);
    QVERIFY(result.clashes.isEmpty());
    QTEST(result.text, "merged");
    QStringList fromTheirs;
    for (const JsonPath &path : result.fromTheirs)
        fromTheirs.append(jsonPathText(path));
    QTEST(fromTheirs, "fromTheirs");
}

void tst_JsonMerge::unchangedSideGivesTheOtherByteForByte()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const QByteArray base = RandomJson(seed).document();
        const QByteArray other = RandomJson(seed + 1000).document();
        QCOMPARE(mergeJson(base, other, base).text, other);
        QCOMPARE(mergeJson(base, base, other).text, other);
        QCOMPARE(mergeJson(base, other, other).text, other);
    }
}

namespace {

//! {"k0":{"k0":…}} with every leaf a number of its own, and no key twice.
QByteArray nested(QRandomGenerator &random, int depth)
{
    QByteArray text = "{";
    for (int i = 0; i < 4; ++i) {
        text += (i ? "," : "") + QByteArray("\"k") + QByteArray::number(i) + "\":";
        text += depth > 0 && random.bounded(2) ? nested(random, depth - 1)
                                               : QByteArray::number(random.bounded(1000));
    }
    return text + '}';
}

QByteArray edited(QByteArray text, QRandomGenerator &random, const QByteArray &mark)
{
    for (int i = random.bounded(1, 5); i > 0; --i) {
        const JsonTree tree = JsonTree::parse(text);
        const auto node = JsonNodeId(random.bounded(tree.size()));
        Result<TextChanges> changes;
        switch (random.bounded(3)) {
        case 0:
            if (!tree.isContainer(node))
                changes = jsonedit::setValue(tree, node, '"' + mark + QByteArray::number(i) + '"');
            break;
        case 1:
            if (tree.isContainer(node))
                changes = jsonedit::insert(tree, node, tree.childCount(node),
                                           jsonedit::freeKey(tree, node, QString::fromUtf8(mark)),
                                           '"' + mark + '"');
            break;
        default:
            if (node != 0)
                changes = jsonedit::remove(tree, node);
        }
        if (changes)
            text = changedText(text, *changes);
    }
    return text;
}

//! By meaning, the order of members aside: the leaves with their paths.
QStringList leaves(const QByteArray &text)
{
    const JsonTree tree = JsonTree::parse(text);
    QStringList result;
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (!tree.isContainer(node) || tree.childCount(node) == 0)
            result.append(jsonPathText(tree.path(node)) + u'=' + tree.text(node));
    }
    result.sort();
    return result;
}

} // namespace

void tst_JsonMerge::randomEditsMergeTheSameFromBothSides()
{
    const auto seed = quint32(qEnvironmentVariableIntValue("MODELSCRIBE_SEED"));
    QRandomGenerator random(seed);
    int clean = 0;
    for (int round = 0; round < 2000; ++round) {
        const QByteArray base = nested(random, 3);
        const QByteArray mine = edited(base, random, "m");
        const QByteArray theirs = edited(base, random, "t");
        const JsonMerge there = mergeJson(base, mine, theirs);
        const JsonMerge back = mergeJson(base, theirs, mine);
        QCOMPARE(there.clashes.size(), back.clashes.size());
        QVERIFY2(JsonTree::parse(there.text).isValid(), there.text.constData());
        if (!there.clashes.isEmpty())
            continue;
        ++clean;
        QCOMPARE(leaves(there.text), leaves(back.text));
    }
    QVERIFY2(clean > 200, "hardly any merge without a clash: this shows nothing");
}

void tst_JsonMerge::nothingIsInvented()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        const QByteArray base = nested(random, 3);
        const QByteArray mine = edited(base, random, "m");
        const QByteArray theirs = edited(base, random, "t");
        const QStringList known = leaves(mine) + leaves(theirs) + leaves(base);
        for (const QString &leaf : leaves(mergeJson(base, mine, theirs).text)) {
            // A container may become empty when each side took another half of it.
            QVERIFY2(known.contains(leaf) || leaf.endsWith("={}"_L1), qPrintable(leaf));
        }
    }
}

MODELSCRIBE_TEST(tst_JsonMerge)

} // namespace tst_jsonmerge

#include "tst_jsonmerge.moc"
