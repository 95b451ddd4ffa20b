// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalog.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

namespace tst_catalog {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Ids = QStringList;
using Told = QList<QVariantList>;

namespace {

RegisteredModel named(const QString &id, const QString &name)
{
    return modelOf(id, {.name = name});
}

struct Spies
{
    explicit Spies(Catalog &catalog)
        : added(&catalog, &Catalog::added)
        , changed(&catalog, &Catalog::changed)
        , removed(&catalog, &Catalog::removed)
    {
    }

    QSignalSpy added;
    QSignalSpy changed;
    QSignalSpy removed;
};

} // namespace

class tst_Catalog : public QObject
{
    Q_OBJECT

private slots:
    void tellsABatchOnce();
    void aModelThatIsTheSameIsNotTold();
    void aListMayNameAModelTwice();
    void modelsWithoutIdAreLeftOut();
    void keepsTheOrderInWhichTheyCame();
    void modelsStayWhereTheyAreUntilAllHeardTheyAreGone();
    void clearsAtOnce();
    void knowsWhatWasPutInSince();
    void makesRoomForWhatIsToCome();
};

void tst_Catalog::tellsABatchOnce()
{
    Catalog catalog;
    const Spies spies(catalog);
    catalog.upsert({named(u"1"_s, u"a"_s), named(u"2"_s, u"b"_s), named(u"3"_s, u"c"_s)});
    catalog.upsert({named(u"3"_s, u"x"_s), named(u"4"_s, u"d"_s), named(u"1"_s, u"y"_s)});
    QCOMPARE(spies.added, (Told{{Ids{u"1"_s, u"2"_s, u"3"_s}}, {Ids{u"4"_s}}}));
    QCOMPARE(spies.changed, (Told{{Ids{u"3"_s, u"1"_s}}}));
    catalog.remove(Ids{u"4"_s, u"nobody"_s, u"1"_s, u"4"_s});
    QCOMPARE(spies.removed, (Told{{Ids{u"4"_s, u"1"_s}}}));
    catalog.remove(u"1"_s);
    QCOMPARE(spies.removed.size(), 1);
    QCOMPARE(catalog.size(), 2);
    QCOMPARE(catalog.find(u"3"_s)->metadata.name, u"x"_s);
    QCOMPARE(catalog.find(u"1"_s), nullptr);
}

void tst_Catalog::aModelThatIsTheSameIsNotTold()
{
    Catalog catalog;
    catalog.upsert(named(u"1"_s, u"a"_s));
    const Spies spies(catalog);
    catalog.upsert(named(u"1"_s, u"a"_s));
    QVERIFY(spies.added.isEmpty() && spies.changed.isEmpty());
}

void tst_Catalog::aListMayNameAModelTwice()
{
    Catalog catalog;
    const Spies spies(catalog);
    catalog.upsert({named(u"1"_s, u"a"_s), named(u"1"_s, u"b"_s)});
    QCOMPARE(spies.added, (Told{{Ids{u"1"_s}}}));
    QVERIFY(spies.changed.isEmpty());
    catalog.upsert({named(u"1"_s, u"c"_s), named(u"1"_s, u"d"_s)});
    QCOMPARE(spies.changed, (Told{{Ids{u"1"_s}}}));
    QCOMPARE(catalog.size(), 1);
    QCOMPARE(catalog.find(u"1"_s)->metadata.name, u"d"_s);
}

void tst_Catalog::modelsWithoutIdAreLeftOut()
{
    Catalog catalog;
    const Spies spies(catalog);
    catalog.upsert(named({}, u"no id"_s));
    QVERIFY(catalog.isEmpty() && spies.added.isEmpty());
    QCOMPARE(catalog.find({}), nullptr);
}

void tst_Catalog::keepsTheOrderInWhichTheyCame()
{
    Catalog catalog;
    for (const QString &id : {u"b"_s, u"c"_s, u"a"_s, u"d"_s})
        catalog.upsert(named(id, id));
    catalog.upsert(named(u"c"_s, u"changed"_s));
    catalog.remove(u"a"_s);
    catalog.upsert(named(u"a"_s, u"again"_s));
    Ids ids;
    for (const RegisteredModel &model : catalog.models())
        ids.append(model.id);
    QCOMPARE(ids, (Ids{u"b"_s, u"c"_s, u"d"_s, u"a"_s}));
}

void tst_Catalog::modelsStayWhereTheyAreUntilAllHeardTheyAreGone()
{
    Catalog catalog;
    catalog.upsert(named(u"1"_s, u"a"_s));
    const RegisteredModel *model = catalog.find(u"1"_s);
    for (int i = 2; i < 5000; ++i)
        catalog.upsert(named(QString::number(i), u"b"_s));
    catalog.upsert(named(u"1"_s, u"changed"_s));
    QCOMPARE(catalog.find(u"1"_s), model);
    QString heard;
    connect(&catalog, &Catalog::removed, this, [&] {
        QCOMPARE(catalog.find(u"1"_s), nullptr);
        heard = model->metadata.name;
    });
    catalog.remove(u"1"_s);
    QCOMPARE(heard, u"changed"_s);
}

void tst_Catalog::clearsAtOnce()
{
    Catalog catalog;
    catalog.upsert({named(u"2"_s, u"a"_s), named(u"1"_s, u"b"_s)});
    const Spies spies(catalog);
    catalog.clear();
    catalog.clear();
    QCOMPARE(spies.removed, (Told{{Ids{u"2"_s, u"1"_s}}}));
    QVERIFY(catalog.isEmpty());
}

void tst_Catalog::knowsWhatWasPutInSince()
{
    Catalog catalog;
    catalog.upsert({named(u"1"_s, u"a"_s), named(u"2"_s, u"b"_s), named(u"3"_s, u"c"_s)});
    const quint64 moment = catalog.now();
    catalog.upsert(named(u"2"_s, u"b"_s)); // the same
    catalog.upsert(named(u"4"_s, u"d"_s));
    QVERIFY(!catalog.isUpsertedSince(moment, u"1"_s));
    QVERIFY(catalog.isUpsertedSince(moment, u"2"_s));
    QVERIFY(catalog.isUpsertedSince(moment, u"4"_s));
    QVERIFY(!catalog.isUpsertedSince(moment, u"nobody"_s));
    QVERIFY(!catalog.isUpsertedSince(catalog.now(), u"4"_s));
    const Spies spies(catalog);
    catalog.remove(notUpsertedSince(catalog, moment));
    QCOMPARE(catalog.size(), 2);
    QCOMPARE(spies.removed.size(), 1);
    QVERIFY(catalog.find(u"2"_s) && catalog.find(u"4"_s));
}

void tst_Catalog::makesRoomForWhatIsToCome()
{
    Catalog catalog;
    catalog.makeRoomFor(100'000);
    const qsizetype room = catalog.room();
    QVERIFY(room >= 100'000);
    catalog.makeRoomFor(3); // what is there stays
    QCOMPARE(catalog.room(), room);

    catalog.makeRoomFor(std::numeric_limits<qsizetype>::max()); // a service that lies
    QVERIFY(catalog.room() < 10'000'000);
}

MODELSCRIBE_TEST(tst_Catalog)

} // namespace tst_catalog

#include "tst_catalog.moc"
