// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/firstreads.h"

#include "registry/listing.h"
#include "testclass.h"

#include <QTest>

namespace tst_firstreads {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using State = CatalogSync::State;

namespace {

//! A registry with 2,000 models that was listed once; its third page is slow from then on.
struct SlowRegistry : ListWatch
{
    SlowRegistry()
        : ListWatch(numbered(2000))
    {
        answerInstead = [this](int page, QTcpSocket &) { return isSlow && page >= 3 ? 1 : 0; };
        sync.refresh();
        isLoaded = settled(sync) == State::Ready;
        isSlow = true;
    }

    bool isSlow = false;
    bool isLoaded = false;
};

} // namespace

class tst_FirstReads : public QObject
{
    Q_OBJECT

private slots:
    void whatIsInSightIsFreshBeforeItsPage();
    void theyAreFewAndEachOnce();
    void nobodyLooksAtFewPages();
    void whatCannotBeReadIsLeftToThePages_data();
    void whatCannotBeReadIsLeftToThePages();
    void anAnswerUndoesNoSave();
    void endsWithTheRefresh();
};

void tst_FirstReads::whatIsInSightIsFreshBeforeItsPage()
{
    SlowRegistry registry;
    QVERIFY(registry.isLoaded);
    registry.models[1999].metadata.task = u"changed"_s;
    registry.sync.readFirst({u"model-1998"_s}); // nothing is read now
    registry.sync.refresh();
    registry.sync.readFirst({u"model-1999"_s, u"model-5"_s});
    QTRY_COMPARE(registry.catalog.find(u"model-1999"_s)->metadata.task, u"changed"_s);
    QCOMPARE(registry.sync.state(), State::Loading);
    QTRY_VERIFY(registry.requests >= 43);
    const int reads = registry.singleReads;
    registry.sync.readFirst({u"model-3"_s}); // its page has come
    QTest::qWait(50);
    QCOMPARE(registry.singleReads, reads);
}

void tst_FirstReads::theyAreFewAndEachOnce()
{
    SlowRegistry registry;
    registry.sync.refresh();
    QStringList ids;
    for (int i = 500; i < 1500; ++i)
        ids.append(u"model-%1"_s.arg(i));
    for (int round = 0; round < 3; ++round) {
        registry.sync.readFirst(ids);
        QTRY_COMPARE(registry.singleReads, int(FirstReads::most));
        ids.remove(0, 10);
    }
    QTest::qWait(50);
    QCOMPARE(registry.singleReads, int(FirstReads::most));
    registry.sync.readFirst({u"model-600"_s});
    registry.sync.refresh(); // and again with the next one
    QTRY_COMPARE(registry.singleReads, int(FirstReads::most) + 1);
}

void tst_FirstReads::nobodyLooksAtFewPages()
{
    ListWatch listing(numbered(1000));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    listing.sync.refresh();
    listing.sync.readFirst({u"model-999"_s});
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(listing.singleReads, 0);
}

void tst_FirstReads::whatCannotBeReadIsLeftToThePages_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("reads");
    QTest::newRow("gone") << 404 << 3;
    QTest::newRow("not allowed") << 403 << 3;
    QTest::newRow("a wrong key") << 401 << 1;
    QTest::newRow("in another workspace") << 200 << 3;
}

void tst_FirstReads::whatCannotBeReadIsLeftToThePages()
{
    QFETCH(int, status);
    QFETCH(int, reads);
    SlowRegistry registry;
    registry.connection.setWorkspaceId(u"1"_s);
    registry.isSlow = false;
    QCOMPARE(settled(registry.sync), State::Ready);
    registry.isSlow = true;
    int asked = 0;
    registry.singleInstead = [&] {
        ++asked;
        return httpAnswer(status, R"({"Code":"Other","ModelId":"model-700",)"
                                  R"("ModelName":"other","WorkspaceId":"2"})");
    };
    registry.sync.refresh();
    registry.sync.readFirst({u"model-700"_s, u"model-800"_s, u"model-900"_s});
    QTRY_COMPARE(asked, reads);
    QTest::qWait(50);
    QCOMPARE(asked, reads);
    QCOMPARE(registry.catalog.size(), 2000);
    QCOMPARE(registry.catalog.find(u"model-700"_s)->metadata.name, u"name 700"_s);
    QCOMPARE(registry.sync.state(), State::Loading);
}

void tst_FirstReads::anAnswerUndoesNoSave()
{
    SlowRegistry registry;
    const RegisteredModel saved = modelOf(u"model-700"_s, {.name = u"saved"_s});
    registry.singleInstead = [&] {
        registry.catalog.upsert(saved);
        registry.catalog.remove(u"model-800"_s);
        return registry.single(u"model-700"_s); // as it was before
    };
    registry.sync.refresh();
    registry.sync.readFirst({u"model-700"_s, u"model-800"_s});
    QTRY_COMPARE(registry.singleReads, 1);
    QTest::qWait(50);
    QCOMPARE(*registry.catalog.find(saved.id), saved);
    QVERIFY(!registry.catalog.find(u"model-800"_s));
}

void tst_FirstReads::endsWithTheRefresh()
{
    SlowRegistry registry;
    registry.sync.refresh();
    registry.sync.readFirst({u"model-700"_s});
    QTRY_COMPARE(registry.singleReads, 1);
    registry.sync.cancel();
    registry.sync.readFirst({u"model-800"_s});
    QTest::qWait(50);
    QCOMPARE(registry.singleReads, 1);
}

MODELSCRIBE_TEST(tst_FirstReads)

} // namespace tst_firstreads

#include "tst_firstreads.moc"
