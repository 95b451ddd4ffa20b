// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"

#include "api/faultserver.h"
#include "api/wiretest.h"
#include "registry/catalogtest.h"
#include "testclass.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace tst_catalogsync {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using State = CatalogSync::State;

namespace {

QList<RegisteredModel> numbered(int count)
{
    QList<RegisteredModel> models;
    for (int i = 0; i < count; ++i)
        models.append(modelOf(u"model-%1"_s.arg(i), {.name = u"name %1"_s.arg(i)}));
    return models;
}

int pageNumber(const ReceivedRequest &request)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target)))
        .queryItemValue(u"PageNumber"_s)
        .toInt();
}

//! A registry whose pages the test makes.
struct Listing
{
    explicit Listing(QList<RegisteredModel> held = {})
        : models(std::move(held))
    {
        server.listener().setHandler([this](QTcpSocket &socket, const ReceivedRequest &request) {
            ++requests;
            if (before)
                before(pageNumber(request));
            const QByteArray count = total.value_or(QByteArray::number(models.size()));
            const QByteArray page = pageJson(models.mid((pageNumber(request) - 1) * size, size),
                                             count);
            const int status = answerInstead ? answerInstead(pageNumber(request), socket) : 0;
            if (status == 0)
                socket.write(httpAnswer(200, page));
        });
    }

    FaultServer server;
    QList<RegisteredModel> models;
    std::optional<QByteArray> total;
    int size = operations::pageSize;
    int requests = 0;
    std::function<void(int page)> before;
    std::function<int(int page, QTcpSocket &)> answerInstead; //!< 0: the page after all.
    Connection connection{{.target = {.endpoint = *Endpoint::fromText(server.address())},
                           .credentials = canarySource()},
                          quickOptions()};
    Catalog catalog;
    CatalogSync sync{connection, catalog};
};

//! The state once it is no longer loading. (QTRY_COMPARE() sleeps 10 ms a round, which adds up.)
State settled(CatalogSync &sync)
{
    QEventLoop loop;
    QObject::connect(&sync, &CatalogSync::stateChanged, &loop, [&] {
        if (sync.state() != State::Loading)
            loop.quit();
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    if (sync.state() == State::Loading)
        loop.exec();
    return sync.state();
}

template<typename Models>
QStringList orderOf(const Models &models)
{
    QStringList ids;
    for (const RegisteredModel &model : models)
        ids.append(model.id);
    return ids;
}

template<typename Models>
QSet<QString> idsOf(const Models &models)
{
    const QStringList ids = orderOf(models);
    return {ids.begin(), ids.end()};
}

} // namespace

class tst_CatalogSync : public QObject
{
    Q_OBJECT

private slots:
    void listsAllPages();
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
    void losesItsConnection();
};

void tst_CatalogSync::listsAllPages()
{
    Listing listing(numbered(120));
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
    Listing listing(numbered(120));
    listing.total = total;
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.catalog.size(), 120);
    QVERIFY2(listing.requests <= 4, qPrintable(QString::number(listing.requests)));
}

void tst_CatalogSync::endsWhenEveryPageIsTheSame()
{
    for (const QByteArray &total : {"500"_ba, "0"_ba}) {
        Listing listing;
        listing.total = total;
        listing.answerInstead = [&](int, QTcpSocket &socket) {
            socket.write(httpAnswer(200, pageJson(numbered(50), total)));
            return 200;
        };
        listing.sync.refresh();
        QCOMPARE(settled(listing.sync), State::Ready);
        QCOMPARE(listing.catalog.size(), 50);
        QVERIFY(listing.requests <= 3);
    }
}

void tst_CatalogSync::endsWhenPagesOverlapOrAreShort()
{
    Listing listing(numbered(60));
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
    Listing listing(numbered(300));
    bool deleted = false;
    listing.before = [&](int page) {
        if (page == 3 && !std::exchange(deleted, true))
            listing.models.remove(10, 30); // 30 models slip from page 3 to page 2
    };
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QVERIFY(idsOf(listing.catalog.models()).contains(idsOf(listing.models)));
    const int first = listing.requests;
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.requests - first, 6);
}

void tst_CatalogSync::keepsItsRowsWhenLoadingFails()
{
    Listing listing(numbered(120));
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
    Listing listing(numbered(150));
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
    Listing listing(numbered(3));
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
    Listing listing(numbered(3));
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
    Listing listing(numbered(120));
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
    Listing listing(numbered(120));
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
    Listing listing(numbered(120));
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
    Listing listing(numbered(120));
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
    Listing listing(numbered(120));
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
    Listing listing(numbered(120));
    listing.sync.cancel();
    QCOMPARE(listing.sync.state(), State::Idle);
    listing.answerInstead = [](int page, QTcpSocket &) { return page == 2 ? 1 : 0; };
    listing.sync.refresh();
    QTRY_COMPARE(listing.requests, 2);
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
    Listing listing(numbered(3));
    listing.sync.refresh();
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    QTest::qWait(50);
    QCOMPARE(listing.catalog.size(), 3);
    QCOMPARE(listing.sync.state(), State::Ready);
}

void tst_CatalogSync::anotherWorkspaceIsAnotherList()
{
    Listing listing(numbered(3));
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
    Listing listing;
    listing.connection.setWorkspaceId(u"796"_s);
    listing.sync.refresh();
    QCOMPARE(settled(listing.sync), State::Ready);
    const QByteArray target = listing.server.listener().requests().first().target;
    QVERIFY(target.contains("WorkspaceId=796"));
    QVERIFY(target.contains("SortBy=GmtCreateTime"));
    QVERIFY(target.contains("Order=ASC"));
    QVERIFY(target.contains("PageSize=50"));
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

MODELSCRIBE_TEST(tst_CatalogSync)

} // namespace tst_catalogsync

#include "tst_catalogsync.moc"
