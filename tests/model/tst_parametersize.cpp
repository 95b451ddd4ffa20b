// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/parametersize.h"
#include "testclass.h"

#include <QTest>

#include <limits>

namespace tst_parametersize {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ParameterSize : public QObject
{
    Q_OBJECT

private slots:
    void readsSizes_data();
    void readsSizes();
    void refusesOtherSizes_data();
    void refusesOtherSizes();
    void readsIntegers_data();
    void readsIntegers();
    void shortensForPeople_data();
    void shortensForPeople();
};

void tst_ParameterSize::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("millions");
    const auto row = [](const QString &text, qint64 millions) {
        QTest::newRow(qPrintable(text)) << text << millions;
    };
    row(u"7B"_s, 7000);
    row(u"7b"_s, 7000);
    row(u"7G"_s, 7000);
    row(u" 7 B "_s, 7000);
    row(u"350M"_s, 350);
    row(u"350"_s, 350);
    row(u"0.5B"_s, 500);
    row(u"1.2T"_s, 1'200'000);
    row(u"1.0"_s, 1);
    row(u"1.50B"_s, 1500);
    row(u"0.001B"_s, 1);
    row(u"7000000K"_s, 7000);
    row(u"1000K"_s, 1);
    row(u"0K"_s, 0);
    row(u"0"_s, 0);
    row(u"007"_s, 7);
    row(u"-1"_s, -1);
    row(u"-0.5B"_s, -500);
    row(u"9223372036854775807"_s, std::numeric_limits<qint64>::max());
    row(u"-9223372036854775808"_s, std::numeric_limits<qint64>::min());
    row(u"9223372036854775807000K"_s, std::numeric_limits<qint64>::max());
}

void tst_ParameterSize::readsSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, millions);
    const auto size = parseParameterSize(text);
    QVERIFY(size);
    QCOMPARE(*size, millions);
}

void tst_ParameterSize::refusesOtherSizes_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s,
                                u"  "_s,
                                u"500K"_s,
                                u"1.5"_s,
                                u"0.0005B"_s,
                                u"1e3"_s,
                                u"7X"_s,
                                u"B"_s,
                                u"-"_s,
                                u"--7"_s,
                                u"+7"_s,
                                u".5B"_s,
                                u"5.B"_s,
                                u"1.2.3B"_s,
                                u"7 0"_s,
                                u"7BB"_s,
                                u"7,000"_s,
                                u"７"_s,
                                u"٧"_s,
                                u"7Ｂ"_s,
                                u"9223372036854775808"_s,
                                u"-9223372036854775809"_s,
                                u"9223372036854775807B"_s,
                                u"1e308"_s,
                                u"0x10"_s,
                                u"NaN"_s,
                                QString(10'000, u'9')})
        QTest::newRow(qPrintable(text.left(40))) << text;
}

void tst_ParameterSize::refusesOtherSizes()
{
    QFETCH(QString, text);
    const auto size = parseParameterSize(text);
    QVERIFY(!size);
    QCOMPARE(size.error().kind, Error::Kind::Invalid);
    QVERIFY(size.error().detail.size() < 100);
}

void tst_ParameterSize::readsIntegers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<qint64>("value");
    QTest::newRow("zero") << u"0"_s << true << qint64(0);
    QTest::newRow("minus zero") << u"-0"_s << true << qint64(0);
    QTest::newRow("blanks around") << u" 42 "_s << true << qint64(42);
    QTest::newRow("largest") << u"9223372036854775807"_s << true
                             << std::numeric_limits<qint64>::max();
    QTest::newRow("smallest") << u"-9223372036854775808"_s << true
                              << std::numeric_limits<qint64>::min();
    QTest::newRow("2^63") << u"9223372036854775808"_s << false << qint64(0);
    for (const QString &text : {u""_s, u"-"_s, u"+1"_s, u"1.0"_s, u"1e3"_s, u"7B"_s, u"１"_s,
                                u"1 2"_s, u"1_000"_s, u"- 1"_s})
        QTest::newRow(qPrintable(u"no number: "_s + text)) << text << false << qint64(0);
}

void tst_ParameterSize::readsIntegers()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    QFETCH(qint64, value);
    const auto number = parseInteger(text);
    QCOMPARE(number.has_value(), ok);
    QCOMPARE(number.value_or(0), value);
}

void tst_ParameterSize::shortensForPeople_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("shown");
    QTest::newRow("millions") << u"110"_s << u"110M"_s;
    QTest::newRow("billions") << u"7000"_s << u"7B"_s;
    QTest::newRow("one digit") << u"7600"_s << u"7.6B"_s;
    QTest::newRow("many billions") << u"405000"_s << u"405B"_s;
    QTest::newRow("trillions") << u"1200000"_s << u"1.2T"_s;
    QTest::newRow("with a unit") << u"0.5B"_s << u"500M"_s;
    QTest::newRow("negative") << u"-7000"_s << u"-7B"_s;
    QTest::newRow("smallest") << u"-9223372036854775808"_s << u"-9223372036854775808M"_s;
    QTest::newRow("no number") << u"huge"_s << u"huge"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void tst_ParameterSize::shortensForPeople()
{
    QFETCH(QString, held);
    QFETCH(QString, shown);
    QCOMPARE(shortParameterSize(held), shown);
}

MODELSCRIBE_TEST(tst_ParameterSize)

} // namespace tst_parametersize

#include "tst_parametersize.moc"
