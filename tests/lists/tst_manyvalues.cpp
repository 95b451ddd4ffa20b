// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/manyvalues.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_manyvalues {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_ManyValues : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatCanBeChanged();
    void ranksByUse();
    void countsManyInSlices();
    void followsTheCatalog();
    void ofNoneThereIsNothing();
};

namespace {

const ModelField &origin() { return *findField(u"Origin"); }

RegisteredModel modelFrom(int i, const QString &from)
{
    return modelOf(u"id-%1"_s.arg(i), {.name = u"name %1"_s.arg(i), .origin = from});
}

QStringList idsOf(const QList<RegisteredModel> &models)
{
    QStringList ids;
    for (const RegisteredModel &model : models)
        ids.append(model.id);
    return ids;
}

} // namespace

void tst_ManyValues::countsWhatCanBeChanged()
{
    QList<RegisteredModel> models{modelFrom(0, u"a"_s), modelFrom(1, u"a"_s), modelFrom(2, u"b"_s)};
    models[2].provider = u"pai"_s;
    models[2].metadata.labels = {{u"team"_s, u"nlp"_s}};
    ManyValues values;
    for (const RegisteredModel &model : std::as_const(models))
        values.add(model, model.id != u"id-1"_s);
    QCOMPARE(values.models, 3);
    QCOMPARE(values.readOnly, 1);
    QCOMPARE(values.changeable(), 2);
    QCOMPARE(values.drafts, 1); // what is read-only is left out anyway
    QCOMPARE(values.common(origin()), std::optional(u"a"_s));
    QCOMPARE(values.common(*findField(u"ModelName")), std::nullopt);
    QCOMPARE(values.rankedLabels(9), (QList<ManyValues::LabelUse>{{{u"team"_s, u"nlp"_s}, 1}}));
}

void tst_ManyValues::ranksByUse()
{
    ManyValues values;
    int i = 0;
    for (const QString &from : {u"c"_s, u"a"_s, u"b"_s, u"b"_s, QString()})
        values.add(modelFrom(i++, from), false);
    using Uses = QList<ManyValues::Use>;
    QCOMPARE(values.ranked(origin(), 9), (Uses{{u"b"_s, 2}, {{}, 1}, {u"a"_s, 1}, {u"c"_s, 1}}));
    QCOMPARE(values.ranked(origin(), 2), (Uses{{u"b"_s, 2}, {{}, 1}}));
}

void tst_ManyValues::countsManyInSlices()
{
    QList<RegisteredModel> models;
    for (int i = 0; i < 20'000; ++i)
        models.append(modelFrom(i, i % 4 ? u"a"_s : u"b"_s));
    const OfflineCatalog world(models);
    ManyValuesCounting counting;
    counting.setModels(&world.catalog, idsOf(models));
    QVERIFY(!counting.isCounted());
    QTRY_VERIFY_WITH_TIMEOUT(counting.isCounted(), 60'000);
    QCOMPARE(counting.values().of(origin()),
             (ManyValues::Counts{{u"a"_s, 15'000}, {u"b"_s, 5000}}));
    QCOMPARE(counting.values().of(*findField(u"ModelName")).size(), 20'000);
}

void tst_ManyValues::followsTheCatalog()
{
    OfflineCatalog world({modelFrom(0, u"a"_s), modelFrom(1, u"a"_s)});
    ManyValuesCounting counting;
    counting.setModels(&world.catalog, {u"id-0"_s, u"id-1"_s});
    QVERIFY(counting.isCounted()); // so few are counted at once
    QCOMPARE(counting.values().common(origin()), std::optional(u"a"_s));
    world.catalog.upsert(modelFrom(1, u"b"_s));
    QTRY_COMPARE_WITH_TIMEOUT(counting.values().of(origin()).size(), 2, 20'000);
    world.catalog.remove(u"id-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(counting.values().models, 1, 20'000);
}

void tst_ManyValues::ofNoneThereIsNothing()
{
    ManyValuesCounting counting;
    counting.setModels(nullptr, {u"id-0"_s});
    QVERIFY(counting.isCounted());
    QCOMPARE(counting.values().models, 0);
}

MODELSCRIBE_TEST(tst_ManyValues)

} // namespace tst_manyvalues

#include "tst_manyvalues.moc"
