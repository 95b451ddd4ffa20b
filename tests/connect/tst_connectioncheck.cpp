// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connectioncheck.h"

#include "api/faultserver.h"
#include "api/wiretest.h"
#include "connect/checkwording.h"
#include "connect/connector.h"
#include "connect/toolkeys.h"
#include "credentials/memorystore.h"
#include "localregistry/localregistry.h"
#include "model/wording.h"
#include "testclass.h"
#include "testpaths.h"

#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

namespace tst_connectioncheck {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Step = FaultServer::Step;
using State = CheckStep::State;
using Kind = CheckStep::Kind;

namespace {

const QDateTime checkTime({2026, 1, 2}, {3, 0, 0}, Qt::UTC);

Step head(const QByteArray &date = "Fri, 02 Jan 2026 03:00:00 GMT")
{
    return FaultServer::bytesThenClose("HTTP/1.1 404 Not Found\r\nDate: " + date
                                       + "\r\nContent-Length: 0\r\n\r\n");
}

Step refusal(int status, const QByteArray &code)
{
    return FaultServer::answer(status, "{\"Code\":\"" + code + "\",\"RequestId\":\"R-1\"}",
                               {{"Date", "Fri, 02 Jan 2026 03:20:00 GMT"}});
}

Step workspaces()
{
    return FaultServer::answer(
        200, R"({"TotalCount":2,"Workspaces":[{"WorkspaceId":"1","WorkspaceName":"a"},)"
             R"({"WorkspaceId":"2","WorkspaceName":"b","IsDefault":true}]})");
}

Step models() { return FaultServer::answer(200, R"({"TotalCount":8412,"Models":[]})"); }

//! "PPPWPFn": one letter a step.
QString lettersOf(const ConnectionCheck &check)
{
    QString letters;
    for (const CheckStep &step : check.steps())
        letters += u".RPWFn"_s[int(step.state)];
    return letters;
}

QByteArray tlsFile(const QString &name)
{
    QFile file(sourcePath(u"tests/api/data/tls/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslCertificate tlsCertificate(const QString &name) { return QSslCertificate(tlsFile(name)); }

} // namespace

class tst_ConnectionCheck : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everythingPassesOnALocalRegistry();
    void theFirstFailureStops_data();
    void theFirstFailureStops();
    void clocksAreCompared_data();
    void clocksAreCompared();
    void namesThatLeadNowhereAreSaid();
    void nobodyThereIsSaid();
    void certificatesAreLookedAt_data();
    void certificatesAreLookedAt();
    void noKeyEndsItBeforeAnythingIsSigned();
    void theDefaultWorkspaceIsAsked();
    void whoMayNotListWorkspacesCanStillUseOne();
    void canBeCancelled_data();
    void canBeCancelled();
    void canBeStartedAgain();
    void canBeDeletedAtAnyMoment();
    void aTypedProfileIsCheckedWithoutBeingStored();
    void aStoredKeyGoesToNoOtherAddress();

private:
    void run(ConnectionCheck &check)
    {
        QSignalSpy finished(&check, &ConnectionCheck::finished);
        check.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000);
        QVERIFY(!check.isRunning());
    }
    ConnectionSettings settings(const QString &address, const QString &workspace = {}) const
    {
        return {.target = {.endpoint = *Endpoint::fromText(address), .workspaceId = workspace},
                .credentials = canarySource()};
    }

    std::unique_ptr<FaultServer> m_server;
    ClientOptions m_options;
};

void tst_ConnectionCheck::init()
{
    m_server = std::make_unique<FaultServer>();
    m_options = quickOptions();
    m_options.now = [] { return checkTime; };
}

void tst_ConnectionCheck::everythingPassesOnALocalRegistry()
{
    QTemporaryDir folder;
    const AccessKey key{.id = "LTAIcheck00000000001", .secret = "s"};
    LocalRegistry registry({.database = folder.filePath(u"r.db"_s), .keys = {key}, .samples = 7});
    const auto port = wait(registry.start());
    QVERIFY(port);
    ConnectionCheck check(
        {.target = {.endpoint = *Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(*port))},
         .credentials = fixedCredentials(key)},
        quickOptions());
    run(check);
    QCOMPARE(lettersOf(check), u"PPPPPPP"_s);
    QVERIFY(check.hasPassed());
    QVERIFY(!check.failed());
    QCOMPARE(check.steps()[int(Kind::Name)].subject, u"127.0.0.1"_s);
    QCOMPARE(check.steps()[int(Kind::Keys)].subject, u"LTAI…0001"_s);
    QCOMPARE(check.steps()[int(Kind::Models)].count, 7);
    QVERIFY(!check.workspaces().isEmpty());
    QCOMPARE(*check.steps()[int(Kind::Workspaces)].count, check.workspaces().size());
}

void tst_ConnectionCheck::theFirstFailureStops_data()
{
    QTest::addColumn<Step>("answer");
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("code");
    const auto refused = [](int status, const char *code, const char *letters) {
        QTest::newRow(code) << refusal(status, code) << QString::fromLatin1(letters)
                            << QString::fromLatin1(code);
    };
    refused(400, "InvalidTimeStamp.Expired", "PPPFnnn");
    refused(404, "InvalidAccessKeyId.NotFound", "PPPPFnn");
    refused(400, "SignatureDoesNotMatch", "PPPPFnn");
    refused(400, "IncompleteSignature", "PPPPFnn");
    refused(403, "InvalidSecurityToken.Expired", "PPPPFnn");
    refused(403, "Forbidden.RAM", "PPPPPFn");
    refused(404, "InvalidApi.NotFound", "PPPPPFn");
    refused(429, "Throttling.User", "PPPPPFn");
    refused(500, "InternalError", "PPPPPFn");
    QTest::newRow("a page") << FaultServer::answer(200, "<html>", {{"Content-Type", "text/html"}})
                            << u"PPPPFnn"_s << QString();
    QTest::newRow("silence") << FaultServer::silence() << u"PPPPFnn"_s << QString();
    QTest::newRow("redirect") << FaultServer::answer(302, {}, {{"Location", "http://127.0.0.1/"}})
                              << u"PPPPFnn"_s << QString();
}

void tst_ConnectionCheck::theFirstFailureStops()
{
    QFETCH(Step, answer);
    QFETCH(QString, letters);
    QFETCH(QString, code);
    m_server->setScript({head(), answer});
    ConnectionCheck check(settings(m_server->address()), m_options);
    run(check);
    QCOMPARE(lettersOf(check), letters);
    QVERIFY(check.failed());
    QVERIFY(check.failed()->error);
    QCOMPARE(check.failed()->error->code, code);
    QVERIFY(!check.hasPassed());
    if (code.startsWith("InvalidTimeStamp"_L1)) {
        QCOMPARE(check.failed()->clockOffset, 20 * 60);
        QVERIFY(wording::whole(*check.failed()->error).contains("20 min ahead"_L1));
    }
    QCOMPARE(checkwording::detail(check.steps().last(), checkTime), u"not tried"_s);
}

void tst_ConnectionCheck::clocksAreCompared_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("said");
    QTest::newRow("right") << "Fri, 02 Jan 2026 03:00:10 GMT"_ba << u"PPPPPPP"_s << u"correct"_s;
    QTest::newRow("behind") << "Fri, 02 Jan 2026 03:18:42 GMT"_ba << u"PPPWPPP"_s
                            << u"this computer’s is 18 min behind; corrected in requests"_s;
    QTest::newRow("ahead") << "Thu, 01 Jan 2026 03:00:00 GMT"_ba << u"PPPWPPP"_s
                           << u"this computer’s is 24 h ahead; corrected in requests"_s;
    QTest::newRow("no date") << "soon"_ba << u"PPPPPPP"_s
                             << u"the registry does not report its time"_s;
}

void tst_ConnectionCheck::clocksAreCompared()
{
    QFETCH(QByteArray, date);
    QFETCH(QString, letters);
    QFETCH(QString, said);
    m_server->setScript({head(date), workspaces(), models()});
    ConnectionCheck check(settings(m_server->address()), m_options);
    run(check);
    QCOMPARE(lettersOf(check), letters);
    QCOMPARE(checkwording::detail(check.steps()[int(Kind::Clock)], checkTime), said);
    // Whoever is asked for the time does not learn who asks.
    const ReceivedRequest &asked = m_server->listener().requests().first();
    QCOMPARE(asked.verb, "HEAD"_ba);
    QVERIFY(!asked.raw.contains("authorization") && !asked.raw.contains("LTAI"));
}

void tst_ConnectionCheck::namesThatLeadNowhereAreSaid()
{
    for (const auto &[address, code] :
         {std::pair(u"https://registry.invalid"_s, u"host-not-found"_s),
          std::pair(u"https://aiworkspace-vpc.no-such-region-1.aliyuncs.com"_s,
                    u"vpc-host-not-found"_s)}) {
        ConnectionCheck check(settings(address), m_options);
        m_options.connectTimeout = 10s;
        run(check);
        QCOMPARE(lettersOf(check), u"Fnnnnnn"_s);
        if (check.failed()->error->kind == Error::Kind::Timeout)
            QSKIP("there is no resolver that answers");
        QCOMPARE(check.failed()->error->code, code);
    }
}

void tst_ConnectionCheck::nobodyThereIsSaid()
{
    const QString address = m_server->address();
    m_server.reset();
    ConnectionCheck check(settings(address), m_options);
    run(check);
    QCOMPARE(lettersOf(check), u"PFnnnnn"_s);
    QCOMPARE(check.failed()->error->kind, Error::Kind::Network);
}

void tst_ConnectionCheck::certificatesAreLookedAt_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << u"good.pem"_s << true;
    QTest::newRow("expired") << u"expired.pem"_s << false;
    QTest::newRow("another host") << u"wrong-name.pem"_s << false;
    QTest::newRow("self-signed") << u"self-signed.pem"_s << false;
}

void tst_ConnectionCheck::certificatesAreLookedAt()
{
    QFETCH(QString, file);
    QFETCH(bool, isGood);
    if (!QSslSocket::supportsSsl())
        QSKIP("there is no TLS");
    const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(usual); });
    QSslConfiguration trusting = usual;
    trusting.setCaCertificates({tlsCertificate(u"ca.pem"_s)});
    QSslConfiguration::setDefaultConfiguration(trusting);
    auto *tls = new QSslServer;
    QSslConfiguration offered = usual;
    offered.setLocalCertificate(tlsCertificate(file));
    offered.setPrivateKey(QSslKey(tlsFile(u"key.pem"_s), QSsl::Ec));
    tls->setSslConfiguration(offered);
    QVERIFY(tls->listen(QHostAddress::LocalHost));
    FaultServer server(tls);
    server.setScript({head(), workspaces(), models()});
    m_options.idleTimeout = 2000ms;
    ConnectionCheck check(settings(u"https://127.0.0.1:%1"_s.arg(server.port())), m_options);
    run(check);
    if (isGood) {
        QCOMPARE(lettersOf(check), u"PPPPPPP"_s);
        QVERIFY(!check.steps()[int(Kind::Tls)].subject.isEmpty());
        QCOMPARE(check.steps()[int(Kind::Tls)].until, tlsCertificate(file).expiryDate().toUTC());
        return;
    }
    QCOMPARE(lettersOf(check), u"PFnnnnn"_s);
    QCOMPARE(check.failed()->error->kind, Error::Kind::Tls);
    // Who says so, and until when.
    QVERIFY(check.failed()->error->certificate);
    const CertificateFacts &facts = *check.failed()->error->certificate;
    QVERIFY2(facts.issuer == "Test CA"_L1 || facts.issuer == "localhost"_L1,
             qPrintable(facts.issuer));
    QCOMPARE(facts.until, tlsCertificate(file).expiryDate().toUTC());
    QCOMPARE(server.listener().bytes(), QByteArray());
}

void tst_ConnectionCheck::noKeyEndsItBeforeAnythingIsSigned()
{
    class NoSource : public CredentialSource
    {
    public:
        QFuture<Result<AccessKey>> credentials() override
        {
            return readyResult<AccessKey>(failure(Error::Kind::Unauthorized, u"it has expired"_s));
        }
    };
    m_server->setScript({head()});
    ConnectionSettings none = settings(m_server->address());
    none.credentials = std::make_shared<NoSource>();
    ConnectionCheck check(none, m_options);
    run(check);
    QCOMPARE(lettersOf(check), u"PPFnnnn"_s);
    QCOMPARE(wording::whatHappened(*check.failed()->error),
             u"There is no usable AccessKey: it has expired"_s);
    QCOMPARE(m_server->listener().requests().size(), 1);
}

void tst_ConnectionCheck::theDefaultWorkspaceIsAsked()
{
    for (const auto &[given, asked] :
         {std::pair(QString(), "WorkspaceId=2"_ba), std::pair(u"7"_s, "WorkspaceId=7"_ba)}) {
        m_server->listener().clear();
        m_server->setScript({head(), workspaces(), models()});
        ConnectionCheck check(settings(m_server->address(), given), m_options);
        run(check);
        QVERIFY(check.hasPassed());
        QVERIFY(m_server->listener().requests().last().target.contains(asked));
        QCOMPARE(check.steps()[int(Kind::Models)].count, 8412);
        QCOMPARE(check.workspaces().size(), 2);
    }
}

void tst_ConnectionCheck::whoMayNotListWorkspacesCanStillUseOne()
{
    m_server->setScript({head(), refusal(403, "Forbidden.RAM"), models()});
    ConnectionCheck check(settings(m_server->address(), u"7"_s), m_options);
    run(check);
    QCOMPARE(lettersOf(check), u"PPPPPWP"_s);
    QVERIFY(check.hasPassed());
    QCOMPARE(check.steps()[int(Kind::Workspaces)].error->code, u"Forbidden.RAM"_s);
}

void tst_ConnectionCheck::canBeCancelled_data()
{
    QTest::addColumn<int>("at");
    for (const Kind kind : {Kind::Tls, Kind::Keys, Kind::Signature, Kind::Models})
        QTest::addRow("%d", int(kind)) << int(kind);
}

void tst_ConnectionCheck::canBeCancelled()
{
    QFETCH(int, at);
    m_server->setScript({head(), workspaces(), models()});
    ConnectionCheck check(settings(m_server->address()), m_options);
    QSignalSpy finished(&check, &ConnectionCheck::finished);
    connect(&check, &ConnectionCheck::stepChanged, &check, [&](int index) {
        if (index == at && check.steps()[index].state == State::Running)
            QMetaObject::invokeMethod(&check, &ConnectionCheck::cancel, Qt::QueuedConnection);
    });
    check.start();
    QTRY_COMPARE(finished.size(), 1);
    const qsizetype asked = m_server->listener().requests().size();
    QVERIFY(!check.isRunning());
    QVERIFY(!check.hasPassed());
    QVERIFY(!check.failed());
    QVERIFY(lettersOf(check).endsWith(u'n'));
    check.cancel(); // nothing is left to cancel
    QCOMPARE(finished.size(), 1);
    QVERIFY(asked <= 3);
}

void tst_ConnectionCheck::canBeStartedAgain()
{
    m_server->setScript({head(), refusal(403, "Forbidden"), head(), workspaces(), models()});
    ConnectionCheck check(settings(m_server->address()), m_options);
    run(check);
    QCOMPARE(lettersOf(check), u"PPPPPFn"_s);
    run(check);
    QCOMPARE(lettersOf(check), u"PPPPPPP"_s);
}

void tst_ConnectionCheck::canBeDeletedAtAnyMoment()
{
    for (int i = 0; i < 8; ++i) {
        m_server->setScript({head(), workspaces(), models()});
        auto check = std::make_unique<ConnectionCheck>(settings(m_server->address()), m_options);
        int changes = 0;
        connect(check.get(), &ConnectionCheck::stepChanged, this, [&] { ++changes; });
        check->start();
        const int begun = changes;
        QTRY_VERIFY(changes >= begun + i || !check->isRunning());
        check.reset();
    }
}

void tst_ConnectionCheck::aTypedProfileIsCheckedWithoutBeingStored()
{
    QTemporaryDir folder;
    MemoryStore keychain;
    Profiles profiles(folder.filePath(u"profiles.json"_s), keychain);
    Connector connector(profiles, QProcessEnvironment(), m_options);
    m_server->setScript({head(), workspaces(), models()});
    const Profile typed{.name = u"new"_s, .endpoint = m_server->address(), .workspaceId = u"7"_s};
    const auto with = wait(connector.settings(typed, canaryKey()));
    QVERIFY(with);
    ConnectionCheck check(*with, m_options);
    run(check);
    QVERIFY(check.hasPassed());
    QVERIFY(!QFile::exists(folder.filePath(u"profiles.json"_s)));
    QCOMPARE(wait(connector.settings(typed, AccessKey{.id = "only"})).error().detail, u"key"_s);
    QCOMPARE(wait(connector.settings({.endpoint = u"http://a.b"_s}, canaryKey())).error().detail,
             u"endpoint"_s);
}

void tst_ConnectionCheck::aStoredKeyGoesToNoOtherAddress()
{
    QTemporaryDir folder;
    MemoryStore keychain;
    Profiles profiles(folder.filePath(u"profiles.json"_s), keychain);
    Profile stored{.name = u"work"_s, .endpoint = u"http://127.0.0.1:1"_s};
    QVERIFY(wait(profiles.store(stored, canaryKey(), Profiles::Keep::InKeychain)));
    Connector connector(profiles, QProcessEnvironment(), m_options);
    m_server->setScript({head()});
    Profile typed = profiles.list().first();
    typed.endpoint = m_server->address();
    ConnectionCheck check(*wait(connector.settings(typed, {})), m_options);
    run(check);
    QCOMPARE(lettersOf(check), u"PPFnnnn"_s);
    QVERIFY(!m_server->listener().bytes().contains(canaryKey().id));
}

MODELSCRIBE_TEST(tst_ConnectionCheck)

} // namespace tst_connectioncheck

#include "tst_connectioncheck.moc"
