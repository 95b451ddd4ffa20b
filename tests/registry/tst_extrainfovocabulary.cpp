// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/extrainfovocabulary.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_extrainfovocabulary {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RegisteredModel with(const QString &id, const QByteArray &extraInfo)
{
    return modelOf(id, {.name = id, .extraInfo = JsonText(extraInfo)});
}

QStringList keys(const ExtraInfoVocabulary &vocabulary)
{
    QStringList result;
    for (const JsonVocabulary::Use &use : vocabulary.vocabulary()->keys({}))
        result.append(u"%1 %2"_s.arg(QString::fromUtf8(use.raw)).arg(use.count));
    return result;
}

} // namespace

class tst_ExtraInfoVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void readsNothingUnasked();
    void readsWhatModelsHave();
    void readsAgainAfterChanges();
    void collectsChanges();
    void staysWithinItsBounds();
    void goesAwayWhileItReads();
    void outlivesItsCatalog();
};

void tst_ExtraInfoVocabulary::readsNothingUnasked()
{
    OfflineCatalog offline({with(u"1"_s, R"({"a":1})")});
    ExtraInfoVocabulary vocabulary(offline.catalog, nullptr, 1ms);
    QSignalSpy changed(&vocabulary, &ExtraInfoVocabulary::changed);
    offline.catalog.upsert(with(u"2"_s, R"({"b":1})"));
    QVERIFY(!changed.wait(50));
    QVERIFY(vocabulary.vocabulary());
    QCOMPARE(vocabulary.vocabulary()->texts(), 0);
}

void tst_ExtraInfoVocabulary::readsWhatModelsHave()
{
    OfflineCatalog offline({with(u"1"_s, R"({"a":1,"b":2})"), with(u"2"_s, {}),
                            with(u"3"_s, "{broken"), with(u"4"_s, R"({"b":2})")});
    ExtraInfoVocabulary vocabulary(offline.catalog);
    QSignalSpy changed(&vocabulary, &ExtraInfoVocabulary::changed);
    vocabulary.start();
    vocabulary.start();
    QVERIFY(changed.wait());
    QCOMPARE(keys(vocabulary), (QStringList{u"b 2"_s, u"a 1"_s}));
    QVERIFY(!changed.wait(50));
    QCOMPARE(changed.size(), 1);
}

void tst_ExtraInfoVocabulary::readsAgainAfterChanges()
{
    OfflineCatalog offline({with(u"1"_s, R"({"a":1})")});
    ExtraInfoVocabulary vocabulary(offline.catalog, nullptr, 1ms);
    QSignalSpy changed(&vocabulary, &ExtraInfoVocabulary::changed);
    vocabulary.start();
    QVERIFY(changed.wait());
    const auto before = vocabulary.vocabulary();
    offline.catalog.upsert(with(u"2"_s, R"({"b":1})"));
    QVERIFY(changed.wait());
    QCOMPARE(keys(vocabulary), (QStringList{u"a 1"_s, u"b 1"_s}));
    QCOMPARE(before->texts(), 1); // who still holds the old one keeps it
    offline.catalog.upsert(with(u"1"_s, R"({"c":1})"));
    QVERIFY(changed.wait());
    QCOMPARE(keys(vocabulary), (QStringList{u"b 1"_s, u"c 1"_s}));
    offline.catalog.remove(u"2"_s);
    QVERIFY(changed.wait());
    QCOMPARE(keys(vocabulary), QStringList{u"c 1"_s});
}

void tst_ExtraInfoVocabulary::collectsChanges()
{
    OfflineCatalog offline;
    ExtraInfoVocabulary vocabulary(offline.catalog, nullptr, 200ms);
    QSignalSpy changed(&vocabulary, &ExtraInfoVocabulary::changed);
    vocabulary.start();
    QVERIFY(changed.wait());
    for (int i = 0; i < 100; ++i)
        offline.catalog.upsert(with(QString::number(i), R"({"a":1})"));
    QVERIFY(changed.wait());
    QCOMPARE(keys(vocabulary), QStringList{u"a 100"_s});
    QVERIFY(!changed.wait(400));
    QCOMPARE(changed.size(), 2);
}

void tst_ExtraInfoVocabulary::staysWithinItsBounds()
{
    OfflineCatalog offline;
    const QByteArray large = R"({"large":")" + QByteArray(8 * 1024 * 1024, 'x') + "\"}";
    for (int i = 0; i < 9; ++i)
        offline.catalog.upsert(with(QString::number(i), large));
    ExtraInfoVocabulary vocabulary(offline.catalog);
    QSignalSpy changed(&vocabulary, &ExtraInfoVocabulary::changed);
    vocabulary.start();
    QVERIFY(changed.wait(30'000));
    QCOMPARE(vocabulary.vocabulary()->texts(), 7);
}

void tst_ExtraInfoVocabulary::goesAwayWhileItReads()
{
    OfflineCatalog offline;
    for (int i = 0; i < 2000; ++i)
        offline.catalog.upsert(with(QString::number(i), R"({"a":[1,2,3]})"));
    auto vocabulary = std::make_unique<ExtraInfoVocabulary>(offline.catalog);
    vocabulary->start();
    vocabulary.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
}

void tst_ExtraInfoVocabulary::outlivesItsCatalog()
{
    auto offline = std::make_unique<OfflineCatalog>(QList{with(u"1"_s, R"({"a":1})")});
    ExtraInfoVocabulary vocabulary(offline->catalog, nullptr, 1ms);
    QSignalSpy changed(&vocabulary, &ExtraInfoVocabulary::changed);
    vocabulary.start();
    offline->catalog.upsert(with(u"2"_s, R"({"b":1})"));
    offline.reset();
    QVERIFY(changed.wait());
    QVERIFY(!changed.wait(50));
    QCOMPARE(keys(vocabulary), QStringList{u"a 1"_s});
}

MODELSCRIBE_TEST(tst_ExtraInfoVocabulary)

} // namespace tst_extrainfovocabulary

#include "tst_extrainfovocabulary.moc"
