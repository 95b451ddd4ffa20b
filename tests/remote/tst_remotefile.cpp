// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wiretest.h"
#include "remote/remotefile.h"
#include "remote/tlsserver.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QTest>

#include <algorithm>

namespace tst_remotefile {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

RemoteFileOptions quick()
{
    return {.connectTimeout = 800ms,
            .idleTimeout = 300ms,
            .callTimeout = 1500ms,
            .loopbackAllowed = true};
}

FaultServer::Step movedTo(int status, const QByteArray &target)
{
    return FaultServer::answer(status, {}, {{"Location", target}});
}

} // namespace

class tst_RemoteFile : public QObject
{
    Q_OBJECT

private slots:
    void fileArrivesWhole();
    void requestSaysNothingAboutThePerson();
    void cookiesAreNeitherKeptNorSent();
    void strangeAddressesAreNotAsked_data();
    void strangeAddressesAreNotAsked();
    void publicAddressesAreTold_data();
    void publicAddressesAreTold();
    void nameThatLeadsHomeIsNotAsked();
    void hostIsNamedWithItsPort();
    void sizeIsBounded_data();
    void sizeIsBounded();
    void badServersEndInTime_data();
    void badServersEndInTime();
    void statusBecomesAFact_data();
    void statusBecomesAFact();
    void redirectStaysWithTheHost_data();
    void redirectStaysWithTheHost();
    void redirectsEnd();
    void certificateMustBeGood_data();
    void certificateMustBeGood();
    void wrongTypeIsRefusedBeforeItArrives();
    void cancelEndsTheTransfer();
    void destroyedFilesEndTheFuture();
};

void tst_RemoteFile::fileArrivesWhole()
{
    TlsServer server;
    const QByteArray body(300'000, 'x');
    server->setScript({FaultServer::answer(200, body, {{"Content-Type", "Image/PNG; a=b"}})});
    RemoteFiles files(quick());
    const auto file = wait(files.fetch({.url = server.url()}));
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->bytes, body);
    QCOMPARE(file->contentType, "image/png");
    QCOMPARE(server.requests(), 1);
}

void tst_RemoteFile::requestSaysNothingAboutThePerson()
{
    TlsServer server;
    server->setScript({FaultServer::answer(200, "x")});
    RemoteFiles files(quick());
    QVERIFY(wait(files.fetch({.url = server.url(u"/a?b=c#d"_s)})));
    const ReceivedRequest request = server->listener().requests().constFirst();
    QCOMPARE(request.verb, "GET");
    QCOMPARE(request.target, "/a?b=c");
    QCOMPARE(request.body, "");
    QByteArrayList names;
    for (const auto &[name, value] : request.headers)
        names.append(name);
    std::ranges::sort(names);
    QCOMPARE(names, QByteArrayList({"accept-encoding", "accept-language", "connection", "host",
                                    "user-agent"}));
    QCOMPARE(request.header("user-agent"), "Mozilla/5.0");
    QCOMPARE(request.header("accept-encoding"), "identity");
}

void tst_RemoteFile::cookiesAreNeitherKeptNorSent()
{
    TlsServer server;
    server->setScript({FaultServer::answer(200, "x",
                                           {{"Set-Cookie", "id=1; Path=/"},
                                            {"ETag", "\"tag\""},
                                            {"Cache-Control", "max-age=9999"}}),
                       FaultServer::answer(401, "x", {{"WWW-Authenticate", "Basic realm=a"}})});
    RemoteFiles files(quick());
    QVERIFY(wait(files.fetch({.url = server.url()})));
    const auto second = wait(files.fetch({.url = server.url()}));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Kind::Forbidden);
    QCOMPARE(server.requests(), 2);
    for (const ReceivedRequest &request : server->listener().requests()) {
        for (const char *name : {"cookie", "authorization", "referer", "if-none-match"})
            QCOMPARE(request.countHeader(name), 0);
    }
}

void tst_RemoteFile::strangeAddressesAreNotAsked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *address, const QString &code) {
        QTest::newRow(address) << QString::fromUtf8(address) << code;
    };
    for (const char *address : {"", "covers/1.png", "https://", "https:///a", "https://[::1"})
        row(address, u"NotAnAddress"_s);
    for (const char *address : {"http://example.com/a", "ftp://example.com/a", "file:///etc/passwd",
                                "javascript:alert(1)", "oss://bucket/a.png",
                                "data:image/png;base64,AAAA", "smb://host/share", "qrc:/ui/a.svg"})
        row(address, u"OnlyHttps"_s);
    row("https://user:pw@example.com/a", u"WithPassword"_s);
    row("https://user@example.com/a", u"WithPassword"_s);
    for (const char *address : {"https://localhost/a",
                                "https://LOCALHOST./a",
                                "https://a.localhost/",
                                "https://printer.local/a",
                                "https://metadata.google.internal/",
                                "https://127.0.0.1/a",
                                "https://127.1/a",
                                "https://2130706433/a",
                                "https://0x7f000001/a",
                                "https://0/a",
                                "https://10.0.0.7/a",
                                "https://172.16.3.4/a",
                                "https://172.31.255.255/",
                                "https://192.168.1.1/a",
                                "https://169.254.169.254/latest",
                                "https://100.100.100.200/",
                                "https://127.0.0.1./a",
                                "https://[::1]/a",
                                "https://[::]/a",
                                "https://[fe80::1]/a",
                                "https://[fd00::1]/a",
                                "https://[::ffff:127.0.0.1]/a",
                                "https://[::ffff:10.0.0.1]/a",
                                "https://[64:ff9b::7f00:1]/a",
                                "https://[2002:a00:1::]/a",
                                "https://224.0.0.1/a",
                                "https://255.255.255.255/"})
        row(address, u"PrivateAddress"_s);
}

void tst_RemoteFile::strangeAddressesAreNotAsked()
{
    QFETCH(QString, address);
    QFETCH(QString, code);
    const RemoteFiles files;
    const auto refusal = files.refusal(QUrl(address, QUrl::StrictMode));
    QVERIFY(refusal);
    QCOMPARE(refusal->code, code);
    QCOMPARE(refusal->kind, Kind::Invalid);
}

void tst_RemoteFile::publicAddressesAreTold_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublic");
    for (const QString &address :
         {u"8.8.8.8"_s, u"47.88.0.1"_s, u"172.15.0.1"_s, u"172.32.0.1"_s, u"100.63.0.1"_s,
          u"100.128.0.1"_s, u"223.5.5.5"_s, u"2606:4700::1111"_s, u"2400:3200::1"_s,
          u"64:ff9b::808:808"_s, u"2002:808:808::1"_s})
        QTest::newRow(qPrintable(address)) << address << true;
    for (const QString &address :
         {u"0.0.0.0"_s, u"100.64.0.1"_s, u"198.18.0.1"_s, u"192.0.2.1"_s, u"203.0.113.9"_s,
          u"240.0.0.1"_s, u"::"_s, u"fec0::1"_s, u"ff02::1"_s, u"fc00::1"_s, u"2001:db8::1"_s,
          u"2001::1"_s, u"64:ff9b::a00:1"_s, u"::127.0.0.1"_s, u"::ffff:0:192.168.0.1"_s, u"x"_s})
        QTest::newRow(qPrintable(address)) << address << false;
}

void tst_RemoteFile::publicAddressesAreTold()
{
    QFETCH(QString, address);
    QFETCH(bool, isPublic);
    QCOMPARE(RemoteFiles::isPublic(QHostAddress(address)), isPublic);
}

void tst_RemoteFile::nameThatLeadsHomeIsNotAsked()
{
    const QString name = QHostInfo::localHostName();
    const QList<QHostAddress> addresses = QHostInfo::fromName(name).addresses();
    if (addresses.isEmpty() || RemoteFiles::isPublic(addresses.constFirst()))
        QSKIP("the name of this computer leads nowhere or into the internet");
    TlsServer server;
    server->setScript({FaultServer::answer(200, "x")});
    RemoteFiles files;
    const QUrl url = server.url(u"/a"_s, name);
    QVERIFY(!files.refusal(url));
    const auto file = wait(files.fetch({.url = url}));
    QVERIFY(!file);
    QCOMPARE(file.error().code, u"PrivateAddress"_s);
    QCOMPARE(server->listener().connections(), 0);
}

void tst_RemoteFile::hostIsNamedWithItsPort()
{
    const auto host = [](const char *text) {
        return RemoteFiles::hostOf(QUrl(QString::fromUtf8(text)));
    };
    QCOMPARE(host("https://Example.com/a"), u"example.com"_s);
    QCOMPARE(host("https://example.com:443/a"), u"example.com"_s);
    QCOMPARE(host("https://example.com:8443/a"), u"example.com:8443"_s);
    QCOMPARE(host("https://[2606:4700::1]:8443/"), u"[2606:4700::1]:8443"_s);
    QCOMPARE(host("https://ex\u0430mple.com/"), u"xn--exmple-4nf.com"_s); // Cyrillic a
}

void tst_RemoteFile::sizeIsBounded_data()
{
    QTest::addColumn<FaultServer::Step>("step");
    QTest::addColumn<bool>("fits");
    const QByteArray most(64 * 1024, 'x');
    QTest::newRow("as much as allowed") << FaultServer::answer(200, most) << true;
    QTest::newRow("one byte more") << FaultServer::answer(200, most + 'x') << false;
    QTest::newRow("says that it is large")
        << FaultServer::bytes("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n") << false;
    QTest::newRow("endless") << FaultServer::endless("HTTP/1.1 200 OK\r\n\r\n", most) << false;
    QTest::newRow("endless error")
        << FaultServer::endless("HTTP/1.1 500 Oops\r\n\r\n", most) << false;
    QTest::newRow("endless header")
        << FaultServer::endless("HTTP/1.1 200 OK\r\n", QByteArray("A: b\r\n").repeated(10'000))
        << false;
}

void tst_RemoteFile::sizeIsBounded()
{
    QFETCH(FaultServer::Step, step);
    QFETCH(bool, fits);
    TlsServer server;
    server->setScript({step});
    RemoteFiles files(quick());
    QElapsedTimer time;
    time.start();
    const auto file = wait(files.fetch({.url = server.url(), .maxSize = 64 * 1024}));
    QCOMPARE(file.has_value(), fits);
    if (!fits)
        QVERIFY(file.error().detail != "hangs"_L1);
    QVERIFY(time.elapsed() < 2500);
}

void tst_RemoteFile::badServersEndInTime_data()
{
    QTest::addColumn<FaultServer::Step>("step");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("silence") << FaultServer::silence() << Kind::Timeout;
    QTest::newRow("stops halfway")
        << FaultServer::bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") << Kind::Timeout;
    QTest::newRow("one byte at a time") << FaultServer::dribble(
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + QByteArray(99, 'x'), 100)
                                        << Kind::Timeout;
    QTest::newRow("closes at once") << FaultServer::close() << Kind::Network;
    QTest::newRow("resets") << FaultServer::reset() << Kind::Network;
    QTest::newRow("cut") << FaultServer::bytesThenClose(
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
                         << Kind::Network;
}

void tst_RemoteFile::badServersEndInTime()
{
    QFETCH(FaultServer::Step, step);
    QFETCH(Kind, kind);
    TlsServer server;
    server->setScript({step});
    RemoteFiles files(quick());
    QElapsedTimer time;
    time.start();
    const auto file = wait(files.fetch({.url = server.url()}));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, kind);
    QVERIFY(time.elapsed() < 2500);
}

void tst_RemoteFile::statusBecomesAFact_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("404") << 404 << Kind::NotFound;
    QTest::newRow("410") << 410 << Kind::NotFound;
    QTest::newRow("403") << 403 << Kind::Forbidden;
    QTest::newRow("429") << 429 << Kind::Throttled;
    QTest::newRow("503") << 503 << Kind::Service;
}

void tst_RemoteFile::statusBecomesAFact()
{
    QFETCH(int, status);
    QFETCH(Kind, kind);
    TlsServer server;
    server->setScript({FaultServer::answer(status, "<html>")});
    RemoteFiles files(quick());
    const auto file = wait(files.fetch({.url = server.url()}));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, kind);
    QCOMPARE(file.error().httpStatus, status);
}

void tst_RemoteFile::redirectStaysWithTheHost_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("followed");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d, same host", status) << status << u"/b.png"_s << true;
        QTest::addRow("%d, other name of the host", status)
            << status << u"https://localhost:PORT/b.png"_s << false;
    }
    QTest::newRow("to http") << 302 << u"http://127.0.0.1:PORT/b.png"_s << false;
    QTest::newRow("other port") << 302 << u"https://127.0.0.1:1/b.png"_s << false;
    QTest::newRow("with a password") << 302 << u"https://a:b@127.0.0.1:PORT/b.png"_s << false;
    QTest::newRow("to a file") << 302 << u"file:///etc/passwd"_s << false;
    QTest::newRow("nowhere") << 302 << u""_s << false;
    QTest::newRow("not a redirect") << 304 << u"/b.png"_s << false;
}

void tst_RemoteFile::redirectStaysWithTheHost()
{
    QFETCH(int, status);
    QFETCH(QString, target);
    QFETCH(bool, followed);
    TlsServer server;
    target.replace(u"PORT"_s, QString::number(server->port()));
    server->setScript({movedTo(status, target.toUtf8()), FaultServer::answer(200, "there")});
    RemoteFiles files(quick());
    const auto file = wait(files.fetch({.url = server.url()}));
    QCOMPARE(file.has_value(), followed);
    QCOMPARE(server.requests(), followed ? 2 : 1);
    if (followed)
        QCOMPARE(server->listener().requests().at(1).target, "/b.png");
    else
        QCOMPARE(file.error().code, u"Redirect"_s);
    if (target.contains("localhost"_L1))
        QCOMPARE(file ? QString() : file.error().detail,
                 followed ? QString() : u"localhost:%1"_s.arg(server->port()));
}

void tst_RemoteFile::redirectsEnd()
{
    TlsServer server;
    server->setScript({movedTo(302, "/1"), movedTo(302, "/2"), movedTo(302, "/3"),
                       movedTo(302, "/4"), FaultServer::answer(200, "x")});
    RemoteFiles files(quick());
    const auto file = wait(files.fetch({.url = server.url()}));
    QVERIFY(!file);
    QCOMPARE(file.error().code, u"Redirect"_s);
    QCOMPARE(server.requests(), 4);
}

void tst_RemoteFile::certificateMustBeGood_data()
{
    QTest::addColumn<QString>("certificate");
    for (const QString &name : {u"expired.pem"_s, u"self-signed.pem"_s, u"wrong-name.pem"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void tst_RemoteFile::certificateMustBeGood()
{
    QFETCH(QString, certificate);
    TlsServer server(certificate);
    server->setScript({FaultServer::answer(200, "x")});
    RemoteFiles files(quick());
    const auto file = wait(files.fetch({.url = server.url()}));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, Kind::Tls);
    QVERIFY(server->listener().bytes().isEmpty());
}

void tst_RemoteFile::wrongTypeIsRefusedBeforeItArrives()
{
    TlsServer server;
    server->setScript({FaultServer::bytes("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n"
                                          "Content-Length: 1000\r\n\r\n")});
    RemoteFiles files(quick());
    const auto file = wait(files.fetch({.url = server.url(), .contentType = "text/"}));
    QVERIFY(!file);
    QCOMPARE(file.error().code, u"WrongType"_s);
    QCOMPARE(file.error().detail, u"application/pdf"_s);
}

void tst_RemoteFile::cancelEndsTheTransfer()
{
    TlsServer server;
    bool isGone = false;
    server->setScript({[this, &isGone](QTcpSocket &socket, const ReceivedRequest &) {
        connect(&socket, &QTcpSocket::disconnected, this, [&isGone] { isGone = true; });
    }});
    RemoteFiles files(quick());
    auto future = files.fetch({.url = server.url()});
    QTRY_COMPARE(server.requests(), 1);
    future.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 200);
    QTRY_VERIFY_WITH_TIMEOUT(isGone, 200); // long before any of the times is over
    QTRY_VERIFY(files.findChildren<QObject *>().size() <= 1); // the manager's own
}

void tst_RemoteFile::destroyedFilesEndTheFuture()
{
    TlsServer server;
    server->setScript({FaultServer::silence()});
    auto files = std::make_unique<RemoteFiles>(quick());
    const auto future = files->fetch({.url = server.url()});
    QTRY_COMPARE(server.requests(), 1);
    files.reset();
    QVERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
}

MODELSCRIBE_TEST(tst_RemoteFile)

} // namespace tst_remotefile

#include "tst_remotefile.moc"
