// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/searchcounter.h"

#include "lists/modeltablemodel.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "registry/catalogtext.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace tst_searchcounter {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_SearchCounter : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatEachFinds();
    void countsAreToComeUntilTheyAreThere();
    void keepsNumbersOfQueriesThatStay();
    void followsModelsThatChange();
    void waitsForTheRowsQuestionAndAsksAgain();
    void followsDrafts();
    void survivesAnotherCatalog();
};

namespace {

RegisteredModel countedModel(int i)
{
    return modelOf(u"model-%1"_s.arg(i),
                   {.name = u"name %1"_s.arg(i % 150),
                    .description = i % 3 == 0 ? QString() : u"描述 the words %1"_s.arg(i % 7),
                    .task = i % 5 == 0 ? u"text-classification"_s : u"qa"_s,
                    .type = i % 2 == 0 ? u"LoRA"_s : u"Checkpoint"_s});
}

const QStringList &asked()
{
    static const QStringList queries{u"missing:description"_s,
                                     u"is:unknown-task"_s,
                                     u"is:same-name"_s,
                                     u"words"_s,
                                     u"描述 type:LoRA"_s,
                                     u"-\"words 3\" OR task:qa"_s,
                                     u"nowhere"_s,
                                     u"modified:<30d"_s,
                                     u"is:same-name -words"_s,
                                     QString()};
    return queries;
}

struct CountedWorld : OfflineCatalog
{
    CountedWorld()
    {
        for (int i = 0; i < 210; ++i)
            catalog.upsert(countedModel(i));
        models.setCatalog(&catalog, &text);
    }

    void setQueries(const QStringList &texts, qsizetype together = 0)
    {
        QList<Query> queries;
        for (const QString &one : texts)
            queries.append(parseQuery(one).query);
        counter.setQueries(queries, together);
        count = queries.size();
    }
    QList<int> counts() const
    {
        QList<int> result;
        for (qsizetype i = 0; i < count; ++i)
            result.append(counter.count(i));
        return result;
    }
    //! By asking all models one after the other.
    QList<int> truth(const QStringList &texts) const
    {
        QList<int> result;
        for (const QString &one : texts) {
            const Query query = parseQuery(one).query;
            const auto finds = [&](const RegisteredModel &model) {
                return query.matches(model, models.search().context());
            };
            result.append(int(std::ranges::count_if(catalog.models(), finds)));
        }
        return result;
    }

    CatalogText text{catalog, {}};
    ModelTableModel models;
    SearchCounter counter{models};
    qsizetype count = 0;
};

} // namespace

void tst_SearchCounter::countsWhatEachFinds()
{
    CountedWorld world;
    world.setQueries(asked(), 2);
    QTRY_COMPARE(world.counts(), world.truth(asked()));
    QVERIFY(world.counts().at(2) > 0 && world.counts().at(3) > 0);
    QTRY_COMPARE(world.counter.countTogether(),
                 world.truth({u"missing:description OR is:unknown-task"_s}).first());
}

void tst_SearchCounter::countsAreToComeUntilTheyAreThere()
{
    CountedWorld world;
    QSignalSpy changed(&world.counter, &SearchCounter::changed);
    world.setQueries({u"missing:description"_s}, 1);
    QCOMPARE(world.counts(), QList<int>{-1});
    QCOMPARE(world.counter.countTogether(), -1);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(world.counts(), QList<int>{70});
    QCOMPARE(changed.size(), 2);
}

void tst_SearchCounter::keepsNumbersOfQueriesThatStay()
{
    CountedWorld world;
    world.setQueries({u"missing:description"_s, u"words"_s});
    QTRY_COMPARE(world.counts(), (QList<int>{70, 140}));
    world.setQueries({u"words"_s, u"task:qa"_s, u"missing:description"_s});
    QCOMPARE(world.counts(), (QList<int>{140, -1, 70}));
    QTRY_COMPARE(world.counts(), (QList<int>{140, 168, 70}));
}

void tst_SearchCounter::followsModelsThatChange()
{
    CountedWorld world;
    world.setQueries(asked(), 3);
    QTRY_COMPARE(world.counts(), world.truth(asked()));
    QRandomGenerator random(5);
    for (int turn = 0; turn < 60; ++turn) {
        const int i = random.bounded(260);
        if (turn % 4 == 0) {
            world.catalog.remove(u"model-%1"_s.arg(i));
        } else {
            RegisteredModel model = countedModel(random.bounded(1000));
            model.id = u"model-%1"_s.arg(i);
            world.catalog.upsert(model);
        }
        if (turn % 7 == 0)
            QTest::qWait(10);
    }
    QTRY_COMPARE(world.counts(), world.truth(asked()));
    world.catalog.clear();
    QTRY_COMPARE(world.counts(), QList<int>(asked().size(), 0));
}

void tst_SearchCounter::waitsForTheRowsQuestionAndAsksAgain()
{
    CountedWorld world;
    world.setQueries(asked());
    for (int key = 0; key < 30; ++key) { // somebody types
        world.models.setQuery(parseQuery(u"words %1"_s.arg(key % 4)).query);
        QTest::qWait(5);
    }
    QTRY_COMPARE(world.models.rowCount(), world.truth({u"words 1"_s}).first());
    QTRY_COMPARE(world.counts(), world.truth(asked()));
    world.models.setQuery(Query());
    RegisteredModel model = countedModel(3);
    model.metadata.description = u"words"_s;
    world.catalog.upsert(model);
    QTRY_COMPARE(world.counts(), world.truth(asked()));
}

void tst_SearchCounter::followsDrafts()
{
    CountedWorld world;
    world.setQueries({u"has:draft"_s, u"-is:draft"_s});
    QTRY_COMPARE(world.counts(), (QList<int>{0, 210}));
    world.models.marks().setDrafts({u"model-3"_s, u"model-4"_s});
    world.counter.countAgain();
    QTRY_COMPARE(world.counts(), (QList<int>{2, 208}));
}

void tst_SearchCounter::survivesAnotherCatalog()
{
    CountedWorld world;
    world.setQueries(asked(), 2);
    QTest::qWait(31); // it has begun
    OfflineCatalog other({countedModel(1), countedModel(3)});
    world.models.setCatalog(&other.catalog);
    world.counter.restart();
    QCOMPARE(world.counts().first(), -1);
    QTRY_COMPARE(world.counts().first(), 1);
    QTRY_COMPARE(world.counts().at(3), 1);
    world.models.setCatalog(nullptr);
    QTRY_COMPARE(world.counts().first(), 0);
}

MODELSCRIBE_TEST(tst_SearchCounter)

} // namespace tst_searchcounter

#include "tst_searchcounter.moc"
