// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/toolkeys.h"

#include "api/faultserver.h"
#include "api/wiretest.h"
#include "connect/connector.h"
#include "credentials/memorystore.h"
#include "testclass.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_toolkeys {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

//! Any call of the keychain is one too many.
class ForbiddenStore : public MemoryStore
{
public:
    QFuture<Result<AccessKey>> read(const QString &name) override
    {
        ++calls;
        return MemoryStore::read(name);
    }
    QFuture<Result<std::monostate>> write(const QString &name, const AccessKey &key) override
    {
        ++calls;
        return MemoryStore::write(name, key);
    }
    QFuture<Result<std::monostate>> remove(const QString &name) override
    {
        ++calls;
        return MemoryStore::remove(name);
    }

    int calls = 0;
};

QByteArray roleAnswer(const QByteArray &id, const QByteArray &end)
{
    QByteArray json = "{'Credentials':{'AccessKeyId':'" + id
                      + "','AccessKeySecret':'s','SecurityToken':'t','Expiration':'" + end + "'}}";
    return json.replace('\'', '"');
}

} // namespace

class tst_ToolKeys : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void offersAreFoundAside();
    void aProfileGetsItsKeyFromAnotherTool_data();
    void aProfileGetsItsKeyFromAnotherTool();
    void theFileIsReadAnewWhenTheKeyIsRefused();
    void aRoleIsRenewedBeforeItsEnd();
    void whyThereIsNoKeyIsTold_data();
    void whyThereIsNoKeyIsTold();
    void aProgramRunsOnlyWhenJustItWasAgreedTo();
    void anotherSourceIsUsedAtOnce();

private:
    void put(const QString &name, QByteArray text) const
    {
        const QString path = m_home->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace('\'', '"'));
    }
    void putAliyun(const QByteArray &profiles) const
    {
        put(u".aliyun/config.json"_s, "{'current':'a','profiles':[" + profiles + "]}");
    }
    std::unique_ptr<Connector> connector()
    {
        return std::make_unique<Connector>(
            std::make_unique<ToolKeys>(m_environment, m_options, m_home->path()), *m_profiles,
            m_options.client);
    }
    void store(const QString &keysFrom, const QString &agreedCommand = {})
    {
        QVERIFY(wait(m_profiles->store({.name = u"work"_s,
                                        .region = u"cn-beijing"_s,
                                        .keysFrom = KeysFrom::fromText(keysFrom),
                                        .agreedCommand = agreedCommand})));
    }
    Result<AccessKey> key(Connector &connector)
    {
        const auto settings = wait(connector.open({UseProfile{u"work"_s}, {}}));
        if (!settings)
            return failure(settings.error());
        m_source = settings->credentials;
        return wait(m_source->credentials());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
    KeyResolverOptions m_options;
    ForbiddenStore m_keychain;
    std::unique_ptr<Profiles> m_profiles;
    std::shared_ptr<CredentialSource> m_source;
};

void tst_ToolKeys::init()
{
    m_source.reset();
    m_home = std::make_unique<QTemporaryDir>();
    m_environment.clear();
    m_options = {.client = quickOptions()};
    m_keychain.calls = 0;
    m_profiles = std::make_unique<Profiles>(m_home->filePath(u"profiles.json"_s), m_keychain);
}

void tst_ToolKeys::offersAreFoundAside()
{
    putAliyun("{'name':'a','mode':'AK','access_key_id':'LTAIinvented00000001',"
              "'access_key_secret':'s'}");
    put(u".pai/config.json"_s, "{'region_id':'cn-shanghai','workspace_id':'7'}");
    ToolKeys tools({}, m_options, m_home->path());
    const auto finding = tools.find();
    QVERIFY(!finding.isFinished()); // a slow disk holds nobody up
    const auto found = wait(finding);
    QVERIFY(found);
    QCOMPARE(found->offers.size(), 1);
    QCOMPARE(found->offers[0].from.text(), u"aliyun:a"_s);
    QCOMPARE(found->pai, (PaiDefaults{u"cn-shanghai"_s, u"7"_s}));
}

void tst_ToolKeys::aProfileGetsItsKeyFromAnotherTool_data()
{
    QTest::addColumn<QString>("keysFrom");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("aliyun") << u"aliyun:b"_s << "LTAIaliyun0000000002"_ba;
    QTest::newRow("ini") << u"ini:train"_s << "LTAIini0000000000003"_ba;
    QTest::newRow("environment") << u"environment"_s << "LTAIenvironment00004"_ba;
}

void tst_ToolKeys::aProfileGetsItsKeyFromAnotherTool()
{
    QFETCH(QString, keysFrom);
    QFETCH(QByteArray, id);
    putAliyun("{'name':'a','mode':'AK','access_key_id':'x','access_key_secret':'s'},"
              "{'name':'b','mode':'AK','access_key_id':'LTAIaliyun0000000002',"
              "'access_key_secret':'s'}");
    put(u".alibabacloud/credentials"_s,
        "[train]\ntype=access_key\naccess_key_id=LTAIini0000000000003\naccess_key_secret=s\n");
    m_environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAIenvironment00004"_s);
    m_environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"s"_s);
    store(keysFrom);
    const auto used = connector();
    const auto got = key(*used);
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QCOMPARE(got->id, id);
    QCOMPARE(m_keychain.calls, 0);
}

void tst_ToolKeys::theFileIsReadAnewWhenTheKeyIsRefused()
{
    const QByteArray entry = "{'name':'a','mode':'StsToken','access_key_id':'LTAI-%',"
                             "'access_key_secret':'s','sts_token':'t'}";
    putAliyun(QByteArray(entry).replace('%', "one"));
    store(u"aliyun:a"_s);
    const auto used = connector();
    const auto one = key(*used);
    QVERIFY(one);
    putAliyun(QByteArray(entry).replace('%', "two"));
    QCOMPARE(wait(m_source->credentials())->id, "LTAI-one"_ba);
    QCOMPARE(wait(m_source->renewed(*one))->id, "LTAI-two"_ba);
}

void tst_ToolKeys::aRoleIsRenewedBeforeItsEnd()
{
    FaultServer sts;
    sts.setScript({FaultServer::answer(200, roleAnswer("STS.one", "2026-01-02T04:00:00Z")),
                   FaultServer::answer(200, roleAnswer("STS.two", "2026-01-02T05:00:00Z"))});
    QDateTime now({2026, 1, 2}, {3, 0, 0}, Qt::UTC);
    m_options.client.now = [&now] { return now; };
    m_options.sts = *Endpoint::fromText(sts.address());
    putAliyun("{'name':'a','mode':'RamRoleArn','access_key_id':'x','access_key_secret':'s',"
              "'ram_role_arn':'acs:ram::1:role/r'}");
    store(u"aliyun:a"_s);
    const auto used = connector();
    QCOMPARE(key(*used)->id, "STS.one"_ba);
    now = now.addSecs(57 * 60);
    QCOMPARE(wait(m_source->credentials())->id, "STS.two"_ba);
    QCOMPARE(sts.listener().requests().size(), 2);
}

void tst_ToolKeys::whyThereIsNoKeyIsTold_data()
{
    QTest::addColumn<QString>("keysFrom");
    QTest::addColumn<QString>("said");
    QTest::newRow("gone") << u"aliyun:gone"_s
                          << u"~/.aliyun/config.json, profile gone: there is no “gone” in it"_s;
    QTest::newRow("ended")
        << u"aliyun:sso"_s
        << u"~/.aliyun/config.json, profile sso: it ended at 2001-09-09T01:46:40Z"_s;
    QTest::newRow("no file")
        << u"ini:default"_s
        << u"~/.alibabacloud/credentials, section default: there is no “default” in it"_s;
    QTest::newRow("no variable") << u"environment"_s
                                 << u"the environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set"_s;
    QTest::newRow("a newer version's")
        << u"passkey:x"_s << u"“passkey:x”, which this version does not know"_s;
}

void tst_ToolKeys::whyThereIsNoKeyIsTold()
{
    QFETCH(QString, keysFrom);
    QFETCH(QString, said);
    putAliyun("{'name':'sso','mode':'CloudSSO','sts_expiration':1000000000}");
    store(keysFrom);
    const auto used = connector();
    const auto none = key(*used);
    QVERIFY(!none);
    QCOMPARE(none.error(),
             (Error{.kind = Error::Kind::Unauthorized, .detail = u"profile “work”: "_s + said}));
    QCOMPARE(m_keychain.calls, 0);
}

void tst_ToolKeys::aProgramRunsOnlyWhenJustItWasAgreedTo()
{
#ifndef Q_OS_UNIX
    QSKIP("the program is a Unix one");
#endif
    const QString ran = m_home->filePath(u"ran"_s);
    QFile script(m_home->filePath(u"keys.sh"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("touch " + ran.toUtf8()
                 + "\nprintf '{\"access_key_id\":\"i\",\"access_key_secret\":\"s\"}'\n");
    script.close();
    const QString command = u"sh "_s + script.fileName();
    putAliyun("{'name':'a','mode':'External','process_command':'" + command.toUtf8() + "'}");
    const auto used = connector();
    for (const QString &agreed : {QString(), ToolKeys::agreementTo(u"sh another"_s)}) {
        store(u"aliyun:a"_s, agreed);
        const auto none = key(*used);
        QVERIFY(!none);
        QVERIFY2(none.error().detail.endsWith("nobody agreed to run its program"_L1),
                 qPrintable(none.error().detail));
        QVERIFY(!QFile::exists(ran));
    }
    store(u"aliyun:a"_s, ToolKeys::agreementTo(command));
    const auto got = key(*used);
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QVERIFY(QFile::exists(ran));
}

void tst_ToolKeys::anotherSourceIsUsedAtOnce()
{
    putAliyun("{'name':'a','mode':'AK','access_key_id':'LTAI-a','access_key_secret':'s'},"
              "{'name':'b','mode':'AK','access_key_id':'LTAI-b','access_key_secret':'s'}");
    store(u"aliyun:a"_s);
    const auto used = connector();
    QCOMPARE(key(*used)->id, "LTAI-a"_ba);
    store(u"aliyun:b"_s);
    QCOMPARE(wait(m_source->credentials())->id, "LTAI-b"_ba);
}

MODELSCRIBE_TEST(tst_ToolKeys)

} // namespace tst_toolkeys

#include "tst_toolkeys.moc"
