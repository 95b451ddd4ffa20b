// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetmodel.h"

#include "core/visibletext.h"
#include "model/queryparser.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_facetmodel {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

QList<RegisteredModel> someModels()
{
    const auto model = [](const QString &id, const QString &domain, const QString &task,
                          const QString &type) {
        return modelOf(id, {.name = id, .domain = domain, .task = task, .type = type});
    };
    return {model(u"1"_s, u"cv"_s, u"image classification"_s, u"Checkpoint"_s),
            model(u"2"_s, u"nlp"_s, u"text-generation"_s, u"LoRA"_s),
            model(u"3"_s, u"NLP"_s, u"text-generation"_s, u"Checkpoint"_s),
            model(u"4"_s, u"nlp"_s, u"fill-mask"_s, u"Checkpoint"_s),
            model(u"5"_s, {}, u"fill-mask"_s, {}),
            model(u"6"_s, {}, {}, {}),
            model(u"7"_s, {}, {}, {}),
            model(u"8"_s, {}, {}, {})};
}

struct CountedCatalog : OfflineCatalog
{
    using OfflineCatalog::OfflineCatalog;
    ValuesInUse values{catalog};
};

//! "text (count)" of each row, two blanks a level.
QStringList lines(const FacetModel &facets, const QModelIndex &parent = {}, int level = 0)
{
    QStringList result;
    for (int row = 0; row < facets.rowCount(parent); ++row) {
        const QModelIndex index = facets.index(row, 0, parent);
        QString line = QString(level * 2, u' ') + index.data().toString();
        if (const QVariant count = index.data(FacetModel::CountRole); count.isValid())
            line += u" (%1)"_s.arg(count.toInt());
        result.append(line);
        result += lines(facets, index, level + 1);
    }
    return result;
}

QList<QModelIndex> allRows(const FacetModel &facets, const QModelIndex &parent = {})
{
    QList<QModelIndex> result;
    for (int row = 0; row < facets.rowCount(parent); ++row) {
        result.append(facets.index(row, 0, parent));
        result += allRows(facets, result.last());
    }
    return result;
}

} // namespace

class tst_FacetModel : public QObject
{
    Q_OBJECT

private slots:
    void showsDomainsWithTheirTasksAndTypes();
    void everyQueryFindsAsManyModelsAsTheRowSays();
    void draftsAreShownWhileThereAreAny();
    void listsOfProvidersAreMarkedInsteadOfAll();
    void sectionsCannotBeChosen();
    void countsChangeInPlace();
    void hostileValuesAreShownVisibly();
    void valuesAreReadAgainWhenTheyChange();
    void isEmptyWithoutACatalog();
};

void tst_FacetModel::showsDomainsWithTheirTasksAndTypes()
{
    CountedCatalog offline(someModels());
    FacetModel facets;
    const QAbstractItemModelTester tester(&facets);
    facets.setValues(&offline.values);
    const QStringList expected{u"All models (8)"_s,
                               u"Domain"_s,
                               u"  nlp (3)"_s,
                               u"    text-generation (2)"_s,
                               u"    fill-mask (1)"_s,
                               u"  cv (1)"_s,
                               u"    image classification (1)"_s,
                               u"  (none) (4)"_s,
                               u"    fill-mask (1)"_s,
                               u"Type"_s,
                               u"  Checkpoint (3)"_s,
                               u"  LoRA (1)"_s,
                               u"  (none) (4)"_s};
    QTRY_COMPARE(lines(facets), expected);
    const QModelIndex nlp = facets.index(0, 0, facets.index(1, 0));
    QCOMPARE(nlp.data(FacetModel::QueryRole).toString(), u"domain:nlp"_s);
    QCOMPARE(facets.index(0, 0, nlp).data(FacetModel::QueryRole).toString(),
             u"domain:nlp task:text-generation"_s);
    QCOMPARE(nlp.data(Qt::AccessibleTextRole).toString(), u"nlp, 3"_s);
    QCOMPARE(nlp.data(FacetModel::KindRole).value<FacetModel::Kind>(), FacetModel::Kind::Value);
    QCOMPARE(facets.index(0, 0).data(FacetModel::QueryRole).toString(), QString());
}

void tst_FacetModel::everyQueryFindsAsManyModelsAsTheRowSays()
{
    CountedCatalog offline(someModels());
    FacetModel facets;
    facets.setValues(&offline.values);
    QTRY_VERIFY(facets.rowCount() > 1);
    int checked = 0;
    for (const QModelIndex &row : allRows(facets)) {
        if (FacetModel::kindOf(row) == FacetModel::Kind::Section)
            continue;
        const Query query = parseQuery(row.data(FacetModel::QueryRole).toString()).query;
        const auto found = std::ranges::count_if(
            offline.catalog.models(),
            [&](const RegisteredModel &model) { return query.matches(model); });
        QCOMPARE(int(found), row.data(FacetModel::CountRole).toInt());
        ++checked;
    }
    QCOMPARE(checked, 11);
}

void tst_FacetModel::draftsAreShownWhileThereAreAny()
{
    CountedCatalog offline(someModels());
    FacetModel facets;
    const QAbstractItemModelTester tester(&facets);
    facets.setValues(&offline.values);
    facets.setDraftCount(2);
    QTRY_COMPARE(lines(facets).value(1), u"Drafts (2)"_s);
    QCOMPARE(facets.index(1, 0).data(FacetModel::KindRole).value<FacetModel::Kind>(),
             FacetModel::Kind::Drafts);
    facets.setDraftCount(1);
    QTRY_COMPARE(lines(facets).value(1), u"Drafts (1)"_s);
    facets.setDraftCount(0);
    QTRY_COMPARE(lines(facets).value(1), u"Domain"_s);
}

void tst_FacetModel::listsOfProvidersAreMarkedInsteadOfAll()
{
    CountedCatalog offline(someModels());
    FacetModel facets;
    const QAbstractItemModelTester tester(&facets);
    facets.setValues(&offline.values);
    QTRY_COMPARE(lines(facets).first(), u"All models (8)"_s);
    facets.setProviders({u"pai"_s, u"a<b>\n"_s}, {});
    QCOMPARE(lines(facets).first(3), QStringList({u"All models (8)"_s, u"Models of PAI"_s,
                                                  u"Models of "_s + visibleText(u"a<b>\n"_s)}));
    QCOMPARE(FacetModel::stateOf(facets.index(0, 0)), FacetModel::State::Included);
    QVERIFY(facets.index(1, 0).data(FacetModel::IdRole)
            != facets.index(2, 0).data(FacetModel::IdRole));
    facets.setProviders({u"pai"_s}, u"pai"_s);
    QCOMPARE(lines(facets).first(2), QStringList({u"All models"_s, u"Models of PAI (8)"_s}));
    facets.setQuery(u"domain:nlp"_s); // the list is the same one
    QCOMPARE(FacetModel::stateOf(facets.index(0, 0)), FacetModel::State::None);
    QCOMPARE(FacetModel::stateOf(facets.index(1, 0)), FacetModel::State::Included);
    QCOMPARE(facets.index(1, 0).data(FacetModel::ValueRole).toString(), u"pai"_s);
}

void tst_FacetModel::sectionsCannotBeChosen()
{
    CountedCatalog offline(someModels());
    FacetModel facets;
    facets.setValues(&offline.values);
    QTRY_VERIFY(facets.rowCount() > 1);
    const QModelIndex section = facets.index(1, 0);
    QVERIFY(!facets.flags(section).testFlag(Qt::ItemIsSelectable));
    QVERIFY(!section.data(FacetModel::CountRole).isValid());
    QCOMPARE(section.data(Qt::AccessibleTextRole).toString(), u"Domain"_s);
    QVERIFY(facets.flags(facets.index(0, 0)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(facets.flags({}), Qt::NoItemFlags);
}

void tst_FacetModel::countsChangeInPlace()
{
    CountedCatalog offline(someModels());
    FacetModel facets;
    const QAbstractItemModelTester tester(&facets);
    facets.setValues(&offline.values);
    QTRY_VERIFY(facets.rowCount() > 1);
    const QPersistentModelIndex nlp = facets.index(0, 0, facets.index(1, 0));
    QSignalSpy resets(&facets, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&facets, &QAbstractItemModel::dataChanged);
    offline.catalog.upsert(
        modelOf(u"9"_s, {.name = u"9"_s, .domain = u"nlp"_s, .task = u"text-generation"_s}));
    QTRY_COMPARE(nlp.data(FacetModel::CountRole).toInt(), 4);
    QCOMPARE(resets.size(), 0);
    QVERIFY(changes.size() >= 3);
    offline.catalog.remove(u"1"_s); // the only one of its domain
    QTRY_COMPARE(resets.size(), 1);
}

void tst_FacetModel::hostileValuesAreShownVisibly()
{
    CountedCatalog offline({modelOf(u"1"_s, {.name = u"a"_s, .domain = u"n\u202Elp x"_s})});
    FacetModel facets;
    facets.setValues(&offline.values);
    QTRY_VERIFY(facets.rowCount() > 1);
    const QModelIndex row = facets.index(0, 0, facets.index(1, 0));
    QCOMPARE(row.data().toString(), u"n⟦U+202E⟧lp x"_s);
    QVERIFY(parseQuery(row.data(FacetModel::QueryRole).toString())
                .query.matches(offline.catalog.models().front()));
}

//! What was read of a facet serves the next queries, and no longer than it is right.
void tst_FacetModel::valuesAreReadAgainWhenTheyChange()
{
    constexpr int keyCount = 40;
    QList<RegisteredModel> models;
    for (int i = 0; i < keyCount; ++i) {
        models.append(modelOf(QString::number(i), {}));
        models.last().metadata.labels = {{u"key-%1"_s.arg(i), u"a"_s}};
    }
    CountedCatalog catalog(models);
    FacetModel facets;
    facets.setValues(&catalog.values);
    facets.setQuery(u"label:key-3=a"_s);
    facets.setQuery(u"label:key-39=a"_s); // is shown because it is asked for
    QTRY_VERIFY(lines(facets).contains(u"    a (1)"_s));
    QVERIFY(lines(facets).contains(u"  key-39"_s));
    models.last().metadata.labels = {{u"key-39"_s, u"another"_s}};
    catalog.catalog.upsert(models.last());
    QTRY_VERIFY(lines(facets).contains(u"    another (1)"_s));
}

void tst_FacetModel::isEmptyWithoutACatalog()
{
    FacetModel facets;
    QCOMPARE(lines(facets), QStringList{u"All models (0)"_s});
    {
        CountedCatalog offline(someModels());
        facets.setValues(&offline.values);
        QTRY_VERIFY(facets.rowCount() > 1);
    }
    QTRY_COMPARE(lines(facets), QStringList{u"All models (0)"_s});
    QVERIFY(!facets.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!facets.index(0, 0).data(Qt::DecorationRole).isValid());
}

MODELSCRIBE_TEST(tst_FacetModel)

} // namespace tst_facetmodel

#include "tst_facetmodel.moc"
