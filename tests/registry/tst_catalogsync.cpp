// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"

#include "registry/catalogtest.h"
#include "registry/listing.h"
#include "testclass.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace tst_catalogsync {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using State = CatalogSync::State;

class tst_CatalogSync : public QObject
{
    Q_OBJECT

private slots:
    void listsAllPages();
    void pagesAreAsLargeAsIsKnown_data();
    void pagesAreAsLargeAsIsKnown();
    void endsAlthoughTheCountLies_data();
    void endsAlthoughTheCountLies();
    void endsWhenEveryPageIsTheSame();
    void endsWhenPagesOverlapOrAreShort();
    void findsWhatMovedWhileSomebodyDeletes();
    void keepsItsRowsWhenLoadingFails();
    void aDamagedPageIsLeftOutAndTold_data();
    void aDamagedPageIsLeftOutAndTold();
    void dropsWhatIsNoLongerListed();
    void tellsOnlyWhatChanged();
    void savedAndDeletedModelsWinOverPagesOnTheWay();
    void aPageOnItsWayUndoesNoSave();
    void whatWasPutInAndIsNotListedStays();
    void removesNothingWhileAPageIsMissing();
    void whoHearsOfModelsMayStopIt_data();
    void whoHearsOfModelsMayStopIt();
    void canBeCancelled();
    void aNewRefreshDropsTheOldAnswers();
    void anotherWorkspaceIsAnotherList();
    void asksForTheWorkspaceOldestFirst();
    void aProvidersListIsAnotherOne();
    void losesItsConnection();
    void asksForSeveralPagesAtOnce();
    void takesPagesInTheirOrder();
    void slowsDownForAServiceThatIsThrottled();
    void waitsOutAStorm();
    void losesNothingWhileOthersComeAndGo();
    void asksForOneAloneBeforeItGoes();
    void whatMayNotBeReadOrIsElsewhereGoes_data();
    void whatMayNotBeReadOrIsElsewhereGoes();
    void largeAndEmptyPages();
    void tellsHowFarItIs();
};

void tst_CatalogSync::listsAllPages()
{
    ListWatch listing(numbered(120));
    QSignalSpy states(&listing.sync, &CatalogSync::stateChanged);
    QSignalSpy added(&listing.catalog, &Catalog::added);
    QCOMPARE(listing.sync.state(), State::Idle);
    QList<qint64> expected;
    connect(&listing.catalog, &Catalog::added, this,
            [&] { expected.append(listing.sync.expectedCount()); });
    listing.sync.refresh();
    QCOMPARE(listing.sync.state(), State::Loading);
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(listing.catalog.size(), 120);
    QVERIFY(std::ranges::equal(listing.catalog.models(), listing.models));
    QCOMPARE(listing.requests, 3);
    QCOMPARE(states.size(), 2);
    QCOMPARE(added.size(), 3);
    QCOMPARE(expected, QList<qint64>(3, 120));
    QCOMPARE(added[1][0].toStringList(), orderOf(listing.models.mid(50, 50)));
    QCOMPARE(listing.sync.expectedCount(), 0);
    QVERIFY(listing.sync.loadedAt().secsTo(QDateTime::currentDateTimeUtc()) < 60);
    QCOMPARE(listing.catalog.find(u"model-77"_s)->metadata.name, u"name 77"_s);
    QCOMPARE(listing.catalog.find(u"model-120"_s), nullptr);
}

void tst_CatalogSync::pagesAreAsLargeAsIsKnown_data()
{
    QTest::addColumn<int>("largest");
    QTest::addColumn<QString>("asked");
    QTest::newRow("nobody knows") << 0 << u"50"_s;
    QTest::newRow("few") << 20 << u"20"_s;
    QTest::newRow("many") << 500 << u"100"_s;
}

void tst_CatalogSync::pagesAreAsLargeAsIsKnown()
{
    QFETCH(int, largest);
    QFETCH(QString, asked);
    ListWatch listing(numbered(250));
    listing.size = asked.toInt();
    listing.connection.setRules({.largestPage = largest});
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(listing.catalog.size(), 250);
    for (const ReceivedRequest &request : listing.server.listener().requests())
        QCOMPARE(queryValue(request, u"PageSize"_s), asked);
}

void tst_CatalogSync::endsAlthoughTheCountLies_data()
{
    QTest::addColumn<QByteArray>("total");
    for (const QByteArray &total :
         {"0"_ba, "-1"_ba, "null"_ba, "\"120\""_ba, "10"_ba, "119"_ba, "121"_ba, "1000000"_ba,
          "9223372036854775807"_ba, "9223372036854775808"_ba, "1e400"_ba})
        QTest::addRow("%s", total.data()) << total;
}

void tst_CatalogSync::endsAlthoughTheCountLies()
{
    QFETCH(QByteArray, total);
    ListWatch listing(numbered(120));
    listing.total = total;
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.catalog.size(), 120);
    // Three, and a few that were on their way when the end came.
    QVERIFY2(listing.requests <= 8, qPrintable(QString::number(listing.requests)));
}

void tst_CatalogSync::endsWhenEveryPageIsTheSame()
{
    for (const QByteArray &total : {"500"_ba, "0"_ba}) {
        ListWatch listing;
        listing.total = total;
        listing.answerInstead = [&](int, QTcpSocket &socket) {
            socket.write(httpAnswer(200, pageJson(numbered(50), total)));
            return 200;
        };
        listing.sync.refresh();
        QCOMPARE(settled(listing.sync), State::Ready);
        QCOMPARE(listing.catalog.size(), 50);
        QVERIFY(listing.requests <= 8); // some were on their way
    }
}

void tst_CatalogSync::endsWhenPagesOverlapOrAreShort()
{
    ListWatch listing(numbered(60));
    listing.size = 20; // the service caps the page size
    listing.answerInstead = [&](int page, QTcpSocket &socket) {
        const auto models = listing.models.mid(qMax(0, (page - 1) * 20 - 5), 20);
        socket.write(httpAnswer(200, pageJson(page > 4 ? QList<RegisteredModel>() : models, "60")));
        return 200;
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.catalog.size(), 60);
    QCOMPARE(listing.requests, 4);
}

void tst_CatalogSync::findsWhatMovedWhileSomebodyDeletes()
{
    ListWatch listing(numbered(300));
    bool deleted = false;
    listing.before = [&](int page) {
        if (page == 3 && !std::exchange(deleted, true))
            listing.models.remove(10, 30); // 30 models slip from page 3 to page 2
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    const int first = listing.requests;
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.requests - first, 6);
}

void tst_CatalogSync::keepsItsRowsWhenLoadingFails()
{
    ListWatch listing(numbered(120));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    const QDateTime loadedAt = listing.sync.loadedAt();
    listing.answerInstead = [](int page, QTcpSocket &socket) {
        if (page < 2)
            return 0;
        socket.write(httpAnswer(403, R"({"Code":"Forbidden.RAM","RequestId":"R-9"})"));
        return 403;
    };
    listing.models.remove(60, 60);
    QSignalSpy removed(&listing.catalog, &Catalog::removed);
    listing.sync.refresh();
    QCOMPARE(listing.catalog.size(), 120);
    QCOMPARE(settled(listing.sync), State::Failed);
    QCOMPARE(listing.catalog.size(), 120);
    QCOMPARE(listing.sync.error()->kind, Error::Kind::Forbidden);
    QCOMPARE(listing.sync.error()->requestId, u"R-9"_s);
    QCOMPARE(listing.sync.loadedAt(), loadedAt);
    QCOMPARE(removed.size(), 0);
    listing.answerInstead = {};
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(!listing.sync.error());
    QCOMPARE(listing.catalog.size(), 60);
}

void tst_CatalogSync::aDamagedPageIsLeftOutAndTold_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("held");
    QTest::newRow("one") << 2 << 2 << 100;
    QTest::newRow("two in a row end it") << 2 << 3 << 50;
    QTest::newRow("all") << 1 << 99 << 0;
}

void tst_CatalogSync::aDamagedPageIsLeftOutAndTold()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, held);
    ListWatch listing(numbered(150));
    listing.answerInstead = [&](int page, QTcpSocket &socket) {
        if (page < from || page > to)
            return 0;
        socket.write(httpAnswer(200, R"({"Models":[{"ModelId":"model-1)"));
        return 200;
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Failed);
    QCOMPARE(listing.sync.error()->kind, Error::Kind::Decode);
    QVERIFY(listing.sync.error()->detail.startsWith(u"page %1"_s.arg(from)));
    QCOMPARE(listing.catalog.size(), held);
    QVERIFY(listing.requests < 10);
}

void tst_CatalogSync::dropsWhatIsNoLongerListed()
{
    ListWatch listing(numbered(3));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QSignalSpy removed(&listing.catalog, &Catalog::removed);
    listing.models.removeAt(0);
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(std::ranges::equal(listing.catalog.models(), listing.models));
    QCOMPARE(removed, (QList<QVariantList>{{QStringList{u"model-0"_s}}}));
}

void tst_CatalogSync::tellsOnlyWhatChanged()
{
    ListWatch listing(numbered(3));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QSignalSpy added(&listing.catalog, &Catalog::added);
    QSignalSpy changed(&listing.catalog, &Catalog::changed);
    QSignalSpy removed(&listing.catalog, &Catalog::removed);
    listing.models[1].metadata.task = u"qa"_s;
    listing.models.append(modelOf(u"model-new"_s, {}));
    listing.models.append(listing.models.last());
    listing.models.append(modelOf({}, {.name = u"no id"_s}));
    listing.total = "4";
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(changed, (QList<QVariantList>{{QStringList{u"model-1"_s}}}));
    QCOMPARE(added, (QList<QVariantList>{{QStringList{u"model-new"_s}}}));
    QCOMPARE(removed.size(), 0);
}

void tst_CatalogSync::savedAndDeletedModelsWinOverPagesOnTheWay()
{
    ListWatch listing(numbered(120));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    listing.before = [&](int page) {
        if (page != 2)
            return;
        listing.catalog.upsert(modelOf(u"model-saved"_s, {.name = u"saved"_s}));
        listing.catalog.remove(u"model-77"_s);
        listing.catalog.remove(u"model-77"_s);
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(listing.catalog.find(u"model-saved"_s));
    QVERIFY(!listing.catalog.find(u"model-77"_s));
    QCOMPARE(listing.catalog.size(), 120);
}

void tst_CatalogSync::aPageOnItsWayUndoesNoSave()
{
    ListWatch listing(numbered(120));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    const RegisteredModel saved = modelOf(u"model-77"_s, {.name = u"saved"_s});
    listing.before = [&](int page) {
        if (page == 2) // with what the registry held before
            listing.catalog.upsert(saved);
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(*listing.catalog.find(saved.id), saved);
    listing.before = {};
    listing.sync.refresh(); // what is asked for later is newer
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(*listing.catalog.find(saved.id), listing.models[77]);
}

void tst_CatalogSync::whatWasPutInAndIsNotListedStays()
{
    ListWatch listing(numbered(120));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    const RegisteredModel same = listing.models.takeAt(3); // moved out of the pages' sight
    listing.before = [&](int page) {
        if (page == 2)
            listing.catalog.upsert(same);
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(listing.catalog.find(same.id));
    listing.before = {};
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(!listing.catalog.find(same.id));
}

void tst_CatalogSync::removesNothingWhileAPageIsMissing()
{
    ListWatch listing(numbered(120));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    listing.models.removeAt(0);
    listing.answerInstead = [](int page, QTcpSocket &socket) {
        if (page != 2)
            return 0;
        socket.write(httpAnswer(200, "{damaged"));
        return 200;
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Failed);
    QCOMPARE(listing.catalog.size(), 120);
    listing.answerInstead = {};
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(listing.catalog.size(), 119);
}

void tst_CatalogSync::whoHearsOfModelsMayStopIt_data()
{
    QTest::addColumn<bool>("again");
    QTest::newRow("cancel") << false;
    QTest::newRow("refresh") << true;
}

void tst_CatalogSync::whoHearsOfModelsMayStopIt()
{
    QFETCH(bool, again);
    ListWatch listing(numbered(120));
    bool done = false;
    connect(&listing.catalog, &Catalog::added, this, [&] {
        if (std::exchange(done, true))
            return;
        if (again)
            listing.sync.refresh();
        else
            listing.sync.cancel();
    });
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), again ? State::Ready : State::Failed);
    QTest::qWait(50);
    QCOMPARE(listing.catalog.size(), again ? 120 : 50);
    QCOMPARE(listing.requests, again ? 4 : 1);
}

void tst_CatalogSync::canBeCancelled()
{
    ListWatch listing(numbered(120));
    listing.sync.cancel();
    QCOMPARE(listing.sync.state(), State::Idle);
    listing.answerInstead = [](int page, QTcpSocket &) { return page == 2 ? 1 : 0; };
    listing.sync.refresh();
    QTRY_VERIFY(listing.requests >= 2);
    QTRY_COMPARE(listing.catalog.size(), 50);
    QSignalSpy states(&listing.sync, &CatalogSync::stateChanged);
    listing.sync.cancel();
    QCOMPARE(listing.sync.state(), State::Failed);
    QCOMPARE(listing.sync.error()->kind, Error::Kind::Cancelled);
    QCOMPARE(listing.catalog.size(), 50);
    QTest::qWait(50);
    QCOMPARE(states.size(), 1);
}

void tst_CatalogSync::aNewRefreshDropsTheOldAnswers()
{
    ListWatch listing(numbered(3));
    listing.sync.refresh();
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QTest::qWait(50);
    QCOMPARE(listing.catalog.size(), 3);
    QCOMPARE(listing.sync.state(), State::Ready);
}

void tst_CatalogSync::anotherWorkspaceIsAnotherList()
{
    ListWatch listing(numbered(3));
    listing.connection.setWorkspaceId(u"1"_s);
    QTest::qWait(20);
    QCOMPARE(listing.requests, 0); // nobody asked yet
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    listing.models = {modelOf(u"other"_s, {})};
    listing.connection.setWorkspaceId(u"2"_s);
    QVERIFY(listing.catalog.isEmpty());
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(listing.catalog.size(), 1);
}

void tst_CatalogSync::asksForTheWorkspaceOldestFirst()
{
    ListWatch listing;
    listing.connection.setWorkspaceId(u"796"_s);
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    const QByteArray target = listing.server.listener().requests().first().target;
    QVERIFY(target.contains("WorkspaceId=796"));
    QVERIFY(target.contains("SortBy=GmtCreateTime"));
    QVERIFY(target.contains("Order=ASC"));
    QVERIFY(target.contains("PageSize=50"));
}

void tst_CatalogSync::aProvidersListIsAnotherOne()
{
    ListWatch listing(numbered(3));
    listing.connection.setWorkspaceId(u"796"_s);
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(!listing.server.listener().requests().last().target.contains("Provider="));
    listing.models = {modelOf(u"theirs"_s, {})};
    listing.connection.listProvider(u"pai"_s);
    QVERIFY(listing.catalog.isEmpty());
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(orderOf(listing.catalog.models()), QStringList{u"theirs"_s});
    const QByteArray target = listing.server.listener().requests().last().target;
    QVERIFY(target.contains("Provider=pai"));
    QVERIFY(!target.contains("WorkspaceId"));
    listing.connection.listProvider({});
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(listing.server.listener().requests().last().target.contains("WorkspaceId=796"));
}

void tst_CatalogSync::losesItsConnection()
{
    FaultServer server;
    server.setScript({FaultServer::silence()});
    auto connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.endpoint = *Endpoint::fromText(server.address())},
                           .credentials = canarySource()},
        quickOptions());
    Catalog catalog;
    CatalogSync sync(*connection, catalog);
    catalog.upsert(modelOf(u"1"_s, {}));
    sync.refresh();
    QTRY_COMPARE(server.count("GET"), 1);
    connection.reset();
    QTRY_COMPARE(sync.state(), State::Failed);
    QCOMPARE(catalog.size(), 1);
    sync.refresh(); // nothing to ask; nothing happens
    QCOMPARE(sync.state(), State::Failed);
}

void tst_CatalogSync::asksForSeveralPagesAtOnce()
{
    ListWatch listing(numbered(1500));
    int answered = 0;
    QList<std::pair<int, QPointer<QTcpSocket>>> open;
    listing.answerInstead = [&](int page, QTcpSocket &socket) {
        open.append({page, &socket});
        return 200;
    };
    listing.sync.refresh();
    // One more with each answer, up to six, and none more while nothing is answered.
    while (answered < 30) {
        const int wanted = std::min({1 + answered, 6, 30 - answered});
        QTRY_COMPARE(open.size(), wanted);
        QTest::qWait(answered < 8 ? 20 : 0);
        QCOMPARE(open.size(), wanted);
        const auto [number, client] = open.takeFirst();
        QVERIFY(client);
        ++answered;
        client->write(httpAnswer(200, pageJson(listing.models.mid((number - 1) * 50, 50), "1500")));
    }
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(listing.catalog.size(), 1500);
    QCOMPARE(listing.requests, 30);
}

void tst_CatalogSync::takesPagesInTheirOrder()
{
    ListWatch listing(numbered(600));
    listing.answerInstead = [&](int page, QTcpSocket &socket) {
        const QByteArray answer = httpAnswer(
            200, pageJson(listing.models.mid((page - 1) * 50, 50), "600"));
        QTimer::singleShot(page % 3 == 0 ? 60 : 1, &socket,
                           [&socket, answer] { socket.write(answer); });
        return 200;
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(std::ranges::equal(listing.catalog.models(), listing.models));
}

void tst_CatalogSync::slowsDownForAServiceThatIsThrottled()
{
    ListWatch listing(numbered(1000));
    int refused = 0;
    listing.answerInstead = [&](int, QTcpSocket &socket) {
        if (listing.requests % 4 != 0)
            return 0;
        ++refused;
        socket.write(httpAnswer(429, R"({"Code":"Throttling.User"})"));
        return 429;
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.requests, 20 + refused);
}

void tst_CatalogSync::waitsOutAStorm()
{
    using namespace std::chrono_literals;
    ListWatch listing(numbered(300));
    bool isStorm = false;
    listing.answerInstead = [&](int page, QTcpSocket &socket) {
        isStorm = isStorm || page == 4;
        if (!isStorm || listing.requests > 40)
            return 0;
        socket.write(httpAnswer(503, R"({"Code":"Throttling"})"));
        return 503;
    };
    Catalog catalog;
    CatalogSync sync(listing.connection, catalog, nullptr,
                     {.pages = {.pauses = QList<std::chrono::milliseconds>(20, 20ms)}});
    sync.refresh();
    QCOMPARE(settled(sync), State::Ready);
    QCOMPARE(idsOf(catalog.models()), idsOf(listing.models));
    isStorm = false;
    listing.requests = -1000;
    CatalogSync impatient(listing.connection, catalog, nullptr,
                          {.pages = {.pauses = QList<std::chrono::milliseconds>(2, 5ms)}});
    impatient.refresh();
    QCOMPARE(settled(impatient), State::Failed);
    QCOMPARE(impatient.error()->kind, Error::Kind::Throttled);
    listing.requests = 100;
    impatient.refresh(); // goes on
    QCOMPARE(settled(impatient), State::Ready);
    QVERIFY(listing.requests < 107);
}

void tst_CatalogSync::losesNothingWhileOthersComeAndGo()
{
    for (quint32 round = 1; round <= 10; ++round) {
        QRandomGenerator random(round);
        ListWatch listing(numbered(2000));
        int news = 0;
        int churn = 100; // 5 %
        listing.before = [&](int) {
            for (int i = random.bounded(6); i > 0 && churn > 0; --i, --churn) {
                listing.models.removeAt(random.bounded(int(listing.models.size())));
                if (random.bounded(2))
                    listing.models.append(modelOf(u"new-%1"_s.arg(++news), {}));
            }
        };
        listing.sync.refresh();
        QCOMPARE(settled(listing.sync), State::Ready);
        QVERIFY2(idsOf(listing.catalog.models()).contains(idsOf(listing.models)),
                 qPrintable(u"round %1"_s.arg(round)));
        listing.sync.refresh();
        QCOMPARE(settled(listing.sync), State::Ready);
        QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
        QCOMPARE(listing.catalog.size(), listing.models.size());
    }
}

void tst_CatalogSync::asksForOneAloneBeforeItGoes()
{
    ListWatch listing(numbered(200));
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QSignalSpy removed(&listing.catalog, &Catalog::removed);
    bool done = false;
    listing.before = [&](int page) {
        // One goes and another comes while nothing else happens: the count is the same.
        if (page != 2 || std::exchange(done, true))
            return;
        listing.models.removeAt(3);
        listing.models.append(modelOf(u"new"_s, {}));
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(listing.catalog.find(u"model-50"_s)); // slipped from page 2 to page 1
    QCOMPARE(removed.size(), 0);
    QVERIFY(listing.singleReads >= 1);
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(removed, (QList<QVariantList>{{QStringList{u"model-3"_s}}}));
}

void tst_CatalogSync::whatMayNotBeReadOrIsElsewhereGoes_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isGone");
    const auto inWorkspace = [](const QByteArray &id) {
        return httpAnswer(200, R"({"ModelId":"model-3","WorkspaceId":")" + id + R"("})");
    };
    QTest::newRow("not found") << httpAnswer(404, R"({"Code":"201900002"})") << true;
    QTest::newRow("private by now") << httpAnswer(403, R"({"Code":"Forbidden"})") << true;
    QTest::newRow("in another workspace") << inWorkspace("2") << true;
    QTest::newRow("in this workspace") << inWorkspace("1") << false;
    QTest::newRow("says no workspace") << inWorkspace("") << false;
}

void tst_CatalogSync::whatMayNotBeReadOrIsElsewhereGoes()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, isGone);
    ListWatch listing(numbered(10));
    listing.connection.setWorkspaceId(u"1"_s);
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    listing.models.removeAt(3);
    listing.singleInstead = [answer] { return answer; };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(listing.catalog.find(u"model-3"_s) == nullptr, isGone);
    QCOMPARE(listing.catalog.size(), isGone ? 9 : 10);
}

void tst_CatalogSync::largeAndEmptyPages()
{
    ListWatch listing(numbered(10'000));
    listing.size = 10'000; // the page size is ignored
    listing.models[5].metadata.description = QString(1'000'000, u'中');
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(std::ranges::equal(listing.catalog.models(), listing.models));
    QVERIFY(listing.requests <= 3); // a slow computer may repeat it
    ListWatch nulls;
    nulls.answerInstead = [](int, QTcpSocket &socket) {
        socket.write(httpAnswer(200, R"({"Models":null,"TotalCount":null})"));
        return 200;
    };
    nulls.sync.refresh();
    QCOMPARE(settled(nulls.sync), State::Ready);
    QVERIFY(nulls.catalog.isEmpty());
}

void tst_CatalogSync::tellsHowFarItIs()
{
    ListWatch listing(numbered(200));
    QList<SyncProgress> told;
    connect(&listing.sync, &CatalogSync::progressed, this,
            [&] { told.append(listing.sync.progress()); });
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(told.size(), 4);
    QCOMPARE(told[1].listed, 100);
    QCOMPARE(told[1].expected, 200);
    QCOMPARE(listing.sync.pagesRead(), 4);
    using namespace std::chrono_literals;
    SyncPace pace;
    pace.note(0ms, 50);
    QCOMPARE(pace.progress(1000).perSecond, 0.0);
    pace.note(2000ms, 250);
    QCOMPARE(pace.progress(1000).perSecond, 100.0);
    QCOMPARE(pace.progress(1000).remaining, std::optional(8s));
    QVERIFY(!pace.progress(0).remaining);
    pace.note(3000ms, 350);
    pace.note(13000ms, 360); // what was fast long ago does not count
    QCOMPARE(pace.progress(380).perSecond, 1.0);
}

MODELSCRIBE_TEST(tst_CatalogSync)

} // namespace tst_catalogsync

#include "tst_catalogsync.moc"
