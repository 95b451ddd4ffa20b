// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/figurescounting.h"

#include "lists/modeltablemodel.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_figurescounting {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_FiguresCounting : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatIsShown();
    void followsWhatIsShown();
    void doesNothingWhileOff();
    void rowsThatMoveMeanwhileAreCountedOnce();
};

namespace {

RegisteredModel numbered(int i)
{
    return modelOf(u"id-%1"_s.arg(i),
                   {.name = u"name %1"_s.arg(i), .task = i % 2 ? u"qa"_s : u"chat"_s});
}

struct CountedWorld : OfflineCatalog
{
    explicit CountedWorld(int models)
    {
        QList<RegisteredModel> all;
        for (int i = 0; i < models; ++i)
            all.append(numbered(i));
        catalog.upsert(all);
        table.setCatalog(&catalog);
    }

    int counted(const QString &task) const
    {
        for (const ModelFigures::Count &count : counting.figures()->tasks) {
            if (count.value == task)
                return count.models;
        }
        return 0;
    }

    ModelTableModel table;
    FiguresCounting counting{table};
};

} // namespace

void tst_FiguresCounting::countsWhatIsShown()
{
    CountedWorld world(300);
    world.table.setQuery(parseQuery(u"task:qa"_s).query);
    QSignalSpy changed(&world.counting, &FiguresCounting::changed);
    world.counting.setOn(true);
    QVERIFY(!world.counting.figures());
    QVERIFY(changed.wait());
    QCOMPARE(world.counting.figures()->models, 150);
    QCOMPARE(world.counted(u"qa"_s), 150);
    QCOMPARE(world.counted(u"chat"_s), 0);
}

void tst_FiguresCounting::followsWhatIsShown()
{
    CountedWorld world(10);
    QSignalSpy changed(&world.counting, &FiguresCounting::changed);
    world.counting.setOn(true);
    QVERIFY(changed.wait());
    world.catalog.upsert({numbered(11), numbered(13)});
    world.catalog.remove(u"id-0"_s);
    RegisteredModel model = numbered(2);
    model.metadata.task = u"qa"_s;
    world.catalog.upsert(model);
    QTRY_COMPARE(world.counted(u"qa"_s), 8);
    QCOMPARE(world.counted(u"chat"_s), 3);
    world.table.setQuery(parseQuery(u"task:chat"_s).query);
    QTRY_COMPARE(world.counting.figures()->models, 3);
}

void tst_FiguresCounting::doesNothingWhileOff()
{
    CountedWorld world(10);
    QSignalSpy changed(&world.counting, &FiguresCounting::changed);
    world.counting.setOn(true);
    world.counting.setOn(false);
    world.catalog.upsert(numbered(11));
    QVERIFY(!changed.wait(400));
    QVERIFY(!world.counting.figures());
    world.counting.setOn(true);
    QVERIFY(changed.wait());
    QCOMPARE(world.counting.figures()->models, 11);
}

void tst_FiguresCounting::rowsThatMoveMeanwhileAreCountedOnce()
{
    CountedWorld world(20'000);
    world.counting.setOn(true);
    QTest::qWait(1); // some of them
    for (int i = 0; i < 5000; ++i)
        world.catalog.remove(u"id-%1"_s.arg(i * 2));
    QTRY_VERIFY(world.counting.figures() && world.counting.figures()->models == 15'000);
    QCOMPARE(world.counted(u"qa"_s), 10'000);
}

MODELSCRIBE_TEST(tst_FiguresCounting)

} // namespace tst_figurescounting

#include "tst_figurescounting.moc"
