// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/pastedmodels.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QTest>

namespace tst_pastedmodels {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_PastedModels : public QObject
{
    Q_OBJECT

private slots:
    void findsIdsAndExactNames();
    void saysWhatIsNotFoundAndWhatIsSeveral();
    void anIdIsMeantBeforeAName();
    void takesRowsOfATable();
    void looksInSlices();
};

namespace {

RegisteredModel named(const QString &id, const QString &name)
{
    return modelOf(id, {.name = name});
}

struct PastedWorld : OfflineCatalog
{
    PastedWorld()
        : OfflineCatalog({named(u"id-1"_s, u"bert"_s), named(u"id-2"_s, u"gpt, large"_s),
                          named(u"id-3"_s, u"twin"_s), named(u"id-4"_s, u"twin"_s),
                          named(u"id-5"_s, u"id-1"_s)})
    {
    }
    PastedModels pasted{catalog};
};

} // namespace

void tst_PastedModels::findsIdsAndExactNames()
{
    PastedWorld world;
    world.pasted.setText(u"gpt, large\r\n\n  bert  \nid-4\nbert\n"_s);
    QVERIFY(world.pasted.isFound());
    QCOMPARE(world.pasted.found(), (QStringList{u"id-2"_s, u"id-1"_s, u"id-4"_s}));
    QVERIFY(world.pasted.missing().isEmpty() && world.pasted.ambiguous().isEmpty());
}

void tst_PastedModels::saysWhatIsNotFoundAndWhatIsSeveral()
{
    PastedWorld world;
    world.pasted.setText(u"Bert\ntwin\nbert"_s);
    QCOMPARE(world.pasted.found(), QStringList{u"id-1"_s});
    QCOMPARE(world.pasted.missing(), QStringList{u"Bert"_s});
    QCOMPARE(world.pasted.ambiguous(), QStringList{u"twin"_s});
    world.pasted.setText({});
    QVERIFY(world.pasted.found().isEmpty() && world.pasted.missing().isEmpty());
}

void tst_PastedModels::anIdIsMeantBeforeAName()
{
    PastedWorld world;
    world.pasted.setText(u"id-1"_s); // which is the name of another one
    QCOMPARE(world.pasted.found(), QStringList{u"id-1"_s});
}

void tst_PastedModels::takesRowsOfATable()
{
    PastedWorld world;
    world.pasted.setText(u"no such\tCheckpoint\tid-3\ntwin\tLoRA\tid-4\ntwin\tLoRA\n"_s);
    QCOMPARE(world.pasted.found(), (QStringList{u"id-3"_s, u"id-4"_s}));
    QCOMPARE(world.pasted.ambiguous(), QStringList{u"twin"_s});
}

void tst_PastedModels::looksInSlices()
{
    QList<RegisteredModel> models;
    for (int i = 0; i < 50'000; ++i)
        models.append(named(u"id-%1"_s.arg(i), u"name %1"_s.arg(i)));
    const OfflineCatalog world(models);
    PastedModels pasted(world.catalog);
    pasted.setText(u"name 49999\nid-7"_s);
    QVERIFY(!pasted.isFound());
    QTRY_VERIFY_WITH_TIMEOUT(pasted.isFound(), 60'000);
    QCOMPARE(pasted.found(), (QStringList{u"id-49999"_s, u"id-7"_s}));
}

MODELSCRIBE_TEST(tst_PastedModels)

} // namespace tst_pastedmodels

#include "tst_pastedmodels.moc"
