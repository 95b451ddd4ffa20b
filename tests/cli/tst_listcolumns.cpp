// SPDX-License-Identifier: GPL-3.0-or-later
// "list --columns", "stats" and how CSV is written.
#include "cli/cliworld.h"
#include "testclass.h"

#include <QJsonArray>
#include <QTest>

namespace tst_listcolumns {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ListColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void columnsStandAsAskedFor();
    void columnsOfExtraInfoAreFoundByPath();
    void nothingIsCutInAPipe();
    void jsonHasAllOfAModel();
    void wrongColumnsAreRefused_data();
    void wrongColumnsAreRefused();
    void csvIsGuardedUnlessAsked();
    void optionsOfCsvNeedCsv();
    void statsCountWhatIsFound();
    void statsComeFromTheCopy();
    void statsAreAlsoCsvAndTables();
    void longListsOfValuesAreCutInTablesOnly();

private:
    CliWorld m_world;
};

void tst_ListColumns::initTestCase()
{
    QVERIFY(m_world.serve(60));
    QVERIFY(
        !m_world
             .create(u"=1+1"_s,
                     {u"--set"_s, u"ModelDescription=-2.5"_s, u"Task=unheard-of"_s,
                      u"ParameterSize=7B"_s, u"--label"_s, u"a=1"_s, u"b=2"_s, u"--extra-info"_s,
                      m_world.file(u"e.json"_s, R"({"Rating":4.50,"a":{"b":"中"},"n":null})")})
             .isEmpty());
}

void tst_ListColumns::columnsStandAsAskedFor()
{
    const QStringList list{u"list"_s, u"--query"_s, u"task:unheard-of"_s, u"--columns"_s,
                           u"Task, ParameterSize,Labels,ModelDescription"_s};
    QCOMPARE(m_world.run(list + QStringList{u"--output"_s, u"csv"_s}).out,
             "Task,ParameterSize,Labels,ModelDescription\r\n"
             "unheard-of,7000,\"a=1, b=2\",-2.5\r\n"_ba);
    QCOMPARE(m_world.run(list + QStringList{u"--output"_s, u"table"_s}).out,
             "Task        ParameterSize  Labels    ModelDescription\n"
             "unheard-of  7B             a=1, b=2  -2.5\n"_ba);
}

void tst_ListColumns::columnsOfExtraInfoAreFoundByPath()
{
    const Told told = m_world.run({u"list"_s, u"--query"_s, u"task:unheard-of"_s, u"--columns"_s,
                                   u"extra.Rating,extra.a.b,extra.n,extra.none,ExtraInfo"_s,
                                   u"--output"_s, u"csv"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.out,
             "extra.Rating,extra.a.b,extra.n,extra.none,ExtraInfo\r\n4.50,中,,,"
             "\"{\"\"Rating\"\":4.50,\"\"a\"\":{\"\"b\"\":\"\"中\"\"},\"\"n\"\":null}\"\r\n"_ba);
}

void tst_ListColumns::nothingIsCutInAPipe()
{
    const QString text(5000, u'x');
    QVERIFY(!m_world.create(u"long"_s, {u"--set"_s, u"ModelDescription="_s + text}).isEmpty());
    const Told told = m_world.run({u"list"_s, u"--query"_s, u"name:long"_s, u"--columns"_s,
                                   u"ModelDescription"_s, u"--output"_s, u"table"_s});
    QVERIFY(told.out.contains(text.toLatin1() + '\n'));
}

void tst_ListColumns::jsonHasAllOfAModel()
{
    const QStringList list{u"list"_s, u"--query"_s, u"task:unheard-of"_s};
    QCOMPARE(m_world.run(list + QStringList{u"--columns"_s, u"Task"_s}).out, m_world.run(list).out);
}

void tst_ListColumns::wrongColumnsAreRefused_data()
{
    QTest::addColumn<QString>("columns");
    QTest::newRow("unknown") << u"ModelName,Nope"_s;
    QTest::newRow("nothing between") << u"ModelName,,Task"_s;
    QTest::newRow("nothing behind") << u"ModelName,"_s;
    QTest::newRow("no path") << u"extra."_s;
    QTest::newRow("no key in a path") << u"extra.a..b"_s;
    QTest::newRow("empty") << u""_s;
}

void tst_ListColumns::wrongColumnsAreRefused()
{
    QFETCH(QString, columns);
    const Told told = m_world.run({u"list"_s, u"--columns"_s, columns});
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains("--columns"), told.err.constData());
    QCOMPARE(told.out, QByteArray());
}

void tst_ListColumns::csvIsGuardedUnlessAsked()
{
    const QStringList list{u"list"_s,      u"--query"_s,   u"task:unheard-of"_s,
                           u"--columns"_s, u"ModelName"_s, u"--output"_s,
                           u"csv"_s};
    QCOMPARE(m_world.run(list).out, "ModelName\r\n'=1+1\r\n"_ba);
    QCOMPARE(m_world.run(list + QStringList{u"--raw-cells"_s, u"--bom"_s}).out,
             "\xEF\xBB\xBFModelName\r\n=1+1\r\n"_ba);
}

void tst_ListColumns::optionsOfCsvNeedCsv()
{
    for (const QString &option : {u"--bom"_s, u"--raw-cells"_s}) {
        const Told told = m_world.run({u"list"_s, option});
        QCOMPARE(told.code, 2);
        QVERIFY2(told.err.contains("--output csv"), told.err.constData());
    }
}

void tst_ListColumns::statsCountWhatIsFound()
{
    const QJsonObject all = m_world.run({u"stats"_s}).json();
    QCOMPARE(all["Models"_L1].toInt(),
             m_world.run({u"list"_s, u"--limit"_s, u"0"_s}).json()["TotalCount"_L1].toInt());
    for (const char *group : {"Domain", "Task", "ModelType", "Accessibility", "Origin"}) {
        int models = 0;
        for (const auto &count : all[QString::fromLatin1(group)].toArray())
            models += count.toObject()["Models"_L1].toInt();
        QCOMPARE(models, all["Models"_L1].toInt());
    }
    const QJsonObject one = m_world.run({u"stats"_s, u"--query"_s, u"task:unheard-of"_s}).json();
    QCOMPARE(one["Models"_L1].toInt(), 1);
    QCOMPARE(one["Task"_L1].toArray(),
             QJsonArray({QJsonObject{{u"Value"_s, u"unheard-of"_s}, {u"Models"_s, 1}}}));
    QCOMPARE(one["ParameterSize"_L1].toArray(),
             QJsonArray({QJsonObject{{u"From"_s, 3000}, {u"Below"_s, 10'000}, {u"Models"_s, 1}}}));
    QCOMPARE(one["Filled"_L1].toObject()["ModelDoc"_L1].toInt(), 0);
    QCOMPARE(one["Filled"_L1].toObject()["Labels"_L1].toInt(), 1);
    QCOMPARE(m_world.run({u"stats"_s, u"--query"_s, u"size:>"_s}).code, 2);
}

void tst_ListColumns::statsComeFromTheCopy()
{
    CliWorld world;
    QVERIFY(world.serve(20));
    QCOMPARE(world.run({u"sync"_s}).code, 0);
    world.stopServing();
    QCOMPARE(world.run({u"stats"_s}).json()["Models"_L1].toInt(), 20);
    QCOMPARE(world.run({u"stats"_s, u"--live"_s}).code, 4);
}

void tst_ListColumns::statsAreAlsoCsvAndTables()
{
    const QStringList stats{u"stats"_s, u"--query"_s, u"task:unheard-of"_s, u"--output"_s};
    const Told csv = m_world.run(stats + QStringList{u"csv"_s});
    QVERIFY2(csv.out.startsWith("Figure,Value,Models\r\nModels,,1\r\n"), csv.out.constData());
    QVERIFY2(csv.out.contains("Task,unheard-of,1\r\n"), csv.out.constData());
    QVERIFY2(csv.out.contains("ParameterSize,3000..9999,1\r\n"), csv.out.constData());
    const QStringList sized{u"list"_s, u"--query"_s, u"size:3000..9999 task:unheard-of"_s};
    QCOMPARE(m_world.run(sized).json()["TotalCount"_L1].toInt(), 1);
    const Told table = m_world.run(stats + QStringList{u"table"_s});
    QVERIFY2(table.out.startsWith("1 models\n\nModels  Share   Domain\n"), table.out.constData());
    QVERIFY2(table.out.contains("     1  100.0%  3B to 10B\n"), table.out.constData());
    QVERIFY2(table.out.contains("     1  100.0%  (not set)\n"), table.out.constData());
}

void tst_ListColumns::longListsOfValuesAreCutInTablesOnly()
{
    const Told table = m_world.run({u"stats"_s, u"--limit"_s, u"1"_s, u"--output"_s, u"table"_s});
    QCOMPARE(table.code, 0);
    QVERIFY2(table.out.contains(" others)\n"), table.out.constData());
    const Told json = m_world.run({u"stats"_s, u"--limit"_s, u"1"_s});
    QVERIFY(json.json()["Task"_L1].toArray().size() > 10);
}

MODELSCRIBE_TEST(tst_ListColumns)

} // namespace tst_listcolumns

#include "tst_listcolumns.moc"
