// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whendone.h"
#include "localregistry/registryclient.h"
#include "testclass.h"
#include "testpaths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <array>
#include <csignal>
#include <thread>

namespace tst_localregistry {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

class tst_LocalRegistry : public QObject
{
    Q_OBJECT

private slots:
    void startsWithoutBlocking();
    void startsEmptyWithTwoWorkspaces();
    void startsOnce();
    void reportsAnUnusableFile();
    void stopsWithoutAStart();
    void keepsItsDataOverARestart();
    void losesNothingAcknowledgedWhenItIsKilled();
    void sharesAFileWithAnotherProcess();
    void isCreatedTwiceAtTheSameTime();
};

namespace {

//! The registry in a process of its own.
class Process
{
public:
    explicit Process(const QString &file)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(testing::buildPath(u"tests/localregistry/registryprocess"_s), {file});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20'000))
                break;
        }
        m_pid = pid_t(m_process.processId());
        m_port = m_process.readLine().trimmed().toUShort();
    }
    ~Process() { kill(); }

    quint16 port() const { return m_port; }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    //! From any thread.
    void killNow() const { ::kill(m_pid, SIGKILL); }
    Reply send(Outgoing request) const
    {
        sign(request, m_port);
        return exchange(m_port, wireBytes(request));
    }

private:
    QProcess m_process;
    pid_t m_pid = 0;
    quint16 m_port = 0;
};

Outgoing create(const QByteArray &name)
{
    return outgoing("POST", "CreateModel", {u"models"_s}, {}, R"({"ModelName":")" + name + "\"}");
}

int total(const Reply &list) { return list.at("TotalCount"_L1).toInt(-1); }

} // namespace

void tst_LocalRegistry::startsWithoutBlocking()
{
    QTemporaryDir folder;
    LocalRegistry registry(
        {.database = folder.filePath(u"r.sqlite"_s), .keys = {key}, .samples = 3000});
    QElapsedTimer timer;
    timer.start();
    const auto started = registry.start();
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
    quint16 port = 0;
    whenDone(started, this, [&port](const Result<quint16> &result) { port = result.value_or(1); });
    QTRY_VERIFY_WITH_TIMEOUT(port != 0, 20'000);
    QCOMPARE(registry.port(), port);
}

void tst_LocalRegistry::startsEmptyWithTwoWorkspaces()
{
    const Registry registry;
    QVERIFY(registry.started());
    QCOMPARE(total(registry.listModels()), 0);
    QCOMPARE(total(registry.call("GET", "ListWorkspaces", {u"workspaces"_s})), 2);
}

void tst_LocalRegistry::startsOnce()
{
    Registry registry;
    const auto again = registry.registry().start().result();
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Invalid);
    QCOMPARE(registry.listModels().status, 200);
}

void tst_LocalRegistry::reportsAnUnusableFile()
{
    QTemporaryDir folder;
    const Registry registry({.database = folder.path()});
    QVERIFY(!registry.started());
    QCOMPARE(registry.started().error().kind, Error::Kind::Storage);
    QCOMPARE(registry.port(), 0);
}

void tst_LocalRegistry::stopsWithoutAStart()
{
    QTemporaryDir folder;
    LocalRegistry registry({.database = folder.filePath(u"r.sqlite"_s)});
    registry.stop();
    registry.stop();
    QVERIFY(!QFile::exists(folder.filePath(u"r.sqlite"_s)));
}

void tst_LocalRegistry::keepsItsDataOverARestart()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"r.sqlite"_s);
    QString id;
    QByteArray before;
    const auto withoutRequestId = [](const Reply &reply) {
        return reply.body.first(reply.body.lastIndexOf(','));
    };
    {
        const Registry registry({.database = file});
        id = registry.newModel(
            R"({"ModelName":"模","ExtraInfo":{ "b":1.0 },"Tag":[{"Key":"k","Value":"v"}]})");
        registry.call("POST", "CreateModelVersion", {u"models"_s, id, u"versions"_s}, {},
                      R"({"Uri":"oss://b.e/p"})");
        before = withoutRequestId(registry.getModel(id));
    }
    const Registry registry({.database = file});
    QCOMPARE(withoutRequestId(registry.getModel(id)), before);
    QVERIFY(before.contains("0.1.0"));
}

void tst_LocalRegistry::losesNothingAcknowledgedWhenItIsKilled()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"r.sqlite"_s);
    QStringList acknowledged;
    for (int round = 0; round < 5; ++round) {
        Process process(file);
        QVERIFY(process.port() != 0);
        // In the middle of whatever it is doing.
        std::thread killer([&process] {
            QThread::msleep(40 + QRandomGenerator::global()->bounded(160));
            process.killNow();
        });
        for (;;) {
            const Reply reply = process.send(create("m"));
            const QString id = reply.at("ModelId"_L1).toString();
            if (id.isEmpty()) // No answer, or half of one.
                break;
            acknowledged.append(id);
        }
        killer.join();
    }
    QVERIFY(acknowledged.size() > 5);
    const Registry registry({.database = file});
    QVERIFY(total(registry.listModels()) >= acknowledged.size());
    for (const QString &id : acknowledged)
        QCOMPARE(registry.getModel(id).at("ModelId"_L1).toString(), id);
}

void tst_LocalRegistry::sharesAFileWithAnotherProcess()
{
    const Registry ours;
    const Process theirs(ours.file());
    QVERIFY(theirs.port() != 0);
    int ok = 0;
    std::thread writer([&theirs, &ok] {
        for (int i = 0; i < 50; ++i)
            ok += theirs.send(create("theirs")).status == 200;
    });
    int own = 0;
    for (int i = 0; i < 50; ++i)
        own += ours.send(create("ours")).status == 200;
    writer.join();
    QCOMPARE(ok, 50);
    QCOMPARE(own, 50);
    QCOMPARE(total(ours.listModels()), 100);
    QCOMPARE(total(theirs.send(outgoing("GET", "ListModels", {u"models"_s}))), 100);
}

void tst_LocalRegistry::isCreatedTwiceAtTheSameTime()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"r.sqlite"_s);
    std::array<std::unique_ptr<LocalRegistry>, 4> registries;
    QList<QFuture<Result<quint16>>> started;
    for (auto &registry : registries) {
        registry = std::make_unique<LocalRegistry>(
            LocalRegistryOptions{.database = file, .keys = {key}, .samples = 60});
        started.append(registry->start());
    }
    for (auto &future : started) {
        future.waitForFinished();
        const auto port = future.result();
        QVERIFY2(port, port ? "" : qPrintable(port.error().detail));
        Outgoing request = outgoing("GET", "ListModels", {u"models"_s});
        sign(request, *port);
        QCOMPARE(total(exchange(*port, wireBytes(request))), 60);
    }
}

MODELSCRIBE_TEST(tst_LocalRegistry)

} // namespace tst_localregistry

#include "tst_localregistry.moc"
