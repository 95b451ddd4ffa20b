// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"

#include "api/faultserver.h"
#include "api/operations.h"
#include "api/wiretest.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

#include <cstdio>

namespace tst_faults {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Steps = QList<FaultServer::Step>;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 maxGrowth = 512 * 1024 * 1024; // freed memory stays in quarantine for a while
#else
constexpr qint64 maxGrowth = 64 * 1024 * 1024;
#endif

enum class Op { List, Get, Create, Update, Delete };
constexpr std::array allOps = {Op::List, Op::Get, Op::Create, Op::Update, Op::Delete};

bool isWrite(Op op) { return op != Op::List && op != Op::Get; }

const QByteArray listBody =
    R"({"RequestId":"R","TotalCount":1,"Models":[{"ModelId":"model-1","ModelName":"bert"}]})";
const QByteArray modelBody = R"({"RequestId":"R","ModelId":"model-1","ModelName":"bert"})";
const QByteArray doneBody = R"({"RequestId":"R"})";

QByteArray goodBody(Op op)
{
    switch (op) {
    case Op::List: return listBody;
    case Op::Get:
    case Op::Create: return modelBody;
    case Op::Update:
    case Op::Delete: return doneBody;
    }
    Q_UNREACHABLE();
}

//! What became of one call.
struct Outcome
{
    std::optional<Error> error;
    int attempts = 0;
    qsizetype requests = 0;
};

//! What must become of it.
struct Expected
{
    std::optional<Kind> kind; //!< nullopt: it ends well.
    bool unknown = false;
    qsizetype requests = 1;
    bool orOneMore = false; //!< Qt repeats a read once by itself.
    bool again = false;     //!< A write that its caller may send again after another look.
};

Expected well(qsizetype requests) { return {.requests = requests}; }
Expected refused(Kind kind, qsizetype requests = 1) { return {.kind = kind, .requests = requests}; }
Expected lost(Kind kind) { return {.kind = kind, .unknown = true}; }
Expected notDone(Kind kind, qsizetype requests = 1)
{
    return {.kind = kind, .requests = requests, .again = true};
}

//! One row of the matrix: what the server does, and what must come of it for each operation.
struct Row
{
    QByteArray name;
    std::function<Steps(Op)> script;
    Expected read, write;

    const Expected &expected(Op op) const { return isWrite(op) ? write : read; }
};

QByteArray kindName(Kind kind)
{
    constexpr std::array names = {"Cancelled", "Network",  "Tls",      "Timeout",   "Unauthorized",
                                  "Forbidden", "NotFound", "Conflict", "Throttled", "Service",
                                  "Decode",    "Invalid",  "Storage"};
    return names[size_t(kind)];
}

QByteArray shown(const Outcome &outcome)
{
    QByteArray text = outcome.error ? kindName(outcome.error->kind) : "ok"_ba;
    if (outcome.error && outcome.error->httpStatus > 0)
        text += ' ' + QByteArray::number(outcome.error->httpStatus);
    if (outcome.error && outcome.error->outcomeUnknown)
        text += ", outcome unknown";
    return text + "; " + QByteArray::number(outcome.attempts) + " attempts, "
           + QByteArray::number(outcome.requests) + " requests";
}

//! Peak of the resident memory in bytes.
qint64 peakMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

void resetPeakMemory()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

QByteArray readTestFile(const QString &name)
{
    QFile file(testing::sourcePath(u"tests/api/data/"_s + name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data missing");
    return file.readAll();
}

QSslCertificate certificate(const QString &name)
{
    return QSslCertificate(readTestFile(u"tls/"_s + name));
}

Row same(const QByteArray &name, const Steps &script, Expected read, Expected write)
{
    return {name, [script](Op) { return script; }, read, write};
}

//! The fault first, then \p count answers as they should be.
std::function<Steps(Op)> thenGood(const FaultServer::Step &fault)
{
    return [fault](Op op) { return Steps{fault, FaultServer::answer(200, goodBody(op))}; };
}

} // namespace

class tst_Faults : public QObject
{
    Q_OBJECT

private slots:
    void everyRowHolds_data();
    void everyRowHolds();
    void nothingListens_data();
    void nothingListens();
    void connectHangs();
    void handshakeHangs();
    void createIsSentOnce();
    void stormStaysWithinTheBudget();
    void wrongClockIsCorrected_data();
    void wrongClockIsCorrected();
    void badCertificateIsRefused_data();
    void badCertificateIsRefused();
    void redirectCarriesNothingToTheSecondServer_data();
    void redirectCarriesNothingToTheSecondServer();
    void proxyIsNamed();
    void endlessAnswerIsCut_data();
    void endlessAnswerIsCut();
    void hostileNumbersAndDepthSurvive();
    void doubleClickSendsWhatItSays();
    void cleanupTestCase();

private:
    Outcome run(Client &client, Op op);
    Outcome run(FaultServer &server, Op op);
    void note(const QByteArray &row, Op op, const Outcome &outcome);
    void checkAll(const QByteArray &row, const std::function<Outcome(Op)> &happen,
                  const std::function<Expected(Op)> &expected);

    QList<QByteArray> m_rows;
    QHash<QByteArray, std::array<QByteArray, allOps.size()>> m_cells;
};

namespace {

template<typename T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

Outcome tst_Faults::run(Client &client, Op op)
{
    Outcome outcome;
    const auto connection = connect(
        &client, &Client::callFinished, this,
        [&](const CallReport &report) { outcome.attempts = report.attempts; });
    switch (op) {
    case Op::List: outcome.error = errorOf(wait(client.run(operations::listModels({})))); break;
    case Op::Get:
        outcome.error = errorOf(wait(client.run(operations::getModel(u"model-1"_s))));
        break;
    case Op::Create:
        outcome.error = errorOf(
            wait(client.run(*operations::createModel({.name = u"bert"_s}, u"1"_s))));
        break;
    case Op::Update:
        outcome.error = errorOf(wait(
            client.run(*operations::updateModel(u"model-1"_s, {}, {.description = u"new"_s}))));
        break;
    case Op::Delete:
        outcome.error = errorOf(wait(client.run(operations::deleteModel(u"model-1"_s))));
        break;
    }
    if (!QTest::qWaitFor([&] { return outcome.attempts > 0; }, 1000))
        qWarning("no report");
    disconnect(connection);
    return outcome;
}

Outcome tst_Faults::run(FaultServer &server, Op op)
{
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
    Outcome outcome = run(client, op);
    outcome.requests = server.listener().requests().size();
    return outcome;
}

void tst_Faults::note(const QByteArray &row, Op op, const Outcome &outcome)
{
    if (!m_cells.contains(row))
        m_rows.append(row);
    m_cells[row][size_t(op)] = shown(outcome);
}

void tst_Faults::checkAll(const QByteArray &row, const std::function<Outcome(Op)> &happen,
                          const std::function<Expected(Op)> &expected)
{
    for (const Op op : allOps) {
        const Outcome outcome = happen(op);
        note(row, op, outcome);
        const Expected must = expected(op);
        const QByteArray where = row + ", operation " + QByteArray::number(int(op)) + ": "
                                 + shown(outcome)
                                 + (outcome.error ? " " + outcome.error->detail.toUtf8() : ""_ba);
        QVERIFY2(outcome.error.has_value() == must.kind.has_value(), where.constData());
        if (outcome.error) {
            QVERIFY2(outcome.error->kind == *must.kind, where.constData());
            QVERIFY2(outcome.error->outcomeUnknown == must.unknown, where.constData());
            QVERIFY2(outcome.error->againAfter.has_value() == must.again, where.constData());
        }
        QVERIFY2(outcome.requests == must.requests
                     || (must.orOneMore && outcome.requests == must.requests + 1),
                 where.constData());
    }
}

void tst_Faults::everyRowHolds_data()
{
    QTest::addColumn<Row>("row");
    const auto add = [](const Row &row) { QTest::newRow(row.name.constData()) << row; };
    const auto text = [](int status, const QByteArray &body) {
        return FaultServer::answer(status, body);
    };
    const QByteArray whole = httpAnswer(200, modelBody);

    add(same("N3 no answer", {FaultServer::silence()}, refused(Kind::Timeout, 3),
             lost(Kind::Timeout)));
    add({"N3 no answer, then well", thenGood(FaultServer::silence()), well(2),
         lost(Kind::Timeout)});
    add(same("N4 slow loris", {FaultServer::dribble(whole, 100)}, refused(Kind::Timeout, 3),
             lost(Kind::Timeout)));
    add(same("N5 reset", {FaultServer::reset()},
             {.kind = Kind::Network, .requests = 3, .orOneMore = true}, lost(Kind::Network)));
    add({"N5 reset, then well", thenGood(FaultServer::reset()), well(2), lost(Kind::Network)});
    add({"N6 dropped before the reply, then well", thenGood(FaultServer::close()), well(2),
         lost(Kind::Network)});
    add({"N7 body cut", thenGood(FaultServer::bytesThenClose(whole.chopped(10))), well(2),
         lost(Kind::Network)});
    add({"N7 length too long",
         thenGood(FaultServer::bytes(
             "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
             + modelBody)),
         well(2), lost(Kind::Timeout)});
    add({"N7 length too short",
         thenGood(FaultServer::bytesThenClose(
             "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n"
             + modelBody)),
         well(2), lost(Kind::Decode)});
    add({"N7 broken chunking",
         thenGood(
             FaultServer::bytesThenClose("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                         "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
                                         + modelBody)),
         well(2), lost(Kind::Decode)});
    add({"N8 invalid JSON", thenGood(text(200, R"({"ModelId":"model-1","a":tru})")), well(2),
         lost(Kind::Decode)});
    add(same("N8 invalid UTF-8, always", {text(200, "{\"ModelId\":\"model\xff-1\"}")},
             refused(Kind::Decode, 2), lost(Kind::Decode)));
    add({"N8 NUL", thenGood(text(200, QByteArray("{\"ModelId\":\"a\0b\"}", 17))), well(2),
         lost(Kind::Decode)});
    const QByteArray throttled = R"({"Code":"Throttling.User","Message":"slow down"})";
    add({"N9 429, then well", thenGood(text(429, "")), well(2), notDone(Kind::Throttled)});
    add({"N9 Throttling in a 400, then well", thenGood(text(400, throttled)), well(2),
         notDone(Kind::Throttled)});
    add({"N9 Retry-After as asked, then well",
         thenGood(FaultServer::answer(503, throttled, {{"x-acs-retry-after", "50"}})), well(2),
         notDone(Kind::Throttled)});
    add(same("N9 Retry-After of an hour",
             {FaultServer::answer(429, throttled, {{"Retry-After", "3600"}})},
             refused(Kind::Throttled), refused(Kind::Throttled)));
    for (const int status : {500, 502, 503, 504}) {
        const QByteArray name = "N10 " + QByteArray::number(status);
        add({name + ", then well", thenGood(text(status, "<html>Bad</html>")), well(2),
             lost(Kind::Service)});
        add(same(name + " always", {text(status, "")}, refused(Kind::Service, 3),
                 lost(Kind::Service)));
    }
    add(same("N11 400", {text(400, R"({"Code":"InvalidParameter","Message":"no"})")},
             refused(Kind::Service), refused(Kind::Service)));
    add(same("N11 403", {text(403, R"({"Code":"Forbidden.RAM","Message":"no"})")},
             refused(Kind::Forbidden), refused(Kind::Forbidden)));
    add(same("N11 404", {text(404, R"({"Code":"201900002","Message":"gone"})")},
             refused(Kind::NotFound), refused(Kind::NotFound)));
    add(same("N11 409", {text(409, R"({"Code":"Odd","Message":"taken"})")}, refused(Kind::Conflict),
             refused(Kind::Conflict)));
    add(same("N12 token expired", {text(403, R"({"Code":"InvalidSecurityToken.Expired"})")},
             refused(Kind::Unauthorized), refused(Kind::Unauthorized)));
    add(same("N13 wrong secret", {text(400, R"({"Code":"SignatureDoesNotMatch"})")},
             refused(Kind::Unauthorized), refused(Kind::Unauthorized)));
    add(same("N13 401 with a challenge",
             {FaultServer::answer(401, "", {{"WWW-Authenticate", "Basic realm=\"x\""}})},
             refused(Kind::Unauthorized), refused(Kind::Unauthorized)));
    add({"N15 nonce used, then well", thenGood(text(400, R"({"Code":"SignatureNonceUsed"})")),
         well(2), notDone(Kind::Service)});
    add(same("N15 nonce used, always", {text(400, R"({"Code":"SignatureNonceUsed"})")},
             refused(Kind::Service, 2), notDone(Kind::Service)));
    add(same("N19 200 with HTML",
             {FaultServer::answer(200, "<html>Log in</html>", {{"Content-Type", "text/html"}})},
             refused(Kind::Decode), lost(Kind::Decode)));
    add(same("N19 200 with nothing", {text(200, "")}, refused(Kind::Decode, 2),
             lost(Kind::Decode)));
    add(same("N19 204", {FaultServer::bytes("HTTP/1.1 204 No Content\r\n\r\n")},
             refused(Kind::Decode), lost(Kind::Decode)));
    add(same("N19 200 with a JSON list", {text(200, "[]")}, refused(Kind::Decode),
             lost(Kind::Decode)));
}

void tst_Faults::everyRowHolds()
{
    QFETCH(Row, row);
    checkAll(
        row.name,
        [&](Op op) {
            FaultServer server;
            server.setScript(row.script(op));
            return run(server, op);
        },
        [&](Op op) { return row.expected(op); });
}

void tst_Faults::nothingListens_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("N1 connection refused") << u"http://127.0.0.1:1"_s;
    QTest::newRow("N1 no such host") << u"https://registry.invalid"_s;
}

void tst_Faults::nothingListens()
{
    QFETCH(QString, address);
    checkAll(
        QTest::currentDataTag(),
        [&](Op op) {
            Client client(*Endpoint::fromText(address), canarySource(), quickOptions());
            return run(client, op);
        },
        [](Op op) { return isWrite(op) ? notDone(Kind::Network, 0) : refused(Kind::Network, 0); });
}

void tst_Faults::connectHangs()
{
    // A full backlog: the kernel leaves further connections without an answer.
    QTcpServer full;
    full.setListenBacklogSize(1);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> fillers;
    for (int i = 0; i < 4; ++i) {
        fillers.push_back(std::make_unique<QTcpSocket>());
        fillers.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
    }
    QTest::qWait(100);
    const QString address = u"http://127.0.0.1:"_s + QString::number(full.serverPort());
    checkAll(
        "N2 connect hangs",
        [&](Op op) {
            ClientOptions options = quickOptions();
            options.connectTimeout = 200ms;
            options.callTimeout = 5000ms;
            Client client(*Endpoint::fromText(address), canarySource(), options);
            QElapsedTimer time;
            time.start();
            const Outcome outcome = run(client, op);
            // 1.4 times the connect timeout: 14 s with the real ones.
            if (time.elapsed() > 200 * 1.5 + 250)
                qWarning("took %lld ms", time.elapsed());
            return outcome;
        },
        [](Op op) {
            // Nobody tells when a request without body goes out, and this connection is no TLS.
            return op == Op::Delete
                       ? Expected{.kind = Kind::Timeout, .unknown = true, .requests = 0}
                   : isWrite(op) ? notDone(Kind::Timeout, 0)
                                 : refused(Kind::Timeout, 0);
        });
}

void tst_Faults::handshakeHangs()
{
    FaultServer server; // takes the bytes of the handshake for the beginning of a request
    const QString address = u"https://127.0.0.1:"_s + QString::number(server.port());
    checkAll(
        "N2 TLS handshake hangs",
        [&](Op op) {
            ClientOptions options = quickOptions();
            options.connectTimeout = 200ms;
            options.callTimeout = 5000ms;
            Client client(*Endpoint::fromText(address), canarySource(), options);
            Outcome outcome = run(client, op);
            outcome.requests = server.listener().requests().size();
            return outcome;
        },
        [](Op op) { return isWrite(op) ? notDone(Kind::Timeout, 0) : refused(Kind::Timeout, 0); });
    QVERIFY(server.listener().connections() >= 4);
}

void tst_Faults::createIsSentOnce()
{
    FaultServer server;
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
    int unknown = 0;
    for (int i = 0; i < 100; ++i) {
        // Every second connection is kept for a good answer first, as in a running program.
        if (i % 2 == 0) {
            server.setScript({FaultServer::answer(200, modelBody)});
            QVERIFY(!run(client, Op::Get).error);
        }
        server.setScript({i % 3 == 0 ? FaultServer::reset() : FaultServer::close()});
        const Outcome outcome = run(client, Op::Create);
        unknown += outcome.error && outcome.error->outcomeUnknown;
    }
    note("N6 100 creates, connection dropped", Op::Create,
         {.attempts = 100, .requests = server.count("POST")});
    QCOMPARE(server.count("POST"), 100);
    QCOMPARE(unknown, 100);

    // The same for the other writes that Qt would repeat, one of them without body.
    server.listener().clear();
    for (int i = 0; i < 100; ++i) {
        if (i % 2 == 0) {
            server.setScript({FaultServer::answer(200, modelBody)});
            QVERIFY(!run(client, Op::Get).error);
        }
        server.setScript({i % 3 == 0 ? FaultServer::reset() : FaultServer::close()});
        QVERIFY(run(client, Op::Delete).error->outcomeUnknown);
        QVERIFY(run(client, Op::Update).error->outcomeUnknown);
    }
    QCOMPARE(server.count("DELETE"), 100);
    QCOMPARE(server.count("PUT"), 100);
}

void tst_Faults::stormStaysWithinTheBudget()
{
    FaultServer server;
    server.setScript({FaultServer::answer(429, "")});
    ClientOptions options = quickOptions();
    options.firstDelay = 1ms;
    Client client(*Endpoint::fromText(server.address()), canarySource(), options);
    constexpr int calls = 100;
    for (int i = 0; i < calls; ++i)
        QCOMPARE(run(client, Op::Get).error->kind, Kind::Throttled);
    const qsizetype repeats = server.listener().requests().size() - calls;
    note("N9 storm of 429, 100 calls", Op::Get,
         {.error = Error{.kind = Kind::Throttled},
          .attempts = int(calls + repeats),
          .requests = server.listener().requests().size()});
    QVERIFY2(repeats <= 20 + calls / 10, QByteArray::number(repeats).constData());
    QVERIFY(repeats >= 20);
}

void tst_Faults::wrongClockIsCorrected_data()
{
    QTest::addColumn<qint64>("off");
    constexpr qint64 day = 24 * 3600;
    QTest::newRow("N14 16 minutes late") << qint64(-16 * 60);
    QTest::newRow("N14 16 minutes early") << qint64(16 * 60);
    QTest::newRow("N14 a day late") << -day;
    QTest::newRow("N14 a day early") << day;
    QTest::newRow("N14 10 years late") << -3653 * day;
    QTest::newRow("N14 10 years early") << 3653 * day;
}

void tst_Faults::wrongClockIsCorrected()
{
    QFETCH(qint64, off);
    const QDateTime truth = QDateTime::currentDateTimeUtc();
    const auto judge = [&truth](Op op) -> FaultServer::Step {
        return [op, truth](QTcpSocket &socket, const ReceivedRequest &request) {
            const QDateTime sent = QDateTime::fromString(
                QString::fromLatin1(request.header("x-acs-date")), Qt::ISODate);
            const QByteArray date =
                QLocale::c().toString(truth, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
            const bool fine = std::abs(sent.secsTo(truth)) <= 15 * 60;
            socket.write(
                fine ? httpAnswer(200, goodBody(op))
                     : httpAnswer(400, R"({"Code":"InvalidTimeStamp.Expired"})", {{"Date", date}}));
        };
    };
    checkAll(
        QTest::currentDataTag(),
        [&](Op op) {
            FaultServer server;
            server.setScript({judge(op)});
            ClientOptions options = quickOptions();
            options.now = [&] { return truth.addSecs(off); };
            Client client(*Endpoint::fromText(server.address()), canarySource(), options);
            qint64 learnt = 0;
            connect(&client, &Client::clockSkewLearnt, this,
                    [&](qint64 seconds) { learnt = seconds; });
            Outcome outcome = run(client, op);
            outcome.requests = server.listener().requests().size();
            if (std::abs(learnt + off) > 1)
                qWarning("learnt %lld", learnt);
            // Kept for later calls.
            const Outcome later = run(client, op);
            if (later.attempts != 1 || later.error)
                outcome.requests = -1;
            return outcome;
        },
        [](Op op) { return isWrite(op) ? notDone(Kind::Service) : well(2); });
}

void tst_Faults::badCertificateIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::addColumn<bool>("good");
    QTest::newRow("N16 good certificate") << u"good.pem"_s << QSsl::SecureProtocols << true;
    QTest::newRow("N16 expired") << u"expired.pem"_s << QSsl::SecureProtocols << false;
    QTest::newRow("N16 self-signed") << u"self-signed.pem"_s << QSsl::SecureProtocols << false;
    QTest::newRow("N16 wrong name") << u"wrong-name.pem"_s << QSsl::SecureProtocols << false;
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("N16 TLS 1.1") << u"good.pem"_s << QSsl::TlsV1_1 << false;
    QT_WARNING_POP
}

void tst_Faults::badCertificateIsRefused()
{
    QFETCH(QString, file);
    QFETCH(QSsl::SslProtocol, protocol);
    QFETCH(bool, good);
    const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = usual;
    trusting.setCaCertificates({certificate(u"ca.pem"_s)});
    QSslConfiguration::setDefaultConfiguration(trusting);
    auto *tls = new QSslServer;
    QSslConfiguration offered = usual;
    offered.setLocalCertificate(certificate(file));
    offered.setPrivateKey(QSslKey(readTestFile(u"tls/key.pem"_s), QSsl::Ec));
    offered.setProtocol(protocol);
    tls->setSslConfiguration(offered);
    QVERIFY(tls->listen(QHostAddress::LocalHost));
    FaultServer server(tls);
    const QString address = u"https://127.0.0.1:"_s + QString::number(server.port());
    checkAll(
        QTest::currentDataTag(),
        [&](Op op) {
            server.listener().clear();
            server.setScript({FaultServer::answer(200, goodBody(op))});
            ClientOptions options = quickOptions();
            options.idleTimeout = 2000ms;
            Client client(*Endpoint::fromText(address), canarySource(), options);
            Outcome outcome = run(client, op);
            outcome.requests = server.listener().requests().size();
            return outcome;
        },
        [&](Op) { return good ? well(1) : refused(Kind::Tls, 0); });
    QSslConfiguration::setDefaultConfiguration(usual);
    if (!good)
        QVERIFY(server.listener().bytes().isEmpty());
}

void tst_Faults::redirectCarriesNothingToTheSecondServer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("N17 redirect %d", status) << status;
}

void tst_Faults::redirectCarriesNothingToTheSecondServer()
{
    QFETCH(int, status);
    FaultServer second;
    second.setScript({FaultServer::answer(200, modelBody)});
    checkAll(
        QTest::currentDataTag(),
        [&](Op op) {
            FaultServer first;
            const QByteArray to = second.address().toLatin1() + "/api/v1/models";
            first.setScript({FaultServer::answer(status, "", {{"Location", to}})});
            return run(first, op);
        },
        [&](Op op) {
            // "See other" is what a server says that has carried out the request.
            return isWrite(op) && status == 303 ? lost(Kind::Decode) : refused(Kind::Decode);
        });
    QCOMPARE(second.listener().connections(), 0);
    QVERIFY(second.listener().bytes().isEmpty());
}

void tst_Faults::proxyIsNamed()
{
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1, u"user"_s, u"ProxySecret1"_s));
    checkAll(
        "N18 proxy refuses",
        [&](Op op) {
            Client client(*Endpoint::fromText(u"https://registry.invalid"_s), canarySource(),
                          quickOptions());
            Outcome outcome = run(client, op);
            if (!outcome.error->detail.startsWith("registry.invalid:443 by proxy 127.0.0.1:1: "_L1)
                || outcome.error->detail.contains("ProxySecret1"_L1))
                outcome.requests = -1;
            return outcome;
        },
        [](Op op) { return isWrite(op) ? notDone(Kind::Network, 0) : refused(Kind::Network, 0); });
    // Plain HTTP must never leave this computer, so loopback does without the proxy.
    FaultServer server;
    server.setScript({FaultServer::answer(200, modelBody)});
    QVERIFY(!run(server, Op::Get).error);
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

void tst_Faults::endlessAnswerIsCut_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("chunk");
    QTest::addColumn<bool>("unknown");
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const QByteArray blanks(1024 * 1024, ' ');
    QTest::newRow("N20 endless body") << ok + "Connection: close\r\n\r\n{" << blanks << true;
    QTest::newRow("N20 10 GB announced")
        << ok + "Content-Length: 10737418240\r\n\r\n{" << blanks << true;
    QTest::newRow("N20 endless chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n"
                                        << "100000\r\n" + blanks + "\r\n"
                                        << true;
    // gzip of zeros: after the head the same 1,000 bytes or so unfold to a megabyte, for ever.
    const QByteArray zeros(1024 * 1024, '\0');
    QByteArray deflated = qCompress(zeros, 9).sliced(6).chopped(4); // raw deflate, last block
    deflated[0] = char(deflated[0] & ~1);                           // not the last block
    QTest::newRow("N20 gzip bomb") << ok + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n"
                                          + QByteArray::fromHex("1f8b0800000000000003") + deflated
                                   << deflated << true;
}

void tst_Faults::endlessAnswerIsCut()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, chunk);
    QFETCH(bool, unknown);
    checkAll(
        QTest::currentDataTag(),
        [&](Op op) {
            FaultServer server;
            server.setScript({FaultServer::endless(head, chunk)});
            ClientOptions options = quickOptions();
            options.callTimeout = 10'000ms;
            Client client(*Endpoint::fromText(server.address()), canarySource(), options);
            resetPeakMemory();
            const qint64 before = peakMemory();
            Outcome outcome = run(client, op);
            outcome.requests = server.listener().requests().size();
            const qint64 growth = peakMemory() - before;
            if (growth > maxGrowth) {
                qWarning("memory grew by %lld MiB", growth / 1024 / 1024);
                outcome.requests = -1;
            }
            return outcome;
        },
        [&](Op op) { return isWrite(op) && unknown ? lost(Kind::Decode) : refused(Kind::Decode); });
}

void tst_Faults::hostileNumbersAndDepthSurvive()
{
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QByteArray manyKeys = "{";
    for (int i = 0; i < 100'000; ++i)
        manyKeys += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":1";
    manyKeys += "}";
    const QList<QByteArray> extras = {"{\"a\":" + deep + "}", manyKeys,
                                      "{\"a\":\"" + QByteArray(4 << 20, 'x') + "\"}",
                                      R"({"a":1e400,"b":18446744073709551616,"c":-0,"c":1.0})"};
    for (const QByteArray &extra : extras) {
        FaultServer server;
        server.setScript({FaultServer::answer(
            200, R"({"ModelId":"m","OrderNumber":1e400,"ExtraInfo": )" + extra + " }")});
        Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
        const auto model = wait(client.run(operations::getModel(u"m"_s)));
        QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
        QCOMPARE(model->metadata.extraInfo.utf8(), extra);
        QCOMPARE(model->metadata.orderNumber, u"1e400"_s);
        note("N21 deep, wide, long, odd numbers", Op::Get, {.attempts = 1, .requests = 1});
    }
}

void tst_Faults::doubleClickSendsWhatItSays()
{
    // Two calls are two requests; keeping a button from starting two is the caller's business.
    // What the client owes: no call turns into two requests, however fast they come.
    FaultServer server;
    server.setScript({FaultServer::answer(200, modelBody)});
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
    auto first = client.run(*operations::createModel({.name = u"a"_s}, {}));
    auto second = client.run(*operations::updateModel(u"m"_s, {}, {.name = u"a"_s}));
    QVERIFY(wait(first) && wait(second));
    QTest::qWait(50);
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(server.count("PUT"), 1);
    note("N25 two calls at once", Op::Create, {.attempts = 1, .requests = server.count("POST")});
    note("N25 two calls at once", Op::Update, {.attempts = 1, .requests = server.count("PUT")});
}

void tst_Faults::cleanupTestCase()
{
    QByteArray table = "| row | ListModels | GetModel | CreateModel | UpdateModel | DeleteModel |\n"
                       "| --- | --- | --- | --- | --- | --- |\n";
    for (const QByteArray &row : m_rows) {
        table += "| " + row;
        for (const QByteArray &cell : m_cells[row])
            table += " | " + (cell.isEmpty() ? "–"_ba : cell);
        table += " |\n";
    }
    std::fwrite(table.constData(), 1, size_t(table.size()), stdout);
    std::fflush(stdout);
    const QString folder = qEnvironmentVariable("MODELSCRIBE_REPORT_DIR");
    if (folder.isEmpty())
        return;
    QFile file(QDir(folder).filePath(u"faults.md"_s));
    QVERIFY(QDir().mkpath(folder) && file.open(QIODevice::WriteOnly));
    file.write(table);
}

MODELSCRIBE_TEST(tst_Faults)

} // namespace tst_faults

#include "tst_faults.moc"
