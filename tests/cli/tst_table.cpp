// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"
#include "core/displaywidth.h"
#include "testclass.h"

#include <QTest>

namespace tst_table {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Table : public QObject
{
    Q_OBJECT

private slots:
    void formulasInCsvAreNeutral_data();
    void formulasInCsvAreNeutral();
    void formulasStayWhenAsked();
    void csvIsWhatTheStandardSays();
    void tablesLineUp();
    void nothingIsCutWithoutAWidth();
    void theWidestColumnsAreCut();
    void whatOthersLeaveIsShared();
    void titlesGiveWayBeforeCells();
    void idsAreNeverCut();
    void linesFitAnyWidth();
};

void tst_Table::formulasInCsvAreNeutral_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("csv");
    QTest::newRow("plain") << u"bert"_s << u"bert"_s;
    QTest::newRow("formula") << u"=HYPERLINK(\"x\")"_s << u"\"'=HYPERLINK(\"\"x\"\")\""_s;
    QTest::newRow("plus") << u"+cmd"_s << u"'+cmd"_s;
    QTest::newRow("minus") << u"-2+3"_s << u"'-2+3"_s;
    QTest::newRow("negative number") << u"-5"_s << u"-5"_s;
    QTest::newRow("negative fraction") << u"-0.25"_s << u"-0.25"_s;
    QTest::newRow("negative, with exponent") << u"-1.5e-7"_s << u"-1.5e-7"_s;
    QTest::newRow("only a minus") << u"-"_s << u"'-"_s;
    QTest::newRow("a number and more") << u"-2\n"_s << u"\"'-2\n\""_s;
    QTest::newRow("at") << u"@SUM(1)"_s << u"'@SUM(1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("carriage return") << u"\r=1"_s << u"\"'\r=1\""_s;
    QTest::newRow("line break") << u"\n=1"_s << u"\"'\n=1\""_s;
    QTest::newRow("apostrophe, so that it can be read back") << u"'a"_s << u"''a"_s;
    QTest::newRow("full-width") << u"＝1"_s << u"'＝1"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void tst_Table::formulasInCsvAreNeutral()
{
    QFETCH(QString, cell);
    QFETCH(QString, csv);
    QCOMPARE(csvText({{u"a"_s}, {{cell}}}), u"a\r\n"_s + csv + u"\r\n"_s);
}

void tst_Table::csvIsWhatTheStandardSays()
{
    QCOMPARE(csvText({{u"a"_s, u"b"_s}, {{u"x,y"_s, u"1\"2"_s}, {u"l\nm"_s, u"中"_s}}}),
             u"a,b\r\n\"x,y\",\"1\"\"2\"\r\n\"l\nm\",中\r\n"_s);
}

void tst_Table::tablesLineUp()
{
    QCOMPARE(tableText({{u"Name"_s, u"T"_s}, {{u"模型模型"_s, u"a"_s}, {u"x"_s, u"b"_s}}}),
             u"Name      T\n模型模型  a\nx         b\n"_s);
    QCOMPARE(tableText({{u"A"_s}, {}}), u"A\n"_s);
}

void tst_Table::formulasStayWhenAsked()
{
    QCOMPARE(csvText({{u"a"_s}, {{u"=1"_s}, {u"'a"_s}}}, FormulaGuard::Off),
             u"a\r\n=1\r\n'a\r\n"_s);
}

void tst_Table::nothingIsCutWithoutAWidth()
{
    const QString longOne(20'000, u'x');
    QCOMPARE(tableText({{u"A"_s}, {{longOne}}}), u"A\n"_s + longOne + u'\n');
}

void tst_Table::theWidestColumnsAreCut()
{
    const Table table{{u"A"_s, u"B"_s, u"C"_s},
                      {{QString(50, u'a'), QString(5, u'b'), QString(40, u'c')}}};
    QCOMPARE(tableText(table, 29).split(u'\n')[1], u"aaaaaaaaa…  bbbbb  ccccccccc…"_s);
    QCOMPARE(tableText(table, 99).split(u'\n')[1],
             QString(50, u'a') + u"  bbbbb  "_s + QString(40, u'c'));
}

void tst_Table::whatOthersLeaveIsShared()
{
    const Table table{{u"A"_s, u"B"_s}, {{QString(50, u'a'), QString(50, u'b')}, {u"x"_s, u"y"_s}}};
    const QString line = tableText(table, 31).split(u'\n')[1];
    QCOMPARE(line, QString(14, u'a') + u"…  "_s + QString(13, u'b') + u'…');
}

void tst_Table::titlesGiveWayBeforeCells()
{
    const Table table{{u"A long title"_s, u"B"_s}, {{u"7B"_s, QString(20, u'b')}}};
    QCOMPARE(tableText(table, 28), u"A lon…  B\n7B      "_s + QString(20, u'b') + u'\n');
    QCOMPARE(tableText(table, 30), u"A long …  B\n7B        "_s + QString(20, u'b') + u'\n');
    QCOMPARE(tableText(table, 34),
             u"A long title  B\n7B            "_s + QString(20, u'b') + u'\n');
}

void tst_Table::idsAreNeverCut()
{
    const QString id(30, u'i');
    const Table table{{u"Id"_s, u"B"_s}, {{id, QString(50, u'b')}}, {0}};
    QCOMPARE(tableText(table, 42).split(u'\n')[1], id + u"  "_s + QString(9, u'b') + u'…');
    QCOMPARE(tableText(table, 10).split(u'\n')[1], id + u"  bbbbb…"_s);
}

void tst_Table::linesFitAnyWidth()
{
    const Table table{
        {u"Name"_s, u"Task"_s, u"Labels"_s},
        {{u"模型模型模型模型模型"_s, u"👨\u200D👩\u200D👧🇨🇳⌚⚡✅⭐"_s, u"a=1, b=2, c=3, d=4"_s},
         {u"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"_s, u""_s, u"x"_s}}};
    for (int width = 22; width < 80; ++width) {
        for (const QString &line : tableText(table, width).split(u'\n'))
            QVERIFY2(displayWidth(line) <= width, qPrintable(line));
    }
}

MODELSCRIBE_TEST(tst_Table)

} // namespace tst_table

#include "tst_table.moc"
