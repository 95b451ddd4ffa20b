// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/httpserver.h"
#include "localregistry/registryclient.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <thread>

namespace tst_httpserver {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

class tst_HttpServer : public QObject
{
    Q_OBJECT

private slots:
    void listensOnLoopbackOnly();
    void refusesABusyPort();
    void stopsAtOnce();
    void stopsWithinASecondWithIdleClients();
    void stopsBeforeItHasServed();
    void takesChunkedBodies();
    void takesLargeBodies();
    void refusesTooLargeBodies_data();
    void refusesTooLargeBodies();
    void takesAPostWithoutAnyBody();
    void asksForABodyThatIsHeldBack();
    void answersHeadWithoutABody();
    void refusesABodyThatBreaksOff();
    void refusesWhatIsNoHttp_data();
    void refusesWhatIsNoHttp();
    void survivesClientsThatGoAway();
    void takesBareCharactersInTheQuery();
    void answersManyAtOnce();
    void neverCompresses();
    void hidesItsOwnFailures();
};

namespace {

QByteArray modelWithDescription(qsizetype size)
{
    return R"({"ModelName":"big","ModelDescription":")" + QByteArray(size, 'x') + "\"}";
}

} // namespace

void tst_HttpServer::listensOnLoopbackOnly()
{
    const Registry registry;
    QTcpSocket socket;
    // All of 127/8 is this machine, but only 127.0.0.1 was bound.
    socket.connectToHost(u"127.0.0.2"_s, registry.port());
    QVERIFY(!socket.waitForConnected(1000));
}

void tst_HttpServer::refusesABusyPort()
{
    const Registry first;
    const Registry second({.port = first.port()});
    QVERIFY(!second.started());
    QCOMPARE(second.started().error().kind, Error::Kind::Network);
    QCOMPARE(second.port(), 0);
}

void tst_HttpServer::stopsAtOnce()
{
    Registry registry;
    QCOMPARE(registry.listModels().status, 200);
    QElapsedTimer timer;
    timer.start();
    registry.registry().stop();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(registry.port(), 0);
}

void tst_HttpServer::stopsWithinASecondWithIdleClients()
{
    Registry registry;
    std::array<QTcpSocket, 12> sockets;
    for (QTcpSocket &socket : sockets) {
        socket.connectToHost(u"127.0.0.1"_s, registry.port());
        QVERIFY(socket.waitForConnected(5000));
    }
    QElapsedTimer timer;
    timer.start();
    registry.registry().stop();
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
}

void tst_HttpServer::stopsBeforeItHasServed()
{
    for (int i = 0; i < 20; ++i) {
        QTemporaryDir folder;
        LocalRegistry registry({.database = folder.filePath(u"r.sqlite"_s)});
        auto started = registry.start();
        registry.stop();
        QVERIFY(started.isFinished());
        QVERIFY(!registry.start().result());
    }
}

void tst_HttpServer::takesChunkedBodies()
{
    const Registry registry;
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {},
                                modelWithDescription(200'000));
    request.chunked = true;
    const Reply reply = registry.send(request);
    QCOMPARE(reply.status, 200);
    const Reply model = registry.getModel(reply.at("ModelId"_L1).toString());
    QCOMPARE(model.at("ModelDescription"_L1).toString().size(), 200'000);
}

void tst_HttpServer::takesLargeBodies()
{
    const Registry registry;
    const QByteArray frame = modelWithDescription(0);
    const QByteArray body = modelWithDescription(qsizetype(maxBodyBytes) - frame.size());
    QCOMPARE(body.size(), qsizetype(maxBodyBytes));
    QCOMPARE(registry.createModel(body).status, 200);
}

void tst_HttpServer::refusesTooLargeBodies_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("with a length") << false;
    QTest::newRow("chunked") << true;
}

void tst_HttpServer::refusesTooLargeBodies()
{
    QFETCH(bool, chunked);
    const Registry registry;
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {},
                                modelWithDescription(qsizetype(maxBodyBytes)));
    request.chunked = chunked;
    const Reply reply = registry.send(request);
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.code(), u"RequestTooLarge"_s);
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(-1), 0);
}

void tst_HttpServer::takesAPostWithoutAnyBody()
{
    const Registry registry;
    QElapsedTimer timer;
    timer.start();
    const Reply reply = registry.createModel({});
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.code(), u"InvalidParameter"_s);
    QVERIFY(timer.elapsed() < 1000);
}

//! As curl does before it sends a large body.
void tst_HttpServer::asksForABodyThatIsHeldBack()
{
    const Registry registry;
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {},
                                modelWithDescription(100));
    sign(request, registry.port());
    const QByteArray bytes = wireBytes(request).replace("content-length:",
                                                        "expect: 100-continue\r\ncontent-length:");
    const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, registry.port());
    QVERIFY(socket.waitForConnected(5000));
    socket.write(bytes.first(head));
    QVERIFY(socket.waitForReadyRead(2000));
    QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write(bytes.sliced(head));
    QVERIFY(socket.waitForReadyRead(5000));
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
}

void tst_HttpServer::answersHeadWithoutABody()
{
    const Registry registry;
    const Reply reply = exchange(registry.port(), "HEAD /api/v1/models HTTP/1.1\r\n\r\n");
    QVERIFY(reply.status >= 400);
    QVERIFY(reply.body.isEmpty());
}

void tst_HttpServer::refusesABodyThatBreaksOff()
{
    const Registry registry;
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {},
                                modelWithDescription(1000));
    sign(request, registry.port());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, registry.port());
    QVERIFY(socket.waitForConnected(5000));
    const QByteArray bytes = wireBytes(request);
    socket.write(bytes.first(bytes.size() - 1));
    QVERIFY(socket.waitForBytesWritten(5000));
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        QVERIFY(socket.waitForDisconnected(10'000));
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(-1), 0);
}

void tst_HttpServer::refusesWhatIsNoHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("words") << QByteArray("hello world\r\n\r\n") << 400;
    QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("unknown protocol") << QByteArray("GET / HTTP/9\r\n\r\n") << 400;
    QTest::newRow("header without colon")
        << QByteArray("GET / HTTP/1.1\r\nnonsense\r\n\r\n") << 400;
    QTest::newRow("long address") << "GET /" + QByteArray(10'000, 'a') + " HTTP/1.1\r\n\r\n" << 414;
    QTest::newRow("bad chunk") << QByteArray("POST /api/v1/models HTTP/1.1\r\n"
                                             "transfer-encoding: chunked\r\n\r\nzz\r\n\r\n")
                               << 400;
}

void tst_HttpServer::refusesWhatIsNoHttp()
{
    QFETCH(QByteArray, bytes);
    const Registry registry;
    const Reply reply = exchange(registry.port(), bytes);
    QTEST(reply.status, "status");
    QVERIFY(!reply.code().isEmpty());
    QCOMPARE(registry.listModels().status, 200);
}

void tst_HttpServer::survivesClientsThatGoAway()
{
    const Registry registry;
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {},
                                modelWithDescription(300'000));
    sign(request, registry.port());
    const QByteArray bytes = wireBytes(request);
    for (const qsizetype sent : {1, 20, 400, 100'000}) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, registry.port());
        QVERIFY(socket.waitForConnected(5000));
        socket.write(bytes.first(sent));
        socket.flush();
        socket.abort();
    }
    QTcpSocket impatient;
    impatient.connectToHost(u"127.0.0.1"_s, registry.port());
    QVERIFY(impatient.waitForConnected(5000));
    impatient.write(bytes);
    impatient.waitForBytesWritten(5000);
    impatient.abort();
    QCOMPARE(registry.listModels().status, 200);
}

void tst_HttpServer::takesBareCharactersInTheQuery()
{
    const Registry registry;
    registry.newModel(R"({"ModelName":"a*!()b"})");
    registry.newModel(R"({"ModelName":"other"})");
    Outgoing request = outgoing("GET", "ListModels", {u"models"_s}, {{u"ModelName"_s, u"*!()"_s}});
    request.target = "/api/v1/models?ModelName=*!()";
    const Reply reply = registry.send(request);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.at("TotalCount"_L1).toInt(), 1);
}

void tst_HttpServer::answersManyAtOnce()
{
    const Registry registry({.samples = 60});
    QNetworkAccessManager network;
    constexpr int count = 60;
    int ok = 0;
    int done = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        Outgoing call = outgoing("GET", "ListModels", {u"models"_s}, {{u"PageSize"_s, u"50"_s}});
        sign(call, registry.port());
        QNetworkRequest request(
            QUrl(u"http://127.0.0.1:%1"_s.arg(registry.port()) + QString::fromLatin1(call.target)));
        for (const auto &[name, value] : call.headers) {
            if (name != "host")
                request.setRawHeader(name, value);
        }
        QNetworkReply *reply = network.get(request);
        connect(reply, &QNetworkReply::finished, this, [&, reply] {
            ok += reply->error() == QNetworkReply::NoError && reply->readAll().startsWith('{');
            ++done;
            reply->deleteLater();
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, count, 20'000);
    QCOMPARE(ok, count);
}

//! Compressing would take longer for a page than everything else together.
void tst_HttpServer::neverCompresses()
{
    const Registry registry({.samples = 60});
    for (const char *encoding : {"br", "gzip", "br, gzip, deflate, zstd"}) {
        Outgoing request = outgoing("GET", "ListModels", {u"models"_s}, {{u"PageSize"_s, u"50"_s}});
        sign(request, registry.port());
        request.headers.emplaceBack("accept-encoding", encoding);
        const Reply reply = exchange(registry.port(), wireBytes(request));
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.head.toLower().contains("content-encoding"));
        QVERIFY(reply.body.startsWith('{'));
    }
}

void tst_HttpServer::hidesItsOwnFailures()
{
    HttpServer server({.answer = [](const WireRequest &) -> WireAnswer { throw 7; },
                       .refuse =
                           [](int status) {
                               return WireAnswer{status, "refused", "id"};
                           },
                       .now = [] { return QDateTime::currentDateTimeUtc(); }});
    const auto port = server.bind(0);
    QVERIFY(port);
    std::thread thread([&server] { server.serve(); });
    const Reply reply = exchange(*port, "GET / HTTP/1.1\r\n\r\n");
    server.stop();
    thread.join();
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.body, "refused");
}

MODELSCRIBE_TEST(tst_HttpServer)

} // namespace tst_httpserver

#include "tst_httpserver.moc"
