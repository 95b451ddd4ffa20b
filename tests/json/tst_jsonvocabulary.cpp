// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonvocabulary.h"

#include <QTest>

namespace tst_jsonvocabulary {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

JsonVocabulary vocabularyOf(const QList<QByteArray> &texts)
{
    JsonVocabulary vocabulary;
    for (const QByteArray &text : texts)
        vocabulary.add(JsonTree::parse(text));
    return vocabulary;
}

QStringList lines(const QList<JsonVocabulary::Use> &uses)
{
    QStringList result;
    for (const JsonVocabulary::Use &use : uses)
        result.append(u"%1 %2"_s.arg(QString::fromUtf8(use.raw)).arg(use.count));
    return result;
}

JsonPath at(const QString &path) { return *jsonPathFromText(path); }

} // namespace

class tst_JsonVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void countsKeysMostUsedFirst();
    void countsValuesAsTheyAreSpelled();
    void elementsAreOnePlace();
    void aTextCountsOnce();
    void escapesDoNotMatter();
    void invalidTextsAreLeftOut();
    void staysSmall();
    void outlivesTheTexts();
    void namesUnusualTypes();
    void staysQuietWithoutAClearHabit_data();
    void staysQuietWithoutAClearHabit();
    void hintsEnd();
};

void tst_JsonVocabulary::countsKeysMostUsedFirst()
{
    const JsonVocabulary vocabulary = vocabularyOf(
        {R"({"a":1,"b":{"x":1}})", R"({"b":{"y":1,"x":2}})", R"({"c":1})", "[]"});
    QCOMPARE(vocabulary.texts(), 4);
    QCOMPARE(lines(vocabulary.keys({})), (QStringList{u"b 2"_s, u"a 1"_s, u"c 1"_s}));
    QCOMPARE(lines(vocabulary.keys(at(u"$.b"_s))), (QStringList{u"x 2"_s, u"y 1"_s}));
    QVERIFY(vocabulary.keys(at(u"$.b.x"_s)).isEmpty());
    QVERIFY(vocabulary.keys(at(u"$.unknown.x"_s)).isEmpty());
    QVERIFY(JsonVocabulary().keys({}).isEmpty());
    QVERIFY(JsonVocabulary().values({}).isEmpty());
}

void tst_JsonVocabulary::countsValuesAsTheyAreSpelled()
{
    const JsonVocabulary vocabulary = vocabularyOf({R"({"a":1.0})", R"({"a":1.0})", R"({"a":1})",
                                                    R"({"a":"\u00e4"})", R"({"a":null})",
                                                    R"({"a":{}})"});
    QCOMPARE(lines(vocabulary.values(at(u"$.a"_s))),
             (QStringList{u"1.0 2"_s, u"\"\\u00e4\" 1"_s, u"1 1"_s, u"null 1"_s}));
}

void tst_JsonVocabulary::elementsAreOnePlace()
{
    const JsonVocabulary vocabulary = vocabularyOf(
        {R"({"a":["x",{"k":1}]})", R"({"a":["y","x"]})"});
    QCOMPARE(lines(vocabulary.values(at(u"$.a[7]"_s))), (QStringList{u"\"x\" 2"_s, u"\"y\" 1"_s}));
    QCOMPARE(lines(vocabulary.keys(at(u"$.a[0]"_s))), QStringList{u"k 1"_s});
}

void tst_JsonVocabulary::aTextCountsOnce()
{
    const JsonVocabulary vocabulary = vocabularyOf({R"({"a":[1,1,1],"b":1,"b":2})", R"({"b":1})"});
    QCOMPARE(lines(vocabulary.values(at(u"$.a[0]"_s))), QStringList{u"1 1"_s});
    QCOMPARE(lines(vocabulary.keys({})), (QStringList{u"b 2"_s, u"a 1"_s}));
    QCOMPARE(lines(vocabulary.values(at(u"$.b#2"_s))), (QStringList{u"1 2"_s, u"2 1"_s}));
}

void tst_JsonVocabulary::escapesDoNotMatter()
{
    const JsonVocabulary vocabulary = vocabularyOf(
        {R"({"\u0061\/":1})", R"({"a/":1})", R"({"\ud800":1})"});
    QCOMPARE(lines(vocabulary.keys({})), (QStringList{u"a/ 2"_s, u"\\ud800 1"_s}));
    QCOMPARE(vocabulary.values({{.key = QString(QChar(0xd800))}}).size(), 1);
}

void tst_JsonVocabulary::invalidTextsAreLeftOut()
{
    const JsonVocabulary vocabulary = vocabularyOf({"", "{", R"({"a":1,})"});
    QCOMPARE(vocabulary.texts(), 0);
    QVERIFY(vocabulary.keys({}).isEmpty());
    QVERIFY(vocabulary.check(JsonTree::parse("{}")).isEmpty());
}

void tst_JsonVocabulary::staysSmall()
{
    QByteArray wide = R"({"long":")" + QByteArray(300, 'x') + R"(","many":[0)";
    for (int i = 1; i < 500; ++i)
        wide += ',' + QByteArray::number(i);
    wide += ']';
    for (int i = 0; i < 6000; ++i)
        wide += ",\"k" + QByteArray::number(i) + "\":1";
    wide += ",\"" + QByteArray(300, 'k') + "\":1}";
    const JsonVocabulary vocabulary = vocabularyOf({R"({"first":1})", wide});
    QVERIFY(vocabulary.values(at(u"$.long"_s)).isEmpty());
    QCOMPARE(vocabulary.values(at(u"$.many[0]"_s)).size(), 200);
    const qsizetype keys = vocabulary.keys({}).size();
    QVERIFY2(keys > 4900 && keys < 5000, qPrintable(QString::number(keys)));
    for (const JsonVocabulary::Use &use : vocabulary.keys({}))
        QVERIFY(use.raw.size() <= 200);
}

void tst_JsonVocabulary::outlivesTheTexts()
{
    JsonVocabulary vocabulary;
    {
        QByteArray text = R"({"key":"value"})";
        vocabulary.add(JsonTree::parse(text));
        text.fill('x');
    }
    QCOMPARE(lines(vocabulary.keys({})), QStringList{u"key 1"_s});
    QCOMPARE(lines(vocabulary.values(at(u"$.key"_s))), QStringList{u"\"value\" 1"_s});
}

void tst_JsonVocabulary::namesUnusualTypes()
{
    const JsonVocabulary vocabulary = vocabularyOf({R"({"n":1,"l":["a"]})", R"({"n":2,"l":["b"]})",
                                                    R"({"n":3,"l":["c"]})", R"({"n":4,"l":[]})",
                                                    R"({"n":"5"})"});
    const JsonTree tree = JsonTree::parse(R"({"n":"6","l":["d",7],"x":1})");
    const QList<JsonHint> hints = vocabulary.check(tree);
    QCOMPARE(hints.size(), 2);
    QCOMPARE(hints[0].code, JsonHint::Code::UnusualType);
    QCOMPARE(hints[0].range, tree.valueRange(1));
    QCOMPARE(hints[0].expected, QStringList{u"number"_s});
    QCOMPARE(hints[0].uses, 4);
    QCOMPARE(changedText(tree.text(), hints[0].fix), R"({"n":6,"l":["d",7],"x":1})");
    QCOMPARE(jsonPathText(tree.path(hints[1].node)), u"$.l[1]"_s);
    QCOMPARE(changedText(tree.text(), hints[1].fix), R"({"n":"6","l":["d","7"],"x":1})");
}

void tst_JsonVocabulary::staysQuietWithoutAClearHabit_data()
{
    QTest::addColumn<QList<QByteArray>>("texts");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("two texts") << QList<QByteArray>{R"({"a":1})", R"({"a":2})"}
                               << QByteArray(R"({"a":"x"})");
    QTest::newRow("75 %") << QList<QByteArray>{R"({"a":1})", R"({"a":2})", R"({"a":3})",
                                               R"({"a":"x"})"}
                          << QByteArray(R"({"a":"y"})");
    QTest::newRow("null") << QList<QByteArray>{R"({"a":1})", R"({"a":2})", R"({"a":3})"}
                          << QByteArray(R"({"a":null})");
    QTest::newRow("always null") << QList<QByteArray>{R"({"a":null})", R"({"a":null})",
                                                      R"({"a":null})"}
                                 << QByteArray(R"({"a":1})");
    QTest::newRow("same type") << QList<QByteArray>{R"({"a":1})", R"({"a":2})", R"({"a":3})"}
                               << QByteArray(R"({"a":1e400})");
}

void tst_JsonVocabulary::staysQuietWithoutAClearHabit()
{
    QFETCH(QList<QByteArray>, texts);
    QFETCH(QByteArray, text);
    QVERIFY(vocabularyOf(texts).check(JsonTree::parse(text)).isEmpty());
}

void tst_JsonVocabulary::hintsEnd()
{
    const JsonVocabulary vocabulary = vocabularyOf({"[1]", "[2]", "[3]"});
    const JsonTree tree = JsonTree::parse("[true" + QByteArray(",true").repeated(5000) + ']');
    QCOMPARE(vocabulary.check(tree).size(), 1000);
}

MODELSCRIBE_TEST(tst_JsonVocabulary)

} // namespace tst_jsonvocabulary

#include "tst_jsonvocabulary.moc"
