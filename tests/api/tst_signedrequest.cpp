// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signedrequest.h"

#include "signing/acs3signature.h"
#include "testclass.h"

#include <QTest>
#include <QTimeZone>

namespace tst_signedrequest {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

const QDateTime date({2026, 1, 2}, {3, 4, 5}, QTimeZone::utc());
const AccessKey plainKey{.id = "id", .secret = "secret"};

Endpoint endpoint() { return *Endpoint::fromText(u"https://registry.example"_s); }

} // namespace

class tst_SignedRequest : public QObject
{
    Q_OBJECT

private slots:
    void signsWhatIsSent();
    void tokenBringsTwoHeaders();
    void hostileIdsStayInTheirPlace_data();
    void hostileIdsStayInTheirPlace();
    void oddKeysAreRefused_data();
    void oddKeysAreRefused();
    void nothingIsAutomatic();
    void badRequestsAreRefused();
};

void tst_SignedRequest::signsWhatIsSent()
{
    const Request request{.verb = Request::Verb::Put,
                          .action = "UpdateModel",
                          .path = {u"models"_s, u"a~b"_s},
                          .query = {{u"q"_s, u"1 +2"_s}},
                          .body = "{\"a\":1}"};
    const auto prepared = signedRequest(endpoint(), request, plainKey, date, "n");
    QVERIFY(prepared);
    const QNetworkRequest &network = prepared->network;
    QCOMPARE(network.url().toEncoded(), "https://registry.example/api/v1/models/a~b?q=1%20%2B2"_ba);
    QCOMPARE(network.rawHeader("x-acs-date"), "2026-01-02T03:04:05Z"_ba);
    QCOMPARE(network.rawHeader("host"), "registry.example"_ba);
    QCOMPARE(network.rawHeader("content-type"), "application/json; charset=utf-8"_ba);
    QCOMPARE(network.rawHeader("content-length"), "7"_ba);
    // The same, signed from what the network request holds.
    acs3::Headers headers;
    for (const QByteArray &name : network.rawHeaderList())
        headers.append({name, network.rawHeader(name)});
    const acs3::Signature again = acs3::sign(
        {.method = "PUT",
         .canonicalUri = network.url().path(QUrl::FullyEncoded).toLatin1(),
         .canonicalQuery = network.url().query(QUrl::FullyEncoded).toLatin1(),
         .headers = headers,
         .payloadHash = acs3::hashHex(*request.body)},
        plainKey);
    QCOMPARE(network.rawHeader("authorization"), again.authorization);
    QCOMPARE(prepared->signedText, again.stringToSign);
    QVERIFY(!network.hasRawHeader("x-acs-security-token"));
    QVERIFY(!network.hasRawHeader("x-acs-accesskey-id"));
}

void tst_SignedRequest::tokenBringsTwoHeaders()
{
    AccessKey key = plainKey;
    key.securityToken = "token";
    const auto prepared = signedRequest(endpoint(), {.path = {u"models"_s}}, key, date, "n");
    QCOMPARE(prepared->network.rawHeader("x-acs-security-token"), "token"_ba);
    QCOMPARE(prepared->network.rawHeader("x-acs-accesskey-id"), "id"_ba);
    QVERIFY(prepared->network.rawHeader("authorization").contains("x-acs-security-token"));
    QVERIFY(!prepared->network.hasRawHeader("content-type"));
}

void tst_SignedRequest::hostileIdsStayInTheirPlace_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"../..",
                           "..%2f..",
                           "%2e%2e",
                           "%2E",
                           "a/../b",
                           "\\..\\",
                           "a?b=c",
                           "a#b",
                           "a;b",
                           "a//b",
                           "@evil.example",
                           "//evil.example",
                           "a:b",
                           " ",
                           "a b+c",
                           "%00",
                           "%zz",
                           "%",
                           "模型",
                           "~",
                           "[x]",
                           "{x}",
                           "|",
                           "^",
                           "`",
                           "\"<>"})
        QTest::newRow(id) << QString::fromUtf8(id);
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("line breaks") << u"a\r\nHost: evil"_s;
    QTest::newRow("4 KB") << QString(4096, u'x');
}

void tst_SignedRequest::hostileIdsStayInTheirPlace()
{
    QFETCH(QString, id);
    const Request request{
        .action = "GetModel", .path = {u"models"_s, id}, .query = {{u"q"_s, id}, {id, u"v"_s}}};
    const auto prepared = signedRequest(endpoint(), request, plainKey, date, "n");
    if (!prepared) {
        QCOMPARE(prepared.error().kind, Error::Kind::Invalid); // refused is as good
        return;
    }
    const QUrl url = prepared->network.url();
    QCOMPARE(url.host(), u"registry.example"_s);
    QVERIFY(url.fragment().isNull());
    // What Qt puts on the request line.
    const QByteArray sent = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority
                                          | QUrl::NormalizePathSegments);
    QCOMPARE(sent, request.target());
    QCOMPARE(sent.count('/'), 4);
    QVERIFY(!sent.contains('\n') && !sent.contains(' '));
}

void tst_SignedRequest::oddKeysAreRefused_data()
{
    QTest::addColumn<AccessKey>("key");
    QTest::newRow("none") << AccessKey{};
    QTest::newRow("no secret") << AccessKey{.id = "a"};
    QTest::newRow("invisible character in the secret") << AccessKey{.id = "a", .secret = "s\u200B"};
    QTest::newRow("line break in the id") << AccessKey{.id = "a\r\nX: y", .secret = "s"};
    QTest::newRow("blank in the id") << AccessKey{.id = "a b", .secret = "s"};
    QTest::newRow("line break in the token")
        << AccessKey{.id = "a", .secret = "s", .securityToken = "t\n"};
    QTest::newRow("token that is not ASCII")
        << AccessKey{.id = "a", .secret = "s", .securityToken = "模"};
}

void tst_SignedRequest::oddKeysAreRefused()
{
    QFETCH(AccessKey, key);
    const auto prepared = signedRequest(endpoint(), {.path = {u"models"_s}}, key, date, "n");
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().kind, Error::Kind::Unauthorized);
}

void tst_SignedRequest::nothingIsAutomatic()
{
    const auto prepared = signedRequest(endpoint(), {.path = {u"models"_s}}, plainKey, date, "n");
    const auto attribute = [&](QNetworkRequest::Attribute which) {
        return prepared->network.attribute(which);
    };
    QCOMPARE(attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    QCOMPARE(attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
             int(QNetworkRequest::Manual));
    QCOMPARE(attribute(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
}

void tst_SignedRequest::badRequestsAreRefused()
{
    QVERIFY(!signedRequest(Endpoint(), {.path = {u"a"_s}}, plainKey, date, "n"));
    QVERIFY(!signedRequest(endpoint(), {.path = {u".."_s}}, plainKey, date, "n"));
}

MODELSCRIBE_TEST(tst_SignedRequest)

} // namespace tst_signedrequest

#include "tst_signedrequest.moc"
