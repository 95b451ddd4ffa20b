// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"

#include "api/faultserver.h"
#include "api/operations.h"
#include "api/wiretest.h"
#include "core/whendone.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTimeZone>

namespace tst_client {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    void cancelWhileWaitingSendsNothing();
    void cancelledWriteIsUnknown();
    void clientMayDieInAnAnswer();
    void aLostWriteIsNeverRepeated_data();
    void aLostWriteIsNeverRepeated();
    void aWriteThatWasNotDoneIsLeftToTheCaller_data();
    void aWriteThatWasNotDoneIsLeftToTheCaller();
    void aWriteThatFoundNobodyMayBeSentAgain();
    void aRefusedTimeSaysTheOffset();
    void aCallEndsInTime();
    void moreCallsThanConnections();
    void bucketSpreadsCalls();
    void skewIsSaidOnce();
    void clockThatIsRightIsNotCorrected();
    void everyAttemptIsSignedAfresh();
    void invalidRequestIsNotSent();
    void sendTakesAnyObject();
    void logIsOneLineWithoutSecrets();
    void noSecretInAnyError_data();
    void noSecretInAnyError();
};

void tst_Client::readsAModel()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, oneModel)});
    Client client(endpointOf(server), canarySource(), quickOptions());
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
    Client client(endpointOf(server), canarySource(), quickOptions());
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
    Client client(endpointOf(server), canarySource(), quickOptions());
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
    Client client(endpointOf(server), canarySource(), quickOptions());
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
        Client client(endpointOf(server), canarySource(), quickOptions());
        sent = client.run(operations::getModel(u"model-1"_s));
        QTRY_COMPARE(server.count("GET"), 1);
        queued = client.run(operations::getModel(u"model-2"_s));
    }
    for (const auto &future : {sent, queued}) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, Error::Kind::Cancelled);
    }
}

void tst_Client::cancelWhileWaitingSendsNothing()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, oneModel)});
    ClientOptions options = quickOptions();
    options.readsPerSecond = 1;
    Client client(endpointOf(server), canarySource(), options);
    QVERIFY(wait(client.run(operations::getModel(u"model-1"_s))));
    auto waiting = client.run(operations::getModel(u"model-2"_s));
    QTest::qWait(50);
    waiting.cancel();
    QTRY_VERIFY(waiting.isFinished());
    QTest::qWait(1100);
    QCOMPARE(server.count("GET"), 1);
}

void tst_Client::cancelledWriteIsUnknown()
{
    FaultServer server;
    server.setScript({FaultServer::silence()});
    Client client(endpointOf(server), canarySource(), quickOptions());
    QSignalSpy reports(&client, &Client::callFinished);
    auto future = client.run(*operations::createModel({.name = u"a"_s}, {}));
    QTRY_COMPARE(server.count("POST"), 1);
    future.cancel();
    QTRY_COMPARE(reports.size(), 1);
    const auto report = reports[0][0].value<CallReport>();
    QCOMPARE(report.error->kind, Error::Kind::Cancelled);
    QVERIFY(report.error->outcomeUnknown);
}

void tst_Client::clientMayDieInAnAnswer()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, oneModel)});
    auto *client = new Client(endpointOf(server), canarySource(), quickOptions());
    auto first = client->run(operations::getModel(u"model-1"_s));
    auto second = client->run(operations::getModel(u"model-2"_s));
    QObject context;
    whenDone(first, &context,
             [&client](const Result<RegisteredModel> &) { delete std::exchange(client, nullptr); });
    QTRY_VERIFY(!client);
    QVERIFY(second.isFinished());
}

namespace {

Request requestOf(const QByteArray &verb)
{
    if (verb == "PUT")
        return operations::updateModel(u"m"_s, {.name = u"a"_s}, {.name = u"b"_s})->request;
    if (verb == "POST")
        return operations::createModel({.name = u"a"_s}, {})->request;
    return operations::deleteModelLabels(u"m"_s, {u"a"_s}).request;
}

const auto reread = FaultServer::answer(200, R"({"RequestId":"R"})");

} // namespace

void tst_Client::aLostWriteIsNeverRepeated_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<FaultServer::Step>("fault");
    for (const QByteArray &verb : {"PUT"_ba, "DELETE"_ba, "POST"_ba}) {
        const auto row = [&](const char *name, const FaultServer::Step &fault) {
            QTest::addRow("%s, %s", verb.constData(), name) << verb << fault;
        };
        row("reset", FaultServer::reset());
        row("closed", FaultServer::close());
        row("silence", FaultServer::silence());
        row("a byte now and then", FaultServer::dribble(QByteArray(1000, 'x'), 100));
        row("cut", FaultServer::bytesThenClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"));
        row("no JSON", FaultServer::answer(200, "{"));
        for (const int status : {500, 502, 503, 504})
            row(QByteArray::number(status).constData(), FaultServer::answer(status, "<html>"));
        row("503 with words",
            FaultServer::answer(503, R"({"Code":"ServiceUnavailable","Message":"later."})"));
    }
}

void tst_Client::aLostWriteIsNeverRepeated()
{
    QFETCH(QByteArray, verb);
    QFETCH(FaultServer::Step, fault);
    FaultServer server;
    server.setScript({fault, reread});
    Client client(endpointOf(server), canarySource(), quickOptions());
    const auto sent = wait(client.send(requestOf(verb)));
    QVERIFY(!sent);
    QVERIFY(sent.error().outcomeUnknown);
    QVERIFY(!sent.error().againAfter);
    QTest::qWait(100);
    QCOMPARE(server.count(verb), 1);
}

void tst_Client::aWriteThatWasNotDoneIsLeftToTheCaller_data()
{
    QTest::addColumn<FaultServer::Step>("fault");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("again"); // in ms; -1: not at all
    const auto throttled = FaultServer::answer(429, "");
    QTest::newRow("throttled") << throttled << 1 << 20;
    QTest::newRow("throttled again") << throttled << 2 << 40;
    QTest::newRow("throttled too often") << throttled << 3 << -1;
    QTest::newRow("as asked") << FaultServer::answer(429, "", {{"x-acs-retry-after", "150"}}) << 1
                              << 155; // a little more, so that not all come at once
    QTest::newRow("in an hour") << FaultServer::answer(429, "", {{"Retry-After", "3600"}}) << 1
                                << -1;
    const auto nonce = FaultServer::answer(400, R"({"Code":"SignatureNonceUsed"})");
    QTest::newRow("nonce used") << nonce << 1 << 0;
    QTest::newRow("nonce used again") << nonce << 2 << -1;
    const auto clock = FaultServer::answer(400, R"({"Code":"InvalidTimeStamp.Expired"})",
                                           {{"Date", "Fri, 02 Jan 2026 03:04:05 GMT"}});
    QTest::newRow("wrong clock") << clock << 1 << 0;
    QTest::newRow("wrong clock, often") << clock << 3 << -1;
    QTest::newRow("refused") << FaultServer::answer(403, "{}") << 1 << -1;
}

void tst_Client::aWriteThatWasNotDoneIsLeftToTheCaller()
{
    QFETCH(FaultServer::Step, fault);
    QFETCH(int, attempt);
    QFETCH(int, again);
    FaultServer server;
    server.setScript({fault, reread});
    Client client(endpointOf(server), canarySource(), quickOptions());
    Request request = requestOf("PUT");
    request.attempt = attempt;
    const auto sent = wait(client.send(request));
    QVERIFY(!sent);
    QVERIFY(!sent.error().outcomeUnknown);
    QCOMPARE(sent.error().againAfter.has_value(), again >= 0);
    if (again >= 0)
        QCOMPARE(int(sent.error().againAfter->count()), again);
    QTest::qWait(100);
    QCOMPARE(server.count("PUT"), 1);
}

void tst_Client::aWriteThatFoundNobodyMayBeSentAgain()
{
    Client client(*Endpoint::fromText(u"http://127.0.0.1:1"_s), canarySource(), quickOptions());
    const auto sent = wait(client.send(requestOf("DELETE")));
    QVERIFY(!sent.error().outcomeUnknown);
    QVERIFY(sent.error().againAfter);
}

void tst_Client::aRefusedTimeSaysTheOffset()
{
    const QDateTime truth({2026, 1, 2}, {3, 4, 5}, QTimeZone::utc());
    FaultServer server;
    server.setScript({FaultServer::answer(400, R"({"Code":"InvalidTimeStamp.Expired"})",
                                          {{"Date", "Fri, 02 Jan 2026 03:04:05 GMT"}})});
    ClientOptions options = quickOptions();
    options.now = [&truth] { return truth.addSecs(-24 * 3600); };
    Client client(endpointOf(server), canarySource(), options);
    const auto model = wait(client.run(operations::getModel(u"model-1"_s)));
    QCOMPARE(model.error().clockOffset, std::optional<qint64>(24 * 3600));
}

void tst_Client::aCallEndsInTime()
{
    FaultServer server;
    ClientOptions options = quickOptions();
    options.callTimeout = 700ms;
    options.maxDelay = 5000ms;
    const auto took = [&](const FaultServer::Step &step) {
        server.setScript({step});
        Client client(endpointOf(server), canarySource(), options);
        QElapsedTimer time;
        time.start();
        const auto model = wait(client.run(operations::getModel(u"model-1"_s)));
        return model.has_value() ? -1 : time.elapsed();
    };
    const qint64 drop = took([](QTcpSocket &socket, const ReceivedRequest &request) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                     "Content-Length: 1000\r\n\r\n");
        FaultServer::dribble(QByteArray(1000, ' '), 50)(socket, request);
    });
    QVERIFY2(drop >= 600 && drop < 1300, QByteArray::number(drop).constData());
    const qint64 silent = took(FaultServer::silence()); // 300 ms each
    QVERIFY2(silent >= 600 && silent < 1300, QByteArray::number(silent).constData());
    // Who waits for longer than there is time is told at once.
    const qint64 later = took(FaultServer::answer(429, "", {{"Retry-After", "1"}}));
    QVERIFY2(later < 600, QByteArray::number(later).constData());
}

void tst_Client::moreCallsThanConnections()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, oneModel)});
    Client client(endpointOf(server), canarySource(), quickOptions());
    QList<QFuture<Result<RegisteredModel>>> calls;
    for (int i = 0; i < 100; ++i)
        calls.append(client.run(operations::getModel(u"model-1"_s)));
    calls[50].cancel();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(wait(calls[i]).has_value(), i != 50);
    QVERIFY(server.listener().connections() <= 6);

    // Six that hang hold up the seventh, but not the writes.
    server.setScript({FaultServer::silence()});
    QList<QFuture<Result<RegisteredModel>>> hanging;
    for (int i = 0; i < 7; ++i)
        hanging.append(client.run(operations::getModel(u"model-1"_s)));
    QTRY_COMPARE(server.count("GET"), 99 + 6);
    server.setScript({FaultServer::answer(200, R"({"RequestId":"R"})")});
    QVERIFY(wait(client.run(operations::deleteModel(u"model-1"_s))));
    hanging[0].cancel();
    QTRY_VERIFY(server.count("GET") >= 99 + 7);
}

void tst_Client::bucketSpreadsCalls()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, oneModel)});
    ClientOptions options = quickOptions();
    options.readsPerSecond = 20;
    Client client(endpointOf(server), canarySource(), options);
    QElapsedTimer time;
    time.start();
    QList<QFuture<Result<RegisteredModel>>> calls;
    for (int i = 0; i < 20; ++i)
        calls.append(client.run(operations::getModel(u"model-1"_s)));
    for (auto &call : calls)
        QVERIFY(wait(call));
    QVERIFY2(time.elapsed() >= 480, QByteArray::number(time.elapsed()).constData());
}

void tst_Client::skewIsSaidOnce()
{
    FaultServer server;
    const QDateTime truth({2026, 1, 2}, {3, 4, 5}, QTimeZone::utc());
    const auto expired = FaultServer::answer(400, R"({"Code":"InvalidTimeStamp.Expired"})",
                                             {{"Date", "Fri, 02 Jan 2026 03:04:05 GMT"}});
    server.setScript({expired, FaultServer::answer(200, oneModel)});
    ClientOptions options = quickOptions();
    options.now = [&truth] { return truth.addSecs(-3600); };
    Client client(endpointOf(server), canarySource(), options);
    QSignalSpy learnt(&client, &Client::clockSkewLearnt);
    QVERIFY(wait(client.run(operations::getModel(u"model-1"_s))));
    QVERIFY(wait(client.run(operations::getModel(u"model-1"_s))));
    QCOMPARE(learnt.size(), 1);
    QCOMPARE(learnt[0][0].toLongLong(), 3600);
    const auto &requests = server.listener().requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests[0].header("x-acs-date"), "2026-01-02T02:04:05Z"_ba);
    QCOMPARE(requests[1].header("x-acs-date"), "2026-01-02T03:04:05Z"_ba);
    QCOMPARE(requests[2].header("x-acs-date"), "2026-01-02T03:04:05Z"_ba);
}

void tst_Client::clockThatIsRightIsNotCorrected()
{
    const QDateTime truth({2026, 1, 2}, {3, 4, 5}, QTimeZone::utc());
    for (const QByteArray &date : {"Fri, 02 Jan 2026 03:04:10 GMT"_ba, "yesterday"_ba, ""_ba}) {
        FaultServer server;
        server.setScript(
            {FaultServer::answer(400, R"({"Code":"InvalidTimeStamp.Format"})", {{"Date", date}})});
        ClientOptions options = quickOptions();
        options.now = [&truth] { return truth; };
        Client client(endpointOf(server), canarySource(), options);
        QSignalSpy learnt(&client, &Client::clockSkewLearnt);
        QCOMPARE(wait(client.run(operations::getModel(u"m"_s))).error().code,
                 u"InvalidTimeStamp.Format"_s);
        QCOMPARE(server.listener().requests().size(), 1);
        QCOMPARE(learnt.size(), 0);
    }
}

void tst_Client::everyAttemptIsSignedAfresh()
{
    FaultServer server;
    server.setScript({FaultServer::answer(503, ""), FaultServer::answer(503, ""),
                      FaultServer::answer(200, oneModel)});
    Client client(endpointOf(server), canarySource(), quickOptions());
    QVERIFY(wait(client.run(operations::getModel(u"model-1"_s))));
    QSet<QByteArray> nonces, signatures;
    for (const ReceivedRequest &request : server.listener().requests()) {
        nonces.insert(request.header("x-acs-signature-nonce"));
        signatures.insert(request.header("authorization"));
        QCOMPARE(request.header("x-acs-signature-nonce").size(), 32);
        for (const char *once : {"host", "authorization", "accept", "user-agent", "x-acs-date"})
            QCOMPARE(request.countHeader(once), 1);
    }
    QCOMPARE(nonces.size(), 3);
    QCOMPARE(signatures.size(), 3);
}

void tst_Client::invalidRequestIsNotSent()
{
    FaultServer server;
    Client client(endpointOf(server), canarySource(), quickOptions());
    QCOMPARE(wait(client.run(operations::deleteModel(u".."_s))).error().kind, Error::Kind::Invalid);
    Client keyless(endpointOf(server), {}, quickOptions());
    QCOMPARE(wait(keyless.run(operations::getModel(u"m"_s))).error().kind,
             Error::Kind::Unauthorized);
    QCOMPARE(server.listener().connections(), 0);
}

void tst_Client::sendTakesAnyObject()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, R"({"a":1})", {{"x-acs-request-id", "R-9"}}),
                      FaultServer::answer(200, R"({"a":)")});
    Client client(endpointOf(server), canarySource(), quickOptions());
    const auto sent = wait(client.send({.action = "Any", .path = {u"a"_s}}));
    QVERIFY(sent);
    QCOMPARE(sent->body, R"({"a":1})"_ba);
    QCOMPARE(sent->requestId, u"R-9"_s);
    QCOMPARE(sent->httpStatus, 200);
    QCOMPARE(wait(client.send({.action = "Any", .path = {u"a"_s}})).error().kind,
             Error::Kind::Decode);
}

namespace {

QStringList *captured = nullptr;

void capture(QtMsgType, const QMessageLogContext &, const QString &text) { captured->append(text); }

//! Everything that is logged while it lives, at the highest level.
class LogCapture
{
public:
    LogCapture()
    {
        captured = &lines;
        QLoggingCategory::setFilterRules(u"*=true\nqt.core.*=false"_s);
        m_before = qInstallMessageHandler(capture);
    }
    ~LogCapture()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules({});
        captured = nullptr;
    }

    QStringList lines;

private:
    QtMessageHandler m_before;
};

bool hasSecret(const QString &text)
{
    const AccessKey key = canaryKey();
    for (const QByteArray &secret : {key.id, key.secret, key.securityToken}) {
        for (const QByteArray &form :
             {secret, secret.toBase64(), secret.toHex(), secret.toPercentEncoding()}) {
            for (qsizetype at = 0; at + 16 <= form.size(); ++at) {
                if (text.contains(QString::fromLatin1(form.sliced(at, 16))))
                    return true;
            }
        }
    }
    return text.contains(QRegularExpression(u"Signature=[0-9a-f]"_s));
}

} // namespace

void tst_Client::logIsOneLineWithoutSecrets()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, oneModel),
                      FaultServer::answer(403, R"({"Code":"a\nb\u001b[31m","RequestId":"x\ny"})")});
    Client client(endpointOf(server), canarySource(), quickOptions());
    LogCapture log;
    QVERIFY(wait(client.run(operations::getModel(u"a/1 %3"_s))));
    QVERIFY(!wait(client.run(
        *operations::createModel({.name = u"a"_s, .description = u"BodyOfTheRequest"_s}, {}))));
    const QStringList calls = log.lines.filter(u"/api/v1/"_s);
    QCOMPARE(calls.size(), 2);
    QVERIFY2(calls[0].startsWith("GET /api/v1/models/a%2F1%20%253 200 RequestId=R-1 "_L1),
             qPrintable(calls[0]));
    QVERIFY2(calls[1].startsWith("POST /api/v1/models 403 "_L1), qPrintable(calls[1]));
    for (const QString &line : std::as_const(log.lines)) {
        QVERIFY2(!hasSecret(line), qPrintable(line));
        QVERIFY(!line.contains("BodyOfTheRequest"_L1));
    }
    for (const QString &line : calls)
        QVERIFY(!line.contains(u'\n') && !line.contains(u'\x1b'));
}

void tst_Client::noSecretInAnyError_data()
{
    QTest::addColumn<FaultServer::Step>("step");
    const auto echo = [](auto make) -> FaultServer::Step {
        return [make](QTcpSocket &socket, const ReceivedRequest &request) {
            socket.write(make(request));
        };
    };
    // Servers that send back all they got, in every place that is looked at.
    const auto flat = [](const ReceivedRequest &request) {
        return QByteArray(request.raw).replace("\r\n", " ").replace('"', '\'');
    };
    QTest::newRow("JSON message") << echo([flat](const ReceivedRequest &request) {
        return httpAnswer(400, R"({"Code":"Odd","Message":")" + flat(request) + "\"}");
    });
    QTest::newRow("signature does not match") << echo([flat](const ReceivedRequest &request) {
        return httpAnswer(400, R"({"Code":"SignatureDoesNotMatch","Message":"No. server string to )"
                               R"(sign is:)"
                                   + flat(request) + "\"}");
    });
    QTest::newRow("code and RequestId") << echo([](const ReceivedRequest &request) {
        return httpAnswer(403, R"({"Code":")" + request.header("x-acs-security-token")
                                   + R"(","RequestId":")" + request.header("authorization")
                                   + R"(","AccessDeniedDetail":{"AuthAction":")"
                                   + request.header("x-acs-accesskey-id") + "\"}}");
    });
    QTest::newRow("headers") << echo([](const ReceivedRequest &request) {
        return httpAnswer(500, "", {{"x-acs-request-id", request.header("x-acs-security-token")}});
    });
    QTest::newRow("reason") << echo([](const ReceivedRequest &request) {
        return "HTTP/1.1 400 " + request.header("authorization") + ' '
               + request.header("x-acs-security-token") + "\r\nContent-Length: 0\r\n\r\n";
    });
    QTest::newRow("XML") << echo([flat](const ReceivedRequest &request) {
        return httpAnswer(400, "<Error><Code>Odd</Code><Message>" + flat(request)
                                   + "</Message></Error>");
    });
    QTest::newRow("page") << echo(
        [](const ReceivedRequest &request) { return httpAnswer(200, "<html>" + request.raw); });
    QTest::newRow("broken JSON") << echo([](const ReceivedRequest &request) {
        return httpAnswer(200, "{\"" + request.header("x-acs-security-token") + "\"}");
    });
    QTest::newRow("redirect") << echo([](const ReceivedRequest &request) {
        return httpAnswer(
            302, "",
            {{"Location", "http://127.0.0.1:1/?" + request.header("x-acs-security-token")}});
    });
    QTest::newRow("dropped") << FaultServer::close();
}

void tst_Client::noSecretInAnyError()
{
    QFETCH(FaultServer::Step, step);
    FaultServer server;
    server.setScript({step});
    Client client(endpointOf(server), canarySource(), quickOptions());
    LogCapture log;
    for (const auto &result :
         {wait(client.run(operations::getModel(u"model-1"_s))).transform([](auto) {}),
          wait(client.run(*operations::createModel({.name = u"a"_s}, {}))).transform([](auto) {
          })}) {
        QVERIFY(!result);
        const Error &error = result.error();
        for (const QString &text :
             {error.detail, error.code, error.message, error.requestId, error.action})
            QVERIFY2(!hasSecret(text), qPrintable(text));
    }
    for (const QString &line : std::as_const(log.lines))
        QVERIFY2(!hasSecret(line), qPrintable(line));
}

MODELSCRIBE_TEST(tst_Client)

} // namespace tst_client

#include "tst_client.moc"
