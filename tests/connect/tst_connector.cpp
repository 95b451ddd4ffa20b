// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connector.h"

#include "api/faultserver.h"
#include "api/wiretest.h"
#include "connect/registrynoticetext.h"
#include "core/paths.h"
#include "credentials/memorystore.h"
#include "testclass.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

namespace tst_connector {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

//! Counts, and fails when it is told to.
class CountingStore : public MemoryStore
{
public:
    QFuture<Result<AccessKey>> read(const QString &name) override
    {
        ++reads;
        return readFails ? readyResult<AccessKey>(failure(*readFails)) : MemoryStore::read(name);
    }

    std::optional<Error> readFails;
    int reads = 0;
};

const AccessKey first{.id = "STS.first-0001", .secret = "one", .securityToken = "token-one"};
const AccessKey second{.id = "STS.second-0002", .secret = "two", .securityToken = "token-two"};

QProcessEnvironment withKey(const AccessKey &key)
{
    QProcessEnvironment environment;
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, QString::fromLatin1(key.id));
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, QString::fromLatin1(key.secret));
    environment.insert(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s, QString::fromLatin1(key.securityToken));
    return environment;
}

ConnectionChoice profile(const QString &name, const QString &workspaceId = {})
{
    return {UseProfile{name}, workspaceId};
}

} // namespace

class tst_Connector : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsChosenIsOpened_data();
    void whatIsChosenIsOpened();
    void theRegistryKeyIsThatOfTheOptions_data();
    void theRegistryKeyIsThatOfTheOptions();
    void theWorkspaceOfTheChoiceWins();
    void aKeyThatIsNotThereIsToldAtOnce_data();
    void aKeyThatIsNotThereIsToldAtOnce();
    void anUnknownProfileNamesTheKnownOnes();
    void aKeyIsReadOnceASession();
    void aKeyThatIsStoredAnewIsUsedFromThenOn();
    void aKeyForAnotherAddressIsNotSentToThisOne();
    void whatWasConnectedGoesOnWithoutItsProfile();
    void anEndedTokenIsReadAgainFromTheKeychain();
    void theLocalRegistryIsStartedOnce();
    void theChosenFileIsTheLocalRegistryFromThenOn();
    void localRegistriesAreOfferedForWhatTheyHold();
    void aLocalRegistryThatFailedIsTriedAgain();
    void noticesAreToldOnce();

private:
    void store(const Profile &profile, const AccessKey &key)
    {
        QVERIFY(wait(m_profiles->store(profile, key, Profiles::Keep::InKeychain)));
    }
    QString inFolder(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    CountingStore m_keychain;
    std::unique_ptr<Profiles> m_profiles;
};

void tst_Connector::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain.readFails.reset();
    m_profiles = std::make_unique<Profiles>(inFolder(u"config/profiles.json"_s), m_keychain);
    m_keychain.reads = 0;
}

void tst_Connector::whatIsChosenIsOpened_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("id");
    const QString region = u"https://aiworkspace.cn-beijing.aliyuncs.com"_s;
    QTest::newRow("profile") << u"--profile"_s << u"work"_s << u"work"_s << region << first.id;
    QTest::newRow("last used profile") << QString() << u"work"_s << u"work"_s << region << first.id;
    QTest::newRow("region") << u"--region"_s << u"aiworkspace.cn-beijing.aliyuncs.com"_s << region
                            << region << second.id;
    QTest::newRow("endpoint") << u"--endpoint"_s << u"127.0.0.1"_s << u"http://127.0.0.1:8080"_s
                              << u"http://127.0.0.1:8080"_s << second.id;
    QTest::newRow("local") << u"--local"_s << u"Samples"_s << u"Local registry"_s << QString()
                           << QByteArray("LOCAL");
}

void tst_Connector::whatIsChosenIsOpened()
{
    QFETCH(QString, way);
    QFETCH(QString, title);
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(QByteArray, id);
    store({.name = u"work"_s, .region = u"cn-beijing"_s}, first);
    m_profiles->setLastUsed(u"work"_s);
    ConnectionOptions options;
    if (way == "--profile"_L1)
        options.profile = u"work"_s;
    else if (way == "--region"_L1)
        options.region = u"cn-beijing"_s;
    else if (way == "--endpoint"_L1)
        options.endpoint = u"http://127.0.0.1:8080/"_s;
    else if (way == "--local"_L1)
        options.local = inFolder(u"mine.db"_s);
    Connector connector(*m_profiles, withKey(second));
    const auto choice = connector.choose(options);
    QVERIFY(choice);
    const auto settings = wait(connector.open(*choice));
    QVERIFY(settings);
    const Connection connection(*settings);
    QCOMPARE(connection.title(), title);
    QCOMPARE(connection.registryName(), name);
    QCOMPARE(connection.isLocal(), way == "--local"_L1);
    QCOMPARE(connection.registryKey(),
             connection.isLocal() ? localRegistryKey(*options.local) : address);
    const auto key = wait(settings->credentials->credentials());
    QVERIFY(key);
    QVERIFY2(key->id.startsWith(id), key->id.constData());
}

void tst_Connector::theRegistryKeyIsThatOfTheOptions_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("local");
    QTest::newRow("endpoint") << u"https://Registry.Example:443/"_s << QString();
    QTest::newRow("bare host") << u"registry.example"_s << QString();
    QTest::newRow("local file") << QString() << u"file.db"_s;
}

void tst_Connector::theRegistryKeyIsThatOfTheOptions()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, local);
    ConnectionOptions options;
    if (!endpoint.isEmpty())
        options.endpoint = endpoint;
    if (!local.isEmpty())
        options.local = inFolder(local);
    Connector connector(*m_profiles, withKey(first));
    const auto settings = wait(connector.open(*connector.choose(options)));
    QVERIFY(settings);
    QCOMPARE(chosenRegistryKey(options).value_or(QString()), registryKeyOf(settings->target));
    if (local.isEmpty())
        QCOMPARE(registryKeyOf(settings->target), u"https://registry.example"_s);
}

void tst_Connector::theWorkspaceOfTheChoiceWins()
{
    store({.name = u"work"_s, .region = u"cn-beijing"_s, .workspaceId = u"7"_s}, first);
    Connector connector(*m_profiles);
    QCOMPARE(wait(connector.open(profile(u"work"_s)))->target.workspaceId, u"7"_s);
    QCOMPARE(wait(connector.open(profile(u"work"_s, u"8"_s)))->target.workspaceId, u"8"_s);
    const ConnectionChoice local{UseLocalRegistry{inFolder(u"w.db"_s)}, u"9"_s};
    QCOMPARE(wait(connector.open(local))->target.workspaceId, u"9"_s);
}

void tst_Connector::aKeyThatIsNotThereIsToldAtOnce_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("said");
    for (const auto &why : {u"locked"_s, u"missing"_s, u"silent"_s, u"damaged"_s})
        QTest::newRow(qPrintable(why))
            << int(Error::Kind::Storage) << why << u"profile “work”: the keychain is "_s + why;
    QTest::newRow("no entry") << int(Error::Kind::NotFound) << QString()
                              << u"profile “work”: the keychain has no key for it"_s;
}

void tst_Connector::aKeyThatIsNotThereIsToldAtOnce()
{
    QFETCH(int, kind);
    QFETCH(QString, detail);
    QFETCH(QString, said);
    store({.name = u"work"_s, .region = u"cn-beijing"_s}, first);
    m_keychain.readFails = Error{.kind = Error::Kind(kind), .detail = detail};
    Connector connector(*m_profiles);
    const auto settings = wait(connector.open(profile(u"work"_s)));
    QVERIFY(!settings);
    QCOMPARE(settings.error(), (Error{.kind = Error::Kind::Unauthorized, .detail = said}));
}

void tst_Connector::anUnknownProfileNamesTheKnownOnes()
{
    Connector connector(*m_profiles);
    QCOMPARE(wait(connector.open(profile(u"prod"_s))).error().detail,
             u"there is no profile “prod”; there are none yet"_s);
    store({.name = u"work"_s, .region = u"cn-beijing"_s}, first);
    const auto none = wait(connector.open(profile(u"prod"_s)));
    QCOMPARE(none.error().kind, Error::Kind::Invalid);
    QCOMPARE(none.error().detail, u"there is no profile “prod”; the profiles are work"_s);
}

void tst_Connector::aKeyIsReadOnceASession()
{
    store({.name = u"work"_s, .region = u"cn-beijing"_s}, first);
    m_keychain.reads = 0;
    Connector connector(*m_profiles);
    const auto settings = wait(connector.open(profile(u"work"_s)));
    QVERIFY(settings);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(wait(settings->credentials->credentials()).value_or(AccessKey()), first);
    QCOMPARE(m_keychain.reads, 1);
}

void tst_Connector::aKeyThatIsStoredAnewIsUsedFromThenOn()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, R"({"RequestId":"R"})")});
    const Profile work{.name = u"work"_s, .endpoint = server.address()};
    store(work, first);
    Connector connector(*m_profiles);
    const auto settings = wait(connector.open(profile(u"work"_s)));
    QVERIFY(settings);
    Connection connection(*settings, quickOptions());
    QVERIFY(wait(connection.client().send({.action = "Any", .path = {u"a"_s}})));
    store(work, second);
    QVERIFY(wait(connection.client().send({.action = "Any", .path = {u"a"_s}})));
    const auto &requests = server.listener().requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].header("x-acs-security-token"), first.securityToken);
    QCOMPARE(requests[1].header("x-acs-security-token"), second.securityToken);
}

void tst_Connector::aKeyForAnotherAddressIsNotSentToThisOne()
{
    FaultServer server;
    server.setScript({FaultServer::answer(403, R"({"Code":"InvalidSecurityToken.Expired"})")});
    Profile work{.name = u"work"_s, .endpoint = server.address()};
    store(work, first);
    Connector connector(*m_profiles);
    const auto settings = wait(connector.open(profile(u"work"_s)));
    QVERIFY(settings);
    work.endpoint = u"https://registry.example"_s;
    store(work, second);
    Connection connection(*settings, quickOptions());
    QCOMPARE(wait(connection.client().send({.action = "Any", .path = {u"a"_s}})).error().code,
             u"InvalidSecurityToken.Expired"_s);
    QCOMPARE(server.listener().requests().size(), 1);
    QVERIFY(!server.listener().bytes().contains(second.securityToken));
    QVERIFY(!server.listener().bytes().contains(second.id));
}

void tst_Connector::whatWasConnectedGoesOnWithoutItsProfile()
{
    store({.name = u"work"_s, .region = u"cn-beijing"_s}, first);
    Connector connector(*m_profiles);
    const auto settings = wait(connector.open(profile(u"work"_s)));
    QVERIFY(settings);
    QVERIFY(wait(m_profiles->forget(u"work"_s)));
    QCOMPARE(wait(settings->credentials->credentials()).value_or(AccessKey()), first);
    QVERIFY(!wait(settings->credentials->renewed(first)));
}

void tst_Connector::anEndedTokenIsReadAgainFromTheKeychain()
{
    AccessKey renewed = first; // the token alone is another one, written by another program
    renewed.securityToken = "token-three";
    FaultServer server;
    server.setScript({FaultServer::answer(403, R"({"Code":"InvalidSecurityToken.Expired"})"),
                      FaultServer::answer(200, R"({"RequestId":"R"})")});
    store({.name = u"work"_s, .endpoint = server.address()}, first);
    Connector connector(*m_profiles);
    const auto settings = wait(connector.open(profile(u"work"_s)));
    QVERIFY(settings);
    QVERIFY(wait(m_keychain.write(u"work"_s, renewed)));
    Connection connection(*settings, quickOptions());
    QVERIFY(wait(connection.client().send({.action = "Any", .path = {u"a"_s}})));
    QCOMPARE(server.listener().requests().last().header("x-acs-security-token"),
             renewed.securityToken);
}

void tst_Connector::theLocalRegistryIsStartedOnce()
{
    Connector connector(*m_profiles);
    const ConnectionChoice local{UseLocalRegistry{inFolder(u"one.db"_s)}, {}};
    const auto both = {connector.open(local), connector.open(local)};
    QList<Endpoint> endpoints;
    for (const auto &one : both)
        endpoints.append(wait(one)->target.endpoint);
    endpoints.append(wait(connector.open(local))->target.endpoint);
    QCOMPARE(endpoints.count(endpoints.first()), 3);
    const auto other = wait(connector.open({UseLocalRegistry{inFolder(u"two.db"_s)}, {}}));
    QVERIFY(other);
    QVERIFY(other->target.endpoint != endpoints.first());
    QCOMPARE(m_keychain.reads, 0);
}

void tst_Connector::theChosenFileIsTheLocalRegistryFromThenOn()
{
    store({.name = u"work"_s, .region = u"cn-beijing"_s}, first);
    Connector connector(*m_profiles);
    const auto file = [&connector] {
        return std::get<UseLocalRegistry>(connector.localChoice().use).file;
    };
    QCOMPARE(file(), paths::localRegistryFile());
    QVERIFY(connector.choose({.local = inFolder(u"mine.db"_s)}));
    QCOMPARE(file(), inFolder(u"mine.db"_s));
    QVERIFY(connector.choose({.profile = u"work"_s}));
    QCOMPARE(file(), inFolder(u"mine.db"_s));
}

void tst_Connector::localRegistriesAreOfferedForWhatTheyHold()
{
    using Kind = LocalOffer::Kind;
    const QByteArray dataHome = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(inFolder(u"data"_s)));
    const auto restore = qScopeGuard([&] { qputenv("XDG_DATA_HOME", dataHome); });
    Connector connector(*m_profiles);
    const LocalOffer samples{Kind::Samples, paths::localRegistryFile()};
    const LocalOffer none{Kind::New, paths::ownRegistryFile()};
    const LocalOffer own{Kind::Own, paths::ownRegistryFile()};
    QCOMPARE(connector.localOffers(), QList({samples, none}));
    const auto opened = wait(connector.open({UseLocalRegistry{own.file}, {}}));
    QVERIFY(opened && !opened->target.isSamples);
    QCOMPARE(connector.localOffers(), QList({samples, own}));
    const auto filled = wait(connector.open(connector.localChoice()));
    QVERIFY(filled && filled->target.isSamples);
    QCOMPARE(connector.localOffers(), QList({samples, own}));
    // Another program knows no better than what it is told.
    Connector other(*m_profiles);
    QCOMPARE(other.localOffers().first().kind, Kind::Own);
    other.noteSamples(samples.file, true);
    QCOMPARE(other.localOffers(), QList({samples, own}));
    // With --local FILE that one is meant.
    QVERIFY(other.choose({.local = inFolder(u"mine.db"_s)}));
    QCOMPARE(other.localOffers().first(), LocalOffer({Kind::Samples, inFolder(u"mine.db"_s)}));
    QVERIFY(other.choose({.local = own.file}));
    QCOMPARE(other.localOffers(), QList({samples, own}));
}

void tst_Connector::aLocalRegistryThatFailedIsTriedAgain()
{
    const QString file = inFolder(u"script.sh"_s);
    QFile script(file);
    QVERIFY(script.open(QIODevice::WriteOnly) && script.write("#!/bin/sh\n") > 0);
    script.close();
    Connector connector(*m_profiles);
    const ConnectionChoice local{UseLocalRegistry{file}, {}};
    QCOMPARE(wait(connector.open(local)).error().kind, Error::Kind::Storage);
    QVERIFY(script.remove());
    QVERIFY(wait(connector.open(local)));
}

void tst_Connector::noticesAreToldOnce()
{
    QFile file(inFolder(u"local.db"_s));
    const ConnectionChoice local{UseLocalRegistry{file.fileName()}, {}};
    {
        Connector connector(*m_profiles);
        QVERIFY(wait(connector.open(local)));
        QVERIFY(connector.takeNotices().isEmpty());
    }
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 4096 / 2 * 4096));
    file.close();
    Connector connector(*m_profiles);
    QVERIFY(wait(connector.open(local)));
    const auto notices = connector.takeNotices();
    QCOMPARE(notices.size(), 1);
    const QString text = registryNoticeText(notices.first());
    QVERIFY2(text.contains(u"was damaged: "_s + file.fileName()), qPrintable(text));
    QVERIFY2(text.contains(file.fileName() + u".damaged-"_s), qPrintable(text));
    QVERIFY(wait(connector.open(local)));
    QVERIFY(connector.takeNotices().isEmpty());
}

MODELSCRIBE_TEST(tst_Connector)

} // namespace tst_connector

#include "tst_connector.moc"
