// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelnames.h"

#include "registry/catalog.h"
#include "testclass.h"

#include <QTest>

namespace tst_modelnames {

using namespace Qt::StringLiterals;
using namespace modelscribe;

static void add(Catalog &catalog, const QStringList &names)
{
    QList<RegisteredModel> models;
    for (const QString &name : names) {
        const QString id = u"model-%1"_s.arg(catalog.size() + models.size());
        models.append({.id = id, .metadata = {.name = name}});
    }
    catalog.upsert(models);
}

class tst_ModelNames : public QObject
{
    Q_OBJECT

private slots:
    void findsPartsInAnyOrder_data();
    void findsPartsInAnyOrder();
    void onlySoMany();
    void amongManyTheLastSearchCounts();
    void goesWhileItSearches();
};

void tst_ModelNames::findsPartsInAnyOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    const QStringList all{u"bert-zh-news"_s, u"my bert"_s, u"Albert"_s, u"新闻 ＢＥＲＴ"_s,
                          u"gpt"_s};
    QTest::newRow("nothing") << u" "_s << QStringList{all[2], all[0], all[4], all[1], all[3]};
    QTest::newRow("where it stands") << u"BERT"_s << QStringList{all[0], all[1], all[3], all[2]};
    QTest::newRow("two words") << u"news bert"_s << QStringList{all[0]};
    QTest::newRow("one Chinese character") << u"闻"_s << QStringList{all[3]};
    QTest::newRow("id") << u"model-4"_s << QStringList{all[4]};
    QTest::newRow("id and name") << u"model-0 zh"_s << QStringList{all[0]};
    QTest::newRow("none") << u"bert gpt"_s << QStringList();
}

void tst_ModelNames::findsPartsInAnyOrder()
{
    QFETCH(QString, typed);
    Catalog catalog;
    add(catalog, {u"bert-zh-news"_s, u"my bert"_s, u"Albert"_s, u"新闻 ＢＥＲＴ"_s, u"gpt"_s});
    ModelNames models(catalog);
    QStringList names;
    models.find(typed, 10, [&names](const auto &found) {
        for (const ModelNames::Found &one : found)
            names.append(one.name);
    });
    QTEST(names, "names");
}

void tst_ModelNames::onlySoMany()
{
    Catalog catalog;
    add(catalog, {u"c"_s, u"b"_s, u"a"_s});
    ModelNames models(catalog);
    QList<ModelNames::Found> found;
    models.find({}, 2, [&found](const auto &all) { found = all; });
    QCOMPARE(found, (QList<ModelNames::Found>{{u"model-2"_s, u"a"_s}, {u"model-1"_s, u"b"_s}}));
}

void tst_ModelNames::amongManyTheLastSearchCounts()
{
    Catalog catalog;
    QStringList names;
    for (int i = 0; i < 20'000; ++i)
        names.append(u"name-%1"_s.arg(i));
    add(catalog, names);
    ModelNames models(catalog);
    QStringList heard;
    for (const QString &typed : {u"n"_s, u"name-1999"_s, u"name-19999"_s}) {
        models.find(typed, 5, [&heard, typed](const auto &found) {
            heard.append(typed + u' ' + QString::number(found.size()));
        });
    }
    QVERIFY(heard.isEmpty());
    QTRY_COMPARE(heard, QStringList{u"name-19999 1"_s});
    QTest::qWait(20);
    QCOMPARE(heard.size(), 1);
}

void tst_ModelNames::goesWhileItSearches()
{
    Catalog catalog;
    QStringList names;
    for (int i = 0; i < 20'000; ++i)
        names.append(u"name-%1"_s.arg(i));
    add(catalog, names);
    bool isHeard = false;
    {
        ModelNames models(catalog);
        models.find(u"name"_s, 5, [&isHeard](const auto &) { isHeard = true; });
    }
    catalog.clear();
    QTest::qWait(100);
    QVERIFY(!isHeard);
}

MODELSCRIBE_TEST(tst_ModelNames)

} // namespace tst_modelnames

#include "tst_modelnames.moc"
