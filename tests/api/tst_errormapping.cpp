// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errormapping.h"
#include "testclass.h"

#include <QTest>

namespace tst_errormapping {

using namespace modelscribe;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Cause = AttemptFailure::Cause;

namespace {

const AccessKey key{.id = "LTAI5tCanaryKeyId0123456",
                    .secret = "CanarySecretZq8vW3xYt7uRs5pM1nK",
                    .securityToken = "CAISCanaryToken+abc/DEF==0123456789"};

AttemptFailure map(int status, const QByteArray &body, const QByteArray &signedText = {})
{
    return serviceFailure({.status = status, .body = body}, key, signedText,
                          QDateTime::currentDateTimeUtc());
}

} // namespace

class tst_ErrorMapping : public QObject
{
    Q_OBJECT

private slots:
    void codeDecidesBeforeStatus_data();
    void codeDecidesBeforeStatus();
    void statusDecidesWithoutCode_data();
    void statusDecidesWithoutCode();
    void bothSpellingsAreRead();
    void missingPermissionIsNamed_data();
    void missingPermissionIsNamed();
    void xmlIsRead();
    void otherBodiesAreDescribed_data();
    void otherBodiesAreDescribed();
    void signedTextIsNeverKept_data();
    void signedTextIsNeverKept();
    void sameTextMeansWrongSecret();
    void retryAfterIsRead();
    void connectionErrors_data();
    void connectionErrors();
    void foreignAnswersAreSeen_data();
    void foreignAnswersAreSeen();
};

void tst_ErrorMapping::codeDecidesBeforeStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Cause>("cause");
    const auto row = [](const char *code, int status, Kind kind, Cause cause = Cause::Refused) {
        QTest::newRow(code) << status << kind << cause;
    };
    row("Throttling", 400, Kind::Throttled, Cause::Throttled);
    row("Throttling.Api", 503, Kind::Throttled, Cause::Throttled);
    row("Rejected.Throttling", 403, Kind::Throttled, Cause::Throttled);
    row("SignatureNonceUsed", 400, Kind::Service, Cause::Nonce);
    row("InvalidTimeStamp.Expired", 403, Kind::Service, Cause::Clock);
    row("ServiceUnavailable", 400, Kind::Service, Cause::ServerFault);
    row("InternalError", 500, Kind::Service, Cause::ServerFault);
    row("InvalidAccessKeyId.NotFound", 404, Kind::Unauthorized);
    row("InvalidAccessKeyId.Inactive", 400, Kind::Unauthorized);
    row("SignatureDoesNotMatch", 403, Kind::Unauthorized);
    row("IncompleteSignature", 400, Kind::Unauthorized);
    row("InvalidSecurityToken.MismatchWithAccessKey", 404, Kind::Unauthorized, Cause::KeyEnded);
    row("MissingSecurityToken", 400, Kind::Unauthorized, Cause::KeyEnded);
    row("Forbidden.RAM", 400, Kind::Forbidden);
    row("Forbidden.RiskControl", 403, Kind::Forbidden);
    row("NoPermission", 404, Kind::Forbidden);
    row("NotAuthorized", 401, Kind::Forbidden);
    row("InvalidApi.NotFound", 404, Kind::Service);
    row("InvalidAction.NotFound", 404, Kind::Service);
    row("NoSuchVersion", 404, Kind::Service);
    row("UnsupportedHTTPMethod", 404, Kind::Service);
    row("InvalidParameter", 400, Kind::Service);
    row("MissingParameter", 400, Kind::Service);
    row("201900002", 400, Kind::NotFound);
    row("100400027", 400, Kind::NotFound);
    row("100400009", 400, Kind::Service);
}

void tst_ErrorMapping::codeDecidesBeforeStatus()
{
    QFETCH(int, status);
    const QByteArray code = QTest::currentDataTag();
    const AttemptFailure failure = map(status, R"({"Code":")" + code
                                                   + R"(","Message":"m","RequestId":"R"})");
    QTEST(failure.error.kind, "kind");
    QTEST(failure.cause, "cause");
    QCOMPARE(failure.error.code, QString::fromLatin1(code));
    QCOMPARE(failure.error.message, u"m"_s);
    QCOMPARE(failure.error.requestId, u"R"_s);
    QCOMPARE(failure.error.httpStatus, status);
}

void tst_ErrorMapping::statusDecidesWithoutCode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Cause>("cause");
    const QList<std::tuple<int, Kind, Cause>> rows{
        {400, Kind::Service, Cause::Refused},     {401, Kind::Unauthorized, Cause::Refused},
        {403, Kind::Forbidden, Cause::Refused},   {404, Kind::NotFound, Cause::Refused},
        {409, Kind::Conflict, Cause::Refused},    {418, Kind::Service, Cause::Refused},
        {429, Kind::Throttled, Cause::Throttled}, {500, Kind::Service, Cause::ServerFault},
        {504, Kind::Service, Cause::ServerFault}};
    for (const auto &[status, kind, cause] : rows)
        QTest::addRow("%d", status) << status << kind << cause;
}

void tst_ErrorMapping::statusDecidesWithoutCode()
{
    QFETCH(int, status);
    for (const QByteArray &body :
         {""_ba, "{}"_ba, R"({"Code":"Novelty"})"_ba, R"({"Code":null})"_ba, "<html>x"_ba}) {
        const AttemptFailure failure = map(status, body);
        QTEST(failure.error.kind, "kind");
        QTEST(failure.cause, "cause");
    }
}

void tst_ErrorMapping::bothSpellingsAreRead()
{
    const Error error =
        map(404, R"({"code":201900002,"message":"gone","requestId":"R-1","hostId":"h"})").error;
    QCOMPARE(error.kind, Kind::NotFound);
    QCOMPARE(error.code, u"201900002"_s);
    QCOMPARE(error.message, u"gone"_s);
    QCOMPARE(error.requestId, u"R-1"_s);
    const AttemptFailure bare = serviceFailure({.status = 500, .requestId = "R-2", .body = "{}"},
                                               key, {}, QDateTime::currentDateTimeUtc());
    QCOMPARE(bare.error.requestId, u"R-2"_s);
}

void tst_ErrorMapping::missingPermissionIsNamed_data()
{
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QString>("action");
    const QString action = u"paimodel:UpdateModel"_s;
    QTest::newRow("object") << R"({"AuthAction":"paimodel:UpdateModel","PolicyType":"x"})"_ba
                            << action;
    QTest::newRow("string") << R"("{\"AuthAction\":\"paimodel:UpdateModel\"}")"_ba << action;
    QTest::newRow("small letter") << R"({"authAction":"paimodel:UpdateModel"})"_ba << action;
    QTest::newRow("null") << "null"_ba << QString();
    QTest::newRow("text") << R"("no JSON")"_ba << QString();
    QTest::newRow("number") << "7"_ba << QString();
    QTest::newRow("nothing in it") << "{}"_ba << QString();
}

void tst_ErrorMapping::missingPermissionIsNamed()
{
    QFETCH(QByteArray, detail);
    const Error error =
        map(403, R"({"Code":"Forbidden.RAM","AccessDeniedDetail":)" + detail + "}").error;
    QCOMPARE(error.kind, Kind::Forbidden);
    QTEST(error.action, "action");
}

void tst_ErrorMapping::xmlIsRead()
{
    const Error error = map(400, R"(<?xml version="1.0"?><Error><Code>Throttling.User</Code>
        <Message>slow &amp; steady</Message><RequestId>R</RequestId><HostId>h</HostId></Error>)")
                            .error;
    QCOMPARE(error.kind, Kind::Throttled);
    QCOMPARE(error.message, u"slow & steady"_s);
    QCOMPARE(error.requestId, u"R"_s);
}

void tst_ErrorMapping::otherBodiesAreDescribed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("page") << "<html><body>Bad gateway</body></html>"_ba
                          << u"HTTP 502 with a web page"_s;
    QTest::newRow("cut XML") << "<Err"_ba << u"HTTP 502 with a web page"_s;
    QTest::newRow("empty") << " "_ba << u"HTTP 502 with an empty answer"_s;
    QTest::newRow("text") << "upstream"_ba << u"HTTP 502 with an answer that is not JSON"_s;
    QTest::newRow("list") << "[]"_ba << u"HTTP 502 with an answer that is not JSON"_s;
}

void tst_ErrorMapping::otherBodiesAreDescribed()
{
    QFETCH(QByteArray, body);
    const Error error = map(502, body).error;
    QTEST(error.detail, "detail");
    QVERIFY(error.message.isEmpty());
}

void tst_ErrorMapping::signedTextIsNeverKept_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    const QByteArray echo = "POST\\n/api/v1/models\\n\\nhost:h\\nx-acs-security-token:"
                            + key.securityToken + "\\n";
    QTest::newRow("vendor's words")
        << "SignatureDoesNotMatch"_ba
        << "Specified signature is not matched with our calculation. server string to sign is:"
               + echo;
    QTest::newRow("StringToSign") << "SignatureDoesNotMatch"_ba
                                  << "No match. Server String To Sign: " + echo;
    QTest::newRow("other code") << "IncompleteSignature"_ba
                                << "Bad.\\n" + echo;
    QTest::newRow("unknown code") << "Odd"_ba
                                  << "string to sign " + echo;
}

void tst_ErrorMapping::signedTextIsNeverKept()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    const Error error =
        map(400, R"({"Code":")" + code + R"(","Message":")" + message + "\"}").error;
    for (const QString &text : {error.message, error.detail, error.code}) {
        QVERIFY2(!text.contains("x-acs-"_L1), qPrintable(text));
        QVERIFY2(!text.contains("host:"_L1), qPrintable(text));
        QVERIFY2(!text.contains("/api/v1"_L1), qPrintable(text));
        QVERIFY2(!text.contains("Canary"_L1), qPrintable(text));
    }
}

void tst_ErrorMapping::sameTextMeansWrongSecret()
{
    const QByteArray ours = "ACS3-HMAC-SHA256\n0123abcd";
    const auto detail = [&](const QByteArray &echo) {
        return map(400,
                   R"({"Code":"SignatureDoesNotMatch","Message":"No. server string to sign is:)"
                       + echo + "\"}",
                   ours)
            .error.detail;
    };
    QVERIFY(detail("ACS3-HMAC-SHA256\\n0123abcd").contains("the same text"_L1));
    QVERIFY(detail("ACS3-HMAC-SHA256\\n9999").contains("another text"_L1));
}

void tst_ErrorMapping::retryAfterIsRead()
{
    const AttemptFailure failure = serviceFailure({.status = 429, .retryAfter = "2"}, key, {},
                                                  QDateTime::currentDateTimeUtc());
    QCOMPARE(failure.retryAfter, std::optional(std::chrono::milliseconds(2000)));
    for (const bool isInSeconds : {false, true}) {
        const AttemptFailure vendor = serviceFailure(
            {.status = 429, .vendorRetryAfter = "3", .isVendorInSeconds = isInSeconds}, key, {},
            QDateTime::currentDateTimeUtc());
        QCOMPARE(vendor.retryAfter,
                 std::optional(std::chrono::milliseconds(isInSeconds ? 3000 : 3)));
    }
}

void tst_ErrorMapping::connectionErrors_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("code");
    QTest::addColumn<bool>("bytesOut");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Cause>("cause");
    using Reply = QNetworkReply;
    const auto row = [](const char *name, Reply::NetworkError code, bool out, Kind kind,
                        Cause cause) { QTest::newRow(name) << code << out << kind << cause; };
    row("refused", Reply::ConnectionRefusedError, false, Kind::Network, Cause::NotReached);
    row("no host", Reply::HostNotFoundError, false, Kind::Network, Cause::NotReached);
    row("closed before", Reply::RemoteHostClosedError, false, Kind::Network, Cause::NotReached);
    row("closed after", Reply::RemoteHostClosedError, true, Kind::Network, Cause::Lost);
    row("not sent again", Reply::ContentReSendError, true, Kind::Network, Cause::Lost);
    row("handshake", Reply::SslHandshakeFailedError, false, Kind::Tls, Cause::Refused);
    row("proxy", Reply::ProxyConnectionRefusedError, false, Kind::Network, Cause::NotReached);
    row("proxy password", Reply::ProxyAuthenticationRequiredError, true, Kind::Network,
        Cause::Refused);
    row("bomb", Reply::UnknownContentError, true, Kind::Decode, Cause::Foreign);
    row("unknown", Reply::UnknownNetworkError, false, Kind::Network, Cause::NotReached);
    row("protocol", Reply::ProtocolFailure, true, Kind::Network, Cause::Lost);
}

void tst_ErrorMapping::connectionErrors()
{
    QFETCH(QNetworkReply::NetworkError, code);
    QFETCH(bool, bytesOut);
    const AttemptFailure failure = transportFailure(code, u"words"_s, bytesOut);
    QTEST(failure.error.kind, "kind");
    QTEST(failure.cause, "cause");
    QCOMPARE(failure.error.detail, u"words"_s);
}

void tst_ErrorMapping::foreignAnswersAreSeen_data()
{
    QTest::addColumn<HttpAnswer>("answer");
    QTest::addColumn<bool>("foreign");
    QTest::newRow("object") << HttpAnswer{.status = 200, .body = " {}"} << false;
    QTest::newRow("page") << HttpAnswer{.status = 200, .body = "<html>"} << true;
    QTest::newRow("object that calls itself a page")
        << HttpAnswer{.status = 200, .contentType = "text/html; charset=utf-8", .body = "{}"}
        << true;
    QTest::newRow("empty") << HttpAnswer{.status = 200} << true;
    QTest::newRow("no content") << HttpAnswer{.status = 204} << true;
    QTest::newRow("list") << HttpAnswer{.status = 200, .body = "[]"} << true;
}

void tst_ErrorMapping::foreignAnswersAreSeen()
{
    QFETCH(HttpAnswer, answer);
    const auto failure = foreignAnswer(answer);
    QTEST(failure.has_value(), "foreign");
    if (failure)
        QCOMPARE(failure->error.kind, Kind::Decode);
}

MODELSCRIBE_TEST(tst_ErrorMapping)

} // namespace tst_errormapping

#include "tst_errormapping.moc"
