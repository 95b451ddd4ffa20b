// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/keyresolver.h"

#include "api/faultserver.h"
#include "api/wiretest.h"
#include "credentials/keptcredentials.h"
#include "testclass.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace tst_keyresolver {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Step = FaultServer::Step;

namespace {

const RamRole editor{.arn = u"acs:ram::1:role/model-editor"_s,
                     .sessionName = u"ann"_s,
                     .externalId = u"ext +/id"_s,
                     .policy = u"{\"Version\":\"1\"}"_s,
                     .seconds = 900};

QByteArray stsAnswer(const QByteArray &name, const QByteArray &end = "2030-01-02T03:04:05Z")
{
    const QByteArray quotedEnd = "STS." + name + "','AccessKeySecret':'secret-" + name
                                 + "','SecurityToken':'token-" + name + "','Expiration':'" + end;
    QByteArray json = "{'RequestId':'R-1','Credentials':{'AccessKeyId':'" + quotedEnd + "'}}";
    return json.replace('\'', '"');
}

//! What was sent as a form.
QString formValue(const ReceivedRequest &request, const QString &name)
{
    return QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

class tst_KeyResolver : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPlainKeyNeedsNobody();
    void aRoleIsTakenWithASignedCall();
    void rolesAreTakenOneAfterTheOther();
    void aLoginIsNotSigned();
    void aLoginNeedsItsToken_data();
    void aLoginNeedsItsToken();
    void anAddressIsAsked();
    void anAddressThatFailsIsNamedByItsHost_data();
    void anAddressThatFailsIsNamedByItsHost();
    void unsafeAddressesAreNotAsked_data();
    void unsafeAddressesAreNotAsked();
    void refusalsAreAboutTheKey_data();
    void refusalsAreAboutTheKey();
    void whatGotLostIsAskedAgain_data();
    void whatGotLostIsAskedAgain();
    void aWrongClockIsCorrected();
    void noSecretIsInAnError();
    void keptKeysAreRenewedThreeMinutesBeforeTheirEnd();

private:
    Result<AccessKey> resolve(const KeyRecipe &recipe, int timeoutMs = 15'000)
    {
        KeyResolver resolver(m_options);
        return wait(resolver.resolve(recipe), timeoutMs);
    }
    const QList<ReceivedRequest> &requests() { return m_server->listener().requests(); }

    std::unique_ptr<FaultServer> m_server;
    KeyResolverOptions m_options;
};

void tst_KeyResolver::init()
{
    m_server = std::make_unique<FaultServer>();
    m_options = {.client = quickOptions(), .sts = *Endpoint::fromText(m_server->address())};
}

void tst_KeyResolver::aPlainKeyNeedsNobody()
{
    QCOMPARE(resolve({.start = canaryKey()}).value_or(AccessKey()), canaryKey());
    QCOMPARE(m_server->listener().connections(), 0);
}

void tst_KeyResolver::aRoleIsTakenWithASignedCall()
{
    m_server->setScript({FaultServer::answer(200, stsAnswer("one"))});
    const auto key = resolve({.start = canaryKey(), .roles = {editor}});
    QVERIFY(key);
    QCOMPARE(*key, (AccessKey{.id = "STS.one",
                              .secret = "secret-one",
                              .securityToken = "token-one",
                              .expires = QDateTime({2030, 1, 2}, {3, 4, 5}, Qt::UTC)}));
    QCOMPARE(requests().size(), 1);
    const ReceivedRequest &request = requests().first();
    QCOMPARE(request.verb, "POST"_ba);
    QCOMPARE(request.target, "/"_ba); // nothing that a log could keep
    QCOMPARE(request.header("x-acs-action"), "AssumeRole"_ba);
    QCOMPARE(request.header("x-acs-version"), "2015-04-01"_ba);
    QCOMPARE(request.header("content-type"), "application/x-www-form-urlencoded"_ba);
    QCOMPARE(request.header("x-acs-security-token"), canaryKey().securityToken);
    QCOMPARE(formValue(request, u"RoleArn"_s), editor.arn);
    QCOMPARE(formValue(request, u"RoleSessionName"_s), editor.sessionName);
    QCOMPARE(formValue(request, u"ExternalId"_s), editor.externalId);
    QCOMPARE(formValue(request, u"Policy"_s), editor.policy);
    QCOMPARE(formValue(request, u"DurationSeconds"_s), u"900"_s);
    // Signed again from what arrived.
    acs3::Headers headers;
    for (const auto &[name, value] : request.headers) {
        if (name != "authorization")
            headers.append({name, value});
    }
    const acs3::Signature again = acs3::sign({.method = "POST",
                                              .canonicalUri = "/",
                                              .canonicalQuery = {},
                                              .headers = headers,
                                              .payloadHash = acs3::hashHex(request.body)},
                                             canaryKey());
    QCOMPARE(request.header("authorization"), again.authorization);
}

void tst_KeyResolver::rolesAreTakenOneAfterTheOther()
{
    m_server->setScript(
        {FaultServer::answer(200, stsAnswer("one")), FaultServer::answer(200, stsAnswer("two"))});
    RamRole second{.arn = u"acs:ram::2:role/second"_s};
    const auto key = resolve({.start = canaryKey(), .roles = {editor, second}});
    QVERIFY(key);
    QCOMPARE(key->id, "STS.two"_ba);
    QCOMPARE(requests().size(), 2);
    QCOMPARE(requests()[1].header("x-acs-security-token"), "token-one"_ba);
    QCOMPARE(formValue(requests()[1], u"RoleArn"_s), second.arn);
    QCOMPARE(formValue(requests()[1], u"RoleSessionName"_s), u"modelscribe"_s);
    QCOMPARE(formValue(requests()[1], u"DurationSeconds"_s), u"3600"_s);
    QVERIFY(!requests()[1].body.contains("ExternalId"));
}

void tst_KeyResolver::aLoginIsNotSigned()
{
    QTemporaryDir folder;
    QFile token(folder.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("eyJhbGciOi.CANARYTOKEN.c2ln+/=\n");
    token.close();
    m_server->setScript({FaultServer::answer(200, stsAnswer("one"))});
    const auto key = resolve({.start = OidcLogin{.role = editor,
                                                 .providerArn = u"acs:ram::1:oidc-provider/k8s"_s,
                                                 .tokenFile = token.fileName()}});
    QVERIFY(key);
    QCOMPARE(key->id, "STS.one"_ba);
    const ReceivedRequest &request = requests().first();
    QVERIFY(request.target.startsWith("/?Action=AssumeRoleWithOIDC&Format=JSON&Timestamp="));
    QVERIFY(request.target.endsWith("&Version=2015-04-01"));
    QVERIFY(!request.target.contains("CANARY"));
    QCOMPARE(request.countHeader("authorization"), 0);
    for (const auto &[name, value] : request.headers)
        QVERIFY2(!name.startsWith("x-acs-"), name.constData());
    QCOMPARE(formValue(request, u"OIDCToken"_s), u"eyJhbGciOi.CANARYTOKEN.c2ln+/="_s);
    QCOMPARE(formValue(request, u"OIDCProviderArn"_s), u"acs:ram::1:oidc-provider/k8s"_s);
}

void tst_KeyResolver::aLoginNeedsItsToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("why");
    QTest::newRow("no file") << QByteArray() << u"there is no such file"_s;
    QTest::newRow("empty") << " \n"_ba << u"it is empty"_s;
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, 'x')
                               << u"the file is larger than 1 MiB"_s;
}

void tst_KeyResolver::aLoginNeedsItsToken()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, why);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"token"_s));
    if (!token.isNull()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(token);
        file.close();
    }
    const auto key = resolve({.start = OidcLogin{.role = editor, .tokenFile = file.fileName()}});
    QVERIFY(!key);
    QCOMPARE(key.error().detail, u"oidc_token_file %1: %2"_s.arg(file.fileName(), why));
    QCOMPARE(m_server->listener().connections(), 0);
}

void tst_KeyResolver::anAddressIsAsked()
{
    m_server->setScript({FaultServer::answer(
        200,
        R"({"Code":"Success","AccessKeyId":"i","AccessKeySecret":"s","SecurityToken":"t","Expiration":"2030-01-02T03:04:05Z"})")});
    const auto key = resolve({.start = KeyAddress{m_server->address() + u"/keys?who=ann"_s}});
    QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
    QCOMPARE(key->securityToken, "t"_ba);
    QCOMPARE(key->expires, QDateTime({2030, 1, 2}, {3, 4, 5}, Qt::UTC));
    QCOMPARE(requests().first().target, "/keys?who=ann"_ba);
    QCOMPARE(requests().first().countHeader("authorization"), 0);
}

void tst_KeyResolver::anAddressThatFailsIsNamedByItsHost_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("why");
    QTest::newRow("404") << FaultServer::answer(404, "{}") << u"HTTP 404"_s;
    QTest::newRow("redirect") << FaultServer::answer(302, {}, {{"Location", "http://127.0.0.1/x"}})
                              << u"HTTP 302"_s;
    QTest::newRow("page") << FaultServer::answer(200, "<html>")
                          << u"the answer is no JSON object"_s;
    QTest::newRow("failure") << FaultServer::answer(200, R"({"Code":"Fail"})")
                             << u"the answer says that it failed"_s;
    QTest::newRow("endless") << FaultServer::endless("HTTP/1.1 200 OK\r\n\r\n",
                                                     QByteArray(10'000, 'x'))
                             << u"no answer*"_s;
    QTest::newRow("silence") << FaultServer::silence() << u"no answer*"_s;
    QTest::newRow("reset") << FaultServer::reset() << u"no answer*"_s;
}

void tst_KeyResolver::anAddressThatFailsIsNamedByItsHost()
{
    QFETCH(Step, step);
    QFETCH(QString, why);
    m_server->setScript({step});
    m_options.addressLimit = 500ms;
    const auto key = resolve({.start = KeyAddress{m_server->address() + u"/CANARY?x=CANARY"_s}});
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::Unauthorized);
    QString said = key.error().detail;
    QVERIFY2(said.startsWith("credentials_uri (127.0.0.1): "_L1), qPrintable(said));
    said = said.section(u": "_s, 1);
    QVERIFY2(why.endsWith(u'*') ? said.startsWith(why.chopped(1)) : said == why, qPrintable(said));
    QVERIFY(!said.contains("CANARY"_L1) || said.contains("JSON"_L1));
}

void tst_KeyResolver::unsafeAddressesAreNotAsked_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << u"http://keys.example.com/x"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("user") << u"https://a:b@keys.example.com/"_s;
    QTest::newRow("nothing") << QString();
}

void tst_KeyResolver::unsafeAddressesAreNotAsked()
{
    QFETCH(QString, url);
    const auto key = resolve({.start = KeyAddress{url}});
    QVERIFY(!key);
    QVERIFY2(key.error().detail.endsWith("it is neither https nor on this computer"_L1),
             qPrintable(key.error().detail));
}

void tst_KeyResolver::refusalsAreAboutTheKey_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("action");
    using Kind = Error::Kind;
    QTest::newRow("no such role") << 404 << R"({"Code":"EntityNotExist.Role","Message":"m"})"_ba
                                  << int(Kind::Unauthorized) << QString();
    QTest::newRow("may not") << 403 << R"({"Code":"NoPermission","Message":"m"})"_ba
                             << int(Kind::Forbidden) << u"sts:AssumeRole"_s;
    QTest::newRow("parameter") << 400 << R"({"Code":"InvalidParameter.RoleArn","Message":"m"})"_ba
                               << int(Kind::Unauthorized) << QString();
    QTest::newRow("unknown key") << 404 << R"({"Code":"InvalidAccessKeyId.NotFound"})"_ba
                                 << int(Kind::Unauthorized) << QString();
    QTest::newRow("no key in it") << 200 << R"({"RequestId":"R"})"_ba << int(Kind::Decode)
                                  << QString();
    QTest::newRow("no token in it")
        << 200 << R"({"Credentials":{"AccessKeyId":"i","AccessKeySecret":"s"}})"_ba
        << int(Kind::Decode) << QString();
}

void tst_KeyResolver::refusalsAreAboutTheKey()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, action);
    m_server->setScript({FaultServer::answer(status, body)});
    const auto key = resolve({.start = canaryKey(), .roles = {editor}});
    QVERIFY(!key);
    QCOMPARE(int(key.error().kind), kind);
    QCOMPARE(key.error().action, action);
    QVERIFY(!key.error().outcomeUnknown);
    QVERIFY(!key.error().againAfter);
    if (status != 200)
        QCOMPARE(requests().size(), 1); // no lock-out
}

void tst_KeyResolver::whatGotLostIsAskedAgain_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("attempts");
    QTest::newRow("throttled") << FaultServer::answer(429, R"({"Code":"Throttling.User"})") << 3;
    QTest::newRow("busy") << FaultServer::answer(503, R"({"Code":"ServiceUnavailable"})") << 3;
    QTest::newRow("closed") << FaultServer::close() << 3;
    QTest::newRow("cut short") << FaultServer::bytesThenClose(
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
                               << 3;
    QTest::newRow("nonce") << FaultServer::answer(400, R"({"Code":"SignatureNonceUsed"})") << 2;
}

void tst_KeyResolver::whatGotLostIsAskedAgain()
{
    QFETCH(Step, step);
    QFETCH(int, attempts);
    m_server->setScript({step, FaultServer::answer(200, stsAnswer("one"))});
    const auto key = resolve({.start = canaryKey(), .roles = {editor}});
    QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
    QCOMPARE(key->id, "STS.one"_ba);
    m_server->listener().clear();
    m_server->setScript({step});
    QVERIFY(!resolve({.start = canaryKey(), .roles = {editor}}));
    QCOMPARE(requests().size(), attempts);
}

void tst_KeyResolver::aWrongClockIsCorrected()
{
    m_options.client.now = [] { return QDateTime::fromSecsSinceEpoch(1'000'000'000).toUTC(); };
    m_server->setScript({FaultServer::answer(400, R"({"Code":"InvalidTimeStamp.Expired"})",
                                             {{"Date", "Fri, 02 Jan 2026 03:04:05 GMT"}}),
                         FaultServer::answer(200, stsAnswer("one"))});
    QVERIFY(resolve({.start = canaryKey(), .roles = {editor}}));
    QCOMPARE(requests()[1].header("x-acs-date"), "2026-01-02T03:04:05Z"_ba);
}

void tst_KeyResolver::noSecretIsInAnError()
{
    QTemporaryDir folder;
    QFile token(folder.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("CANARY.TOKEN.SHORT");
    token.close();
    m_server->setScript({FaultServer::answer(
        400,
        R"({"Code":"AuthenticationFail.OIDCToken.Invalid","Message":"bad CANARY.TOKEN.SHORT"})")});
    const auto login = resolve({.start = OidcLogin{.role = editor, .tokenFile = token.fileName()}});
    QVERIFY(!login);
    QVERIFY2(!login.error().message.contains("CANARY"_L1), qPrintable(login.error().message));
    const QByteArray secret = canaryKey().secret;
    m_server->setScript({FaultServer::answer(
        400, R"({"Code":"SignatureDoesNotMatch","Message":"server string to sign is:)" + secret
                 + R"("})")});
    const auto role = resolve({.start = canaryKey(), .roles = {editor}});
    QVERIFY(!role);
    QVERIFY(!(role.error().message + role.error().detail).contains(QString::fromLatin1(secret)));
}

void tst_KeyResolver::keptKeysAreRenewedThreeMinutesBeforeTheirEnd()
{
    m_server->setScript({FaultServer::answer(200, stsAnswer("one", "2026-01-02T04:00:00Z")),
                         FaultServer::answer(200, stsAnswer("two", "2026-01-02T05:00:00Z"))});
    KeyResolver resolver(m_options);
    QDateTime now({2026, 1, 2}, {3, 0, 0}, Qt::UTC);
    KeptCredentials kept(
        [&] {
            return resolver.resolve({canaryKey(), {editor}});
        },
        [&] { return now; });
    QCOMPARE(wait(kept.credentials())->id, "STS.one"_ba);
    now = QDateTime({2026, 1, 2}, {3, 56, 59}, Qt::UTC);
    QCOMPARE(wait(kept.credentials())->id, "STS.one"_ba);
    QCOMPARE(requests().size(), 1);
    now = QDateTime({2026, 1, 2}, {3, 57, 0}, Qt::UTC);
    QCOMPARE(wait(kept.credentials())->id, "STS.two"_ba);
    QCOMPARE(requests().size(), 2);
}

MODELSCRIBE_TEST(tst_KeyResolver)

} // namespace tst_keyresolver

#include "tst_keyresolver.moc"
