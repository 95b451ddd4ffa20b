// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networkroute.h"

#include "api/authorities.h"
#include "api/certificateerror.h"
#include "api/keyresolver.h"
#include "api/operations.h"
#include "api/testproxies.h"
#include "api/wiretest.h"
#include "model/wording.h"
#include "remote/tlsserver.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QTimer>

namespace tst_networkroute {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Step = FaultServer::Step;

namespace {

constexpr auto routeUser = "canary-user";
constexpr auto routePassword = "CanaryProxyPassword77";

const QByteArray modelAnswer = R"({"ModelId":"m","ModelName":"a"})";

ProxyChoice proxyAt(quint16 port, const QString &scheme = u"http"_s, const QString &user = {})
{
    const QString who = user.isEmpty() ? QString() : user + u'@';
    const QString address = scheme + u"://"_s + who + u"127.0.0.1:"_s + QString::number(port);
    return ProxyChoice::fromText(address).value();
}

} // namespace

class tst_NetworkRoute : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void certificatesAreExplained_data();
    void certificatesAreExplained();
    void aCaFileIsForOneConnectionOnly();
    void theFirstThingToMendIsSaid();
    void tinyproxyLeadsThere_data();
    void tinyproxyLeadsThere();
    void socks5LeadsThere_data();
    void socks5LeadsThere();
    void proxiesThatDoNotWorkAreNamed_data();
    void proxiesThatDoNotWorkAreNamed();
    void aRefusedPasswordIsNotTriedAgain();
    void theCertificateBehindAProxyIsLookedAt();
    void thisComputerIsReachedWithoutIt();
    void keysAreFetchedTheSameWay();
    void whatAProxySaysLosesThePassword();

private:
    QList<QSslCertificate> believed(const QString &name)
    {
        return wait(authoritiesWith(TlsServer::fileName(name), this)).value();
    }
    //! What comes of a read at \p address; the longest time that the event loop stood still.
    std::optional<Error> read(const QString &address, const NetworkRoute &route)
    {
        ClientOptions options = m_options;
        options.route = route;
        Client client(*Endpoint::fromText(address), canarySource(), options);
        connect(&client, &Client::callFinished, this,
                [this](const CallReport &report) { m_attempts = report.attempts; });
        QElapsedTimer since;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { m_gap = std::max(m_gap, since.restart()); });
        since.start();
        heart.start(1ms);
        const auto model = wait(client.run(operations::getModel(u"m"_s)), 30'000);
        return model ? std::nullopt : std::optional(model.error());
    }

    ClientOptions m_options;
    qint64 m_gap = 0;
    int m_attempts = 0;
};

void tst_NetworkRoute::init()
{
    m_options = quickOptions();
    m_options.connectTimeout = m_options.idleTimeout = m_options.callTimeout = 10s;
    m_gap = 0;
}

void tst_NetworkRoute::certificatesAreExplained_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *shown, const char *caFile, const char *code,
                        const char *said) {
        QTest::newRow(name) << QString::fromLatin1(shown) << QString::fromLatin1(caFile)
                            << QString::fromLatin1(code) << QString::fromUtf8(said);
    };
    row("unknown authority", "good.pem", "", "tls-unknown-authority",
        "signed by an authority that this computer does not know, so nothing was sent: it is for "
        "127.0.0.1, localhost, signed by Test CA, valid from 1/1/2020 until 1/1/2120");
    row("its authority", "good.pem", "ca.pem", "", "");
    row("self-signed", "self-signed.pem", "ca.pem", "tls-self-signed", "self-signed");
    row("itself as authority", "self-signed.pem", "self-signed.pem", "", "");
    row("expired", "expired.pem", "ca.pem", "tls-expired",
        "has expired, so nothing was sent: it is for 127.0.0.1, localhost, signed by Test CA, "
        "valid "
        "from 1/1/2020 until 1/1/2021. Check this computer’s clock");
    row("another host", "wrong-name.pem", "ca.pem", "tls-wrong-host",
        "is for another host, so nothing was sent: it is for registry.example, signed by Test CA");
}

void tst_NetworkRoute::certificatesAreExplained()
{
    QFETCH(QString, shown);
    QFETCH(QString, caFile);
    QFETCH(QString, code);
    QFETCH(QString, said);
    TlsServer server(shown, TlsServer::Authority::Stranger);
    server->setScript({FaultServer::answer(200, modelAnswer)});
    NetworkRoute route;
    if (!caFile.isEmpty())
        route.authorities = believed(caFile);
    const auto error = read(server.url(u""_s).toString(), route);
    if (code.isEmpty()) {
        QVERIFY2(!error, error ? qPrintable(error->detail) : "");
        QCOMPARE(server.requests(), 1);
        return;
    }
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::Tls);
    QCOMPARE(error->code, code);
    QVERIFY(error->certificate);
    QVERIFY2(wording::whole(*error).contains(said), qPrintable(wording::whole(*error)));
    QVERIFY(server->listener().bytes().isEmpty());
}

void tst_NetworkRoute::aCaFileIsForOneConnectionOnly()
{
    TlsServer server(u"good.pem"_s, TlsServer::Authority::Stranger);
    server->setScript({FaultServer::answer(200, modelAnswer)});
    const QString address = server.url(u""_s).toString();
    QVERIFY(!read(address, {.authorities = believed(u"ca.pem"_s)}));
    QCOMPARE(read(address, {})->code, u"tls-unknown-authority"_s);
    // What others believe does not count less for it.
    TlsServer trusted;
    trusted->setScript({FaultServer::answer(200, modelAnswer)});
    QVERIFY(!read(trusted.url(u""_s).toString(), {.authorities = believed(u"self-signed.pem"_s)}));
}

void tst_NetworkRoute::theFirstThingToMendIsSaid()
{
    QFile file(TlsServer::fileName(u"expired.pem"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QSslCertificate shown(file.readAll());
    const auto code = [&shown](QList<QSslError::SslError> faults) {
        QList<QSslError> errors;
        for (const QSslError::SslError fault : faults)
            errors.append(QSslError(fault, shown));
        return certificateError(u"host:443"_s, errors, shown).code;
    };
    using Fault = QSslError::SslError;
    QCOMPARE(code({Fault::UnableToGetLocalIssuerCertificate, Fault::CertificateExpired}),
             u"tls-expired"_s);
    QCOMPARE(code({Fault::CertificateNotYetValid}), u"tls-not-yet-valid"_s);
    QCOMPARE(code({Fault::CertificateRevoked}), u"tls-revoked"_s);
    QCOMPARE(code({Fault::SelfSignedCertificateInChain}), u"tls-unknown-authority"_s);
    QCOMPARE(code({Fault::InvalidPurpose}), QString());
    const Error plain = certificateError(u"host:443"_s, {QSslError(Fault::InvalidPurpose)},
                                         QSslCertificate());
    QVERIFY(!plain.certificate);
    QVERIFY(plain.detail.startsWith("host:443: "_L1));
}

void tst_NetworkRoute::tinyproxyLeadsThere_data()
{
    QTest::addColumn<bool>("asks");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("code");
    const QString user = QString::fromLatin1(routeUser);
    QTest::newRow("for anybody") << false << QString() << QByteArray() << QString();
    QTest::newRow("right password") << true << user << QByteArray(routePassword) << QString();
    QTest::newRow("wrong password")
        << true << user << QByteArray(routePassword).toLower() << u"proxy-error-answer"_s;
    QTest::newRow("no password") << true << QString() << QByteArray() << u"proxy-needs-password"_s;
}

void tst_NetworkRoute::tinyproxyLeadsThere()
{
    QFETCH(bool, asks);
    QFETCH(QString, user);
    QFETCH(QByteArray, password);
    QFETCH(QString, code);
    TlsServer server(u"wrong-name.pem"_s, TlsServer::Authority::Stranger);
    server->setScript({FaultServer::answer(200, modelAnswer)});
    Relay world(Relay::Speaks::Http, server.port());
    TinyProxy proxy(world.port(),
                    asks ? QByteArray(routeUser) + ' ' + routePassword : QByteArray());
    QVERIFY2(proxy.trouble().isEmpty(), qPrintable(proxy.trouble()));
    const NetworkRoute route{.proxy = proxyAt(proxy.port(), u"http"_s, user),
                             .proxyPassword = password,
                             .authorities = believed(u"ca.pem"_s)};
    const auto error = read(u"https://registry.example"_s, route);
    if (code.isEmpty()) {
        QVERIFY2(!error, error ? qPrintable(error->detail + QString::fromUtf8(proxy.log())) : "");
        QCOMPARE(world.asked().value(0), "registry.example:443"_ba);
        QCOMPARE(server.requests(), 1);
        return;
    }
    QVERIFY(error);
    QVERIFY2(error->code == code, qPrintable(error->code + error->detail));
    QCOMPARE(error->kind, Error::Kind::Network);
    const QString whole = wording::whole(*error);
    QVERIFY2(whole.contains("by proxy 127.0.0.1:"_L1) && whole.contains("under Network"_L1),
             qPrintable(whole));
    QVERIFY(!whole.contains(QString::fromLatin1(password)) || password.isEmpty());
    QVERIFY(world.asked().isEmpty());
}

void tst_NetworkRoute::socks5LeadsThere_data()
{
    QTest::addColumn<bool>("asks");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("code");
    const QString user = QString::fromLatin1(routeUser);
    QTest::newRow("for anybody") << false << QString() << QByteArray() << QString();
    QTest::newRow("right password") << true << user << QByteArray(routePassword) << QString();
    QTest::newRow("wrong password") << true << user << "wrong"_ba << u"proxy-wrong-password"_s;
    QTest::newRow("no password") << true << QString() << QByteArray() << u"proxy-needs-password"_s;
}

void tst_NetworkRoute::socks5LeadsThere()
{
    QFETCH(bool, asks);
    QFETCH(QString, user);
    QFETCH(QByteArray, password);
    QFETCH(QString, code);
    TlsServer server(u"wrong-name.pem"_s, TlsServer::Authority::Stranger);
    server->setScript({FaultServer::answer(200, modelAnswer)});
    Relay proxy(Relay::Speaks::Socks5, server.port());
    if (asks)
        proxy.requireUser(routeUser, routePassword);
    const NetworkRoute route{.proxy = proxyAt(proxy.port(), u"socks5"_s, user),
                             .proxyPassword = password,
                             .authorities = believed(u"ca.pem"_s)};
    const auto error = read(u"https://registry.example"_s, route);
    if (code.isEmpty()) {
        QVERIFY2(!error, error ? qPrintable(error->detail) : "");
        // The name goes to the proxy: this computer may not know it.
        QCOMPARE(proxy.asked().value(0), "registry.example:443"_ba);
        return;
    }
    QVERIFY(error);
    QVERIFY2(error->code == code, qPrintable(error->code + error->detail));
    QVERIFY(proxy.asked().isEmpty());
}

void tst_NetworkRoute::proxiesThatDoNotWorkAreNamed_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<Step>("does");
    QTest::addColumn<QString>("code");
    const Step nothing = FaultServer::silence();
    QTest::newRow("http, nobody there") << u"http"_s << false << nothing << u"proxy-unreachable"_s;
    QTest::newRow("socks5, nobody there")
        << u"socks5"_s << false << nothing << u"proxy-unreachable"_s;
    QTest::newRow("http, never answers") << u"http"_s << true << nothing << u"proxy-silent"_s;
    // Qt connects again and again until there is no more time.
    QTest::newRow("http, closes") << u"http"_s << true << FaultServer::close() << u"proxy-silent"_s;
    QTest::newRow("http, garbage")
        << u"http"_s << true << FaultServer::bytes("SSH-2.0-x\r\n\r\n") << u"proxy-broken"_s;
    QTest::newRow("http, bad gateway")
        << u"http"_s << true << FaultServer::answer(502, "x") << u"proxy-broken"_s;
    QTest::newRow("http, forbidden")
        << u"http"_s << true << FaultServer::answer(403, "x") << u"proxy-refused"_s;
    QTest::newRow("http, not the host")
        << u"http"_s << true << FaultServer::answer(503, "x") << QString();
}

void tst_NetworkRoute::proxiesThatDoNotWorkAreNamed()
{
    QFETCH(QString, scheme);
    QFETCH(bool, isThere);
    QFETCH(Step, does);
    QFETCH(QString, code);
    FaultServer proxy;
    proxy.setScript({does});
    m_options.connectTimeout = 500ms;
    m_options.callTimeout = 5s;
    QElapsedTimer time;
    time.start();
    const auto error = read(u"https://registry.example"_s,
                            {.proxy = proxyAt(isThere ? proxy.port() : unusedPort(), scheme)});
    QVERIFY(error);
    QVERIFY2(error->code == code, qPrintable(error->code + u' ' + error->detail));
    QVERIFY2(error->detail.startsWith("registry.example:443 by proxy 127.0.0.1:"_L1),
             qPrintable(error->detail));
    QVERIFY(time.elapsed() < 5000);
    qInfo("longest gap %lld ms", m_gap);
    QVERIFY(m_gap < 250); // 50 ms on a computer that has nothing else to do
    // Nothing that would say who asks.
    QVERIFY(!proxy.listener().bytes().contains(canaryKey().id));
}

void tst_NetworkRoute::aRefusedPasswordIsNotTriedAgain()
{
    FaultServer proxy;
    proxy.setScript({FaultServer::answer(
        407, "", {{"Proxy-Authenticate", "Basic realm=\"x\""}, {"Proxy-Connection", "close"}})});
    const auto error = read(
        u"https://registry.example"_s,
        {.proxy = proxyAt(proxy.port(), u"http"_s, u"me"_s), .proxyPassword = routePassword});
    QVERIFY(error);
    QCOMPARE(error->code, u"proxy-wrong-password"_s);
    qsizetype withPassword = 0;
    for (const ReceivedRequest &request : proxy.listener().requests())
        withPassword += request.countHeader("proxy-authorization");
    QVERIFY2(withPassword <= 1, QByteArray::number(withPassword).constData());
}

void tst_NetworkRoute::theCertificateBehindAProxyIsLookedAt()
{
    TlsServer server(u"expired.pem"_s, TlsServer::Authority::Stranger);
    Relay proxy(Relay::Speaks::Http, server.port());
    const auto error = read(u"https://registry.example"_s,
                            {.proxy = proxyAt(proxy.port()), .authorities = believed(u"ca.pem"_s)});
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::Tls);
    QCOMPARE(error->code, u"tls-wrong-host"_s); // and it has ended as well
    QVERIFY(server->listener().bytes().isEmpty());
}

void tst_NetworkRoute::thisComputerIsReachedWithoutIt()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, modelAnswer)});
    FaultServer proxy;
    QVERIFY(!read(server.address(), {.proxy = proxyAt(proxy.port())}));
    QVERIFY(!read(server.address(), {.proxy = proxyAt(proxy.port(), u"socks5"_s)}));
    TlsServer tls;
    tls->setScript({FaultServer::answer(200, modelAnswer)});
    QVERIFY(!read(tls.url(u""_s).toString(), {.proxy = proxyAt(proxy.port())}));
    QCOMPARE(proxy.listener().connections(), 0);
}

void tst_NetworkRoute::keysAreFetchedTheSameWay()
{
    TlsServer server(u"wrong-name.pem"_s, TlsServer::Authority::Stranger);
    const QByteArray key = R"({"AccessKeyId":"LTAIfetched","AccessKeySecret":"s",)"
                           R"("SecurityToken":"t","Expiration":"2099-01-01T00:00:00Z"})";
    const QByteArray assumed = R"({"Credentials":)" + key + '}';
    Relay proxy(Relay::Speaks::Http, server.port());
    const NetworkRoute route{.proxy = proxyAt(proxy.port()), .authorities = believed(u"ca.pem"_s)};
    KeyResolver resolver({.client = m_options});
    const KeyRecipe fromAddress{.start = KeyAddress{.url = u"https://registry.example/key"_s}};
    server->setScript({FaultServer::answer(200, key)});
    const auto fetched = wait(resolver.resolve(fromAddress, route));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().detail));
    QCOMPARE(fetched->id, "LTAIfetched"_ba);
    // Without the file, or with another proxy, what is wrong has a name.
    QCOMPARE(wait(resolver.resolve(fromAddress, {.proxy = route.proxy})).error().code,
             u"tls-unknown-authority"_s);
    QCOMPARE(wait(resolver.resolve(fromAddress, {.proxy = proxyAt(unusedPort())})).error().code,
             u"proxy-unreachable"_s);

    const KeyRecipe withRole{
        .start = canaryKey(),
        .roles = {{.arn = u"acs:ram::1:role/r"_s, .stsAddress = u"https://registry.example"_s}}};
    server->setScript({FaultServer::answer(200, assumed)});
    const auto taken = wait(resolver.resolve(withRole, route));
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().detail));
    QCOMPARE(wait(resolver.resolve(withRole, {.proxy = proxyAt(unusedPort())})).error().code,
             u"proxy-unreachable"_s);
    for (const QByteArray &asked : proxy.asked())
        QCOMPARE(asked, "registry.example:443"_ba);
}

void tst_NetworkRoute::whatAProxySaysLosesThePassword()
{
    const NetworkRoute route{.proxy = proxyAt(1, u"http"_s, u"me"_s),
                             .proxyPassword = routePassword};
    const QByteArray sent = QByteArray("me:") + routePassword;
    const QString said = u"you sent "_s + QString::fromLatin1(routePassword) + u", Basic "_s
                         + QString::fromLatin1(sent.toBase64());
    QCOMPARE(route.withoutPassword(said), u"you sent [removed], Basic [removed]"_s);
    QCOMPARE(route.where(QUrl(u"https://a.example"_s)), u"a.example:443 by proxy 127.0.0.1:1"_s);
    QCOMPARE(route.where(QUrl(u"https://127.0.0.1:8"_s)), u"127.0.0.1:8"_s);
}

MODELSCRIBE_TEST(tst_NetworkRoute)

} // namespace tst_networkroute

#include "tst_networkroute.moc"
