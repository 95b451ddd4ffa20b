// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonvalues.h"

#include <QTest>

#include <limits>

namespace tst_jsonvalues {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_JsonValues : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreOrderedByValue();
    void knowsIntegers_data();
    void knowsIntegers();
    void numbersGoToDoubleAndBack();
    void sameValuesHaveTheSameText_data();
    void sameValuesHaveTheSameText();
};

void tst_JsonValues::numbersAreOrderedByValue()
{
    const QList<QByteArray> ascending{
        "-1e999999999999999999",   "-1e400", "-12", "-1.5", "-1e-400", "0",    "1e-400", "0.1",
        "0.100000000000000000001", "1",      "12",  "120",  "1e400",   "2e400"};
    for (qsizetype a = 0; a < ascending.size(); ++a) {
        for (qsizetype b = 0; b < ascending.size(); ++b) {
            const auto order = JsonNumber::fromText(ascending[a])
                               <=> JsonNumber::fromText(ascending[b]);
            QVERIFY2(order == (a <=> b), (ascending[a] + " and " + ascending[b]).constData());
        }
    }
}

void tst_JsonValues::knowsIntegers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("isInteger");
    QTest::newRow("0") << QByteArray("0") << true;
    QTest::newRow("-0.00") << QByteArray("-0.00") << true;
    QTest::newRow("0e-5") << QByteArray("0e-5") << true;
    QTest::newRow("1.0") << QByteArray("1.0") << true;
    QTest::newRow("1.50e1") << QByteArray("1.50e1") << true;
    QTest::newRow("1.5") << QByteArray("1.5") << false;
    QTest::newRow("100e-2") << QByteArray("100e-2") << true;
    QTest::newRow("100e-3") << QByteArray("100e-3") << false;
    QTest::newRow("long") << QByteArray(400, '7') << true;
}

void tst_JsonValues::knowsIntegers()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, isInteger);
    QCOMPARE(JsonNumber::fromText(number).isInteger(), isInteger);
}

void tst_JsonValues::numbersGoToDoubleAndBack()
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    QCOMPARE(JsonNumber::fromText("-12.50").toDouble(), -12.5);
    QCOMPARE(JsonNumber::fromText("0").toDouble(), 0.0);
    QCOMPARE(JsonNumber::fromText("1e400").toDouble(), infinite);
    QCOMPARE(JsonNumber::fromText("-1e400").toDouble(), -infinite);
    QCOMPARE(JsonNumber::fromText("1e-400").toDouble(), 0.0);
    QVERIFY(JsonNumber::fromDouble(0.1) == JsonNumber::fromText("0.1"));
    QVERIFY(JsonNumber::fromDouble(-infinite) < JsonNumber::fromText("-1e400"));
    QVERIFY(JsonNumber::fromDouble(std::numeric_limits<double>::quiet_NaN()) == JsonNumber());
}

void tst_JsonValues::sameValuesHaveTheSameText_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const QByteArray &a, const QByteArray &b, bool same) {
        QTest::newRow(name) << a << b << same;
    };
    row("spelling of numbers", "[1.0,-0,1e2]", "[1,0,100]", true);
    row("other number", "1", "-1", false);
    row("number and text", "1", "\"1\"", false);
    row("escapes", R"("\u0061\/")", R"("a/")", true);
    row("lone surrogate and its escape", R"("\ud800")", R"("\\ud800")", false);
    row("order of keys", R"({"a":1,"b":2})", R"({"b":2,"a":1})", true);
    row("order of elements", "[1,2]", "[2,1]", false);
    row("last of a repeated key", R"({"a":1,"a":2})", R"({"a":2})", true);
    row("nesting", "[[1],2]", "[[1,2]]", false);
    row("empty", "[]", "{}", false);
    row("words", "true", "null", false);
}

void tst_JsonValues::sameValuesHaveTheSameText()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(bool, same);
    QCOMPARE(canonicalJson(JsonTree::parse(a), 0) == canonicalJson(JsonTree::parse(b), 0), same);
}

MODELSCRIBE_TEST(tst_JsonValues)

} // namespace tst_jsonvalues

#include "tst_jsonvalues.moc"
