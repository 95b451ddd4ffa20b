// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/connection.h"

#include "api/faultserver.h"
#include "api/wiretest.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

namespace tst_connection {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray workspaces(const QList<QByteArray> &ids, const QByteArray &total)
{
    QByteArray list;
    for (const QByteArray &id : ids) {
        list += (list.isEmpty() ? "" : ",") + (R"({"WorkspaceId":")" + id)
                + R"(","WorkspaceName":"name-)" + id + "\"}";
    }
    return R"({"RequestId":"R","TotalCount":)" + total + R"(,"Workspaces":[)" + list + "]}";
}

ConnectionSettings settingsOf(const FaultServer &server)
{
    return {.target = {.title = u"work"_s,
                       .endpoint = *Endpoint::fromText(server.address()),
                       .workspaceId = u"2"_s},
            .credentials = canarySource()};
}

QStringList ids(const Connection &connection)
{
    QStringList result;
    for (const Workspace &workspace : connection.workspaces())
        result.append(workspace.id);
    return result;
}

} // namespace

class tst_Connection : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatItWasGiven();
    void listsAProvidersModelsWhenAskedTo();
    void looksForOtherProvidersOnce();
    void loadsAllWorkspaces_data();
    void loadsAllWorkspaces();
    void tellsWhenWorkspacesMayNotBeListed();
    void aSecondLoadDropsTheFirst();
    void stateFollowsTheCalls_data();
    void stateFollowsTheCalls();
    void learnsTheServicesClock();
};

void tst_Connection::knowsWhatItWasGiven()
{
    FaultServer server;
    Connection connection(settingsOf(server), quickOptions());
    QCOMPARE(connection.title(), u"work"_s);
    QVERIFY(!connection.isLocal());
    QCOMPARE(connection.endpoint().toString(), server.address());
    QCOMPARE(connection.workspaceTitle(), u"2"_s);
    QCOMPARE(connection.state(), Connection::State::Unknown);
    QVERIFY(!connection.lastCall());
    QSignalSpy changed(&connection, &Connection::workspaceChanged);
    connection.setWorkspaceId(u"2"_s);
    QCOMPARE(changed.size(), 0);
    connection.setWorkspaceId({});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(connection.workspaceTitle(), u"All workspaces"_s);
}

void tst_Connection::listsAProvidersModelsWhenAskedTo()
{
    FaultServer server;
    Connection connection(settingsOf(server), quickOptions());
    QCOMPARE(connection.listScope(), (ListScope{.workspaceId = u"2"_s}));
    QSignalSpy workspaces(&connection, &Connection::workspaceChanged);
    QSignalSpy scopes(&connection, &Connection::listScopeChanged);
    connection.listProvider({});
    QCOMPARE(scopes.size(), 0);
    connection.listProvider(u"pai"_s);
    QCOMPARE(scopes.size(), 1);
    QCOMPARE(connection.listScope(), (ListScope{.workspaceId = u"2"_s, .provider = u"pai"_s}));
    QCOMPARE(connection.workspaceId(), u"2"_s);
    connection.setWorkspaceId(u"2"_s); // wants to see it
    QCOMPARE(connection.listScope(), (ListScope{.workspaceId = u"2"_s}));
    QCOMPARE(scopes.size(), 2);
    QCOMPARE(workspaces.size(), 0);
    QCOMPARE(server.count("GET"), 0);

    const RegisteredModel own{.id = u"a"_s, .workspaceId = u"2"_s};
    const RegisteredModel theirs{.id = u"b"_s, .workspaceId = u"9"_s, .provider = u"pai"_s};
    const ListScope pai{.workspaceId = u"2"_s, .provider = u"pai"_s};
    QVERIFY(ListScope{.workspaceId = u"2"_s}.holds(own));
    QVERIFY(!ListScope{.workspaceId = u"2"_s}.holds(theirs));
    QVERIFY(pai.holds(theirs));
    QVERIFY(!pai.holds(own));
    QVERIFY(pai.copyKey() != ListScope{.workspaceId = u"2"_s}.copyKey());
}

void tst_Connection::looksForOtherProvidersOnce()
{
    FaultServer server;
    server.setScript({FaultServer::answer(
        200, R"({"TotalCount":1,"Models":[{"ModelId":"m","Provider":"huggingface"}]})")});
    Connection connection(settingsOf(server), quickOptions());
    QCOMPARE(connection.providers(), QStringList{u"pai"_s});
    QSignalSpy changed(&connection, &Connection::providersChanged);
    connection.lookForProviders();
    connection.lookForProviders();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(connection.providers(), QStringList({u"pai"_s, u"huggingface"_s}));
    QCOMPARE(server.count("GET"), 1);
}

void tst_Connection::loadsAllWorkspaces_data()
{
    QTest::addColumn<QList<QByteArray>>("pages");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<qsizetype>("requests");
    QTest::newRow("one page") << QList{workspaces({"1", "2"}, "2")} << QStringList{u"1"_s, u"2"_s}
                              << qsizetype(1);
    QTest::newRow("none") << QList{workspaces({}, "0")} << QStringList{} << qsizetype(1);
    QTest::newRow("two pages") << QList{workspaces({"1", "2"}, "3"), workspaces({"3"}, "3")}
                               << QStringList{u"1"_s, u"2"_s, u"3"_s} << qsizetype(2);
    QTest::newRow("overlapping") << QList{workspaces({"1", "2"}, "3"), workspaces({"2", "3"}, "3")}
                                 << QStringList{u"1"_s, u"2"_s, u"3"_s} << qsizetype(2);
    QTest::newRow("the count lies, the page repeats")
        << QList{workspaces({"1", "2"}, "900")} << QStringList{u"1"_s, u"2"_s} << qsizetype(2);
}

void tst_Connection::loadsAllWorkspaces()
{
    QFETCH(QList<QByteArray>, pages);
    QFETCH(QStringList, expected);
    QFETCH(qsizetype, requests);
    FaultServer server;
    QList<FaultServer::Step> script;
    for (const QByteArray &page : pages)
        script.append(FaultServer::answer(200, page));
    server.setScript(script);
    Connection connection(settingsOf(server), quickOptions());
    QSignalSpy changed(&connection, &Connection::workspacesChanged);
    connection.loadWorkspaces();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(ids(connection), expected);
    QCOMPARE(server.count("GET"), requests);
    QCOMPARE(connection.workspaceTitle(), expected.isEmpty() ? u"2"_s : u"name-2"_s);
}

void tst_Connection::tellsWhenWorkspacesMayNotBeListed()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, workspaces({"1"}, "1")),
                      FaultServer::answer(403, R"({"Code":"Forbidden.RAM","RequestId":"R-1"})")});
    Connection connection(settingsOf(server), quickOptions());
    QSignalSpy failed(&connection, &Connection::workspacesFailed);
    QSignalSpy changed(&connection, &Connection::workspacesChanged);
    connection.loadWorkspaces();
    QTRY_COMPARE(changed.size(), 1);
    connection.loadWorkspaces();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, Error::Kind::Forbidden);
    QCOMPARE(ids(connection), QStringList{u"1"_s});
    QTRY_COMPARE(connection.lastCall()->requestId, u"R-1"_s);
    QCOMPARE(connection.state(), Connection::State::Good);
}

void tst_Connection::aSecondLoadDropsTheFirst()
{
    FaultServer server;
    server.setScript({FaultServer::silence(), FaultServer::answer(200, workspaces({"1"}, "1"))});
    Connection connection(settingsOf(server), quickOptions());
    QSignalSpy failed(&connection, &Connection::workspacesFailed);
    QSignalSpy changed(&connection, &Connection::workspacesChanged);
    connection.loadWorkspaces();
    QTRY_COMPARE(server.count("GET"), 1);
    connection.loadWorkspaces();
    QTRY_COMPARE(changed.size(), 1);
    QTest::qWait(30);
    QCOMPARE(changed.size() + failed.size(), 1);
}

void tst_Connection::stateFollowsTheCalls_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("failing");
    QTest::newRow("refused key") << 403
                                 << R"({"Code":"InvalidAccessKeyId.NotFound","RequestId":"R"})"_ba
                                 << true;
    QTest::newRow("not a registry") << 200 << "<html>"_ba << true;
    QTest::newRow("not found") << 404 << R"({"Code":"201900002","RequestId":"R"})"_ba << false;
}

void tst_Connection::stateFollowsTheCalls()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, failing);
    FaultServer server;
    server.setScript({FaultServer::answer(status, body), FaultServer::answer(status, body),
                      FaultServer::answer(200, workspaces({}, "0"))});
    Connection connection(settingsOf(server), quickOptions());
    QSignalSpy states(&connection, &Connection::stateChanged);
    QSignalSpy calls(&connection, &Connection::lastCallChanged);
    connection.loadWorkspaces();
    QTRY_COMPARE(calls.size(), 1);
    QCOMPARE(states.size(), 1);
    QCOMPARE(connection.state(), failing ? Connection::State::Failing : Connection::State::Good);
    QVERIFY(connection.lastCall()->error);
    connection.loadWorkspaces();
    QTRY_VERIFY(calls.size() > 1);
    if (server.count("GET") < 3) {
        connection.loadWorkspaces();
        QTRY_VERIFY(calls.size() > 2);
    }
    QCOMPARE(connection.state(), Connection::State::Good);
    QCOMPARE(states.size(), failing ? 2 : 1);
}

void tst_Connection::learnsTheServicesClock()
{
    FaultServer server;
    server.setScript(
        {FaultServer::answer(400, R"({"Code":"InvalidTimeStamp.Expired","RequestId":"R"})",
                             {{"Date", "Thu, 01 Jan 2026 12:00:00 GMT"}}),
         FaultServer::answer(200, workspaces({}, "0"))});
    ClientOptions options = quickOptions();
    options.now = [] { return QDateTime(QDate(2026, 1, 1), QTime(13, 0), QTimeZone::utc()); };
    Connection connection(settingsOf(server), options);
    QSignalSpy changed(&connection, &Connection::workspacesChanged);
    connection.loadWorkspaces();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(connection.clockSkew(), -3600);
}

MODELSCRIBE_TEST(tst_Connection)

} // namespace tst_connection

#include "tst_connection.moc"
