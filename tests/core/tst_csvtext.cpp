// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvtext.h"

#include "testclass.h"

#include <QTest>

namespace tst_csvtext {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_CsvText : public QObject
{
    Q_OBJECT

private slots:
    void isWhatTheStandardSays();
    void noSpreadsheetRunsIt_data();
    void noSpreadsheetRunsIt();
};

void tst_CsvText::isWhatTheStandardSays()
{
    QCOMPARE(csvOfRows({{u"a"_s, u"b"_s}, {u"x,y"_s, u"1\"2"_s}, {u"l\nm"_s, u"\u4e2d"_s}}),
             u"a,b\r\n\"x,y\",\"1\"\"2\"\r\n\"l\nm\",\u4e2d\r\n"_s);
    QCOMPARE(csvOfRows({}), QString());
}

void tst_CsvText::noSpreadsheetRunsIt_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("written");
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("full width") << u"\uFF1D1"_s << u"'\uFF1D1"_s;
    QTest::newRow("apostrophe") << u"'a"_s << u"''a"_s;
    QTest::newRow("number") << u"-1.5e3"_s << u"-1.5e3"_s;
    QTest::newRow("text") << u"a=b"_s << u"a=b"_s;
}

void tst_CsvText::noSpreadsheetRunsIt()
{
    QFETCH(QString, cell);
    QFETCH(QString, written);
    QCOMPARE(csvOfRows({QStringList{cell}}), written + u"\r\n"_s);
    QCOMPARE(csvOfRows({QStringList{cell}}, FormulaGuard::Off), cell + u"\r\n"_s);
}

MODELSCRIBE_TEST(tst_CsvText)

} // namespace tst_csvtext

#include "tst_csvtext.moc"
