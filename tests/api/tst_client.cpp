// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"

#include "api/faultserver.h"
#include "api/operations.h"
#include "api/wiretest.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray oneModel = R"({"RequestId":"R-1","ModelId":"model-1","ModelName":"bert"})";

Endpoint endpointOf(const FaultServer &server) { return *Endpoint::fromText(server.address()); }

} // namespace

class tst_Client : public QObject
{
    Q_OBJECT

private slots:
    void readsAModel();
    void sendsAWriteOnceWhenTheConnectionDrops();
    void largeAnswersArriveQuickly();
    void cancelAbortsTheRequest();
    void pendingCallsEndWithTheClient();
};

void tst_Client::readsAModel()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, oneModel)});
    Client client(endpointOf(server), canaryKey(), quickOptions());
    QSignalSpy reports(&client, &Client::callFinished);
    const auto model = wait(client.run(operations::getModel(u"model-1"_s)));
    QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
    QCOMPARE(model->metadata.name, u"bert"_s);
    QTRY_COMPARE(reports.size(), 1);
    const auto report = reports[0][0].value<CallReport>();
    QCOMPARE(report.requestId, u"R-1"_s);
    QCOMPARE(report.attempts, 1);
}

void tst_Client::sendsAWriteOnceWhenTheConnectionDrops()
{
    FaultServer server;
    server.setScript({FaultServer::close()});
    Client client(endpointOf(server), canaryKey(), quickOptions());
    const auto created = wait(client.run(*operations::createModel({.name = u"bert"_s}, u"1"_s)));
    QVERIFY(!created);
    QCOMPARE(created.error().kind, Error::Kind::Network);
    QVERIFY(created.error().outcomeUnknown);
    QCOMPARE(server.count("POST"), 1);
}

void tst_Client::largeAnswersArriveQuickly()
{
    const QByteArray extra = "{\"a\":\"" + QByteArray(7 << 20, 'x') + "\"}";
    FaultServer server;
    server.setScript(
        {FaultServer::answer(200, R"({"RequestId":"R","ModelId":"m","ExtraInfo":)" + extra + "}")});
    Client client(endpointOf(server), canaryKey(), quickOptions());
    QElapsedTimer time;
    time.start();
    const auto model = wait(client.run(operations::getModel(u"m"_s)));
    const qint64 took = time.elapsed();
    QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
    QCOMPARE(model->metadata.extraInfo.utf8(), extra);
    qInfo("7 MiB in %lld ms", took);
    QVERIFY(took < 3000);
}

void tst_Client::cancelAbortsTheRequest()
{
    FaultServer server;
    server.setScript({FaultServer::silence()});
    Client client(endpointOf(server), canaryKey(), quickOptions());
    QSignalSpy reports(&client, &Client::callFinished);
    auto future = client.run(operations::getModel(u"model-1"_s));
    QTRY_COMPARE(server.count("GET"), 1);
    future.cancel();
    QTRY_COMPARE(reports.size(), 1);
    QVERIFY(future.isFinished());
    QCOMPARE(reports[0][0].value<CallReport>().error->kind, Error::Kind::Cancelled);
}

void tst_Client::pendingCallsEndWithTheClient()
{
    FaultServer server;
    server.setScript({FaultServer::silence()});
    QFuture<Result<RegisteredModel>> sent, queued;
    {
        Client client(endpointOf(server), canaryKey(), quickOptions());
        sent = client.run(operations::getModel(u"model-1"_s));
        QTRY_COMPARE(server.count("GET"), 1);
        queued = client.run(operations::getModel(u"model-2"_s));
    }
    for (const auto &future : {sent, queued}) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, Error::Kind::Cancelled);
    }
}

QTEST_GUILESS_MAIN(tst_Client)
#include "tst_client.moc"
