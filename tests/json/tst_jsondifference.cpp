// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsondifference.h"

#include "core/jsonformat.h"
#include "core/randomjson.h"
#include "testclass.h"
#include "json/jsonmeaning.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_jsondifference {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QStringList described(const QByteArray &before, const QByteArray &after, qsizetype limit = 10'000)
{
    static constexpr const char *marks[] = {"+", "-", "~", "=", "<>"};
    QStringList result;
    for (const JsonDifference &d :
         jsonDifferences(JsonTree::parse(before), JsonTree::parse(after), limit))
        result.append(QLatin1StringView(marks[int(d.kind)]) + u' ' + jsonPathText(d.path) + u' '
                      + QString::fromUtf8(d.before) + u'|' + QString::fromUtf8(d.after));
    return result;
}

} // namespace

class tst_JsonDifference : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void stopsAtTheLimit();
    void sameMeaning_data();
    void sameMeaning();
    void invalidTextsAreNeverTheSame();
    void formattingIsNoDifference();
    void longArraysTakeBoundedTime();
    void manyMembersTakeBoundedTime();
    void deepTextsAreNoProblem();
};

void tst_JsonDifference::tells_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *before, const char *after, const QStringList &expected) {
        QTest::addRow("%s to %s", before, after)
            << QByteArray(before) << QByteArray(after) << expected;
    };
    row("{}", "{ }", {});
    row("1", "2", {u"~ $ 1|2"_s});
    row("1", "1.0", {u"= $ 1|1.0"_s});
    row("[]", "{}", {u"~ $ []|{}"_s});
    row("true", "false", {u"~ $ true|false"_s});
    row("null", "0", {u"~ $ null|0"_s});
    row(R"({"a":1})", R"({"a":1,"b":2})", {u"+ $.b |2"_s});
    row(R"({"a":1,"b":2})", R"({"b":2})", {u"- $.a 1|"_s});
    row(R"({"a":1,"b":2,"c":3})", R"({"a":1,"x":0,"c":4})",
        {u"- $.b 2|"_s, u"+ $.x |0"_s, u"~ $.c 3|4"_s});
    row(R"({"a":1,"b":2})", R"({"b":2,"a":1})", {u"<> $ |"_s});
    row(R"({"x":{"a":1,"b":2}})", R"({"x":{"b":3,"a":1}})", {u"<> $.x |"_s, u"~ $.x.b 2|3"_s});
    row(R"({"a":1,"a":2})", R"({"a":1,"a":3})", {u"~ $.a#2 2|3"_s});
    row(R"({"a":1,"a":2})", R"({"a":1})", {u"- $.a#2 2|"_s});
    row(R"({"\u0061":1})", R"({"a":1})", {uR"(= $.a "\u0061"|"a")"_s});
    row(R"(["é"])", R"(["\u00e9"])", {uR"(= $[0] "é"|"\u00e9")"_s});
    row("[1,2,3]", "[1,3]", {u"- $[1] 2|"_s});
    row("[1,3]", "[1,2,3]", {u"+ $[1] |2"_s});
    row("[1,2,3]", "[1,5,3]", {u"~ $[1] 2|5"_s});
    row("[1,2,3,4]", "[3,4,1,2]", {u"- $[0] 1|"_s, u"- $[1] 2|"_s, u"+ $[2] |1"_s, u"+ $[3] |2"_s});
    row(R"([{"id":1},{"id":2,"x":[1]}])", R"([{"id":0},{"id":1},{"id":2,"x":[1,2]}])",
        {u"+ $[0] |{\"id\":0}"_s, u"+ $[2].x[1] |2"_s});
    row("[1.0,2]", "[0,1,2]", {u"+ $[0] |0"_s, u"= $[1] 1.0|1"_s});
    row("[[1,2],[3]]", "[[1,2],[3,4]]", {u"+ $[1][1] |4"_s});
    row(R"({"a":{"b":{"c":1}}})", R"({"a":{"b":{"c":[1]}}})", {u"~ $.a.b.c 1|[1]"_s});
}

void tst_JsonDifference::tells()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, expected);
    QCOMPARE(described(before, after), expected);
    QVERIFY(described(before, before).isEmpty());
}

void tst_JsonDifference::stopsAtTheLimit()
{
    QCOMPARE(described("[1,2,3,4]", "[5,6,7,8]", 2),
             (QStringList{u"~ $[0] 1|5"_s, u"~ $[1] 2|6"_s}));
}

void tst_JsonDifference::sameMeaning_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const QByteArray &a, const QByteArray &b, bool same) {
        QTest::addRow("%s, %s", a.left(40).constData(), b.left(40).constData()) << a << b << same;
    };
    row("1", " 1 ", true);
    row("1", "1.0", true);
    row("0", "-0.00e5", true);
    row("100", "1e2", true);
    row("1e2", "1E+02", true);
    row("0.001", "1e-3", true);
    row("-12.50", "-125e-1", true);
    row("1", "-1", false);
    row("1", "10", false);
    row("1", "1e1", false);
    row("12345678901234567890123456", "12345678901234567890123457", false);
    row("0.1", "0.1000000000000000055511151231257827", false);
    row("1e400", "1e401", false);
    row("10e99999999999999999999", "1e100000000000000000000", true);
    row("0.1e-99999999999999999999", "1e-100000000000000000000", true);
    row("1e99999999999999999999", "1e-99999999999999999999", false);
    row("10e-1", "1", true);
    row("1" + QByteArray(400, '0'), "1e400", true);
    row(R"("a")", R"("\u0061")", true);
    row(R"("\ud83d")", R"("\uD83D")", true);
    row(R"("\ud83d")", R"("\\ud83d")", false);
    row(R"("\ud83d\ude00")", "\"\xf0\x9f\x98\x80\"", true);
    row(R"("/")", R"("\/")", true);
    row(R"("1")", "1", false);
    row("null", R"("null")", false);
    row("{}", "[]", false);
    row(R"({"a":1,"b":2})", R"({ "b":2.0, "a":1 })", true);
    row(R"({"a":1,"a":2})", R"({"a":2,"a":1})", false);
    row(R"({"a":1,"b":0,"a":2})", R"({"b":0,"a":1,"a":2})", true);
    row("[1,2]", "[2,1]", false);
    row("[[],[]]", "[[[]]]", false);
    row(R"({"a":{}})", R"({"a":[]})", false);
}

void tst_JsonDifference::sameMeaning()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QTEST(sameJson(a, b), "same");
    QTEST(sameJson(b, a), "same");
}

void tst_JsonDifference::invalidTextsAreNeverTheSame()
{
    QVERIFY(!sameJson("[", "["));
    QVERIFY(!sameJson("1", ""));
    QVERIFY(jsonDifferences(JsonTree::parse("["), JsonTree::parse("1")).isEmpty());
}

void tst_JsonDifference::formattingIsNoDifference()
{
    for (quint32 seed = 1; seed < 2000; ++seed) {
        const QByteArray text = RandomJson(seed).document();
        QVERIFY(sameJson(text, formatJson(text)));
        QVERIFY(described(text, compactJson(text)).isEmpty());
        const QByteArray other = RandomJson(seed + 5000).document();
        bool differs = false;
        for (const auto &d : jsonDifferences(JsonTree::parse(text), JsonTree::parse(other)))
            differs = differs
                      || (d.kind != JsonDifference::Kind::Spelling
                          && d.kind != JsonDifference::Kind::Order);
        QCOMPARE(differs, !sameJson(text, other));
    }
}

void tst_JsonDifference::longArraysTakeBoundedTime()
{
    QByteArray before = "[";
    QByteArray after = "[";
    for (int i = 0; i < 100'000; ++i) {
        before += QByteArray::number(i) + ',';
        after += QByteArray::number(i + 1) + ',';
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(described(before + "0]", after + "1]").size(), 10'000);
    QVERIFY(timer.elapsed() < 20'000);
}

void tst_JsonDifference::manyMembersTakeBoundedTime()
{
    QByteArray before = "{";
    QByteArray after = "{";
    for (int i = 0; i < 50'000; ++i) {
        before += "\"k" + QByteArray::number(i) + "\":1,";
        after += "\"k" + QByteArray::number(i) + "\":2,";
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(described(before + "\"z\":1}", after + "\"z\":1}").size(), 10'000);
    QVERIFY(timer.elapsed() < 20'000);
}

void tst_JsonDifference::deepTextsAreNoProblem()
{
    const QByteArray before = QByteArray(511, '[') + "1" + QByteArray(511, ']');
    const QByteArray after = QByteArray(511, '[') + "2" + QByteArray(511, ']');
    QCOMPARE(jsonDifferences(JsonTree::parse(before), JsonTree::parse(after)).first().path.size(),
             511);
}

MODELSCRIBE_TEST(tst_JsonDifference)

} // namespace tst_jsondifference

#include "tst_jsondifference.moc"
