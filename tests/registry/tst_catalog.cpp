// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalog.h"

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

namespace tst_catalog {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using State = Catalog::State;

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
    Catalog catalog{connection};
};

//! The state once it is no longer loading. (QTRY_COMPARE() sleeps 10 ms a round, which adds up.)
State settled(Catalog &catalog)
{
    QEventLoop loop;
    QObject::connect(&catalog, &Catalog::stateChanged, &loop, [&] {
        if (catalog.state() != State::Loading)
            loop.quit();
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    if (catalog.state() == State::Loading)
        loop.exec();
    return catalog.state();
}

QSet<QString> idsOf(const QList<RegisteredModel> &models)
{
    QSet<QString> ids;
    for (const RegisteredModel &model : models)
        ids.insert(model.id);
    return ids;
}

} // namespace

class tst_Catalog : public QObject
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
    void canBeCancelled();
    void aNewRefreshDropsTheOldAnswers();
    void anotherWorkspaceIsAnotherList();
    void upsertsAndRemovesWithoutTheNetwork();
    void asksForTheWorkspaceOldestFirst();
    void losesItsConnection();
};

void tst_Catalog::listsAllPages()
{
    Listing listing(numbered(120));
    QSignalSpy states(&listing.catalog, &Catalog::stateChanged);
    QSignalSpy added(&listing.catalog, &Catalog::modelsAdded);
    QCOMPARE(listing.catalog.state(), State::Idle);
    QList<qint64> expected;
    connect(&listing.catalog, &Catalog::modelsAdded, this,
            [&] { expected.append(listing.catalog.expectedCount()); });
    listing.catalog.refresh();
    QCOMPARE(listing.catalog.state(), State::Loading);
    QCOMPARE(settled(listing.catalog), State::Ready);
    QCOMPARE(listing.catalog.models().size(), 120);
    QCOMPARE(listing.catalog.models(), listing.models);
    QCOMPARE(listing.requests, 3);
    QCOMPARE(states.size(), 2);
    QCOMPARE(added.size(), 3);
    QCOMPARE(expected, QList<qint64>(3, 120));
    QCOMPARE(added[1], QVariantList({50, 99}));
    QCOMPARE(listing.catalog.expectedCount(), 0);
    QVERIFY(listing.catalog.loadedAt().secsTo(QDateTime::currentDateTimeUtc()) < 60);
    QCOMPARE(listing.catalog.find(u"model-77"_s)->metadata.name, u"name 77"_s);
    QCOMPARE(listing.catalog.find(u"model-120"_s), nullptr);
    QCOMPARE(listing.catalog.rowOf(u"model-77"_s), 77);
}

void tst_Catalog::endsAlthoughTheCountLies_data()
{
    QTest::addColumn<QByteArray>("total");
    for (const QByteArray &total :
         {"0"_ba, "-1"_ba, "null"_ba, "\"120\""_ba, "10"_ba, "119"_ba, "121"_ba, "1000000"_ba,
          "9223372036854775807"_ba, "9223372036854775808"_ba, "1e400"_ba})
        QTest::addRow("%s", total.data()) << total;
}

void tst_Catalog::endsAlthoughTheCountLies()
{
    QFETCH(QByteArray, total);
    Listing listing(numbered(120));
    listing.total = total;
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.catalog.models().size(), 120);
    QVERIFY2(listing.requests <= 4, qPrintable(QString::number(listing.requests)));
}

void tst_Catalog::endsWhenEveryPageIsTheSame()
{
    for (const QByteArray &total : {"500"_ba, "0"_ba}) {
        Listing listing;
        listing.total = total;
        listing.answerInstead = [&](int, QTcpSocket &socket) {
            socket.write(httpAnswer(200, pageJson(numbered(50), total)));
            return 200;
        };
        listing.catalog.refresh();
        QCOMPARE(settled(listing.catalog), State::Ready);
        QCOMPARE(listing.catalog.models().size(), 50);
        QVERIFY(listing.requests <= 3);
    }
}

void tst_Catalog::endsWhenPagesOverlapOrAreShort()
{
    Listing listing(numbered(60));
    listing.size = 20; // the service caps the page size
    listing.answerInstead = [&](int page, QTcpSocket &socket) {
        const auto models = listing.models.mid(qMax(0, (page - 1) * 20 - 5), 20);
        socket.write(httpAnswer(200, pageJson(page > 4 ? QList<RegisteredModel>() : models, "60")));
        return 200;
    };
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.catalog.models().size(), 60);
    QCOMPARE(listing.requests, 4);
}

void tst_Catalog::findsWhatMovedWhileSomebodyDeletes()
{
    Listing listing(numbered(300));
    bool deleted = false;
    listing.before = [&](int page) {
        if (page == 3 && !std::exchange(deleted, true))
            listing.models.remove(10, 30); // 30 models slip from page 3 to page 2
    };
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QVERIFY(idsOf(listing.catalog.models()).contains(idsOf(listing.models)));
    const int first = listing.requests;
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QCOMPARE(idsOf(listing.catalog.models()), idsOf(listing.models));
    QCOMPARE(listing.requests - first, 6);
}

void tst_Catalog::keepsItsRowsWhenLoadingFails()
{
    Listing listing(numbered(120));
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    const QDateTime loadedAt = listing.catalog.loadedAt();
    listing.answerInstead = [](int page, QTcpSocket &socket) {
        if (page < 2)
            return 0;
        socket.write(httpAnswer(403, R"({"Code":"Forbidden.RAM","RequestId":"R-9"})"));
        return 403;
    };
    listing.models.remove(60, 60);
    QSignalSpy resets(&listing.catalog, &Catalog::modelsReset);
    listing.catalog.refresh();
    QCOMPARE(listing.catalog.models().size(), 120);
    QCOMPARE(settled(listing.catalog), State::Failed);
    QCOMPARE(listing.catalog.models().size(), 120);
    QCOMPARE(listing.catalog.error()->kind, Error::Kind::Forbidden);
    QCOMPARE(listing.catalog.error()->requestId, u"R-9"_s);
    QCOMPARE(listing.catalog.loadedAt(), loadedAt);
    QCOMPARE(resets.size(), 0);
    listing.answerInstead = {};
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QVERIFY(!listing.catalog.error());
    QCOMPARE(listing.catalog.models().size(), 60);
}

void tst_Catalog::aDamagedPageIsLeftOutAndTold_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("held");
    QTest::newRow("one") << 2 << 2 << 100;
    QTest::newRow("two in a row end it") << 2 << 3 << 50;
    QTest::newRow("all") << 1 << 99 << 0;
}

void tst_Catalog::aDamagedPageIsLeftOutAndTold()
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
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Failed);
    QCOMPARE(listing.catalog.error()->kind, Error::Kind::Decode);
    QVERIFY(listing.catalog.error()->detail.startsWith(u"page %1"_s.arg(from)));
    QCOMPARE(listing.catalog.models().size(), held);
    QVERIFY(listing.requests < 10);
}

void tst_Catalog::dropsWhatIsNoLongerListed()
{
    Listing listing(numbered(3));
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QSignalSpy resets(&listing.catalog, &Catalog::modelsReset);
    listing.models.removeAt(0);
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QCOMPARE(listing.catalog.models(), listing.models);
    QCOMPARE(listing.catalog.rowOf(u"model-2"_s), 1);
    QCOMPARE(resets.size(), 1);
}

void tst_Catalog::tellsOnlyWhatChanged()
{
    Listing listing(numbered(3));
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QSignalSpy added(&listing.catalog, &Catalog::modelsAdded);
    QSignalSpy changed(&listing.catalog, &Catalog::modelChanged);
    QSignalSpy resets(&listing.catalog, &Catalog::modelsReset);
    listing.models[1].metadata.task = u"qa"_s;
    listing.models.append(modelOf(u"model-new"_s, {}));
    listing.models.append(listing.models.last());
    listing.models.append(modelOf({}, {.name = u"no id"_s}));
    listing.total = "4";
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QCOMPARE(changed, QList<QVariantList>{{1}});
    QCOMPARE(added, QList<QVariantList>({{3, 3}}));
    QCOMPARE(resets.size(), 0);
}

void tst_Catalog::savedAndDeletedModelsWinOverPagesOnTheWay()
{
    Listing listing(numbered(120));
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    listing.before = [&](int page) {
        if (page != 2)
            return;
        listing.catalog.upsert(modelOf(u"model-saved"_s, {.name = u"saved"_s}));
        listing.catalog.remove(u"model-77"_s);
        listing.catalog.remove(u"model-77"_s);
    };
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QVERIFY(listing.catalog.find(u"model-saved"_s));
    QVERIFY(!listing.catalog.find(u"model-77"_s));
    QCOMPARE(listing.catalog.models().size(), 120);
}

void tst_Catalog::canBeCancelled()
{
    Listing listing(numbered(120));
    listing.catalog.cancel();
    QCOMPARE(listing.catalog.state(), State::Idle);
    listing.answerInstead = [](int page, QTcpSocket &) { return page == 2 ? 1 : 0; };
    listing.catalog.refresh();
    QTRY_COMPARE(listing.requests, 2);
    QSignalSpy states(&listing.catalog, &Catalog::stateChanged);
    listing.catalog.cancel();
    QCOMPARE(listing.catalog.state(), State::Failed);
    QCOMPARE(listing.catalog.error()->kind, Error::Kind::Cancelled);
    QCOMPARE(listing.catalog.models().size(), 50);
    QTest::qWait(50);
    QCOMPARE(states.size(), 1);
}

void tst_Catalog::aNewRefreshDropsTheOldAnswers()
{
    Listing listing(numbered(3));
    listing.catalog.refresh();
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    QTest::qWait(50);
    QCOMPARE(listing.catalog.models().size(), 3);
    QCOMPARE(listing.catalog.state(), State::Ready);
}

void tst_Catalog::anotherWorkspaceIsAnotherList()
{
    Listing listing(numbered(3));
    listing.connection.setWorkspaceId(u"1"_s);
    QTest::qWait(20);
    QCOMPARE(listing.requests, 0); // nobody asked yet
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    listing.models = {modelOf(u"other"_s, {})};
    listing.connection.setWorkspaceId(u"2"_s);
    QVERIFY(listing.catalog.models().isEmpty());
    QCOMPARE(settled(listing.catalog), State::Ready);
    QCOMPARE(listing.catalog.models().size(), 1);
}

void tst_Catalog::upsertsAndRemovesWithoutTheNetwork()
{
    OfflineCatalog offline;
    QSignalSpy added(&offline.catalog, &Catalog::modelsAdded);
    QSignalSpy changed(&offline.catalog, &Catalog::modelChanged);
    QSignalSpy resets(&offline.catalog, &Catalog::modelsReset);
    offline.catalog.upsert(modelOf(u"1"_s, {.name = u"a"_s}));
    offline.catalog.upsert(modelOf(u"2"_s, {.name = u"b"_s}));
    offline.catalog.upsert(modelOf(u"1"_s, {.name = u"c"_s}));
    offline.catalog.upsert(modelOf(u"1"_s, {.name = u"c"_s}));
    offline.catalog.upsert(modelOf({}, {.name = u"no id"_s}));
    QCOMPARE(added, QList<QVariantList>({{0, 0}, {1, 1}}));
    QCOMPARE(changed, QList<QVariantList>{{0}});
    offline.catalog.remove(u"1"_s);
    offline.catalog.remove(u"1"_s);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(offline.catalog.rowOf(u"2"_s), 0);
    QCOMPARE(offline.catalog.state(), State::Idle);
}

void tst_Catalog::asksForTheWorkspaceOldestFirst()
{
    Listing listing;
    listing.connection.setWorkspaceId(u"796"_s);
    listing.catalog.refresh();
    QCOMPARE(settled(listing.catalog), State::Ready);
    const QByteArray target = listing.server.listener().requests().first().target;
    QVERIFY(target.contains("WorkspaceId=796"));
    QVERIFY(target.contains("SortBy=GmtCreateTime"));
    QVERIFY(target.contains("Order=ASC"));
    QVERIFY(target.contains("PageSize=50"));
}

void tst_Catalog::losesItsConnection()
{
    FaultServer server;
    server.setScript({FaultServer::silence()});
    auto connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.endpoint = *Endpoint::fromText(server.address())},
                           .credentials = canarySource()},
        quickOptions());
    Catalog catalog(*connection);
    catalog.upsert(modelOf(u"1"_s, {}));
    catalog.refresh();
    QTRY_COMPARE(server.count("GET"), 1);
    connection.reset();
    QTRY_COMPARE(catalog.state(), State::Failed);
    QCOMPARE(catalog.models().size(), 1);
    catalog.refresh(); // nothing to ask; nothing happens
    QCOMPARE(catalog.state(), State::Failed);
}

MODELSCRIBE_TEST(tst_Catalog)

} // namespace tst_catalog

#include "tst_catalog.moc"
