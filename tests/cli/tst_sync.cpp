// SPDX-License-Identifier: GPL-3.0-or-later
// The copy of the list that "sync" makes, and "list" with and without it.
#include "cliworld.h"
#include "testclass.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

namespace tst_sync {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Sync : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatItDid();
    void listsWithoutTheService();
    void aProvidersListHasACopyOfItsOwn();
    void asksTheServiceWithoutACopy();
    void whatCommandsWriteIsInTheCopy();
    void aCopyThatCannotBeWrittenIsAnError();

private:
    static qsizetype listed(const Told &told) { return told.json()[u"Models"].toArray().size(); }
    static QString copies(const CliWorld &world)
    {
        return world.home.filePath(u"xdg_data_home/modelscribe/copies"_s);
    }
};

void tst_Sync::saysWhatItDid()
{
    CliWorld world;
    QVERIFY(world.serve(120));
    Told told = world.run({u"sync"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(
        told.json(),
        (QJsonObject{{u"Models"_s, 120}, {u"Pages"_s, 3}, {u"Changed"_s, 120}, {u"Removed"_s, 0}}));
    QCOMPARE(told.err, QByteArray());
    const QString id = world.create(u"new-one"_s);
    QCOMPARE(world.run({u"delete"_s, id, u"--yes"_s}).code, 0);
    QDir(copies(world)).removeRecursively();
    QCOMPARE(world.run({u"sync"_s, u"--full"_s}).json()[u"Models"].toInt(), 120);
    told = world.run({u"sync"_s, u"--full"_s});
    QCOMPARE(
        told.json(),
        (QJsonObject{{u"Models"_s, 120}, {u"Pages"_s, 3}, {u"Changed"_s, 0}, {u"Removed"_s, 0}}));
    QCOMPARE(world.run({u"sync"_s, u"--output"_s, u"csv"_s}).out,
             "Models,Pages,Changed,Removed\r\n120,3,0,0\r\n"_ba);
}

void tst_Sync::listsWithoutTheService()
{
    CliWorld world;
    QVERIFY(world.serve(70));
    QCOMPARE(world.run({u"sync"_s}).code, 0);
    const Told live = world.run({u"list"_s, u"--live"_s});
    world.stopServing();
    const Told told = world.run({u"list"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.out, live.out);
    QCOMPARE(told.err, QByteArray()); // no terminal
    QCOMPARE(world.run({u"list"_s, u"--live"_s}).code, 4);
    QCOMPARE(world.run({u"sync"_s}).code, 4);
    QCOMPARE(listed(world.run({u"list"_s})), 70);
}

void tst_Sync::aProvidersListHasACopyOfItsOwn()
{
    CliWorld world;
    QVERIFY(world.serve(5));
    const Told told = world.run({u"sync"_s, u"--provider"_s, u"pai"_s});
    QCOMPARE(told.code, 0);
    const int theirs = told.json()[u"Models"].toInt();
    QVERIFY(theirs > 0);
    QCOMPARE(world.run({u"sync"_s}).json()[u"Models"].toInt(), 5);
    QCOMPARE(world.run({u"sync"_s, u"--provider"_s, QString()}).code, 2);
    world.stopServing();
    QCOMPARE(listed(world.run({u"list"_s})), 5);
    QCOMPARE(listed(world.run({u"list"_s, u"--provider"_s, u"pai"_s})), theirs);
    // Read within a day: it is not asked for again.
    QCOMPARE(world.run({u"sync"_s, u"--provider"_s, u"pai"_s}).code, 0);
    QCOMPARE(world.run({u"sync"_s, u"--provider"_s, u"pai"_s, u"--full"_s}).code, 4);
}

void tst_Sync::asksTheServiceWithoutACopy()
{
    CliWorld world;
    QVERIFY(world.serve(5));
    QCOMPARE(listed(world.run({u"list"_s})), 5);
    QVERIFY(!QDir(copies(world)).exists());
}

void tst_Sync::whatCommandsWriteIsInTheCopy()
{
    CliWorld world;
    QVERIFY(world.serve(5));
    QCOMPARE(world.run({u"sync"_s}).code, 0);
    const QString id = world.create(u"new-one"_s);
    QCOMPARE(world.run({u"update"_s, id, u"--set"_s, u"Task"_s + u"=qa"_s}).code, 0);
    const Told told = world.run({u"list"_s, u"--query"_s, u"task:qa"_s});
    QCOMPARE(told.json()[u"Models"][0][u"ModelId"].toString(), id);
    QCOMPARE(world.run({u"delete"_s, id, u"--yes"_s}).code, 0);
    world.stopServing();
    QCOMPARE(listed(world.run({u"list"_s})), 5);
}

void tst_Sync::aCopyThatCannotBeWrittenIsAnError()
{
    CliWorld world;
    QVERIFY(world.serve(5));
    QVERIFY(QDir().mkpath(world.home.filePath(u"xdg_data_home/modelscribe"_s)));
    world.file(u"xdg_data_home/modelscribe/copies"_s, "no folder");
    const Told told = world.run({u"sync"_s});
    QVERIFY(told.code != 0);
    QVERIFY(told.out.isEmpty());
    QVERIFY(told.err.startsWith("modelscribe-cli: "));
    QCOMPARE(told.err.count('\n'), 1);
}

MODELSCRIBE_TEST(tst_Sync)

} // namespace tst_sync

#include "tst_sync.moc"
