// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryclient.h"
#include "model/registeredmodel.h"
#include "testclass.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_modelhandlers {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray wholeModel =
    R"({"ModelName":"新闻分类","ModelDescription":"d\u00e9","Accessibility":"PUBLIC",)"
    R"("Origin":"ModelScope","Domain":"nlp","Task":"text-classification",)"
    R"("ModelDoc":"https://example.com/a.md","OrderNumber":-3,)"
    R"("ModelType":"Checkpoint","ParameterSize":9223372036854775807,)"
    R"("ExtraInfo":{ "b":1.0,"a":[1e5, 12345678901234567890],"b":"\ud800" },)"
    R"("WorkspaceId":"1","Tag":[{"Key":"k","Value":"v"},{"Key":"e","Value":""}]})";

QStringList names(const Reply &reply)
{
    QStringList result;
    for (const QJsonValue &model : reply.at("Models"_L1).toArray())
        result.append(model["ModelName"_L1].toString());
    return result;
}

QByteArray named(const QByteArray &name) { return "{\"ModelName\":\"" + name + "\"}"; }

} // namespace

class tst_ModelHandlers : public QObject
{
    Q_OBJECT

private slots:
    void keepsAWholeModel();
    void keepsExtraInfoByteForByte();
    void createsWithDefaults();
    void prefersTagOverLabels();
    void refusesToCreate_data();
    void refusesToCreate();
    void takesLimitsToTheLetter_data();
    void takesLimitsToTheLetter();
    void keepsAnyCharacter();
    void allowsTheSameNameTwice();
    void changesOnlyWhatIsSent();
    void clearsTexts();
    void takesNullAsAbsent();
    void acceptsForeignMembers();
    void anEmptyUpdateChangesNothing();
    void timeOfChangeGrowsWithEveryChange();
    void refusesToUpdate_data();
    void refusesToUpdate();
    void aRefusedUpdateChangesNothing();
    void deletesWithVersions();
    void refusesUnknownModels_data();
    void refusesUnknownModels();
    void protectsModelsOfProviders_data();
    void protectsModelsOfProviders();
    void pagesThroughAll();
    void refusesWrongPages_data();
    void refusesWrongPages();
    void sorts_data();
    void sorts();
    void filters_data();
    void filters();
    void listsTagsAndLatestVersion();
};

void tst_ModelHandlers::keepsAWholeModel()
{
    const Registry registry;
    const Reply created = registry.createModel(wholeModel);
    QCOMPARE(created.status, 200);
    const QString id = created.at("ModelId"_L1).toString();
    static const QRegularExpression form(u"^model-[a-z0-9]{16}$"_s);
    QVERIFY(form.match(id).hasMatch());
    const QJsonObject model = registry.getModel(id).json();
    QCOMPARE(model["ModelId"_L1].toString(), id);
    QCOMPARE(model["ModelName"_L1].toString(), u"新闻分类"_s);
    QCOMPARE(model["ModelDescription"_L1].toString(), u"dé"_s);
    QCOMPARE(model["Accessibility"_L1].toString(), u"PUBLIC"_s);
    QCOMPARE(model["Origin"_L1].toString(), u"ModelScope"_s);
    QCOMPARE(model["Domain"_L1].toString(), u"nlp"_s);
    QCOMPARE(model["Task"_L1].toString(), u"text-classification"_s);
    QCOMPARE(model["ModelDoc"_L1].toString(), u"https://example.com/a.md"_s);
    QCOMPARE(model["OrderNumber"_L1].toInteger(), -3);
    QCOMPARE(model["ModelType"_L1].toString(), u"Checkpoint"_s);
    QCOMPARE(model["ParameterSize"_L1].toInteger(), std::numeric_limits<qint64>::max());
    QCOMPARE(model["WorkspaceId"_L1].toString(), u"1"_s);
    QCOMPARE(model["Provider"_L1].toString(u"?"_s), QString());
    QVERIFY(!model["UserId"_L1].toString().isEmpty());
    QVERIFY(!model["OwnerId"_L1].toString().isEmpty());
    QVERIFY(parseServiceTime(model["GmtCreateTime"_L1].toString()).isValid());
    QVERIFY(model["GmtModifiedTime"_L1].toString().contains(u'.'));
    QVERIFY(!model.contains("LatestVersion"_L1));
    QVERIFY(!model.contains("Tags"_L1));
    QCOMPARE(QJsonDocument(model["Labels"_L1].toArray()).toJson(QJsonDocument::Compact),
             R"([{"Key":"k","Value":"v"},{"Key":"e","Value":""}])");
}

void tst_ModelHandlers::keepsExtraInfoByteForByte()
{
    const Registry registry;
    const QByteArray extra = R"({ "b":1.0,"a":[1e5, 12345678901234567890],"b":"\ud800" })";
    QVERIFY(wholeModel.contains(extra));
    const QString id = registry.newModel(wholeModel);
    QVERIFY(registry.getModel(id).body.contains("\"ExtraInfo\":" + extra + ','));
    const QByteArray other = "{\"模\" :\t-0.0 ,\n\"\\u0041\":{}}";
    QCOMPARE(registry.updateModel(id, "{\"ExtraInfo\" : " + other + "}").status, 200);
    QVERIFY(registry.getModel(id).body.contains("\"ExtraInfo\":" + other + ','));
    QCOMPARE(registry.updateModel(id, R"({"ExtraInfo":{}})").status, 200);
    QVERIFY(registry.getModel(id).body.contains("\"ExtraInfo\":{},"));
}

void tst_ModelHandlers::createsWithDefaults()
{
    const Registry registry;
    const QString id = registry.newModel(R"({"ModelName":"a","Domain":"","WorkspaceId":""})");
    const QJsonObject model = registry.getModel(id).json();
    QCOMPARE(model["WorkspaceId"_L1].toString(), u"1"_s);
    QCOMPARE(model["Accessibility"_L1].toString(), u"PRIVATE"_s);
    QCOMPARE(model["Labels"_L1].toArray().size(), 0);
    for (const auto key :
         {"ModelDescription"_L1, "Domain"_L1, "OrderNumber"_L1, "ParameterSize"_L1, "ExtraInfo"_L1})
        QVERIFY2(!model.contains(key), key.data());
}

void tst_ModelHandlers::prefersTagOverLabels()
{
    const Registry registry;
    const auto labelsOf = [&](const QByteArray &members) {
        const QString id = registry.newModel(R"({"ModelName":"a",)" + members + '}');
        return QJsonDocument(registry.getModel(id).at("Labels"_L1).toArray())
            .toJson(QJsonDocument::Compact);
    };
    QCOMPARE(labelsOf(R"("Labels":[{"Key":"l","Value":"1"}])"), R"([{"Key":"l","Value":"1"}])");
    QCOMPARE(labelsOf(R"("Tag":[{"Key":"t","Value":"1"}],"Labels":[{"Key":"l","Value":"1"}])"),
             R"([{"Key":"t","Value":"1"}])");
    QCOMPARE(labelsOf(R"("Tag":[{"Key":"t","Value":"1"},{"Key":"t","Value":"2"}])"),
             R"([{"Key":"t","Value":"2"}])");
}

void tst_ModelHandlers::refusesToCreate_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const QString &field) {
        QTest::newRow(name) << body << field;
    };
    const auto with = [](const QByteArray &member) {
        return R"({"ModelName":"a",)" + member + '}';
    };
    row("no JSON", "{", u"body"_s);
    row("an array", "[]", u"body"_s);
    row("two values", "{} {}", u"body"_s);
    row("invalid UTF-8", "{\"ModelName\":\"\xFF\"}", u"body"_s);
    row("too deep",
        with("\"ExtraInfo\":" + QByteArray("{\"a\":").repeated(600) + '1' + QByteArray(600, '}')),
        u"body"_s);
    row("no name", "{}", u"ModelName"_s);
    row("null for a name", R"({"ModelName":null})", u"ModelName"_s);
    row("empty name", R"({"ModelName":""})", u"ModelName"_s);
    row("long name", named(QByteArray(128, 'a')), u"ModelName"_s);
    row("number for a name", R"({"ModelName":7})", u"ModelName"_s);
    row("half a character", R"({"ModelName":"\ud83d"})", u"ModelName"_s);
    row("unknown accessibility", with(R"("Accessibility":"SECRET")"), u"Accessibility"_s);
    row("accessibility in lower case", with(R"("Accessibility":"private")"), u"Accessibility"_s);
    row("empty accessibility", with(R"("Accessibility":"")"), u"Accessibility"_s);
    row("number as text", with(R"("OrderNumber":"1")"), u"OrderNumber"_s);
    row("fraction", with(R"("OrderNumber":1.0)"), u"OrderNumber"_s);
    row("exponent", with(R"("ParameterSize":1e3)"), u"ParameterSize"_s);
    row("too large", with(R"("ParameterSize":9223372036854775808)"), u"ParameterSize"_s);
    row("true for a number", with(R"("ParameterSize":true)"), u"ParameterSize"_s);
    row("text for ExtraInfo", with(R"("ExtraInfo":"{}")"), u"ExtraInfo"_s);
    row("list for ExtraInfo", with(R"("ExtraInfo":[])"), u"ExtraInfo"_s);
    row("object for a text", with(R"("Task":{})"), u"Task"_s);
    row("unknown workspace type", with(R"("WorkspaceId":1)"), u"WorkspaceId"_s);
    row("labels as object", with(R"("Tag":{"Key":"a"})"), u"Tag"_s);
    row("label as text", with(R"("Tag":["a"])"), u"Tag"_s);
    row("label as empty text", with(R"("Tag":[""])"), u"Tag"_s);
    row("label without key", with(R"("Tag":[{"Value":"a"}])"), u"Tag"_s);
    row("label with empty key", with(R"("Tag":[{"Key":"","Value":"a"}])"), u"Tag"_s);
    row("label with number", with(R"("Tag":[{"Key":"a","Value":1}])"), u"Tag"_s);
    row("label with =", with(R"("Tag":[{"Key":"a=b","Value":""}])"), u"Tag"_s);
    row("label with comma", with(R"("Tag":[{"Key":"a","Value":"b,c"}])"), u"Tag"_s);
    row("long label key", with(R"("Tag":[{"Key":")" + QByteArray(129, 'a') + R"(","Value":""}])"),
        u"Tag"_s);
    row("long label value in bytes",
        with(R"("Tag":[{"Key":"a","Value":")" + QByteArray("模").repeated(43) + R"("}])"),
        u"Tag"_s);
    row("wrong old labels", with(R"("Labels":[{"Key":"a=","Value":""}])"), u"Labels"_s);
}

void tst_ModelHandlers::refusesToCreate()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Registry registry;
    const Reply reply = registry.createModel(body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.code(), u"InvalidParameter"_s);
    QVERIFY2(reply.message().startsWith(field + u':'), qPrintable(reply.message()));
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(-1), 0);
}

void tst_ModelHandlers::takesLimitsToTheLetter_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("name of 127 letters") << named(QByteArray(127, 'a'));
    QTest::newRow("name of 127 Chinese characters") << named(QByteArray("模").repeated(127));
    QTest::newRow("name of 127 emoji") << named(QByteArray("🚀").repeated(127));
    QTest::newRow("label of 128 bytes") << R"({"ModelName":"a","Tag":[{"Key":")"
                                               + QByteArray(128, 'k') + R"(","Value":")"
                                               + QByteArray("模").repeated(42) + R"(vv"}]})";
    QTest::newRow("smallest number")
        << QByteArray(R"({"ModelName":"a","OrderNumber":-9223372036854775808})");
    QTest::newRow("depth 512") << "{\"ModelName\":\"a\",\"ExtraInfo\":"
                                      + QByteArray("{\"a\":").repeated(511) + '1'
                                      + QByteArray(511, '}') + '}';
}

void tst_ModelHandlers::takesLimitsToTheLetter()
{
    QFETCH(QByteArray, body);
    const Registry registry;
    const Reply reply = registry.createModel(body);
    QVERIFY2(reply.status == 200, reply.body.constData());
    QCOMPARE(registry.getModel(reply.at("ModelId"_L1).toString()).status, 200);
}

void tst_ModelHandlers::keepsAnyCharacter()
{
    const Registry registry;
    const QByteArray body = R"({"ModelName":"a\u0000b\n\u202e🚀'\"; DROP TABLE models; --"})";
    const QString id = registry.newModel(body);
    QCOMPARE(registry.getModel(id).at("ModelName"_L1),
             QJsonDocument::fromJson(body).object()["ModelName"_L1]);
}

void tst_ModelHandlers::allowsTheSameNameTwice()
{
    const Registry registry;
    const QString first = registry.newModel(named("twin"));
    const QString second = registry.newModel(named("twin"));
    QVERIFY(!first.isEmpty() && !second.isEmpty());
    QVERIFY(first != second);
}

void tst_ModelHandlers::changesOnlyWhatIsSent()
{
    const Registry registry;
    const QString id = registry.newModel(wholeModel);
    const QJsonObject before = registry.getModel(id).json();
    const Reply updated = registry.updateModel(id, R"({"Task":"ner","OrderNumber":5})");
    QCOMPARE(updated.status, 200);
    QCOMPARE(updated.json().keys(), QStringList{u"RequestId"_s});
    QJsonObject expected = before;
    expected["Task"_L1] = u"ner"_s;
    expected["OrderNumber"_L1] = 5;
    QJsonObject after = registry.getModel(id).json();
    for (const auto key : {"RequestId"_L1, "GmtModifiedTime"_L1}) {
        QVERIFY(after[key] != expected[key]);
        after.remove(key);
        expected.remove(key);
    }
    QCOMPARE(after, expected);
}

void tst_ModelHandlers::clearsTexts()
{
    const Registry registry;
    const QString id = registry.newModel(wholeModel);
    QCOMPARE(registry.updateModel(id, R"({"Task":"","ModelDescription":""})").status, 200);
    const QJsonObject model = registry.getModel(id).json();
    QVERIFY(!model.contains("Task"_L1));
    QVERIFY(!model.contains("ModelDescription"_L1));
    QCOMPARE(model["Domain"_L1].toString(), u"nlp"_s);
}

void tst_ModelHandlers::takesNullAsAbsent()
{
    const Registry registry;
    const QString id = registry.newModel(wholeModel);
    const QString before = registry.getModel(id).at("GmtModifiedTime"_L1).toString();
    QCOMPARE(registry.updateModel(id, R"({"Task":null,"ExtraInfo":null,"Tag":null})").status, 200);
    const QJsonObject model = registry.getModel(id).json();
    QCOMPARE(model["Task"_L1].toString(), u"text-classification"_s);
    QVERIFY(model.contains("ExtraInfo"_L1));
    QCOMPARE(model["GmtModifiedTime"_L1].toString(), before);
}

void tst_ModelHandlers::acceptsForeignMembers()
{
    const Registry registry;
    const QString id = registry.newModel(named("a"));
    QCOMPARE(registry.updateModel(id, R"({"ModelId":"x","Foo":[1],"Task":"t"})").status, 200);
    const QJsonObject model = registry.getModel(id).json();
    QCOMPARE(model["ModelId"_L1].toString(), id);
    QCOMPARE(model["Task"_L1].toString(), u"t"_s);
    QVERIFY(!model.contains("Foo"_L1));
}

void tst_ModelHandlers::anEmptyUpdateChangesNothing()
{
    const Registry registry;
    const QString id = registry.newModel(wholeModel);
    const QByteArray before = registry.getModel(id).body;
    QCOMPARE(registry.updateModel(id, {}).status, 200);
    QCOMPARE(registry.updateModel(id, "{}").status, 200);
    const QByteArray after = registry.getModel(id).body;
    QCOMPARE(after.first(after.lastIndexOf(',')), before.first(before.lastIndexOf(',')));
}

void tst_ModelHandlers::timeOfChangeGrowsWithEveryChange()
{
    // A clock that stands still, and then goes back.
    auto time = std::make_shared<QDateTime>(QDateTime::currentDateTimeUtc());
    const Registry registry({.now = [time] { return *time; }});
    const QString id = registry.newModel(named("a"));
    QString last = registry.getModel(id).at("GmtModifiedTime"_L1).toString();
    const QString created = registry.getModel(id).at("GmtCreateTime"_L1).toString();
    for (int i = 0; i < 5; ++i) {
        *time = time->addSecs(-1);
        QCOMPARE(registry.updateModel(id, R"({"Task":"same"})").status, 200);
        const QString modified = registry.getModel(id).at("GmtModifiedTime"_L1).toString();
        QVERIFY2(modified > last, qPrintable(modified));
        last = modified;
    }
    QCOMPARE(registry.getModel(id).at("GmtCreateTime"_L1).toString(), created);
}

void tst_ModelHandlers::refusesToUpdate_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("empty name") << QByteArray(R"({"ModelName":""})") << u"ModelName"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"Task":1})") << u"Task"_s;
    QTest::newRow("text to unset a number")
        << QByteArray(R"({"OrderNumber":""})") << u"OrderNumber"_s;
    QTest::newRow("no JSON") << QByteArray("nonsense") << u"body"_s;
    QTest::newRow("labels") << QByteArray(R"({"Labels":[]})") << u"Labels"_s;
    QTest::newRow("tags") << QByteArray(R"({"Tag":[]})") << u"Tag"_s;
    QTest::newRow("another workspace") << QByteArray(R"({"WorkspaceId":"2"})") << u"WorkspaceId"_s;
}

void tst_ModelHandlers::refusesToUpdate()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Registry registry;
    const QString id = registry.newModel(named("a"));
    const Reply reply = registry.updateModel(id, body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.code(), u"InvalidParameter"_s);
    QVERIFY2(reply.message().startsWith(field + u':'), qPrintable(reply.message()));
}

void tst_ModelHandlers::aRefusedUpdateChangesNothing()
{
    const Registry registry;
    const QString id = registry.newModel(wholeModel);
    QCOMPARE(registry.updateModel(id, R"({"Task":"new","OrderNumber":"x"})").status, 400);
    QCOMPARE(registry.getModel(id).at("Task"_L1).toString(), u"text-classification"_s);
}

void tst_ModelHandlers::deletesWithVersions()
{
    const Registry registry;
    const QString id = registry.newModel(wholeModel);
    const QStringList versions{u"models"_s, id, u"versions"_s};
    const QByteArray version = R"({"Uri":"oss://b.e/p"})";
    QCOMPARE(registry.call("POST", "CreateModelVersion", versions, {}, version).status, 200);
    QCOMPARE(registry.call("DELETE", "DeleteModel", {u"models"_s, id}).status, 200);
    QCOMPARE(registry.getModel(id).status, 404);
    QCOMPARE(registry.call("GET", "ListModelVersions", versions).code(), u"201900002"_s);
    QCOMPARE(registry.call("DELETE", "DeleteModel", {u"models"_s, id}).code(), u"201900002"_s);
    // A model made afterwards must not inherit anything.
    const QString next = registry.newModel(named("next"));
    QVERIFY(!registry.getModel(next).json().contains("LatestVersion"_L1));
    QCOMPARE(registry.getModel(next).at("Labels"_L1).toArray().size(), 0);
}

void tst_ModelHandlers::refusesUnknownModels_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const QByteArray &method, const QByteArray &action, const QStringList &path,
                        const QByteArray &body = {}) {
        QTest::newRow(action.constData()) << method << action << path << body;
    };
    const QStringList model{u"models"_s, u"model-none"_s};
    const QStringList versions = model + QStringList{u"versions"_s};
    const QStringList version = versions + QStringList{u"0.1.0"_s};
    const QStringList labels{u"labels"_s};
    const QByteArray label = R"({"Labels":[{"Key":"a","Value":"b"}]})";
    row("GET", "GetModel", model);
    row("PUT", "UpdateModel", model, "{}");
    row("DELETE", "DeleteModel", model);
    row("POST", "CreateModelLabels", model + labels, label);
    row("DELETE", "DeleteModelLabels", model + labels);
    row("GET", "ListModelVersions", versions);
    row("POST", "CreateModelVersion", versions, R"({"Uri":"oss://b.e/p"})");
    row("GET", "GetModelVersion", version);
    row("PUT", "UpdateModelVersion", version, "{}");
    row("DELETE", "DeleteModelVersion", version);
    row("POST", "CreateModelVersionLabels", version + labels, label);
    row("DELETE", "DeleteModelVersionLabels", version + labels);
}

void tst_ModelHandlers::refusesUnknownModels()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, action);
    QFETCH(QStringList, path);
    QFETCH(QByteArray, body);
    const Registry registry;
    const Reply reply = registry.call(method, action, path, {{u"LabelKeys"_s, u"a"_s}}, body);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.code(), u"201900002"_s);
}

void tst_ModelHandlers::protectsModelsOfProviders_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QStringList>("tail");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const QByteArray &method, const QByteArray &action, const QStringList &tail,
                        const QByteArray &body = {}) {
        QTest::newRow(action.constData()) << method << action << tail << body;
    };
    const QByteArray label = R"({"Labels":[{"Key":"a","Value":"b"}]})";
    row("PUT", "UpdateModel", {}, R"({"Task":"x"})");
    row("DELETE", "DeleteModel", {});
    row("POST", "CreateModelLabels", {u"labels"_s}, label);
    row("DELETE", "DeleteModelLabels", {u"labels"_s});
    row("POST", "CreateModelVersion", {u"versions"_s}, R"({"Uri":"oss://b.e/p"})");
    row("PUT", "UpdateModelVersion", {u"versions"_s, u"0.1.0"_s}, "{}");
    row("DELETE", "DeleteModelVersion", {u"versions"_s, u"0.1.0"_s});
    row("POST", "CreateModelVersionLabels", {u"versions"_s, u"0.1.0"_s, u"labels"_s}, label);
    row("DELETE", "DeleteModelVersionLabels", {u"versions"_s, u"0.1.0"_s, u"labels"_s});
}

void tst_ModelHandlers::protectsModelsOfProviders()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, action);
    QFETCH(QStringList, tail);
    QFETCH(QByteArray, body);
    const Registry registry({.samples = 60});
    const Reply list = registry.listModels({{u"Provider"_s, u"pai"_s}});
    QVERIFY(list.at("TotalCount"_L1).toInt() > 0);
    const QString id = list.at("Models"_L1)[0]["ModelId"_L1].toString();
    const Reply reply = registry.call(method, action, QStringList{u"models"_s, id} + tail,
                                      {{u"LabelKeys"_s, u"a"_s}}, body);
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.code(), u"Forbidden"_s);
    const QJsonValue detail = reply.at("AccessDeniedDetail"_L1);
    QCOMPARE(detail["AuthAction"_L1].toString(), u"paimodel:"_s + QString::fromLatin1(action));
    QCOMPARE(detail["NoPermissionType"_L1].toString(), u"ImplicitDeny"_s);
    QCOMPARE(registry.getModel(id).status, 200);
}

void tst_ModelHandlers::pagesThroughAll()
{
    const Registry registry({.samples = 60});
    QSet<QString> seen;
    int pages = 0;
    for (;;) {
        const Reply reply = registry.listModels(
            {{u"PageNumber"_s, QString::number(pages + 1)}, {u"PageSize"_s, u"25"_s}});
        QCOMPARE(reply.at("TotalCount"_L1).toInt(), 60);
        const QJsonArray models = reply.at("Models"_L1).toArray();
        if (models.isEmpty())
            break;
        for (const QJsonValue &model : models)
            seen.insert(model["ModelId"_L1].toString());
        ++pages;
    }
    QCOMPARE(pages, 3);
    QCOMPARE(seen.size(), 60);
    QCOMPARE(registry.listModels().at("Models"_L1).toArray().size(), 10);
    QCOMPARE(registry.listModels({{u"PageSize"_s, u"100"_s}}).at("Models"_L1).toArray().size(), 60);
}

void tst_ModelHandlers::refusesWrongPages_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("page 0") << u"PageNumber"_s << u"0"_s;
    QTest::newRow("page -1") << u"PageNumber"_s << u"-1"_s;
    QTest::newRow("page beyond int32") << u"PageNumber"_s << u"2147483648"_s;
    QTest::newRow("page one") << u"PageNumber"_s << u"one"_s;
    QTest::newRow("size 0") << u"PageSize"_s << u"0"_s;
    QTest::newRow("size 101") << u"PageSize"_s << u"101"_s;
    QTest::newRow("size 1.5") << u"PageSize"_s << u"1.5"_s;
    QTest::newRow("unknown column") << u"SortBy"_s << u"Foo"_s;
    QTest::newRow("SQL for a column") << u"SortBy"_s << u"id; DROP TABLE models"_s;
    QTest::newRow("unknown order") << u"Order"_s << u"down"_s;
    QTest::newRow("conditions") << u"Conditions"_s << u"[]"_s;
    QTest::newRow("tags that are no list") << u"Tag"_s << u"{}"_s;
    QTest::newRow("tags that are texts") << u"Tag"_s << u"[\"a\"]"_s;
    QTest::newRow("tag without key") << u"Tag"_s << u"[{\"Value\":\"a\"}]"_s;
    QTest::newRow("tag with number") << u"Tag"_s << u"[{\"Key\":\"a\",\"Value\":1}]"_s;
}

void tst_ModelHandlers::refusesWrongPages()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const Registry registry;
    const Reply reply = registry.listModels({{name, value}});
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.code(), u"InvalidParameter"_s);
    QVERIFY(reply.message().startsWith(name + u':'));
}

void tst_ModelHandlers::sorts_data()
{
    QTest::addColumn<QString>("sortBy");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QStringList>("expected");
    const QStringList byTime{u"b"_s, u"a"_s, u"c"_s};
    QTest::newRow("by default") << QString() << QString() << byTime;
    QTest::newRow("latest first") << u"GmtCreateTime"_s << u"DESC"_s
                                  << QStringList{u"c"_s, u"a"_s, u"b"_s};
    QTest::newRow("name") << u"ModelName"_s << u"ASC"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("modified") << u"GmtModifiedTime"_s << QString()
                              << QStringList{u"a"_s, u"c"_s, u"b"_s};
    QTest::newRow("size") << u"ParameterSize"_s << u"DESC"_s << QStringList{u"c"_s, u"b"_s, u"a"_s};
    QTest::newRow("equal values") << u"Domain"_s << u"DESC"_s
                                  << QStringList{u"c"_s, u"a"_s, u"b"_s};
}

void tst_ModelHandlers::sorts()
{
    QFETCH(QString, sortBy);
    QFETCH(QString, order);
    // Same millisecond for all: what is equal keeps the order of creation.
    const QDateTime start = QDateTime::currentDateTimeUtc();
    auto time = std::make_shared<QDateTime>(start);
    const Registry registry({.now = [time] { return *time; }});
    const QString b = registry.newModel(R"({"ModelName":"b","ParameterSize":20})");
    registry.newModel(R"({"ModelName":"a","ParameterSize":3})");
    registry.newModel(R"({"ModelName":"c","ParameterSize":100})");
    registry.updateModel(b, R"({"Origin":"x"})");
    QTEST(names(registry.listModels({{u"SortBy"_s, sortBy}, {u"Order"_s, order}})), "expected");
}

void tst_ModelHandlers::filters_data()
{
    QTest::addColumn<acs3::Query>("query");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const acs3::Query &query, const QStringList &expected) {
        QTest::newRow(name) << query << expected;
    };
    const QString bert = u"bert-zh"_s;
    const QString large = u"BERT-zh-large"_s;
    const QString sd = u"sd 100%_a"_s;
    row("nothing", {}, {bert, large, sd});
    row("part of a name", {{u"ModelName"_s, u"ert"_s}}, {bert, large});
    row("exact name", {{u"ModelName"_s, u"\"bert-zh\""_s}}, {bert});
    row("exact name in another case", {{u"ModelName"_s, u"\"Bert-zh\""_s}}, {});
    row("a lone quotation mark", {{u"ModelName"_s, u"\""_s}}, {});
    row("percent is a character", {{u"ModelName"_s, u"0%_"_s}}, {sd});
    row("percent alone", {{u"ModelName"_s, u"%"_s}}, {sd});
    row("backslash", {{u"ModelName"_s, u"\\"_s}}, {});
    row("Query in a domain", {{u"Query"_s, u"aig"_s}}, {sd});
    row("Query in a task", {{u"Query"_s, u"classif"_s}}, {bert});
    row("Query in a label's value", {{u"Query"_s, u"基座"_s}}, {large});
    row("Query in a label's key", {{u"Query"_s, u"stag"_s}}, {bert, large});
    row("Label", {{u"Label"_s, u"sta"_s}}, {bert, large});
    row("Label in a value", {{u"Label"_s, u"prod"_s}}, {large});
    row("Label is not the name", {{u"Label"_s, u"bert"_s}}, {});
    row("Tag", {{u"Tag"_s, uR"([{"Key":"stage","Value":"dev"}])"_s}}, {bert});
    row("all tags",
        {{u"Tag"_s, uR"([{"Key":"stage","Value":"prod"},{"Key":"base","Value":"基座"}])"_s}},
        {large});
    row("one tag does not fit",
        {{u"Tag"_s, uR"([{"Key":"stage","Value":"dev"},{"Key":"base","Value":"基座"}])"_s}}, {});
    row("key alone", {{u"Tag"_s, uR"([{"Key":"stage"}])"_s}}, {bert, large});
    row("empty value", {{u"Tag"_s, uR"([{"Key":"stage","Value":""}])"_s}}, {});
    row("no tags", {{u"Tag"_s, u"[]"_s}}, {bert, large, sd});
    row("domain", {{u"Domain"_s, u"nlp"_s}}, {bert, large});
    row("part of a domain", {{u"Domain"_s, u"nl"_s}}, {});
    row("task", {{u"Task"_s, u"text-classification"_s}}, {bert});
    row("type", {{u"ModelType"_s, u"LoRA"_s}}, {sd});
    row("origin", {{u"Origin"_s, u"Civitai"_s}}, {sd});
    row("workspace", {{u"WorkspaceId"_s, u"2"_s}}, {sd});
    row("unknown workspace", {{u"WorkspaceId"_s, u"99"_s}}, {});
    row("provider", {{u"Provider"_s, u"pai"_s}}, {});
    row("collections", {{u"Collections"_s, u"AI4D,QuickStart"_s}}, {bert, large, sd});
    row("unknown parameter", {{u"modelname"_s, u"x"_s}}, {bert, large, sd});
    row("empty values", {{u"Domain"_s, QString()}, {u"PageSize"_s, QString()}}, {bert, large, sd});
    row("several", {{u"Domain"_s, u"nlp"_s}, {u"ModelName"_s, u"large"_s}}, {large});
}

void tst_ModelHandlers::filters()
{
    QFETCH(acs3::Query, query);
    QFETCH(QStringList, expected);
    const Registry registry;
    registry.newModel(R"({"ModelName":"bert-zh","Domain":"nlp","Task":"text-classification",)"
                      R"("Tag":[{"Key":"stage","Value":"dev"}]})");
    registry.newModel(R"({"ModelName":"BERT-zh-large","Domain":"nlp",)"
                      R"("Tag":[{"Key":"stage","Value":"prod"},{"Key":"base","Value":"基座"}]})");
    registry.newModel(R"({"ModelName":"sd 100%_a","Domain":"aigc","ModelType":"LoRA",)"
                      R"("Origin":"Civitai","WorkspaceId":"2"})");
    const Reply reply = registry.listModels(query);
    QCOMPARE(reply.status, 200);
    QCOMPARE(names(reply), expected);
    QCOMPARE(reply.at("TotalCount"_L1).toInt(-1), int(expected.size()));
}

void tst_ModelHandlers::listsTagsAndLatestVersion()
{
    const Registry registry;
    const QString id = registry.newModel(R"({"ModelName":"a","Tag":[{"Key":"k","Value":"v"}]})");
    const QStringList versions{u"models"_s, id, u"versions"_s};
    for (const QByteArray &body :
         {QByteArray(R"({"Uri":"oss://b.e/1","VersionName":"2.0.0"})"),
          QByteArray(R"({"Uri":"oss://b.e/2","VersionName":"1.0.0","Metrics":{"a": 1.0}})")})
        QCOMPARE(registry.call("POST", "CreateModelVersion", versions, {}, body).status, 200);
    const Reply list = registry.listModels();
    const QJsonValue model = list.at("Models"_L1)[0];
    QCOMPARE(model["Tags"_L1], model["Labels"_L1]);
    QCOMPARE(model["Tags"_L1].toArray().size(), 1);
    // The one that was made last, whatever its number is.
    QCOMPARE(model["LatestVersion"_L1]["VersionName"_L1].toString(), u"1.0.0"_s);
    QVERIFY(list.body.contains(R"("Metrics":{"a": 1.0})"));
    QCOMPARE(model["GmtLatestVersionModifiedTime"_L1],
             model["LatestVersion"_L1]["GmtModifiedTime"_L1]);
}

MODELSCRIBE_TEST(tst_ModelHandlers)

} // namespace tst_modelhandlers

#include "tst_modelhandlers.moc"
