// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogwalk.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_catalogwalk {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

QString idOf(int number) { return u"model-%1"_s.arg(number, 4, 10, QLatin1Char('0')); }

//! Holds of every third one, and takes its time.
bool isThird(const RegisteredModel &model)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < 50'000) { }
    return QStringView(model.id).last(4).toInt() % 3 == 0;
}

struct World
{
    explicit World(int count)
    {
        for (int i = 0; i < count; ++i)
            catalog.upsert(modelOf(idOf(i), {.name = u"name"_s}));
    }

    QStringList thirds() const
    {
        QStringList ids;
        for (const RegisteredModel &model : catalog.models()) {
            if (QStringView(model.id).last(4).toInt() % 3 == 0)
                ids.append(model.id);
        }
        return ids;
    }

    Catalog catalog;
    CatalogWalk walk{catalog, isThird};
    QSignalSpy finished{&walk, &CatalogWalk::finished};
};

} // namespace

class tst_CatalogWalk : public QObject
{
    Q_OBJECT

private slots:
    void findsAllInSomeTurns();
    void fewAreFoundAtOnce();
    void whatGoesMeanwhileIsNotFound_data();
    void whatGoesMeanwhileIsNotFound();
    void canBeStoppedAndBegunAgain();
};

void tst_CatalogWalk::findsAllInSomeTurns()
{
    World world(1000);
    int turns = 0;
    QTimer beat;
    beat.callOnTimeout([&] { ++turns; });
    beat.start(0);
    world.walk.start();
    QVERIFY(world.finished.isEmpty());
    QTRY_COMPARE(world.finished.size(), 1);
    QVERIFY(turns >= 3);
    QCOMPARE(world.walk.found(), world.thirds());
}

void tst_CatalogWalk::fewAreFoundAtOnce()
{
    World world(10);
    world.walk.start();
    QCOMPARE(world.finished.size(), 1);
    QCOMPARE(world.walk.found(), world.thirds());
}

void tst_CatalogWalk::whatGoesMeanwhileIsNotFound_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::newRow("what was looked at") << 0 << 10;
    QTest::newRow("around what is next") << 10 << 900;
    QTest::newRow("what is to come") << 900 << 100;
    QTest::newRow("all") << 0 << 1000;
}

void tst_CatalogWalk::whatGoesMeanwhileIsNotFound()
{
    QFETCH(int, first);
    QFETCH(int, count);
    World world(1000);
    world.walk.start();
    QVERIFY(world.finished.isEmpty());
    QStringList ids;
    for (int i = first; i < first + count; ++i)
        ids.append(idOf(i));
    world.catalog.remove(ids);
    QTRY_COMPARE(world.finished.size(), 1);
    QCOMPARE(world.walk.found(), world.thirds());
}

void tst_CatalogWalk::canBeStoppedAndBegunAgain()
{
    World world(1000);
    world.walk.start();
    world.walk.stop();
    world.catalog.remove(idOf(500));
    world.walk.start();
    QTRY_COMPARE(world.finished.size(), 1);
    QCOMPARE(world.walk.found(), world.thirds());
    QTest::qWait(10);
    QCOMPARE(world.finished.size(), 1);
}

MODELSCRIBE_TEST(tst_CatalogWalk)

} // namespace tst_catalogwalk

#include "tst_catalogwalk.moc"
