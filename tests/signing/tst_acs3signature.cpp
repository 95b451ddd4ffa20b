// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/acs3signature.h"
#include "testclass.h"
#include "testpaths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_acs3signature {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! One vector of either file in one shape.
struct Vector
{
    QString name;
    QStringList path;
    acs3::Query query;
    acs3::Request request; //!< method, headers and payloadHash.
    QByteArray body;
    AccessKey key;
    acs3::Signature expected;
    QByteArray uri;
    QByteArray canonicalQuery;
    QByteArray payloadHash;
};

QJsonArray readVectors(const QString &name)
{
    QFile file(testing::sourcePath(u"tests/signing/data/"_s + name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray();
}

acs3::Headers headersOf(const QJsonObject &object)
{
    acs3::Headers headers;
    for (auto it = object.begin(); it != object.end(); ++it)
        headers.append({it.key().toUtf8(), it.value().toString().toUtf8()});
    return headers;
}

Vector documented(const QJsonObject &json)
{
    const QJsonObject in = json["input"_L1].toObject();
    const QJsonObject out = json["expected"_L1].toObject();
    const auto bytes = [](const QJsonObject &object, QLatin1StringView name) {
        return object[name].toString().toUtf8();
    };
    Vector vector{.name = json["id"_L1].toString(), .body = bytes(in, "body_utf8"_L1)};
    for (const auto &segment : in["path_segments"_L1].toArray())
        vector.path.append(segment.toString());
    const QJsonObject query = in["query"_L1].toObject();
    for (auto it = query.begin(); it != query.end(); ++it)
        vector.query.prepend({it.key(), it.value().toString()}); // not in sorted order
    vector.request.method = bytes(in, "method"_L1);
    vector.request.headers = headersOf(in["headers"_L1].toObject());
    vector.key = {bytes(in, "access_key_id"_L1), bytes(in, "access_key_secret"_L1),
                  bytes(in, "security_token"_L1)};
    vector.uri = bytes(out, "canonical_uri"_L1);
    vector.canonicalQuery = bytes(out, "canonical_query"_L1);
    vector.payloadHash = bytes(out, "hashed_payload"_L1);
    vector.expected = {bytes(out, "signed_headers"_L1), bytes(out, "canonical_request"_L1),
                       bytes(out, "string_to_sign"_L1), bytes(out, "signature"_L1),
                       bytes(out, "authorization"_L1)};
    return vector;
}

Vector official(const QJsonObject &json)
{
    const QJsonObject in = json["input"_L1].toObject();
    const QJsonObject out = json["expected"_L1].toObject();
    const auto bytes = [](const QJsonObject &object, QLatin1StringView name) {
        return object[name].toString().toUtf8();
    };
    Vector vector{.name = json["name"_L1].toString(), .body = bytes(in, "body"_L1)};
    for (const QByteArray &segment : bytes(in, "path"_L1).split('/').mid(1))
        vector.path.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    for (const auto &pair : in["query"_L1].toArray())
        vector.query.append({pair.toArray()[0].toString(), pair.toArray()[1].toString()});
    vector.request.method = bytes(in, "method"_L1);
    vector.request.headers = headersOf(in["headers"_L1].toObject());
    vector.key = {bytes(in, "accessKeyId"_L1), bytes(in, "accessKeySecret"_L1),
                  bytes(in, "securityToken"_L1)};
    vector.uri = bytes(out, "canonicalUri"_L1);
    vector.canonicalQuery = bytes(out, "canonicalQuery"_L1);
    vector.payloadHash = bytes(out, "payloadHash"_L1);
    vector.expected = {bytes(out, "signedHeaders"_L1), bytes(out, "canonicalRequest"_L1),
                       bytes(out, "stringToSign"_L1), bytes(out, "signature"_L1),
                       bytes(out, "authorization"_L1)};
    return vector;
}

QList<Vector> vectors()
{
    QList<Vector> result;
    for (const auto &json : readVectors(u"signature-vectors.json"_s))
        result.append(documented(json.toObject()));
    for (const auto &json : readVectors(u"official-vectors.json"_s))
        result.append(official(json.toObject()));
    return result;
}

} // namespace

class tst_Acs3Signature : public QObject
{
    Q_OBJECT

private slots:
    void allVectorsAreThere();
    void signsLikeTheVendor_data();
    void signsLikeTheVendor();
    void percentEncodes_data();
    void percentEncodes();
    void onlySomeHeadersAreSigned();
    void queryIsSortedByName();
    void emptyPathIsARoot();
    void securityTokenIsNotPartOfTheAuthorization();
};

void tst_Acs3Signature::allVectorsAreThere() { QCOMPARE(vectors().size(), 6 + 90); }

void tst_Acs3Signature::signsLikeTheVendor_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const Vector &vector : vectors())
        QTest::newRow(qPrintable(vector.name)) << number++;
}

void tst_Acs3Signature::signsLikeTheVendor()
{
    QFETCH(int, number);
    static const QList<Vector> all = vectors();
    const Vector &vector = all[number];
    acs3::Request request = vector.request;
    request.canonicalUri = acs3::canonicalUri(vector.path);
    request.canonicalQuery = acs3::canonicalQuery(vector.query);
    request.payloadHash = acs3::hashHex(vector.body);
    QCOMPARE(request.canonicalUri, vector.uri);
    QCOMPARE(request.canonicalQuery, vector.canonicalQuery);
    QCOMPARE(request.payloadHash, vector.payloadHash);
    const acs3::Signature signature = acs3::sign(request, vector.key);
    QCOMPARE(signature.signedHeaders, vector.expected.signedHeaders);
    QCOMPARE(signature.canonicalRequest, vector.expected.canonicalRequest);
    QCOMPARE(signature.stringToSign, vector.expected.stringToSign);
    QCOMPARE(signature.signature, vector.expected.signature);
    QCOMPARE(signature.authorization, vector.expected.authorization);
}

void tst_Acs3Signature::percentEncodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("empty") << u""_s << QByteArray("");
    QTest::newRow("kept") << u"AZaz09-_.~"_s << QByteArray("AZaz09-_.~");
    QTest::newRow("blank") << u" "_s << QByteArray("%20");
    QTest::newRow("reserved") << u"*,/+=&?#:@!$'()[];"_s
                              << QByteArray(
                                     "%2A%2C%2F%2B%3D%26%3F%23%3A%40%21%24%27%28%29%5B%5D%3B");
    QTest::newRow("percent") << u"%2F%"_s << QByteArray("%252F%25");
    QTest::newRow("Chinese") << u"新"_s << QByteArray("%E6%96%B0");
    QTest::newRow("emoji") << u"😀"_s << QByteArray("%F0%9F%98%80");
    QTest::newRow("control") << u"\n\t\x7F"_s << QByteArray("%0A%09%7F");
    QTest::newRow("NUL") << QString(QChar(0)) << QByteArray("%00");
    QTest::newRow("others") << u"\"<>\\^`{|}"_s << QByteArray("%22%3C%3E%5C%5E%60%7B%7C%7D");
    QTest::newRow("full-width") << u"ａ"_s << QByteArray("%EF%BD%81");
}

void tst_Acs3Signature::percentEncodes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoded);
    QCOMPARE(acs3::percentEncode(text), encoded);
}

void tst_Acs3Signature::onlySomeHeadersAreSigned()
{
    const acs3::Headers headers{{"X-Acs-Date", " now \t"}, {"Host", "h"},
                                {"Accept", "x"},           {"User-Agent", "y"},
                                {"Content-Type", "z"},     {"Authorization", "never"},
                                {"X-Other", "x"},          {"x-acs-action", "A"}};
    const auto signature = acs3::sign({"GET", "/", "", headers, "hash"}, {"id", "secret", {}});
    QCOMPARE(signature.signedHeaders, QByteArray("content-type;host;x-acs-action;x-acs-date"));
    QCOMPARE(signature.canonicalRequest,
             QByteArray("GET\n/\n\ncontent-type:z\nhost:h\nx-acs-action:A\nx-acs-date:now\n\n"
                        "content-type;host;x-acs-action;x-acs-date\nhash"));
}

void tst_Acs3Signature::queryIsSortedByName()
{
    QCOMPARE(acs3::canonicalQuery({}), QByteArray());
    QCOMPARE(acs3::canonicalQuery(
                 {{u"b"_s, u"2"_s}, {u"a"_s, u""_s}, {u"B"_s, u"x y"_s}, {u"a"_s, u"1"_s}}),
             QByteArray("B=x%20y&a=&a=1&b=2"));
}

void tst_Acs3Signature::emptyPathIsARoot()
{
    QCOMPARE(acs3::canonicalUri({}), QByteArray("/"));
    QCOMPARE(acs3::canonicalUri({u"a/b"_s, u"c"_s}), QByteArray("/a%2Fb/c"));
}

void tst_Acs3Signature::securityTokenIsNotPartOfTheAuthorization()
{
    const auto signature = acs3::sign({"GET", "/", "", {}, "hash"}, {"id", "secret", "token"});
    QVERIFY(!signature.authorization.contains("token"));
    QVERIFY(!signature.authorization.contains("secret"));
    QVERIFY(signature.authorization.startsWith("ACS3-HMAC-SHA256 Credential=id,SignedHeaders="));
}

MODELSCRIBE_TEST(tst_Acs3Signature)

} // namespace tst_acs3signature

#include "tst_acs3signature.moc"
