// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetcounter.h"

#include "lists/facetmodel.h"
#include "lists/modeltablemodel.h"
#include "model/queryedit.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "registry/catalogtext.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_facetcounter {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

RegisteredModel facetModel(int i)
{
    const auto pick = [i](int step, const QStringList &from) {
        return from[(i / step) % from.size()];
    };
    RegisteredModel model = modelOf(
        u"model-%1"_s.arg(i),
        {.name = u"name %1"_s.arg(i),
         .accessibility = pick(3, {u"PRIVATE"_s, u"PUBLIC"_s}),
         .origin = pick(5, {u"ModelScope"_s, u"HuggingFace"_s, QString()}),
         .domain = pick(1, {u"nlp"_s, u"NLP"_s, u"cv"_s, QString(), u"a b"_s}),
         .task = pick(2, {u"text-generation"_s, u"qa"_s, QString()}),
         .type = pick(7, {u"Checkpoint"_s, u"LoRA"_s})});
    model.ownerId = pick(4, {u"11"_s, u"22"_s});
    model.metadata.labels = {{u"team"_s, pick(2, {u"nlp"_s, u"NLP"_s, u"x=\"y\" 中文"_s})},
                             {u"Stage"_s, pick(3, {u"prod"_s, u"gray"_s, QString()})}};
    return model;
}

struct CounterWorld : OfflineCatalog
{
    CounterWorld()
    {
        for (int i = 0; i < 210; ++i)
            catalog.upsert(facetModel(i));
        models.setCatalog(&catalog, &text);
        facets.setValues(&values);
        facets.setCounter(&counter);
    }

    void ask(const QString &query)
    {
        models.setQuery(parseQuery(query).query);
        facets.setQuery(query);
    }

    ValuesInUse values{catalog};
    CatalogText text{catalog, {}};
    ModelTableModel models;
    FacetCounter counter{models};
    FacetModel facets;
};

QList<QModelIndex> valueRows(const FacetModel &facets, const QModelIndex &at = {})
{
    QList<QModelIndex> result;
    for (int row = 0; row < facets.rowCount(at); ++row) {
        const QModelIndex index = facets.index(row, 0, at);
        if (FacetModel::kindOf(index) == FacetModel::Kind::Value)
            result.append(index);
        result += valueRows(facets, index);
    }
    return result;
}

//! The query with nothing of the row's facet in it but the row.
QString withOnly(QString query, const QModelIndex &row)
{
    const QString field = row.data(FacetModel::FieldRole).toString();
    QString value = row.data(FacetModel::ValueRole).toString();
    if (value.isNull())
        value = u""_s;
    if (field != "label"_L1)
        return queryWithTerm(query, field, value);
    const QueryFacet asked = QueryFacet::of(query, field, value);
    for (const QString &other : asked.included + asked.excluded)
        query = queryWithoutValue(query, field, other);
    return queryWithValue(query, field, value);
}

} // namespace

class tst_FacetCounter : public QObject
{
    Q_OBJECT

private slots:
    void countsAsIfTheFacetsOwnTermsWereNotThere_data();
    void countsAsIfTheFacetsOwnTermsWereNotThere();
    void saysWhatAValueWouldAdd();
    void countsAreToComeUntilTheyAreThere();
    void followsModelsThatChange();
    void survivesAnotherQueryAndCatalogMeanwhile();
};

void tst_FacetCounter::countsAsIfTheFacetsOwnTermsWereNotThere_data()
{
    QTest::addColumn<QString>("query");
    for (const char16_t *query :
         {u"task:qa", u"name", u"name 1 task:qa", u"task:(qa OR text-generation) -type:LoRA",
          u"domain:nlp task:qa accessibility:PUBLIC", u"label:team=nlp",
          u"label:(team=nlp OR Stage=prod)", u"label:team=nlp -label:stage=gray type:LoRA",
          u"(task:qa OR type:LoRA) domain:nlp", u"missing:task -domain:cv", u"task:",
          u"-owner:11 origin:ModelScope", u"label:team task:qa", u"nothinglikethis"}) {
        const QString text = QString::fromUtf16(query);
        QTest::newRow(qPrintable(text)) << text;
    }
}

void tst_FacetCounter::countsAsIfTheFacetsOwnTermsWereNotThere()
{
    QFETCH(QString, query);
    CounterWorld world;
    QTRY_VERIFY(world.facets.rowCount() > 5);
    world.ask(query);
    QTRY_VERIFY(world.counter.isCounted());
    int checked = 0;
    for (const QModelIndex &row : valueRows(world.facets)) {
        const Query only = parseQuery(withOnly(query, row)).query;
        const QModelIndex above = row.parent();
        const bool isTask = FacetModel::kindOf(above) == FacetModel::Kind::Value;
        const Query domain = isTask ? parseQuery(above.data(FacetModel::QueryRole).toString()).query
                                    : Query();
        const auto expected = std::ranges::count_if(
            world.catalog.models(), [&](const RegisteredModel &model) {
                return only.matches(model) && domain.matches(model);
            });
        QVERIFY2(row.data(FacetModel::CountRole).toInt() == int(expected),
                 qPrintable(u"%1: %2 instead of %3"_s.arg(row.data().toString())
                                .arg(row.data(FacetModel::CountRole).toInt())
                                .arg(expected)));
        ++checked;
    }
    QVERIFY(checked > 15);
}

void tst_FacetCounter::saysWhatAValueWouldAdd()
{
    CounterWorld world;
    QTRY_VERIFY(world.facets.rowCount() > 5);
    world.ask(u"type:LoRA"_s);
    QTRY_VERIFY(world.counter.isCounted());
    QStringList types;
    for (const QModelIndex &row : valueRows(world.facets)) {
        if (row.data(FacetModel::FieldRole) == u"type"_s)
            types.append(row.data(FacetModel::CountTextRole).toString());
    }
    QCOMPARE(types, (QStringList{u"+105"_s, u"105"_s}));
}

void tst_FacetCounter::countsAreToComeUntilTheyAreThere()
{
    CounterWorld world;
    QTRY_VERIFY(world.facets.rowCount() > 5);
    QSignalSpy resets(&world.facets, &QAbstractItemModel::modelReset);
    const QModelIndex row = valueRows(world.facets).first();
    const QString before = row.data(FacetModel::CountTextRole).toString();
    world.ask(u"task:qa"_s);
    QCOMPARE(row.data(FacetModel::CountTextRole).toString(), u"…"_s);
    QTRY_VERIFY(world.counter.isCounted());
    QVERIFY(row.data(FacetModel::CountTextRole).toString() != before);
    world.ask({});
    QCOMPARE(row.data(FacetModel::CountTextRole).toString(), before);
    QCOMPARE(resets.size(), 0); // no row moves for a number
}

void tst_FacetCounter::followsModelsThatChange()
{
    CounterWorld world;
    QTRY_VERIFY(world.facets.rowCount() > 5);
    world.ask(u"task:qa"_s);
    QTRY_VERIFY(world.counter.isCounted());
    const int before = world.counter.count(u"type"_s, u"LoRA"_s);
    RegisteredModel model = facetModel(2);
    QCOMPARE(model.metadata.task, u"qa"_s);
    model.metadata.type = u"LoRA"_s;
    world.catalog.upsert(model);
    QTRY_COMPARE(world.counter.count(u"type"_s, u"LoRA"_s), before + 1);
    world.catalog.remove(model.id);
    QTRY_COMPARE(world.counter.count(u"type"_s, u"LoRA"_s), before);
    model.id = u"new"_s;
    world.catalog.upsert(model);
    QTRY_COMPARE(world.counter.count(u"type"_s, u"lora"_s), before + 1);
}

void tst_FacetCounter::survivesAnotherQueryAndCatalogMeanwhile()
{
    CounterWorld world;
    world.ask(u"name 1"_s);
    world.ask(u"name 2 task:qa"_s);
    QCoreApplication::processEvents();
    world.ask(u"task:qa"_s);
    QTRY_VERIFY(world.counter.isCounted());
    world.ask(u"name 3"_s);
    world.catalog.clear();
    world.models.setCatalog(nullptr);
    QTRY_VERIFY(world.counter.isCounted());
    QCOMPARE(world.counter.count(u"type"_s, u"LoRA"_s), 0);
}

MODELSCRIBE_TEST(tst_FacetCounter)

} // namespace tst_facetcounter

#include "tst_facetcounter.moc"
