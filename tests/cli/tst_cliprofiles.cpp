// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "remote/tlsserver.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_LINUX

#include <cstdlib>
#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace tst_cliprofiles {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using modelscribe::testing::FaultServer;
using modelscribe::testing::TlsServer;

class tst_CliProfiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keysOfOtherToolsAreListed();
    void aProfileWithKeysOfAnotherToolIsStoredAndTried();
    void whatCannotBeStoredIsSaid_data();
    void whatCannotBeStoredIsSaid();
    void aKeyIsReadFromStandardInput();
    void aKeyIsTypedInTheDark();
    void aProgramIsAgreedTo();
    void placesOfOtherToolsAreTakenOver();
    void removingNeedsAYes();
    void theDoctorTriesWhatOthersWouldUse();
    void theDoctorSaysWhatFailsFirst();
    void proxyAndAuthoritiesAreStored();
    void aPasswordOfAProxyIsReadFromStandardInput();
    void theDoctorExplainsACertificate();
    void theLocalRegistryAsksForNoKeychain_data();
    void theLocalRegistryAsksForNoKeychain();

private:
    void put(const QString &name, QByteArray text)
    {
        const QString path = m_world->environment.value(u"HOME"_s) + u'/' + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace('\'', '"'));
    }
    void putServedKey()
    {
        put(u".aliyun/config.json"_s,
            "{'current':'a','profiles':[{'name':'a','mode':'AK','region_id':'cn-beijing',"
            "'access_key_id':'LTAICanaryKeyId00001','access_key_secret':'"
                + CliWorld::secret() + "'}]}");
    }
    QByteArray stored() const
    {
        QFile file(m_world->environment.value(u"XDG_CONFIG_HOME"_s)
                   + u"/modelscribe/profiles.json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject firstProfile()
    {
        return m_world->run({u"profiles"_s}).json()["Profiles"_L1][0].toObject();
    }

    std::unique_ptr<CliWorld> m_world;
};

void tst_CliProfiles::init()
{
    m_world = std::make_unique<CliWorld>();
    m_world->environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
}

void tst_CliProfiles::keysOfOtherToolsAreListed()
{
    putServedKey();
    put(u".alibabacloud/credentials.ini"_s, "[default]\ntype=ecs_ram_role\n");
    const Told told = m_world->run({u"profiles"_s, u"list"_s, u"--found"_s});
    QCOMPARE(told.code, 0);
    const QJsonArray keys = told.json()["Keys"_L1].toArray();
    QCOMPARE(keys.size(), 3);
    QCOMPARE(keys[0]["KeysFrom"_L1].toString(), u"environment"_s);
    QCOMPARE(keys[1]["KeysFrom"_L1].toString(), u"aliyun:a"_s);
    QCOMPARE(keys[1]["KeyId"_L1].toString(), u"LTAI…0001"_s);
    QCOMPARE(keys[1]["Usable"_L1].toBool(), true);
    QCOMPARE(keys[2]["WhyNot"_L1].toString(), u"Only available on machines of Alibaba Cloud"_s);
    QVERIFY(!m_world->everything.contains(CliWorld::secret()));
}

void tst_CliProfiles::aProfileWithKeysOfAnotherToolIsStoredAndTried()
{
    QVERIFY(m_world->serve(3));
    putServedKey();
    QCOMPARE(m_world
                 ->run({u"profiles"_s, u"add"_s, u"work"_s, u"--endpoint"_s, m_world->endpoint,
                        u"--keys-from"_s, u"aliyun:a"_s, u"--colour"_s, u"red"_s, u"--protected"_s})
                 .code,
             0);
    const QJsonObject profile = firstProfile();
    QCOMPARE(profile["KeysFrom"_L1].toString(), u"aliyun:a"_s);
    QCOMPARE(profile["Colour"_L1].toString(), u"red"_s);
    QCOMPARE(profile["Protected"_L1].toBool(), true);
    const Told tried = m_world->run({u"profiles"_s, u"test"_s, u"work"_s});
    QVERIFY2(tried.code == 0, (tried.out + tried.err).constData());
    QCOMPARE(tried.json()["Passed"_L1].toBool(), true);
    QCOMPARE(tried.json()["Steps"_L1].toArray().size(), 7);
    QCOMPARE(tried.json()["Steps"_L1][6]["TotalCount"_L1].toInt(), 3);
    m_world->environment.remove(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s);
    m_world->environment.remove(u"MODELSCRIBE_ENDPOINT"_s);
    QCOMPARE(m_world->run({u"list"_s, u"--profile"_s, u"work"_s}).code, 0);
    QVERIFY(!m_world->everything.contains(CliWorld::secret()));
    QVERIFY(!stored().contains(CliWorld::secret()));
}

void tst_CliProfiles::whatCannotBeStoredIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const QStringList region{u"--region"_s, u"cn-beijing"_s};
    QTest::newRow("no place") << QStringList{} << u"give --region or --endpoint"_s;
    QTest::newRow("bad region") << QStringList{u"--region"_s, u"a.b"_s} << u"not a region ID"_s;
    QTest::newRow("bad endpoint") << QStringList{u"--endpoint"_s, u"http://a.b"_s}
                                  << u"must be an https address"_s;
    QTest::newRow("unknown source")
        << region + QStringList{u"--keys-from"_s, u"passkey"_s} << u"“passkey” is not keychain"_s;
    QTest::newRow("session") << region + QStringList{u"--keys-from"_s, u"session"_s}
                             << u"“session” is not keychain"_s;
    QTest::newRow("not found") << region + QStringList{u"--keys-from"_s, u"ini:x"_s}
                               << u"section x; found was: environment, aliyun:a"_s;
    QTest::newRow("colour") << region + QStringList{u"--colour"_s, u"plaid"_s} << u"plaid"_s;
    QTest::newRow("a secret as option")
        << region + QStringList{u"--secret"_s, u"CanarySecret"_s} << u"--secret"_s;
    QTest::newRow("proxy without a port")
        << region + QStringList{u"--proxy"_s, u"http://proxy"_s} << u"host and port"_s;
    QTest::newRow("proxy with a port that is none")
        << region + QStringList{u"--proxy"_s, u"http://h:99999"_s}
        << u"--proxy: the port must be 1 to 65535"_s;
    QTest::newRow("password of a proxy as option")
        << region + QStringList{u"--proxy"_s, u"http://me:CanarySecret@proxy:1"_s}
        << u"--proxy: a password does not belong into it"_s;
    QTest::newRow("empty proxy") << region + QStringList{u"--proxy"_s, QString()}
                                 << u"--proxy is given empty"_s;
    QTest::newRow("no CA file") << region + QStringList{u"--ca-file"_s, u"/none.pem"_s}
                                << u"/none.pem: There is no such CA file"_s;
    QTest::newRow("CA file is none")
        << region + QStringList{u"--ca-file"_s, TlsServer::fileName(u"key.pem"_s)}
        << u"There is no certificate (PEM) in the CA file"_s;
    QTest::newRow("empty CA file")
        << region + QStringList{u"--ca-file"_s, QString()} << u"--ca-file is given empty"_s;
    QTest::newRow("local") << QStringList{u"--local"_s} << u"--region or --endpoint"_s;
}

void tst_CliProfiles::whatCannotBeStoredIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    putServedKey();
    const Told told = m_world->run(QStringList{u"profiles"_s, u"add"_s, u"work"_s} + arguments);
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains(said.toUtf8()), told.err.constData());
    QCOMPARE(stored(), QByteArray());
}

void tst_CliProfiles::aKeyIsReadFromStandardInput()
{
    const QStringList add{u"profiles"_s, u"add"_s, u"work"_s, u"--region"_s, u"cn-beijing"_s};
    const auto told = [&](const QByteArray &input, const QStringList &more = {}) {
        return m_world->run(add + more, input);
    };
    // Without a keychain it goes as far as storing it, and nothing is left behind.
    const Told whole = told("LTAICanaryKeyId00001\n" + CliWorld::secret() + '\n');
    QCOMPARE(whole.code, 5);
    QVERIFY2(whole.err.contains("There is no keychain on this computer"), whole.err.constData());
    QCOMPARE(told("LTAICanaryKeyId00001\n").code, 130);
    QCOMPARE(told("LTAICanaryKeyId00001\n\n").code, 2);
    const QStringList token{u"--keys-from"_s, u"keychain-token"_s};
    QCOMPARE(told("LTAICanaryKeyId00001\ns\nt\n2030-01-02T03:04:05Z\n", token).code, 5);
    QCOMPARE(told("LTAICanaryKeyId00001\ns\nt\n", token).code, 5);
    QCOMPARE(told("LTAICanaryKeyId00001\ns\n\n\n", token).code, 2);
    const Told time = told("LTAICanaryKeyId00001\ns\nt\nsoon\n", token);
    QCOMPARE(time.code, 2);
    QVERIFY2(time.err.contains("“soon” is not a time"), time.err.constData());
    const Told strange = told("LTAICanaryKeyId00001\xE2\x80\x8B\ns\n");
    QCOMPARE(strange.code, 2);
    QVERIFY2(strange.err.contains("U+200B"), strange.err.constData());
    QCOMPARE(stored(), QByteArray());
    QVERIFY(!m_world->everything.contains(CliWorld::secret()));
}

//! A terminal with the program in it: what is typed is what it shows, but for the secret.
void tst_CliProfiles::aKeyIsTypedInTheDark()
{
#ifndef Q_OS_LINUX
    QSKIP("there is no pseudo terminal to try it in");
#else
    const QByteArray program = CliWorld::program().toLocal8Bit();
    QByteArrayList variables;
    for (const QString &variable : m_world->environment.toStringList())
        variables.append(variable.toLocal8Bit());
    for (const QByteArray &typed : {CliWorld::secret() + '\n', QByteArray("half\x03")}) {
        std::vector<char *> environment;
        for (QByteArray &variable : variables)
            environment.push_back(variable.data());
        environment.push_back(nullptr);
        int terminal = -1;
        const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
        if (child < 0)
            QSKIP("this machine has no pseudo terminals");
        if (child == 0) {
            execle(program.constData(), "modelscribe-cli", "profiles", "add", "work", "--region",
                   "cn-beijing", nullptr, environment.data());
            _exit(99);
        }
        QByteArray shown;
        const auto readUntil = [&](const char *text) {
            char buffer[256];
            while (!shown.contains(text)) {
                const ssize_t count = ::read(terminal, buffer, sizeof buffer);
                if (count <= 0)
                    return false;
                shown.append(buffer, count);
            }
            return true;
        };
        const auto type = [&](const QByteArray &keys) {
            QCOMPARE(::write(terminal, keys.constData(), size_t(keys.size())), keys.size());
        };
        QVERIFY(readUntil("AccessKey ID: "));
        type("LTAICanaryKeyId00001\n");
        QVERIFY(readUntil("AccessKey secret: "));
        type(typed);
        readUntil("the end of what it says");
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        ::close(terminal);
        QVERIFY(WIFEXITED(status));
        const bool isCancelled = typed.endsWith('\x03');
        QCOMPARE(WEXITSTATUS(status), isCancelled ? 130 : 5); // there is no keychain
        QVERIFY2(shown.contains("LTAICanaryKeyId00001"), shown.constData());
        QVERIFY(!shown.contains(CliWorld::secret()) && !shown.contains("half"));
    }
#endif
}

void tst_CliProfiles::aProgramIsAgreedTo()
{
#ifndef Q_OS_UNIX
    QSKIP("the program is a Unix one");
#endif
    QVERIFY(m_world->serve(1));
    const QString script = m_world->file(u"keys.sh"_s,
                                         "printf '{\"access_key_id\":\"LTAICanaryKeyId00001\","
                                         "\"access_key_secret\":\""
                                             + CliWorld::secret() + "\"}'\n");
    put(u".aliyun/config.json"_s,
        "{'profiles':[{'name':'run','mode':'External','process_command':'sh " + script.toUtf8()
            + "'}]}");
    const QStringList add{u"profiles"_s,     u"add"_s,         u"work"_s,      u"--endpoint"_s,
                          m_world->endpoint, u"--keys-from"_s, u"aliyun:run"_s};
    const Told unasked = m_world->run(add);
    QCOMPARE(unasked.code, 2);
    QVERIFY2(unasked.err.contains("come from running: sh " + script.toUtf8()),
             unasked.err.constData());
    QCOMPARE(stored(), QByteArray());
    QCOMPARE(m_world->run(add + QStringList{u"--agree"_s}).code, 0);
    QVERIFY(!stored().contains("keys.sh")); // a command may hold secrets
    QCOMPARE(m_world->run({u"profiles"_s, u"test"_s, u"work"_s}).code, 0);
    put(u".aliyun/config.json"_s,
        "{'profiles':[{'name':'run','mode':'External','process_command':'sh  " + script.toUtf8()
            + "'}]}");
    const Told changed = m_world->run({u"profiles"_s, u"test"_s, u"work"_s});
    QCOMPARE(changed.code, 5);
    QVERIFY2(changed.err.contains("nobody agreed to run its program"), changed.err.constData());
}

void tst_CliProfiles::placesOfOtherToolsAreTakenOver()
{
    putServedKey();
    put(u".pai/config.json"_s, "{'region_id':'cn-beijing','workspace_id':'27043'}");
    QCOMPARE(m_world
                 ->run({u"profiles"_s, u"add"_s, u"work"_s, u"--keys-from"_s, u"aliyun:a"_s,
                        u"--network"_s, u"vpc"_s})
                 .code,
             0);
    const QJsonObject profile = firstProfile();
    QCOMPARE(profile["Region"_L1].toString(), u"cn-beijing"_s);
    QCOMPARE(profile["WorkspaceId"_L1].toString(), u"27043"_s);
    QCOMPARE(profile["Network"_L1].toString(), u"vpc"_s);
    const Told again = m_world->run(
        {u"profiles"_s, u"add"_s, u"work"_s, u"--keys-from"_s, u"environment"_s});
    QCOMPARE(again.code, 2);
    QVERIFY2(again.err.contains("add --replace"), again.err.constData());
    QCOMPARE(m_world
                 ->run({u"profiles"_s, u"add"_s, u"work"_s, u"--keys-from"_s, u"environment"_s,
                        u"--region"_s, u"cn-shanghai"_s, u"--replace"_s})
                 .code,
             0);
    QCOMPARE(firstProfile()["KeysFrom"_L1].toString(), u"environment"_s);
    QVERIFY(!firstProfile().contains("WorkspaceId"_L1));
}

void tst_CliProfiles::removingNeedsAYes()
{
    putServedKey();
    QCOMPARE(
        m_world->run({u"profiles"_s, u"add"_s, u"work"_s, u"--keys-from"_s, u"aliyun:a"_s}).code,
        0);
    QCOMPARE(m_world->run({u"profiles"_s, u"remove"_s, u"work"_s}).code, 2);
    QCOMPARE(firstProfile()["Name"_L1].toString(), u"work"_s);
    QCOMPARE(m_world->run({u"profiles"_s, u"remove"_s, u"work"_s, u"--yes"_s}).code, 0);
    QCOMPARE(m_world->run({u"profiles"_s}).json()["Profiles"_L1].toArray().size(), 0);
    QCOMPARE(m_world->run({u"profiles"_s, u"remove"_s, u"work"_s, u"--yes"_s}).code, 6);
    QCOMPARE(m_world->run({u"profiles"_s, u"test"_s, u"work"_s}).code, 2);
}

void tst_CliProfiles::theDoctorTriesWhatOthersWouldUse()
{
    QVERIFY(m_world->serve(4));
    const Told told = m_world->run({u"doctor"_s});
    QVERIFY2(told.code == 0, (told.out + told.err).constData());
    QCOMPARE(told.json()["Endpoint"_L1].toString(), m_world->endpoint);
    QCOMPARE(told.json()["Steps"_L1][6]["TotalCount"_L1].toInt(), 4);
    const Told table = m_world->run({u"doctor"_s, u"--output"_s, u"table"_s});
    QVERIFY2(table.out.contains("models: 4"), table.out.constData());
}

void tst_CliProfiles::theDoctorSaysWhatFailsFirst()
{
    QVERIFY(m_world->serve(1));
    m_world->environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"another"_s);
    const Told refused = m_world->run({u"doctor"_s, u"--output"_s, u"json"_s});
    QCOMPARE(refused.code, 5);
    QCOMPARE(refused.json()["Passed"_L1].toBool(), false);
    QCOMPARE(refused.json()["Steps"_L1][4]["State"_L1].toString(), u"failed"_s);
    QCOMPARE(refused.json()["Steps"_L1][4]["Error"_L1]["Code"_L1].toString(),
             u"SignatureDoesNotMatch"_s);
    QCOMPARE(refused.json()["Steps"_L1][5]["State"_L1].toString(), u"not tried"_s);
    QVERIFY2(refused.err.contains("The secret does not belong to this AccessKey"),
             refused.err.constData());
    m_world->stopServing();
    const Told gone = m_world->run({u"doctor"_s, u"--output"_s, u"json"_s});
    QCOMPARE(gone.code, 4);
    QCOMPARE(gone.json()["Steps"_L1][1]["State"_L1].toString(), u"failed"_s);
    m_world->environment.remove(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s);
    QCOMPARE(m_world->run({u"doctor"_s}).code, 5);
    QCOMPARE(m_world->run({u"doctor"_s, u"--profile"_s, u"none"_s}).code, 2);
}

void tst_CliProfiles::proxyAndAuthoritiesAreStored()
{
    putServedKey();
    const QString caFile = TlsServer::fileName(u"ca.pem"_s);
    QCOMPARE(m_world
                 ->run({u"profiles"_s, u"add"_s, u"work"_s, u"--region"_s, u"cn-beijing"_s,
                        u"--keys-from"_s, u"aliyun:a"_s, u"--proxy"_s,
                        u"socks5://proxy.example:1080"_s, u"--ca-file"_s, caFile})
                 .code,
             0);
    const QJsonObject profile = firstProfile();
    QCOMPARE(profile["Proxy"_L1].toString(), u"socks5://proxy.example:1080"_s);
    QCOMPARE(profile["CaFile"_L1].toString(), caFile);
}

void tst_CliProfiles::aPasswordOfAProxyIsReadFromStandardInput()
{
    putServedKey();
    const auto add = [this](const QString &source, const QByteArray &input) {
        return m_world->run({u"profiles"_s, u"add"_s, u"work"_s, u"--region"_s, u"cn-beijing"_s,
                             u"--keys-from"_s, source, u"--proxy"_s, u"http://me@proxy.example:1"_s,
                             u"--replace"_s},
                            input);
    };
    // There is no keychain to put it into, and nothing is stored without it.
    const Told whole = add(u"aliyun:a"_s, "CanaryProxyPassword\n");
    QCOMPARE(whole.code, 5);
    QVERIFY2(whole.err.contains("There is no keychain on this computer"), whole.err.constData());
    QCOMPARE(stored(), QByteArray());
    QCOMPARE(add(u"keychain"_s, "LTAICanaryKeyId00001\ns\nCanaryProxyPassword\n").code, 5);
    // Who has none says nothing.
    QCOMPARE(add(u"aliyun:a"_s, "\n").code, 0);
    QCOMPARE(add(u"aliyun:a"_s, {}).code, 0);
    QCOMPARE(firstProfile()["Proxy"_L1].toString(), u"http://me@proxy.example:1"_s);
    QVERIFY(!m_world->everything.contains("CanaryProxyPassword"));
}

void tst_CliProfiles::theDoctorExplainsACertificate()
{
    TlsServer server(u"good.pem"_s, TlsServer::Authority::Stranger);
    server->setScript({FaultServer::answer(200, {}),
                       FaultServer::answer(200, R"({"Workspaces":[]})"),
                       FaultServer::answer(200, R"({"TotalCount":0,"Models":[]})")});
    putServedKey();
    const auto test = [&](const QStringList &more) {
        const QString address = server.url(u""_s).toString();
        const Told added = m_world->run(QStringList{u"profiles"_s, u"add"_s, u"work"_s,
                                                    u"--endpoint"_s, address, u"--keys-from"_s,
                                                    u"aliyun:a"_s, u"--replace"_s}
                                        + more);
        if (added.code != 0)
            return added;
        auto running = m_world->start({u"doctor"_s, u"--profile"_s, u"work"_s});
        if (!QTest::qWaitFor([&] { return running->state() == QProcess::NotRunning; }, 60'000))
            return Told{};
        return m_world->take(*running);
    };
    const Told stranger = test({});
    QCOMPARE(stranger.code, 4);
    QVERIFY2(stranger.err.contains("signed by an authority that this computer does not know")
                 && stranger.err.contains("signed by Test CA"),
             stranger.err.constData());
    QCOMPARE(stranger.json()["Steps"_L1][1]["Error"_L1]["Code"_L1].toString(),
             u"tls-unknown-authority"_s);
    QCOMPARE(stranger.json()["Steps"_L1][1]["Error"_L1]["Certificate"_L1]["Until"_L1].toString(),
             u"2120-01-01T00:00:00Z"_s);
    const Told known = test({u"--ca-file"_s, TlsServer::fileName(u"ca.pem"_s)});
    QVERIFY2(known.code == 0, known.err.constData());
}

void tst_CliProfiles::theLocalRegistryAsksForNoKeychain_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("by default") << QStringList{u"list"_s};
    QTest::newRow("chosen") << QStringList{u"list"_s, u"--local"_s};
    QTest::newRow("doctor") << QStringList{u"doctor"_s, u"--local"_s};
    QTest::newRow("profiles") << QStringList{u"profiles"_s};
    QTest::newRow("keys of others") << QStringList{u"profiles"_s, u"list"_s, u"--found"_s};
}

//! Whoever only tries the samples is asked for no password: nothing goes to the session's bus, by
//! which a keychain would be reached.
void tst_CliProfiles::theLocalRegistryAsksForNoKeychain()
{
    QFETCH(QStringList, arguments);
    QTcpServer bus;
    QVERIFY(bus.listen(QHostAddress::LocalHost));
    m_world->environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                                u"tcp:host=127.0.0.1,port=%1"_s.arg(bus.serverPort()));
    m_world->environment.remove(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s);
    const Told told = m_world->run(arguments);
    QVERIFY2(told.code == 0, told.err.constData());
    QVERIFY(!bus.waitForNewConnection(0));
    // The bus would have been found: whoever wants something of the keychain asks there.
    auto asking = m_world->start({u"profiles"_s, u"add"_s, u"p"_s, u"--region"_s, u"cn-beijing"_s});
    asking->write("LTAICanaryKeyId00001\ns\n");
    QVERIFY(asking->waitForBytesWritten(20'000));
    QVERIFY(bus.waitForNewConnection(20'000));
    delete bus.nextPendingConnection();
    asking->kill();
    asking->waitForFinished();
}

MODELSCRIBE_TEST(tst_CliProfiles)

} // namespace tst_cliprofiles

#include "tst_cliprofiles.moc"
