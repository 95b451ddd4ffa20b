// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QUrl>

#include <functional>

#include <csignal>
#include <sys/types.h>

namespace tst_interrupts {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! Stands between the program and the registry. \p pass says whether a request goes on.
class Between : public QObject
{
public:
    Between(const QString &registry, std::function<bool(const QByteArray &request)> pass)
        : m_registry(registry)
        , m_pass(std::move(pass))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, &Between::takeClient);
    }

    QString endpoint() const { return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()); }

private:
    void takeClient()
    {
        QTcpSocket *client = m_server.nextPendingConnection();
        auto *onward = new QTcpSocket(client);
        onward->connectToHost(m_registry.host(), quint16(m_registry.port()));
        connect(client, &QTcpSocket::readyRead, this, [this, client, onward] {
            const QByteArray bytes = client->readAll();
            if (m_pass(bytes))
                onward->write(bytes);
        });
        connect(onward, &QTcpSocket::readyRead, client,
                [client, onward] { client->write(onward->readAll()); });
        connect(onward, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    }

    QTcpServer m_server;
    QUrl m_registry;
    std::function<bool(const QByteArray &)> m_pass;
};

void interrupt(const QProcess &process) { kill(pid_t(process.processId()), SIGINT); }

} // namespace

class tst_Interrupts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void endsAtOnceWhileItReads_data();
    void endsAtOnceWhileItReads();
    void tellsWhatWasDone();
    void finishesTheRunningRequest();
    void deletingStopsBetweenModels();
    void aChangeOfAnotherIsNotOverwritten();
    void aChangeOfAnotherDuringTheSaveIsNamed();
    void aLostAnswerIsSettledByLooking();

private:
    //! Waits without blocking this thread's sockets.
    Told finished(QProcess &process)
    {
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000))
            process.kill();
        return m_world.take(process);
    }

    CliWorld m_world;
    QString m_id;
};

void tst_Interrupts::initTestCase()
{
    QVERIFY(m_world.serve(0));
    m_id = m_world.create(u"bert"_s, {u"--set"_s, u"Domain=nlp"_s});
    QVERIFY(!m_id.isEmpty());
}

void tst_Interrupts::endsAtOnceWhileItReads_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("signal");
    QTest::newRow("list") << QStringList{u"list"_s} << SIGINT;
    QTest::newRow("list, terminated") << QStringList{u"list"_s} << SIGTERM;
    QTest::newRow("get") << QStringList{u"get"_s, u"x"_s} << SIGINT;
    QTest::newRow("workspaces") << QStringList{u"workspaces"_s} << SIGINT;
    QTest::newRow("create") << QStringList{u"create"_s, u"--set"_s, u"ModelName=x"_s} << SIGINT;
    QTest::newRow("delete") << QStringList{u"delete"_s, u"x"_s, u"--yes"_s} << SIGINT;
    QTest::newRow("update") << QStringList{u"update"_s, u"x"_s, u"--set"_s, u"Task=x"_s} << SIGINT;
}

void tst_Interrupts::endsAtOnceWhileItReads()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, signal);
    int requests = 0;
    Between silent(m_world.endpoint, [&](const QByteArray &) {
        ++requests;
        return false;
    });
    auto process = m_world.start(arguments + QStringList{u"--endpoint"_s, silent.endpoint()});
    QTRY_VERIFY(requests > 0);
    kill(pid_t(process->processId()), signal);
    QElapsedTimer timer;
    timer.start();
    const Told told = finished(*process);
    QCOMPARE(told.code, 130);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY2(told.err.contains("Cancelled") || told.err.contains("Stopped"), told.err.constData());
    QVERIFY(!told.out.contains("Done"));
}

void tst_Interrupts::tellsWhatWasDone()
{
    bool held = false;
    Between between(m_world.endpoint, [&](const QByteArray &request) {
        held = held || request.startsWith("POST");
        return !held;
    });
    auto process = m_world.start({u"update"_s, m_id, u"--set"_s, u"Task=first"_s, u"--label"_s,
                                  u"late=1"_s, u"--endpoint"_s, between.endpoint()});
    QTRY_VERIFY(held);
    interrupt(*process);
    QTest::qWait(200);
    QCOMPARE(process->state(), QProcess::Running); // a write is under way
    interrupt(*process);
    const Told told = finished(*process);
    QCOMPARE(told.code, 130);
    QCOMPARE(told.json()["Result"_L1].toString(), u"Interrupted"_s);
    QStringList states;
    for (const auto &request : told.json()["Requests"_L1].toArray())
        states.append(request.toObject()["State"_L1].toString());
    QCOMPARE(states, (QStringList{u"Done"_s, u"Done"_s, u"Unknown"_s, u"NotSent"_s}));
    QCOMPARE(m_world.run({u"get"_s, m_id}).json()["Task"_L1].toString(), u"first"_s);
}

void tst_Interrupts::finishesTheRunningRequest()
{
    QProcess *running = nullptr;
    bool done = false;
    Between between(m_world.endpoint, [&](const QByteArray &request) {
        if (request.startsWith("PUT") && !std::exchange(done, true)) {
            interrupt(*running);
            QThread::msleep(100);
        }
        return true;
    });
    auto process = m_world.start({u"update"_s, m_id, u"--set"_s, u"Task=second"_s, u"--label"_s,
                                  u"never=1"_s, u"--output"_s, u"table"_s, u"--endpoint"_s,
                                  between.endpoint()});
    running = process.get();
    const Told told = finished(*process);
    QCOMPARE(told.code, 130);
    QVERIFY2(told.out.contains("Done: PUT"), told.out.constData());
    QVERIFY2(told.out.contains("NotSent: POST"), told.out.constData());
    const Told now = m_world.run({u"get"_s, m_id});
    QCOMPARE(now.json()["Task"_L1].toString(), u"second"_s);
    QVERIFY(!now.out.contains("never"));
}

void tst_Interrupts::deletingStopsBetweenModels()
{
    const QString a = m_world.create(u"del a"_s);
    const QString b = m_world.create(u"del b"_s);
    QProcess *running = nullptr;
    Between between(m_world.endpoint, [&](const QByteArray &request) {
        if (request.startsWith("DELETE")) {
            interrupt(*running);
            QThread::msleep(100);
        }
        return true;
    });
    auto process = m_world.start(
        {u"delete"_s, a, b, u"--yes"_s, u"--endpoint"_s, between.endpoint()});
    running = process.get();
    const Told told = finished(*process);
    QCOMPARE(told.code, 130);
    QStringList results;
    for (const auto &model : told.json()["Models"_L1].toArray())
        results.append(model.toObject()["Result"_L1].toString());
    QCOMPARE(results, (QStringList{u"Deleted"_s, u"NotDeleted"_s}));
    QCOMPARE(m_world.run({u"get"_s, b}).code, 0);
}

void tst_Interrupts::aChangeOfAnotherIsNotOverwritten()
{
    int reads = 0;
    Between between(m_world.endpoint, [&](const QByteArray &request) {
        if (request.startsWith("GET") && ++reads == 2)
            m_world.run({u"update"_s, m_id, u"--set"_s, u"Task=theirs"_s});
        return true;
    });
    auto process = m_world.start(
        {u"update"_s, m_id, u"--set"_s, u"Task=mine"_s, u"--endpoint"_s, between.endpoint()});
    const Told told = finished(*process);
    QCOMPARE(told.code, 7);
    QVERIFY(told.err.contains("Nothing was written"));
    QCOMPARE(m_world.run({u"get"_s, m_id}).json()["Task"_L1].toString(), u"theirs"_s);
}

void tst_Interrupts::aChangeOfAnotherDuringTheSaveIsNamed()
{
    int reads = 0;
    Between between(m_world.endpoint, [&](const QByteArray &request) {
        if (request.startsWith("GET") && ++reads == 3) // when it is read back
            m_world.run(
                {u"update"_s, m_id, u"--set"_s, u"Origin=theirs"_s, u"--label"_s, u"theirs=1"_s});
        return true;
    });
    auto process = m_world.start(
        {u"update"_s, m_id, u"--set"_s, u"Task=named"_s, u"--endpoint"_s, between.endpoint()});
    const Told told = finished(*process);
    QCOMPARE(told.code, 0);
    QVERIFY2(told.err.contains("meanwhile by somebody else, and kept: Origin, Label theirs"),
             told.err.constData());
    const QJsonArray others = told.json()["ChangedMeanwhile"_L1].toArray();
    QCOMPARE(others.size(), 2);
    QCOMPARE(others[0].toObject()["After"_L1].toString(), u"theirs"_s);
    QVERIFY(!m_world.run({u"update"_s, m_id, u"--set"_s, u"Task=alone"_s})
                 .json()
                 .contains("ChangedMeanwhile"_L1));
}

void tst_Interrupts::aLostAnswerIsSettledByLooking()
{
    // The registry does what it is asked; the answer to the creation never arrives.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *client = server.nextPendingConnection();
        auto *onward = new QTcpSocket(client);
        auto swallow = std::make_shared<bool>(false);
        onward->connectToHost(u"127.0.0.1"_s, quint16(QUrl(m_world.endpoint).port()));
        connect(client, &QTcpSocket::readyRead, onward, [client, onward, swallow] {
            const QByteArray bytes = client->readAll();
            *swallow = *swallow || bytes.startsWith("POST");
            onward->write(bytes);
        });
        connect(onward, &QTcpSocket::readyRead, client, [client, onward, swallow] {
            const QByteArray bytes = onward->readAll();
            if (*swallow)
                client->abort();
            else
                client->write(bytes);
        });
    });
    auto process = m_world.start({u"create"_s, u"--set"_s, u"ModelName=lost"_s, u"--endpoint"_s,
                                  u"http://127.0.0.1:%1"_s.arg(server.serverPort())});
    const Told told = finished(*process);
    QCOMPARE(told.code, 0);
    const QJsonObject listed = m_world.run({u"list"_s, u"--query"_s, u"name:lost"_s}).json();
    QCOMPARE(listed["TotalCount"_L1].toInt(), 1);
    QCOMPARE(listed["Models"_L1].toArray()[0].toObject()["ModelId"_L1].toString(),
             QString::fromUtf8(told.out).trimmed());
}

MODELSCRIBE_TEST(tst_Interrupts)

} // namespace tst_interrupts

#include "tst_interrupts.moc"
