// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profileroute.h"

#include "api/testproxies.h"
#include "api/wiretest.h"
#include "connect/connectioncheck.h"
#include "connect/connector.h"
#include "connect/toolkeys.h"
#include "credentials/memorystore.h"
#include "model/wording.h"
#include "remote/tlsserver.h"
#include "testclass.h"

#include <QDir>
#include <QTemporaryDir>

namespace tst_profileroute {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Password = ProxyChoice::Password;
using Kind = CheckStep::Kind;
using State = CheckStep::State;

namespace {

constexpr auto proxySecret = "CanaryProxyPassword77";

//! A keychain that can be locked.
class RouteStore : public MemoryStore
{
public:
    QFuture<Result<AccessKey>> read(const QString &name) override
    {
        return isLocked ? locked<AccessKey>() : MemoryStore::read(name);
    }
    QFuture<Result<std::monostate>> write(const QString &name, const AccessKey &key) override
    {
        return isLocked ? locked<std::monostate>() : MemoryStore::write(name, key);
    }
    QFuture<Result<std::monostate>> remove(const QString &name) override
    {
        return isLocked ? locked<std::monostate>() : MemoryStore::remove(name);
    }

    bool isLocked = false;

private:
    template<typename T>
    static QFuture<Result<T>> locked()
    {
        return readyResult<T>(failure(Error::Kind::Storage, u"locked"_s));
    }
};

ProxyChoice proxyOf(quint16 port, Password password = Password::None)
{
    ProxyChoice proxy = *ProxyChoice::fromText(u"http://me@127.0.0.1:%1"_s.arg(port));
    proxy.password = password;
    return proxy;
}

} // namespace

class tst_ProfileRoute : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void aPasswordIsKeptWhereItIsSaid_data();
    void aPasswordIsKeptWhereItIsSaid();
    void aPasswordGoesToNoOtherProxy();
    void aProfileThatGoesTakesItAlong();
    void aKeychainThatDoesNotOpenLosesNothing();
    void aPasswordOfAnEarlierSessionIsAskedForAgain();
    void aCaFileIsLookedAt();
    void aProxyOfANewerVersionIsNotPassedBy();
    void aProfileIsReachedByItsProxyAndBelievesItsFile();
    void theCheckSaysWhatIsWrongOnTheWay_data();
    void theCheckSaysWhatIsWrongOnTheWay();

private:
    QString file() const { return m_folder->filePath(u"profiles.json"_s); }
    QByteArray stored() const
    {
        QFile text(file());
        return text.open(QIODevice::ReadOnly) ? text.readAll() : QByteArray();
    }
    Profile profile(const ProxyChoice &proxy, const QString &caFile = {}) const
    {
        return {.name = u"work"_s,
                .endpoint = u"https://registry.example"_s,
                .proxy = proxy,
                .caFile = caFile};
    }
    Result<std::monostate> store(const Profile &what, const QByteArray &password = {})
    {
        return wait(m_profiles->store(what, canaryKey(), Profiles::Keep::ThisSession, password));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RouteStore> m_keychain;
    std::unique_ptr<Profiles> m_profiles;
};

void tst_ProfileRoute::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<RouteStore>();
    m_profiles = std::make_unique<Profiles>(file(), *m_keychain);
}

void tst_ProfileRoute::aPasswordIsKeptWhereItIsSaid_data()
{
    QTest::addColumn<Password>("place");
    QTest::newRow("keychain") << Password::Keychain;
    QTest::newRow("session") << Password::Session;
}

void tst_ProfileRoute::aPasswordIsKeptWhereItIsSaid()
{
    QFETCH(Password, place);
    QVERIFY(store(profile(proxyOf(3128, place)), proxySecret));
    const auto route = wait(routeOf(*m_profiles, m_profiles->list().first()));
    QVERIFY(route);
    QCOMPARE(route->proxyPassword, QByteArray(proxySecret));
    QCOMPARE(route->proxyTo(QUrl(u"https://a.example"_s)).password(),
             QString::fromLatin1(proxySecret));
    const bool isInKeychain = wait(m_keychain->read(u" proxy of work"_s)).has_value();
    QCOMPARE(isInKeychain, place == Password::Keychain);
    QVERIFY(stored().contains("me@127.0.0.1:3128"));
    QVERIFY(!stored().contains(proxySecret));
    // Stored again without being typed it stays; in memory only, nothing lingers in the keychain.
    QVERIFY(wait(m_profiles->store(m_profiles->list().first())));
    QCOMPARE(wait(routeOf(*m_profiles, m_profiles->list().first()))->proxyPassword,
             QByteArray(proxySecret));
    QVERIFY(wait(m_profiles->store(profile(proxyOf(3128, Password::Session)), canaryKey(),
                                   Profiles::Keep::ThisSession, "another")));
    QTRY_VERIFY(!wait(m_keychain->read(u" proxy of work"_s)));
    QCOMPARE(wait(routeOf(*m_profiles, m_profiles->list().first()))->proxyPassword, "another"_ba);
}

void tst_ProfileRoute::aPasswordGoesToNoOtherProxy()
{
    QVERIFY(store(profile(proxyOf(3128, Password::Keychain)), proxySecret));
    // As somebody else wrote it into the file.
    const Profile typed = profile(proxyOf(3129, Password::Keychain));
    QCOMPARE(wait(routeOf(*m_profiles, typed)).error().code, u"proxy-password-gone"_s);
    // Stored with another proxy it goes for good.
    QVERIFY(store(typed));
    QCOMPARE(m_profiles->list().first().proxy.password, Password::None);
    QTRY_VERIFY(!wait(m_keychain->read(u" proxy of work"_s)));
    QCOMPARE(wait(routeOf(*m_profiles, m_profiles->list().first()))->proxyPassword, QByteArray());
}

void tst_ProfileRoute::aProfileThatGoesTakesItAlong()
{
    QVERIFY(store(profile(proxyOf(3128, Password::Keychain)), proxySecret));
    m_keychain->isLocked = true;
    QCOMPARE(wait(m_profiles->forget(u"work"_s)).error().detail, u"locked"_s);
    QCOMPARE(m_profiles->list().size(), 1);
    m_keychain->isLocked = false;
    QVERIFY(wait(m_profiles->forget(u"work"_s)));
    QVERIFY(!wait(m_keychain->read(u" proxy of work"_s)));
    QVERIFY(m_profiles->list().isEmpty());
}

void tst_ProfileRoute::aKeychainThatDoesNotOpenLosesNothing()
{
    QVERIFY(store(profile(proxyOf(3128, Password::Keychain)), proxySecret));
    const QByteArray before = stored();
    m_keychain->isLocked = true;
    QCOMPARE(store(profile(proxyOf(8080, Password::Keychain)), "another").error().detail,
             u"locked"_s);
    QCOMPARE(stored(), before);
    const auto route = wait(routeOf(*m_profiles, m_profiles->list().first()));
    QCOMPARE(route.error().code, u"proxy-password-unread"_s);
    const QString said = wording::whole(route.error());
    QVERIFY2(said.contains("127.0.0.1:3128: the keychain is locked"_L1), qPrintable(said));
    m_keychain->isLocked = false;
    QCOMPARE(wait(routeOf(*m_profiles, m_profiles->list().first()))->proxyPassword,
             QByteArray(proxySecret));
}

void tst_ProfileRoute::aPasswordOfAnEarlierSessionIsAskedForAgain()
{
    QVERIFY(store(profile(proxyOf(3128, Password::Session)), proxySecret));
    Profiles later(file(), *m_keychain);
    const auto route = wait(routeOf(later, later.list().first()));
    QCOMPARE(route.error().code, u"proxy-password-gone"_s);
    QVERIFY(wording::whole(route.error()).contains(u"Enter the proxy’s user and password"_s));
    QVERIFY(wait(routeOf(later, later.list().first(), "typed")));
}

void tst_ProfileRoute::aCaFileIsLookedAt()
{
    const QString missing = m_folder->filePath(u"ca.pem"_s);
    const Result<std::monostate> refused = store(profile({}, missing));
    QCOMPARE(refused.error().code, u"ca-file-missing"_s);
    QCOMPARE(refused.error().file, missing);
    QCOMPARE(stored(), QByteArray());
    QVERIFY(QFile::copy(TlsServer::fileName(u"ca.pem"_s), missing));
    QVERIFY(store(profile({}, missing)));
    QVERIFY(!wait(routeOf(*m_profiles, m_profiles->list().first()))->authorities.isEmpty());
    // Gone later: nobody goes on without it.
    QVERIFY(QFile::remove(missing));
    Connector connector(*m_profiles);
    QCOMPARE(wait(connector.open({UseProfile{u"work"_s}, {}})).error().code, u"ca-file-missing"_s);
}

void tst_ProfileRoute::aProxyOfANewerVersionIsNotPassedBy()
{
    QFile text(file());
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(R"({"profiles":[{"name":"work","region":"cn-beijing","proxy":"quic://x:1"}]})");
    text.close();
    Profiles profiles(file(), *m_keychain);
    const auto route = wait(routeOf(profiles, profiles.list().first()));
    QCOMPARE(route.error().code, u"proxy-unknown"_s);
    QVERIFY(
        wait(profiles.store(profiles.list().first(), canaryKey(), Profiles::Keep::ThisSession)));
    QVERIFY(stored().contains("quic://x:1"));
}

void tst_ProfileRoute::aProfileIsReachedByItsProxyAndBelievesItsFile()
{
    TlsServer server(u"wrong-name.pem"_s, TlsServer::Authority::Stranger);
    server->setScript({FaultServer::answer(200, R"({"TotalCount":0,"Workspaces":[]})")});
    Relay world(Relay::Speaks::Http, server.port());
    TinyProxy proxy(world.port(), "me "_ba + proxySecret);
    QVERIFY2(proxy.trouble().isEmpty(), qPrintable(proxy.trouble()));
    QVERIFY(
        store(profile(proxyOf(proxy.port(), Password::Keychain), TlsServer::fileName(u"ca.pem"_s)),
              proxySecret));
    Connector connector(*m_profiles);
    const auto settings = wait(connector.open({UseProfile{u"work"_s}, {}}));
    QVERIFY(settings);
    Connection connection(*settings, patientOptions());
    const auto page = wait(connection.client().run(operations::listWorkspaces()));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(world.asked().value(0), "registry.example:443"_ba);
}

void tst_ProfileRoute::theCheckSaysWhatIsWrongOnTheWay_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("all right") << u"wrong-name.pem"_s << u"ca.pem"_s << QByteArray(proxySecret)
                               << QString() << QString();
    QTest::newRow("wrong password")
        << u"wrong-name.pem"_s << u"ca.pem"_s << "wrong"_ba << u"proxy-error-answer"_s
        << u"as some do to a wrong user or password (registry.example:443 by proxy"_s;
    QTest::newRow("a user without password")
        << u"wrong-name.pem"_s << u"ca.pem"_s << QByteArray() << u"proxy-error-answer"_s
        << u"Enter the proxy’s user and password in the profile, under Network."_s;
    QTest::newRow("unknown authority")
        << u"wrong-name.pem"_s << QString() << QByteArray(proxySecret) << u"tls-unknown-authority"_s
        << u"it is for registry.example, signed by Test CA, valid from 1/1/2020 until 1/1/2120. "
           "Get the authority’s certificate"_s;
    QTest::newRow("another host") << u"expired.pem"_s << u"ca.pem"_s << QByteArray(proxySecret)
                                  << u"tls-wrong-host"_s << u"it is for 127.0.0.1, localhost"_s;
}

void tst_ProfileRoute::theCheckSaysWhatIsWrongOnTheWay()
{
    QFETCH(QString, certificate);
    QFETCH(QString, caFile);
    QFETCH(QByteArray, password);
    QFETCH(QString, code);
    QFETCH(QString, said);
    TlsServer server(certificate, TlsServer::Authority::Stranger);
    server->setScript(
        {FaultServer::answer(200, {}),
         FaultServer::answer(200, R"({"TotalCount":1,"Workspaces":[{"WorkspaceId":"1"}]})"),
         FaultServer::answer(200, R"({"TotalCount":0,"Models":[]})")});
    Relay world(Relay::Speaks::Http, server.port());
    TinyProxy proxy(world.port(), "me "_ba + proxySecret);
    QVERIFY2(proxy.trouble().isEmpty(), qPrintable(proxy.trouble()));
    Connector connector(*m_profiles);
    const auto settings = wait(connector.settings(
        profile(proxyOf(proxy.port()), caFile.isEmpty() ? caFile : TlsServer::fileName(caFile)),
        canaryKey(), password));
    QVERIFY(settings);
    ClientOptions options = quickOptions();
    options.connectTimeout = options.idleTimeout = options.callTimeout = 10s;
    ConnectionCheck check(*settings, options);
    check.start();
    QTRY_VERIFY_WITH_TIMEOUT(!check.isRunning(), 30'000);
    QVERIFY(check.steps()[int(Kind::Name)].isProxy);
    if (code.isEmpty()) {
        QVERIFY2(check.hasPassed(),
                 check.failed() ? qPrintable(check.failed()->error->detail) : "");
        return;
    }
    QVERIFY(check.failed());
    QCOMPARE(check.failed()->kind, Kind::Tls);
    QCOMPARE(check.failed()->error->code, code);
    const QString whole = wording::whole(*check.failed()->error);
    QVERIFY2(whole.contains(said), qPrintable(whole));
    QVERIFY(!whole.contains(QLatin1StringView(proxySecret)));
    QVERIFY(server->listener().bytes().isEmpty());
}

MODELSCRIBE_TEST(tst_ProfileRoute)

} // namespace tst_profileroute

#include "tst_profileroute.moc"
