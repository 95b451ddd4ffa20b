// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/signaturecheck.h"
#include "testclass.h"
#include "testpaths.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <algorithm>

namespace tst_signaturecheck {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

const AccessKey plainKey{"someKeyId", "someSecret", {}};
const AccessKey temporaryKey{"STS.someKeyId", "otherSecret", "token/+=="};
const QDateTime now = QDateTime::fromString(u"2026-01-02T03:04:05Z"_s, Qt::ISODate);

std::optional<AccessKey> keyOf(const QByteArray &id)
{
    if (id == plainKey.id)
        return plainKey;
    if (id == temporaryKey.id)
        return temporaryKey;
    return std::nullopt;
}

QByteArray &headerOf(WireRequest &request, const QByteArray &name)
{
    return std::ranges::find(request.headers, name, &std::pair<QByteArray, QByteArray>::first)
        ->second;
}

void removeHeader(WireRequest &request, const QByteArray &name)
{
    request.headers.removeIf([&](const auto &header) { return header.first == name; });
}

//! Signs what is in the request now, honestly.
void sign(WireRequest &request, const AccessKey &key = plainKey)
{
    removeHeader(request, "authorization");
    const WireTarget target = readTarget(request.target);
    const auto signature = acs3::sign({request.method, target.canonicalUri, target.canonicalQuery,
                                       request.headers, acs3::hashHex(request.body)},
                                      key);
    request.headers.emplaceBack("authorization", signature.authorization);
}

WireRequest goodRequest(const AccessKey &key = plainKey)
{
    const QByteArray body = R"({"ModelName":"a"})";
    WireRequest request{"POST", "/api/v1/models?a=b", {}, body};
    request.headers = {{"host", "127.0.0.1:8080"},
                       {"x-acs-action", "CreateModel"},
                       {"x-acs-version", "2021-02-04"},
                       {"x-acs-date", "2026-01-02T03:04:05Z"},
                       {"x-acs-signature-nonce", "n1"},
                       {"x-acs-content-sha256", acs3::hashHex(body)},
                       {"content-type", "application/json; charset=utf-8"},
                       {"x-acs-extra", "1"},
                       {"accept", "application/json"}};
    if (!key.securityToken.isEmpty())
        request.headers.emplaceBack("x-acs-security-token", key.securityToken);
    sign(request, key);
    return request;
}

using Spoil = void (*)(WireRequest &);

} // namespace

class tst_SignatureCheck : public QObject
{
    Q_OBJECT

private slots:
    void acceptsWhatTheVendorsClientSigned_data();
    void acceptsWhatTheVendorsClientSigned();
    void acceptsAGoodRequest();
    void refuses_data();
    void refuses();
    void echoesItsStringToSign();
    void acceptsDatesWithinTheWindow_data();
    void acceptsDatesWithinTheWindow();
    void acceptsATemporaryKeyWithItsToken();
    void acceptsAdditionalSignedHeaders();
    void takesANonceOnce();
    void forgetsNoncesWhoseDateHasPassed();
};

void tst_SignatureCheck::acceptsWhatTheVendorsClientSigned_data()
{
    QTest::addColumn<QJsonObject>("vector");
    QFile file(testing::sourcePath(u"tests/signing/data/official-vectors.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors =
        QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray();
    QVERIFY(vectors.size() >= 90);
    for (const QJsonValue &vector : vectors)
        QTest::newRow(qPrintable(vector["name"_L1].toString())) << vector.toObject();
}

void tst_SignatureCheck::acceptsWhatTheVendorsClientSigned()
{
    QFETCH(QJsonObject, vector);
    const QJsonObject input = vector["input"_L1].toObject();
    WireRequest request{input["method"_L1].toString().toUtf8(),
                        vector["wire"_L1]["requestTarget"_L1].toString().toUtf8(),
                        {},
                        input["body"_L1].toString().toUtf8()};
    const QJsonObject headers = input["headers"_L1].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.headers.emplaceBack(header.key().toUtf8(), header->toString().toUtf8());
    request.headers.emplaceBack("Authorization",
                                vector["expected"_L1]["authorization"_L1].toString().toUtf8());
    const AccessKey key{input["accessKeyId"_L1].toString().toUtf8(),
                        input["accessKeySecret"_L1].toString().toUtf8(),
                        input["securityToken"_L1].toString().toUtf8()};
    const auto lookup = [&key](const QByteArray &id) {
        return id == key.id ? std::optional(key) : std::nullopt;
    };
    const QDateTime date = QDateTime::fromString(input["date"_L1].toString(), Qt::ISODate);

    const auto call = checkSignature(request, lookup, date);
    QVERIFY2(call, call ? "" : qPrintable(call.error().message));
    QCOMPARE(QString::fromUtf8(call->action), input["action"_L1].toString());
    QCOMPARE(QString::fromUtf8(call->nonce), input["nonce"_L1].toString());

    request.body += ' ';
    const auto spoilt = checkSignature(request, lookup, date);
    QVERIFY(!spoilt);
    QCOMPARE(spoilt.error().code, u"SignatureDoesNotMatch"_s);
}

void tst_SignatureCheck::acceptsAGoodRequest()
{
    const auto call = checkSignature(goodRequest(), keyOf, now);
    QVERIFY2(call, call ? "" : qPrintable(call.error().message));
    QCOMPARE(call->keyId, plainKey.id);
    QCOMPARE(call->action, "CreateModel");
    QCOMPARE(call->version, "2021-02-04");
    QCOMPARE(call->nonce, "n1");
    QCOMPARE(call->date, now);
}

void tst_SignatureCheck::refuses_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &code, Spoil spoil) {
        QTest::newRow(name) << spoil << code;
    };
    const QString mismatch = u"SignatureDoesNotMatch"_s;
    const QString incomplete = u"IncompleteSignature"_s;
    row("other method", mismatch, [](WireRequest &r) { r.method = "PUT"; });
    row("other path", mismatch, [](WireRequest &r) { r.target = "/api/v1/model?a=b"; });
    row("other query", mismatch, [](WireRequest &r) { r.target = "/api/v1/models?a=c"; });
    row("no query", mismatch, [](WireRequest &r) { r.target = "/api/v1/models"; });
    row("a blank written as plus", mismatch, [](WireRequest &r) {
        r.target = "/api/v1/models?a=b%20c";
        sign(r);
        r.target = "/api/v1/models?a=b+c";
    });
    row("other body", mismatch, [](WireRequest &r) { r.body += ' '; });
    row("other host", mismatch, [](WireRequest &r) { headerOf(r, "host") += "1"; });
    row("other action", mismatch,
        [](WireRequest &r) { headerOf(r, "x-acs-action") = "DeleteModel"; });
    row("other version", mismatch, [](WireRequest &r) { headerOf(r, "x-acs-version") += "1"; });
    row("other date", mismatch,
        [](WireRequest &r) { headerOf(r, "x-acs-date") = "2026-01-02T03:04:06Z"; });
    row("other nonce", mismatch,
        [](WireRequest &r) { headerOf(r, "x-acs-signature-nonce") += "1"; });
    row("other hash", mismatch,
        [](WireRequest &r) { headerOf(r, "x-acs-content-sha256") = acs3::hashHex("x"); });
    row("a wrong hash, honestly signed", mismatch, [](WireRequest &r) {
        headerOf(r, "x-acs-content-sha256") = acs3::hashHex("x");
        sign(r);
    });
    row("other content type", mismatch,
        [](WireRequest &r) { headerOf(r, "content-type") = "application/json"; });
    row("other extra header", mismatch, [](WireRequest &r) { headerOf(r, "x-acs-extra") = "2"; });
    row("other secret", mismatch, [](WireRequest &r) {
        sign(r, AccessKey{plainKey.id, "wrong", {}});
    });
    row("short signature", mismatch, [](WireRequest &r) { headerOf(r, "authorization").chop(1); });
    row("signature in capitals", mismatch, [](WireRequest &r) {
        QByteArray &text = headerOf(r, "authorization");
        text = text.first(text.size() - 64) + text.last(64).toUpper();
    });
    row("unknown key", u"InvalidAccessKeyId.NotFound"_s, [](WireRequest &r) {
        sign(r, AccessKey{"nobody", "someSecret", {}});
    });
    row("no authorization", incomplete, [](WireRequest &r) { removeHeader(r, "authorization"); });
    row("other algorithm", incomplete, [](WireRequest &r) {
        headerOf(r, "authorization").replace("ACS3-HMAC-SHA256", "ACS3-HMAC-SM3");
    });
    row("no algorithm", incomplete,
        [](WireRequest &r) { headerOf(r, "authorization").replace("ACS3-HMAC-SHA256 ", ""); });
    row("malformed authorization", incomplete,
        [](WireRequest &r) { headerOf(r, "authorization") = "ACS3-HMAC-SHA256 Credential"; });
    row("a part twice", incomplete,
        [](WireRequest &r) { headerOf(r, "authorization") += ",Credential=" + temporaryKey.id; });
    row("a fourth part", incomplete,
        [](WireRequest &r) { headerOf(r, "authorization") += ",Scope=x"; });
    row("no signature", incomplete, [](WireRequest &r) {
        QByteArray &text = headerOf(r, "authorization");
        text = text.first(text.indexOf(",Signature="));
    });
    row("no signed headers", incomplete, [](WireRequest &r) {
        headerOf(r, "authorization") = "ACS3-HMAC-SHA256 Credential=someKeyId,"
                                       "SignedHeaders=,Signature=aa";
    });
    row("signed headers out of order", incomplete, [](WireRequest &r) {
        headerOf(r, "authorization").replace("content-type;host", "host;content-type");
    });
    row("a signed header that was not sent", incomplete,
        [](WireRequest &r) { removeHeader(r, "x-acs-extra"); });
    row("an unsigned x-acs header", incomplete,
        [](WireRequest &r) { r.headers.emplaceBack("x-acs-other", "1"); });
    row("a signed header twice", incomplete,
        [](WireRequest &r) { r.headers.emplaceBack("X-ACS-Extra", "1"); });
    row("no host", u"MissingHost"_s, [](WireRequest &r) { removeHeader(r, "host"); });
    row("no action", u"MissingAction"_s, [](WireRequest &r) { removeHeader(r, "x-acs-action"); });
    row("no version", u"MissingVersion"_s,
        [](WireRequest &r) { removeHeader(r, "x-acs-version"); });
    row("no date", u"MissingTimestamp"_s, [](WireRequest &r) { removeHeader(r, "x-acs-date"); });
    row("no nonce", u"MissingSignatureNonce"_s,
        [](WireRequest &r) { removeHeader(r, "x-acs-signature-nonce"); });
    row("empty nonce", u"MissingSignatureNonce"_s, [](WireRequest &r) {
        headerOf(r, "x-acs-signature-nonce") = "";
        sign(r);
    });
    row("no hash", u"MissingContentSha256"_s,
        [](WireRequest &r) { removeHeader(r, "x-acs-content-sha256"); });
    for (const char *name : {"host", "content-type", "x-acs-action", "x-acs-content-sha256",
                             "x-acs-date", "x-acs-signature-nonce", "x-acs-version"})
        QTest::addRow("%s is sent but not signed", name)
            << Spoil(nullptr) << QString::fromLatin1(name);
    row("date in the past", u"InvalidTimeStamp.Expired"_s, [](WireRequest &r) {
        headerOf(r, "x-acs-date") = "2026-01-02T02:49:04Z";
        sign(r);
    });
    row("date in the future", u"InvalidTimeStamp.Expired"_s, [](WireRequest &r) {
        headerOf(r, "x-acs-date") = "2026-01-02T03:19:06Z";
        sign(r);
    });
    for (const char *date : {"2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05",
                             "2026-01-02 03:04:05Z", "2026-13-02T03:04:05Z", "Fri, 2 Jan 2026"})
        QTest::addRow("date %s", date) << Spoil(nullptr) << QString::fromLatin1(date);
    row("temporary key without token", u"MissingSecurityToken"_s,
        [](WireRequest &r) { sign(r, temporaryKey); });
    row("temporary key with another token", u"InvalidSecurityToken.MismatchWithAccessKey"_s,
        [](WireRequest &r) {
            r.headers.emplaceBack("x-acs-security-token", "stale");
            sign(r, temporaryKey);
        });
    row("plain key with a token", u"InvalidSecurityToken.MismatchWithAccessKey"_s,
        [](WireRequest &r) {
            r.headers.emplaceBack("x-acs-security-token", temporaryKey.securityToken);
            sign(r);
        });
}

void tst_SignatureCheck::refuses()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, code);
    WireRequest request = goodRequest();
    if (spoil) {
        spoil(request);
    } else if (code.startsWith(u'2') || code.startsWith(u'F')) {
        headerOf(request, "x-acs-date") = code.toLatin1();
        sign(request);
        code = u"InvalidTimeStamp.Format"_s;
    } else {
        QByteArray &text = headerOf(request, "authorization");
        const QByteArray name = code.toLatin1();
        text.replace(';' + name, "").replace('=' + name + ';', "=");
        code = u"IncompleteSignature"_s;
    }
    const auto call = checkSignature(request, keyOf, now);
    QVERIFY(!call);
    QCOMPARE(call.error().code, code);
    QCOMPARE(call.error().httpStatus, code == "InvalidAccessKeyId.NotFound"_L1 ? 404 : 400);
    QVERIFY(!call.error().message.isEmpty());
}

void tst_SignatureCheck::echoesItsStringToSign()
{
    WireRequest request = goodRequest(temporaryKey);
    headerOf(request, "x-acs-extra") = "2";
    const auto call = checkSignature(request, keyOf, now);
    QVERIFY(!call);
    QVERIFY(call.error().message.contains("ACS3-HMAC-SHA256\n"_L1));
    QVERIFY(call.error().message.contains("x-acs-extra:2\n"_L1));
    QVERIFY(call.error().message.contains("x-acs-security-token:token/+==\n"_L1));
    QVERIFY(!call.error().message.contains(QLatin1StringView(temporaryKey.secret)));
}

void tst_SignatureCheck::acceptsDatesWithinTheWindow_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("exactly") << 0;
    QTest::newRow("15 minutes late") << 900;
    QTest::newRow("15 minutes early") << -900;
}

void tst_SignatureCheck::acceptsDatesWithinTheWindow()
{
    QFETCH(int, seconds);
    QVERIFY(checkSignature(goodRequest(), keyOf, now.addSecs(seconds)));
}

void tst_SignatureCheck::acceptsATemporaryKeyWithItsToken()
{
    QVERIFY(checkSignature(goodRequest(temporaryKey), keyOf, now));
}

void tst_SignatureCheck::acceptsAdditionalSignedHeaders()
{
    const WireRequest good = goodRequest();
    WireRequest request = good;
    removeHeader(request, "authorization");
    const WireTarget target = readTarget(request.target);
    // Written out, because our own signing never signs more than it has to.
    QByteArray canonical = "POST\n/api/v1/models\na=b\naccept:application/json\n";
    QByteArray names = "accept";
    for (const char *name :
         {"content-type", "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date",
          "x-acs-extra", "x-acs-signature-nonce", "x-acs-version"}) {
        canonical += QByteArray(name) + ':' + *request.header(name) + '\n';
        names += QByteArray(";") + name;
    }
    canonical += '\n' + names + '\n' + acs3::hashHex(request.body);
    const QByteArray stringToSign = "ACS3-HMAC-SHA256\n" + acs3::hashHex(canonical);
    const QByteArray signature = QMessageAuthenticationCode::hash(stringToSign, plainKey.secret,
                                                                  QCryptographicHash::Sha256)
                                     .toHex();
    request.headers.emplaceBack("authorization", "ACS3-HMAC-SHA256 Credential=" + plainKey.id
                                                     + ", SignedHeaders=" + names
                                                     + ", Signature=" + signature);
    const auto call = checkSignature(request, keyOf, now);
    QVERIFY2(call, call ? "" : qPrintable(call.error().message));
}

void tst_SignatureCheck::takesANonceOnce()
{
    NonceMemory memory;
    const SignedCall call{"key", "GetModel", "2021-02-04", "n1", now};
    QVERIFY(memory.take(call, now));
    QVERIFY(!memory.take(call, now));
    SignedCall other = call;
    other.nonce = "n2";
    QVERIFY(memory.take(other, now));
    other = call;
    other.keyId = "another key";
    QVERIFY(memory.take(other, now));
}

void tst_SignatureCheck::forgetsNoncesWhoseDateHasPassed()
{
    NonceMemory memory;
    const SignedCall early{"key", "GetModel", "2021-02-04", "n1", now.addSecs(600)};
    QVERIFY(memory.take(early, now));
    // Its date is still accepted after 15 minutes, so it must still be known.
    QVERIFY(!memory.take(early, now.addSecs(1200)));
    QVERIFY(memory.take(early, now.addSecs(1561)));
}

MODELSCRIBE_TEST(tst_SignatureCheck)

} // namespace tst_signaturecheck

#include "tst_signaturecheck.moc"
