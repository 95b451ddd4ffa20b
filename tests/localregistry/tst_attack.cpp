// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/httpserver.h"
#include "localregistry/registryclient.h"
#include "testclass.h"
#include "testpaths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QThread>

#include <unistd.h>

#include <memory>
#include <thread>
#include <vector>

namespace tst_attack {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What a program on the same computer may try against the registry without a key. Prints counts.
class tst_Attack : public QObject
{
    Q_OBJECT

private slots:
    void answersBesideSlowClients_data();
    void answersBesideSlowClients();
    void cutsSlowClientsOff_data();
    void cutsSlowClientsOff();
    void boundsConnections();
    void boundsBodies();
    void boundsWhatNeverEnds_data();
    void boundsWhatNeverEnds();
    void needsLittleStack_data();
    void needsLittleStack();
    void needsFewFiles();
    void stopsWithinASecond_data();
    void stopsWithinASecond();
    void stopsWhileTheFileIsLocked();
    void stopsWhileItFillsANewFile();
};

namespace {

//! A client that does what it should not, a few bytes at a time.
class Peer
{
public:
    explicit Peer(quint16 port)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, port);
        m_socket.waitForConnected(5000);
    }

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void send(const QByteArray &bytes)
    {
        if (!isConnected())
            return;
        m_socket.write(bytes);
        m_socket.flush();
    }
    //! False when the other side did not take them within a moment.
    bool sendAll(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0) {
            if (!m_socket.waitForBytesWritten(2000))
                return false;
        }
        return isConnected();
    }
    //! Milliseconds until the other side closed; -1: it did not.
    qint64 closedAfter(int patience)
    {
        QElapsedTimer timer;
        timer.start();
        while (isConnected() && timer.elapsed() < patience) {
            m_socket.waitForReadyRead(5);
            m_answer += m_socket.readAll();
        }
        m_answer += m_socket.readAll();
        return isConnected() ? -1 : timer.elapsed();
    }
    QByteArray answer() const { return m_answer; }
    //! So that the other side has to wait with its answer.
    void readNothing() { m_socket.setReadBufferSize(1); }
    void readAgain() { m_socket.setReadBufferSize(0); }

private:
    QTcpSocket m_socket;
    QByteArray m_answer;
};

using Peers = std::vector<std::unique_ptr<Peer>>;

Peers peers(quint16 port, int count)
{
    Peers result;
    for (int i = 0; i < count; ++i)
        result.push_back(std::make_unique<Peer>(port));
    return result;
}

const QByteArray slowHead = "GET /api/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\nx-a: ";
const QByteArray slowBody = "POST /api/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\n"
                            "content-type: application/json\r\ncontent-length: 100000\r\n\r\n{";

//! HTTP alone, with narrow limits.
class Http
{
public:
    explicit Http(const HttpLimits &limits, const QByteArray &answer = "{}")
        : m_server({.answer =
                        [answer](const WireRequest &) {
                            return WireAnswer{200, answer, "id"};
                        },
                    .refuse =
                        [](int status) {
                            return WireAnswer{status, "refused", "id"};
                        },
                    .now = [] { return QDateTime::currentDateTimeUtc(); }},
                   limits)
        , m_port(m_server.bind(0).value_or(0))
        , m_thread([this] { m_server.serve(); })
    {
    }
    ~Http()
    {
        m_server.stop();
        m_thread.join();
    }
    quint16 port() const { return m_port; }

private:
    HttpServer m_server;
    quint16 m_port;
    std::thread m_thread;
};

//! The registry in a process of its own, which has less of something.
class ServedElsewhere
{
public:
    ServedElsewhere(const QString &limit, const QString &file)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"/bin/sh"_s,
                        {u"-c"_s, limit + u" && exec \"$0\" \"$1\""_s,
                         testing::buildPath(u"tests/localregistry/registryprocess"_s), file});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
        m_port = m_process.readLine().trimmed().toUShort();
    }
    ~ServedElsewhere()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    //! The status of the answer.
    int call(Outgoing request) const
    {
        sign(request, m_port);
        return exchange(m_port, wireBytes(request)).status;
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

qint64 residentKilobytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * (sysconf(_SC_PAGESIZE) / 1024);
}

} // namespace

void tst_Attack::answersBesideSlowClients_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("count");
    QTest::newRow("8 slow heads") << slowHead << 8;
    QTest::newRow("60 slow heads") << slowHead << 60;
    QTest::newRow("200 slow heads") << slowHead << 200;
    QTest::newRow("60 slow bodies") << slowBody << 60;
    QTest::newRow("60 that say nothing") << QByteArray() << 60;
}

void tst_Attack::answersBesideSlowClients()
{
    QFETCH(QByteArray, start);
    QFETCH(int, count);
    const Registry registry({.samples = 5});
    const Peers slow = peers(registry.port(), count);
    for (const auto &peer : slow)
        peer->send(start);
    int answered = 0;
    qint64 longest = 0;
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &peer : slow) {
            if (!start.isEmpty())
                peer->send("x");
        }
        QElapsedTimer timer;
        timer.start();
        answered += registry.listModels().status == 200;
        longest = std::max(longest, timer.elapsed());
        QThread::msleep(50);
    }
    qInfo("%d of %d calls answered beside %d clients, the slowest after %lld ms", answered, rounds,
          count, longest);
    QCOMPARE(answered, rounds);
    QVERIFY(longest < 1000);
}

void tst_Attack::cutsSlowClientsOff_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("reads");
    QTest::newRow("head") << slowHead << true;
    QTest::newRow("body") << slowBody << true;
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("chunks") << QByteArray("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n"
                                          "fffff\r\n")
                            << true;
    QTest::newRow("more than was announced")
        << QByteArray("POST / HTTP/1.1\r\ncontent-length: 99999999\r\n\r\n") << true;
    QTest::newRow("answer") << QByteArray("GET / HTTP/1.1\r\n\r\n") << false;
}

//! One byte now and then does not make the time longer: it is one for the whole.
void tst_Attack::cutsSlowClientsOff()
{
    QFETCH(QByteArray, start);
    QFETCH(bool, reads);
    const Http http({.head = 400ms, .body = 400ms, .answer = 400ms, .rest = 400ms},
                    QByteArray(reads ? 2 : 64 * 1024 * 1024, 'a'));
    Peer peer(http.port());
    if (!reads)
        peer.readNothing();
    peer.send(start);
    QElapsedTimer timer;
    timer.start();
    if (reads) {
        while (peer.isConnected() && timer.elapsed() < 5000) {
            if (!start.isEmpty())
                peer.send("x");
            peer.closedAfter(30);
        }
    } else {
        QThread::msleep(1500);
        peer.readAgain();
        QVERIFY(peer.closedAfter(3000) != -1);
        QVERIFY(peer.answer().size() < 64 * 1024 * 1024);
        return;
    }
    QVERIFY2(!peer.isConnected() && timer.elapsed() < 2000,
             qPrintable(QString::number(timer.elapsed())));
}

void tst_Attack::boundsConnections()
{
    const Registry registry({.samples = 5});
    const Peers idle = peers(registry.port(), 300);
    QCOMPARE(registry.listModels().status, 200);
    int open = 0;
    bool newestIsOpen = false;
    for (const auto &peer : idle) {
        const bool isOpen = peer->closedAfter(5) == -1;
        open += isOpen;
        newestIsOpen = isOpen;
    }
    qInfo("%d of %d idle connections left", open, int(idle.size()));
    QVERIFY(open <= int(HttpLimits().connections));
    QVERIFY(newestIsOpen); // the oldest went
}

void tst_Attack::boundsBodies()
{
    const Http http({.bodies = 1024 * 1024});
    const Peers senders = peers(http.port(), 8);
    for (const auto &peer : senders) {
        peer->sendAll("POST / HTTP/1.1\r\ncontent-length: 1000000\r\n\r\n"
                      + QByteArray(400'000, 'x'));
        peer->closedAfter(50);
    }
    int open = 8;
    QElapsedTimer timer;
    for (timer.start(); open > 2 && timer.elapsed() < 5000;) {
        open = 0;
        for (const auto &peer : senders)
            open += peer->closedAfter(20) == -1;
    }
    qInfo("%d of 8 unfinished bodies of 400 KB left with room for 1 MB", open);
    QVERIFY(open >= 1 && open <= 2);
    QCOMPARE(exchange(http.port(), "GET / HTTP/1.1\r\n\r\n").status, 200);
}

void tst_Attack::boundsWhatNeverEnds_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<int>("status");
    const QByteArray post = "POST /api/v1/models HTTP/1.1\r\n";
    QTest::newRow("headers") << QByteArray("GET / HTTP/1.1\r\n")
                             << "x-n: " + QByteArray(1000, 'v') + "\r\n"
                             << 431;
    QTest::newRow("one header") << QByteArray("GET / HTTP/1.1\r\nx: ") << QByteArray(1000, 'v')
                                << 431;
    QTest::newRow("address") << QByteArray("GET /") << QByteArray(1000, 'v') << 414;
    QTest::newRow("method") << QByteArray() << QByteArray(1000, 'G') << 414;
    QTest::newRow("blank lines") << QByteArray() << QByteArray(1000, '\n') << 0;
    QTest::newRow("body") << post + "content-length: 99999999999\r\n\r\n"
                          << QByteArray(1000, 'x') << 413;
    QTest::newRow("chunks") << post + "transfer-encoding: chunked\r\n\r\n"
                            << "3e8\r\n" + QByteArray(1000, 'x') + "\r\n"
                            << 413;
    QTest::newRow("chunk extension")
        << post + "transfer-encoding: chunked\r\n\r\n1;" << QByteArray(1000, 'x') << 400;
    QTest::newRow("trailers") << post + "transfer-encoding: chunked\r\n\r\n0\r\n"
                              << "x-n: " + QByteArray(1000, 'v') + "\r\n"
                              << 0;
}

void tst_Attack::boundsWhatNeverEnds()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, again);
    QFETCH(int, status);
    const Registry registry({.samples = 1});
    const qint64 before = residentKilobytes();
    Peer peer(registry.port());
    peer.send(start);
    qint64 sent = 0;
    QElapsedTimer timer;
    timer.start();
    const QByteArray portion = again.repeated(60);
    while (sent < 400'000'000 && timer.elapsed() < 20'000 && peer.sendAll(portion)) {
        sent += portion.size();
        peer.closedAfter(0);
    }
    peer.closedAfter(3000);
    const qint64 grown = residentKilobytes() - before;
    qInfo("cut off after %.1f MB and %lld ms, %lld KB more resident, answer %s", double(sent) / 1e6,
          timer.elapsed(), grown, peer.answer().left(12).constData());
    QVERIFY(!peer.isConnected());
    QVERIFY(sent < 100'000'000);
    QVERIFY(grown < 40'000);
    if (status != 0)
        QCOMPARE(peer.answer().mid(9, 3).toInt(), status);
    QCOMPARE(registry.listModels().status, 200);
}

void tst_Attack::needsLittleStack_data()
{
    QTest::addColumn<QString>("stack");
    QTest::newRow("512 KB") << u"512"_s;
    QTest::newRow("1 MB") << u"1024"_s;
    QTest::newRow("unlimited") << u"unlimited"_s; // threads get 2 MB then
}

void tst_Attack::needsLittleStack()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("a sanitizer needs more by itself");
#endif
    QFETCH(QString, stack);
    const QTemporaryDir folder;
    ServedElsewhere served(u"ulimit -s "_s + stack, folder.filePath(u"r.sqlite"_s));
    const quint16 port = served.port();
    QVERIFY(port != 0);
    int answered = 0;
    for (const int length : {1000, 2500, 4000, 8000, 8150, 8191, 30'000})
        answered += exchange(port, "GET /" + QByteArray(length, 'a') + " HTTP/1.1\r\n\r\n").status
                    >= 400;
    const QByteArray deep = "{\"ModelName\":\"a\",\"ExtraInfo\":{\"a\":" + QByteArray(200'000, '[')
                            + QByteArray(200'000, ']') + "}}";
    answered += served.call(outgoing("POST", "CreateModel", {u"models"_s}, {}, deep)) == 400;
    answered += served.call(
                    outgoing("POST", "CreateModel", {u"models"_s}, {}, QByteArray(200'000, '{')))
                == 400;
    answered += served.call(outgoing("GET", "ListModels", {u"models"_s},
                                     {{u"Query"_s, QString(7000, u'%')}}))
                >= 200;
    QByteArray many = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 2000; ++i)
        many += "a: b\r\n";
    answered += exchange(port, many + "\r\n").status >= 400;
    QCOMPARE(answered, 11);
    QVERIFY(served.isRunning());
    QCOMPARE(served.call(outgoing("GET", "ListModels", {u"models"_s})), 200);
}

void tst_Attack::needsFewFiles()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("a sanitizer opens files to look at memory, and takes it for bad when it cannot");
#endif
    const QTemporaryDir folder;
    ServedElsewhere served(u"ulimit -n 48"_s, folder.filePath(u"r.sqlite"_s));
    QVERIFY(served.port() != 0);
    const Peers idle = peers(served.port(), 60);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(served.call(outgoing("GET", "ListModels", {u"models"_s})), 200);
    qInfo("answered after %lld ms beside 60 idle clients with 48 files", timer.elapsed());
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(served.isRunning());
}

void tst_Attack::stopsWithinASecond_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("count");
    QTest::newRow("nobody") << QByteArray() << 0;
    QTest::newRow("one slow head") << slowHead << 1;
    QTest::newRow("64 slow heads") << slowHead << 64;
    QTest::newRow("64 slow bodies") << slowBody << 64;
    QTest::newRow("64 that say nothing") << QByteArray() << 64;
    QTest::newRow("endless body") << QByteArray(
        "POST / HTTP/1.1\r\ncontent-length: 99999999\r\n\r\n")
                                  << 8;
}

void tst_Attack::stopsWithinASecond()
{
    QFETCH(QByteArray, start);
    QFETCH(int, count);
    Registry registry({.samples = 5});
    const Peers slow = peers(registry.port(), count);
    for (int round = 0; round < 3; ++round) {
        for (const auto &peer : slow)
            peer->send(round == 0 ? start : QByteArray("x"));
        QThread::msleep(20);
    }
    QElapsedTimer timer;
    timer.start();
    registry.registry().stop();
    qInfo("stopped after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 1000);
}

void tst_Attack::stopsWhileTheFileIsLocked()
{
    Registry registry({.samples = 5});
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {}, R"({"ModelName":"a"})");
    sign(request, registry.port());
    qint64 took = 0;
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        connection.setDatabaseName(registry.file());
        QVERIFY(connection.open());
        QSqlQuery query(connection);
        QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
        Peer peer(registry.port());
        peer.send(wireBytes(request));
        QThread::msleep(200);
        QElapsedTimer timer;
        timer.start();
        registry.registry().stop();
        took = timer.elapsed();
    }
    QSqlDatabase::removeDatabase(u"holder"_s);
    qInfo("stopped after %lld ms", took);
    QVERIFY(took < 1000);
}

void tst_Attack::stopsWhileItFillsANewFile()
{
    const QTemporaryDir folder;
    LocalRegistry registry({.database = folder.filePath(u"r.sqlite"_s), .samples = 1'000'000});
    auto started = registry.start();
    QThread::msleep(300);
    QElapsedTimer timer;
    timer.start();
    registry.stop();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(started.isFinished() && !started.result());
}

MODELSCRIBE_TEST(tst_Attack)

} // namespace tst_attack

#include "tst_attack.moc"
