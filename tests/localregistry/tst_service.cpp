// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryclient.h"
#include "testclass.h"

#include <QMap>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace tst_service {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

class tst_Service : public QObject
{
    Q_OBJECT

private slots:
    void everyAnswerHasARequestIdAndADate();
    void errorsHaveTheServicesShape();
    void refusesTamperedHeaders_data();
    void refusesTamperedHeaders();
    void refusesANonceTwice();
    void refusesAfterAFailedSignatureWithoutBurningTheNonce();
    void refusesAnotherClock();
    void takesATemporaryKey();
    void takesKeysThatAreAddedLater();
    void refusesOtherRoutes_data();
    void refusesOtherRoutes();
    void refusesOtherContentTypes();
    void answersWhenTheDatabaseIsBroken_data();
    void answersWhenTheDatabaseIsBroken();
};

void tst_Service::everyAnswerHasARequestIdAndADate()
{
    const Registry registry;
    static const QRegularExpression form(
        u"^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$"_s);
    static const QRegularExpression date(
        u"\r\nDate: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"_s);
    const auto replies = {registry.listModels(), registry.getModel(u"model-none"_s),
                          exchange(registry.port(), "GET / HTTP/1.1\r\n\r\n"),
                          exchange(registry.port(), "garbage\r\n\r\n")};
    for (const Reply &reply : replies) {
        const QString id = reply.at("RequestId"_L1).toString();
        QVERIFY2(form.match(id).hasMatch(), reply.body.constData());
        QVERIFY(reply.head.contains("\r\nx-acs-request-id: " + id.toLatin1()));
        QVERIFY2(date.match(QString::fromLatin1(reply.head)).hasMatch(), reply.head.constData());
        QVERIFY(reply.head.contains("\r\nContent-Type: application/json"));
    }
}

void tst_Service::errorsHaveTheServicesShape()
{
    const Registry registry;
    const Reply reply = registry.getModel(u"model-none"_s);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.code(), u"201900002"_s);
    QVERIFY(reply.message().contains("model-none"_L1));
    QCOMPARE(reply.at("HostId"_L1).toString(), u"127.0.0.1:%1"_s.arg(registry.port()));
    QVERIFY(reply.at("Recommend"_L1).toString().endsWith("q=201900002"_L1));
    QVERIFY(!reply.json().contains("AccessDeniedDetail"_L1));
}

void tst_Service::refusesTamperedHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("code");
    for (const char *name : {"host", "x-acs-action", "x-acs-version", "x-acs-signature-nonce",
                             "x-acs-content-sha256", "content-type"})
        QTest::newRow(name) << QByteArray(name) << u"SignatureDoesNotMatch"_s;
    QTest::newRow("x-acs-date") << QByteArray("x-acs-date") << u"InvalidTimeStamp.Format"_s;
    QTest::newRow("x-acs-security-token")
        << QByteArray("x-acs-security-token") << u"InvalidSecurityToken.MismatchWithAccessKey"_s;
    QTest::newRow("authorization") << QByteArray("authorization") << u"SignatureDoesNotMatch"_s;
}

void tst_Service::refusesTamperedHeaders()
{
    QFETCH(QByteArray, name);
    const Registry registry;
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {}, R"({"ModelName":"a"})");
    request.signer = temporaryKey;
    sign(request, registry.port());
    for (auto &[key, value] : request.headers) {
        if (key == name)
            value += '1';
    }
    const Reply reply = exchange(registry.port(), wireBytes(request));
    QCOMPARE(reply.status, 400);
    QTEST(reply.code(), "code");
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(-1), 0);
}

void tst_Service::refusesANonceTwice()
{
    const Registry registry;
    Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {}, R"({"ModelName":"a"})");
    sign(request, registry.port());
    QCOMPARE(exchange(registry.port(), wireBytes(request)).status, 200);
    const Reply again = exchange(registry.port(), wireBytes(request));
    QCOMPARE(again.status, 400);
    QCOMPARE(again.code(), u"SignatureNonceUsed"_s);
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(-1), 1);
}

void tst_Service::refusesAfterAFailedSignatureWithoutBurningTheNonce()
{
    const Registry registry;
    Outgoing request = outgoing("GET", "ListModels", {u"models"_s});
    sign(request, registry.port());
    QByteArray spoilt = wireBytes(request);
    spoilt.replace("Signature=", "Signature=0");
    QCOMPARE(exchange(registry.port(), spoilt).code(), u"SignatureDoesNotMatch"_s);
    QCOMPARE(exchange(registry.port(), wireBytes(request)).status, 200);
}

void tst_Service::refusesAnotherClock()
{
    const Registry registry;
    Outgoing request = outgoing("GET", "ListModels", {u"models"_s});
    sign(request, registry.port(), QDateTime::currentDateTimeUtc().addSecs(-1000));
    const Reply reply = exchange(registry.port(), wireBytes(request));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.code(), u"InvalidTimeStamp.Expired"_s);
}

void tst_Service::takesATemporaryKey()
{
    const Registry registry;
    Outgoing request = outgoing("GET", "ListModels", {u"models"_s});
    request.signer = temporaryKey;
    QCOMPARE(registry.send(request).status, 200);
    request.signer.securityToken.clear();
    QCOMPARE(registry.send(request).code(), u"MissingSecurityToken"_s);
}

void tst_Service::takesKeysThatAreAddedLater()
{
    Registry registry;
    Outgoing request = outgoing("GET", "ListModels", {u"models"_s});
    request.signer = {"later", "secret", {}};
    const Reply before = registry.send(request);
    QCOMPARE(before.status, 404);
    QCOMPARE(before.code(), u"InvalidAccessKeyId.NotFound"_s);
    registry.registry().addKey(request.signer);
    QCOMPARE(registry.send(request).status, 200);
}

void tst_Service::refusesOtherRoutes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &action,
                        const QStringList &path, int status, const QString &code) {
        QTest::newRow(name) << method << action << path << status << code;
    };
    const QString notFound = u"InvalidAction.NotFound"_s;
    const QString wrongMethod = u"UnsupportedHTTPMethod"_s;
    row("unknown path", "GET", "ListProducts", {u"products"_s}, 404, notFound);
    row("nothing", "GET", "ListModels", {}, 404, notFound);
    row("trailing slash", "GET", "ListModels", {u"models"_s, u""_s}, 404, notFound);
    row("too deep", "GET", "GetModel", {u"models"_s, u"a"_s, u"b"_s}, 404, notFound);
    row("action of another route", "GET", "GetModel", {u"models"_s}, 404, notFound);
    row("action in lower case", "GET", "listmodels", {u"models"_s}, 404, notFound);
    row("wrong method", "PUT", "ListModels", {u"models"_s}, 400, wrongMethod);
    row("PATCH", "PATCH", "UpdateModel", {u"models"_s, u"a"_s}, 400, wrongMethod);
    row("OPTIONS", "OPTIONS", "ListModels", {u"models"_s}, 400, wrongMethod);
    row("encoded slash in an id", "GET", "GetModel", {u"models"_s, u"a/b"_s}, 404, u"201900002"_s);
}

void tst_Service::refusesOtherRoutes()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, action);
    QFETCH(QStringList, path);
    const Registry registry;
    const Reply reply = registry.call(method, action, path);
    QTEST(reply.status, "status");
    QTEST(reply.code(), "code");
}

void tst_Service::refusesOtherContentTypes()
{
    const Registry registry;
    for (const QByteArray &type : {QByteArray("text/plain"), QByteArray("application/jsonx"),
                                   QByteArray("application/x-www-form-urlencoded"), QByteArray()}) {
        Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {},
                                    R"({"ModelName":"a"})");
        sign(request, registry.port());
        request.headers.removeIf([](const auto &header) {
            return header.first == "content-type" || header.first == "authorization";
        });
        if (!type.isEmpty())
            request.headers.emplaceBack("content-type", type);
        request.headers.emplaceBack("authorization", acs3::sign({request.method,
                                                                 request.canonicalUri,
                                                                 {},
                                                                 request.headers,
                                                                 acs3::hashHex(request.body)},
                                                                key)
                                                         .authorization);
        const Reply reply = exchange(registry.port(), wireBytes(request));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"InvalidContentType"_s);
    }
}

void tst_Service::answersWhenTheDatabaseIsBroken_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("failing");
    const QStringList ofModels{
        u"CreateModel"_s, u"CreateModelLabels"_s, u"CreateModelVersion"_s, u"DeleteModelLabels"_s,
        u"GetModel"_s,    u"ListModels"_s,        u"UpdateModel"_s};
    QTest::newRow("models") << u"models"_s << ofModels;
    QTest::newRow("labels") << u"model_labels"_s
                            << QStringList{u"CreateModel"_s, u"CreateModelLabels"_s,
                                           u"DeleteModelLabels"_s, u"GetModel"_s, u"ListModels"_s};
    QTest::newRow("versions") << u"versions"_s
                              << QStringList{u"CreateModelVersion"_s, u"GetModel"_s,
                                             u"GetModelVersion"_s,    u"ListModelVersions"_s,
                                             u"ListModels"_s,         u"UpdateModelVersion"_s};
    QTest::newRow("labels of versions")
        << u"version_labels"_s
        << QStringList{u"CreateModelVersion"_s, u"CreateModelVersionLabels"_s,
                       u"DeleteModelVersionLabels"_s, u"GetModelVersion"_s, u"ListModelVersions"_s};
    QTest::newRow("workspaces") << u"workspaces"_s
                                << QStringList{u"CreateModel"_s, u"GetDefaultWorkspace"_s,
                                               u"GetWorkspace"_s, u"ListWorkspaces"_s};
}

void tst_Service::answersWhenTheDatabaseIsBroken()
{
    QFETCH(QString, table);
    QFETCH(QStringList, failing);
    const Registry registry({.samples = 1});
    const QString id = registry.newModel(R"({"ModelName":"a","Tag":[{"Key":"k","Value":""}]})");
    const QStringList model{u"models"_s, id};
    const QStringList versions = model + QStringList{u"versions"_s};
    const QStringList version = versions + QStringList{u"0.1.0"_s};
    const QByteArray newVersion = R"({"Uri":"oss://b.e/p","Labels":[{"Key":"k","Value":""}]})";
    registry.call("POST", "CreateModelVersion", versions, {}, newVersion);
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"saboteur"_s);
        connection.setDatabaseName(registry.file());
        QVERIFY(connection.open());
        QSqlQuery query(connection);
        QVERIFY(query.exec(u"ALTER TABLE %1 RENAME TO gone"_s.arg(table)));
    }
    QSqlDatabase::removeDatabase(u"saboteur"_s);

    const QByteArray label = R"({"Labels":[{"Key":"l","Value":""}]})";
    const QByteArray newModel = R"({"ModelName":"b","Tag":[{"Key":"k","Value":""}]})";
    const acs3::Query keys{{u"LabelKeys"_s, u"k"_s}};
    const QStringList labels{u"labels"_s};
    const QMap<QString, Outgoing> calls = {
        {u"ListModels"_s, outgoing("GET", "ListModels", {u"models"_s})},
        {u"GetModel"_s, outgoing("GET", "GetModel", model)},
        {u"CreateModel"_s, outgoing("POST", "CreateModel", {u"models"_s}, {}, newModel)},
        {u"UpdateModel"_s, outgoing("PUT", "UpdateModel", model, {}, R"({"Task":"t"})")},
        {u"CreateModelLabels"_s, outgoing("POST", "CreateModelLabels", model + labels, {}, label)},
        {u"DeleteModelLabels"_s, outgoing("DELETE", "DeleteModelLabels", model + labels, keys)},
        {u"ListModelVersions"_s, outgoing("GET", "ListModelVersions", versions)},
        {u"GetModelVersion"_s, outgoing("GET", "GetModelVersion", version)},
        {u"CreateModelVersion"_s, outgoing("POST", "CreateModelVersion", versions, {}, newVersion)},
        {u"UpdateModelVersion"_s,
         outgoing("PUT", "UpdateModelVersion", version, {}, R"({"Options":"o"})")},
        {u"CreateModelVersionLabels"_s,
         outgoing("POST", "CreateModelVersionLabels", version + labels, {}, label)},
        {u"DeleteModelVersionLabels"_s,
         outgoing("DELETE", "DeleteModelVersionLabels", version + labels, keys)},
        {u"ListWorkspaces"_s, outgoing("GET", "ListWorkspaces", {u"workspaces"_s})},
        {u"GetWorkspace"_s, outgoing("GET", "GetWorkspace", {u"workspaces"_s, u"1"_s})},
        {u"GetDefaultWorkspace"_s,
         outgoing("GET", "GetDefaultWorkspace", {u"defaultWorkspaces"_s})},
    };
    for (auto call = calls.begin(); call != calls.end(); ++call) {
        const Reply reply = registry.send(*call);
        QVERIFY(!reply.at("RequestId"_L1).toString().isEmpty());
        if (!failing.contains(call.key()))
            continue;
        QVERIFY2(reply.status == 500, qPrintable(call.key()));
        QCOMPARE(reply.code(), u"InternalError"_s);
        QVERIFY2(!reply.message().contains(table), "what is inside stays inside");
    }
}

MODELSCRIBE_TEST(tst_Service)

} // namespace tst_service

#include "tst_service.moc"
