// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetcodes.h"

#include "lists/modeltablemodel.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QTest>

namespace tst_facetcodes {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t ownerPlace = 5;

RegisteredModel ownedBy(const QString &id, const QString &owner)
{
    RegisteredModel model = modelOf(id, {.name = id, .domain = u"nlp"_s, .task = u"qa"_s});
    model.ownerId = owner;
    return model;
}

struct ValuesWorld : OfflineCatalog
{
    explicit ValuesWorld(int count)
    {
        QList<RegisteredModel> all;
        for (int i = 0; i < count; ++i)
            all.append(ownedBy(QString::number(i), QString::number(i % 7)));
        catalog.upsert(all);
        models.setCatalog(&catalog);
    }

    const RegisteredModel &model(int slot) const { return *models.slotAt(slot); }
    FacetCodes::Code owner(int slot) { return values.fieldsOf(slot, model(slot))[ownerPlace]; }

    ModelTableModel models;
    FacetCodes values{models};
};

} // namespace

class tst_FacetCodes : public QObject
{
    Q_OBJECT

private slots:
    void whatAQueryTakesForTheSameIsOne();
    void modelsThatChangeAreReadAgain();
    void allAreReadByThemselves();
};

void tst_FacetCodes::whatAQueryTakesForTheSameIsOne()
{
    ValuesWorld world(0);
    RegisteredModel first = ownedBy(u"a"_s, u"ＢＥＲＴ"_s);
    first.metadata.labels = {{u"Team"_s, u"nlp"_s}, {u"team"_s, u"NLP"_s}, {u"team"_s, u"cv"_s}};
    RegisteredModel second = ownedBy(u"b"_s, u"bert"_s);
    second.metadata.domain = u"cv"_s;
    world.catalog.upsert({first, second});
    QTRY_COMPARE(world.models.slotCount(), 2);
    FacetCodes &values = world.values;
    QCOMPARE(world.owner(0), world.owner(1));
    QCOMPARE(values.find(ownerPlace, u"Bert"_s), world.owner(0));
    QCOMPARE(values.find(ownerPlace, u"gpt"_s), FacetCodes::unknown);
    QCOMPARE(values.labelsOf(0, world.model(0)).size(), size_t(2));
    QCOMPARE(values.labelsOf(0, world.model(0))[0], values.findLabel(u"TEAM"_s, u"nlp"_s));
    QVERIFY(values.labelsOf(1, world.model(1)).empty());
    const auto task = [&](int slot) {
        return values.fieldsOf(slot, world.model(slot))[FacetCodes::taskField];
    };
    QVERIFY(task(0) != task(1)); // in another domain
    QCOMPARE(task(0), values.findTask(u"nlp"_s, u"qa"_s));
    QCOMPARE(values.taskOfPair(task(0)), values.taskOfPair(task(1)));
}

//! Also when a new text is in memory where another one was.
void tst_FacetCodes::modelsThatChangeAreReadAgain()
{
    ValuesWorld world(3);
    for (int i = 0; i < 3000; ++i) {
        const QString owner = u"an owner of models, by the number %1"_s.arg(i % 400).leftJustified(
            70, u'.'); // too long to be shared
        world.catalog.upsert(ownedBy(QString::number(i % 3), owner));
        const FacetCodes::Code read = world.owner(i % 3);
        QCOMPARE(read, world.values.find(ownerPlace, owner));
    }
    RegisteredModel labelled = world.model(1);
    for (const int count : {2, 5, 0, 3}) {
        labelled.metadata.labels.clear();
        for (int i = 0; i < count; ++i)
            labelled.metadata.labels.append({u"key %1"_s.arg(i), u"v"_s});
        world.catalog.upsert(labelled);
        const auto labels = world.values.labelsOf(1, world.model(1));
        QCOMPARE(int(labels.size()), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(labels[size_t(i)], world.values.findLabel(u"key %1"_s.arg(i), u"v"_s));
    }
}

void tst_FacetCodes::allAreReadByThemselves()
{
    ValuesWorld world(5000);
    QVERIFY(!world.values.isPrepared());
    QTRY_VERIFY(world.values.isPrepared());
    QCOMPARE(world.models.slotCount(), 5000);
    world.catalog.upsert(ownedBy(u"new"_s, u"x"_s));
    QVERIFY(!world.values.isPrepared());
    QTRY_VERIFY(world.values.isPrepared());
    QCOMPARE(world.owner(5000), world.values.find(ownerPlace, u"x"_s));
    world.catalog.clear();
    world.catalog.upsert(ownedBy(u"other"_s, u"y"_s));
    QTRY_VERIFY(world.values.isPrepared());
    QCOMPARE(world.owner(0), world.values.find(ownerPlace, u"y"_s));
}

MODELSCRIBE_TEST(tst_FacetCodes)

} // namespace tst_facetcodes

#include "tst_facetcodes.moc"
