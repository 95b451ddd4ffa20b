// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryclient.h"
#include "testclass.h"

#include <QTest>

namespace tst_versionhandlers {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    World() { id = registry.newModel(R"({"ModelName":"a"})"); }

    QStringList path(const QString &name = {}) const
    {
        const QStringList versions{u"models"_s, id, u"versions"_s};
        return name.isEmpty() ? versions : versions + QStringList{name};
    }
    Reply create(const QByteArray &body) const
    {
        return registry.call("POST", "CreateModelVersion", path(), {}, body);
    }
    QString newName(const QByteArray &body = R"({"Uri":"oss://b.e/p"})") const
    {
        return create(body).at("VersionName"_L1).toString();
    }
    Reply get(const QString &name) const
    {
        return registry.call("GET", "GetModelVersion", path(name));
    }
    Reply update(const QString &name, const QByteArray &body) const
    {
        return registry.call("PUT", "UpdateModelVersion", path(name), {}, body);
    }
    Reply remove(const QString &name) const
    {
        return registry.call("DELETE", "DeleteModelVersion", path(name));
    }
    QStringList list(const acs3::Query &query = {}) const
    {
        const Reply reply = registry.call("GET", "ListModelVersions", path(), query);
        QStringList names;
        for (const QJsonValue &version : reply.at("Versions"_L1).toArray())
            names.append(version["VersionName"_L1].toString());
        return names;
    }

    Registry registry;
    QString id;
};

} // namespace

class tst_VersionHandlers : public QObject
{
    Q_OBJECT

private slots:
    void keepsAWholeVersion();
    void createsWithDefaults();
    void countsTheMinorNumber();
    void refusesToCreate_data();
    void refusesToCreate();
    void changesOnlyWhatIsSent();
    void refusesToUpdate_data();
    void refusesToUpdate();
    void approvalIsFinal_data();
    void approvalIsFinal();
    void deletes();
    void refusesUnknownVersions();
    void filters_data();
    void filters();
    void sortsAndPages();
    void refusesWrongPages();
    void leavesTheModelsTimeAlone();
};

void tst_VersionHandlers::keepsAWholeVersion()
{
    const World world;
    const QByteArray objects = R"("Metrics":{"Results":[ {"Metrics":{"f1":0.90}} ]},)"
                               R"("ExtraInfo":{"b":1.0,"a":1},)"
                               R"("InferenceSpec":{ "processor":"tensorflow_gpu_1.12"},)"
                               R"("TrainingSpec":{"t":1e5},"EvaluationSpec":{"e":{}},)"
                               R"("CompressionSpec":{"c":[]},"DistillationSpec":{"d":null},)";
    const Reply created = world.create(
        R"({"VersionName":"2.3.4_beta","VersionDescription":"d","Uri":"oss://b.oss-cn.e.com/p/",)"
        R"("FormatType":"Keras H5","FrameworkType":"Keras","SourceType":"PAIFlow",)"
        R"("SourceId":"region=a,kind=b","ApprovalStatus":"Approved","Options":"{\"a\":1}",)"
        + objects + R"("Labels":[{"Key":"k","Value":"v"}]})");
    QCOMPARE(created.status, 200);
    QCOMPARE(created.at("VersionName"_L1).toString(), u"2.3.4_beta"_s);
    const Reply reply = world.get(u"2.3.4_beta"_s);
    QVERIFY2(reply.body.contains(objects), reply.body.constData());
    const QJsonObject version = reply.json();
    QCOMPARE(version["VersionName"_L1].toString(), u"2.3.4_beta"_s);
    QCOMPARE(version["VersionDescription"_L1].toString(), u"d"_s);
    QCOMPARE(version["Uri"_L1].toString(), u"oss://b.oss-cn.e.com/p/"_s);
    QCOMPARE(version["FormatType"_L1].toString(), u"Keras H5"_s);
    QCOMPARE(version["FrameworkType"_L1].toString(), u"Keras"_s);
    QCOMPARE(version["SourceType"_L1].toString(), u"PAIFlow"_s);
    QCOMPARE(version["SourceId"_L1].toString(), u"region=a,kind=b"_s);
    QCOMPARE(version["ApprovalStatus"_L1].toString(), u"Approved"_s);
    QCOMPARE(version["Options"_L1].toString(), u"{\"a\":1}"_s);
    QCOMPARE(version["Labels"_L1][0]["Key"_L1].toString(), u"k"_s);
    QVERIFY(!version["UserId"_L1].toString().isEmpty());
    QVERIFY(!version["GmtCreateTime"_L1].toString().isEmpty());
}

void tst_VersionHandlers::createsWithDefaults()
{
    const World world;
    const QString name = world.newName();
    QCOMPARE(name, u"0.1.0"_s);
    const QJsonObject version = world.get(name).json();
    QCOMPARE(version["ApprovalStatus"_L1].toString(), u"Pending"_s);
    QCOMPARE(version["SourceType"_L1].toString(), u"Custom"_s);
    QVERIFY(!version.contains("Metrics"_L1));
}

void tst_VersionHandlers::countsTheMinorNumber()
{
    const World world;
    const auto named = [&world](const QByteArray &name) {
        return world.newName(R"({"Uri":"oss://b.e/p","VersionName":")" + name + "\"}");
    };
    QCOMPARE(world.newName(), u"0.1.0"_s);
    QCOMPARE(world.newName(), u"0.2.0"_s);
    QCOMPARE(named("1.9.3_x"), u"1.9.3_x"_s);
    QCOMPARE(named(""), u"1.10.0"_s);
    QCOMPARE(named("0.7.0"), u"0.7.0"_s);
    QCOMPARE(world.newName(), u"1.11.0"_s);
    // Too large for a number, but a valid name.
    QCOMPARE(named("99999999999999999999.0.0"), u"99999999999999999999.0.0"_s);
    QCOMPARE(world.newName(), u"1.12.0"_s);
}

void tst_VersionHandlers::refusesToCreate_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const QString &field) {
        QTest::newRow(name) << body << field;
    };
    const auto with = [](const QByteArray &member) {
        return R"({"Uri":"oss://b.e/p",)" + member + '}';
    };
    row("no body", {}, u"Uri"_s);
    row("no JSON", "{", u"body"_s);
    row("no address", "{}", u"Uri"_s);
    row("empty address", R"({"Uri":""})", u"Uri"_s);
    row("file address", R"({"Uri":"file:///etc/passwd"})", u"Uri"_s);
    row("address without host", R"({"Uri":"oss:///p"})", u"Uri"_s);
    row("words for an address", R"({"Uri":"my model"})", u"Uri"_s);
    row("number for an address", R"({"Uri":1})", u"Uri"_s);
    row("name of two numbers", with(R"("VersionName":"1.0")"), u"VersionName"_s);
    row("name with v", with(R"("VersionName":"v1.0.0")"), u"VersionName"_s);
    row("name with an end", with(R"("VersionName":"1.0.0-rc1")"), u"VersionName"_s);
    row("name with a line break", with(R"("VersionName":"1.0.0\n")"), u"VersionName"_s);
    row("name with Chinese digits", with(R"("VersionName":"１.0.0")"), u"VersionName"_s);
    row("long name", with(R"("VersionName":"1.0.0_)" + QByteArray(123, 'a') + '"'),
        u"VersionName"_s);
    row("name as number", with(R"("VersionName":1)"), u"VersionName"_s);
    row("name that exists", with(R"("VersionName":"0.1.0")"), u"VersionName"_s);
    row("unknown approval", with(R"("ApprovalStatus":"PENDING")"), u"ApprovalStatus"_s);
    row("unknown source", with(R"("SourceType":"Other")"), u"SourceType"_s);
    row("options as object", with(R"("Options":{})"), u"Options"_s);
    row("metrics as list", with(R"("Metrics":[])"), u"Metrics"_s);
    row("metrics over 8192", with(R"("Metrics":{"a":")" + QByteArray(8185, 'x') + R"("})"),
        u"Metrics"_s);
    row("spec as text", with(R"("InferenceSpec":"{}")"), u"InferenceSpec"_s);
    row("wrong label", with(R"("Labels":[{"Key":"="}])"), u"Labels"_s);
    QByteArray labels;
    for (int i = 0; i < 21; ++i)
        labels += (i ? "," : "") + (R"({"Key":")" + QByteArray::number(i) + "\"}");
    row("21 labels", with("\"Labels\":[" + labels + ']'), u"Labels"_s);
}

void tst_VersionHandlers::refusesToCreate()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const World world;
    world.newName();
    const Reply reply = world.create(body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.code(), u"InvalidParameter"_s);
    QVERIFY2(reply.message().startsWith(field + u':'), qPrintable(reply.message()));
    QCOMPARE(world.list(), QStringList{u"0.1.0"_s});
}

void tst_VersionHandlers::changesOnlyWhatIsSent()
{
    const World world;
    const QString name = world.newName(
        R"({"Uri":"oss://b.e/p","VersionDescription":"d","SourceId":"s","Metrics":{"a":1}})");
    const QString before = world.get(name).at("GmtModifiedTime"_L1).toString();
    const QByteArray metrics = R"("Metrics":{"a":")" + QByteArray(8184, 'x') + R"("})";
    const Reply reply = world.update(
        name, R"({"VersionName":"9.9.9","VersionDescription":"","ApprovalStatus":"Rejected",)"
                  + metrics + '}');
    QVERIFY2(reply.status == 200, reply.body.constData());
    const Reply version = world.get(name);
    QCOMPARE(version.at("ApprovalStatus"_L1).toString(), u"Rejected"_s);
    QVERIFY(!version.json().contains("VersionDescription"_L1));
    QCOMPARE(version.at("SourceId"_L1).toString(), u"s"_s);
    QVERIFY(version.body.contains(metrics));
    const QString after = version.at("GmtModifiedTime"_L1).toString();
    QVERIFY(after > before);
    QCOMPARE(world.update(name, {}).status, 200);
    QCOMPARE(world.get(name).at("GmtModifiedTime"_L1).toString(), after);
}

void tst_VersionHandlers::refusesToUpdate_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("address") << QByteArray(R"({"Uri":"oss://b.e/p"})") << u"Uri"_s;
    QTest::newRow("format") << QByteArray(R"({"FormatType":"ONNX"})") << u"FormatType"_s;
    QTest::newRow("framework") << QByteArray(R"({"FrameworkType":"Keras"})") << u"FrameworkType"_s;
    QTest::newRow("labels") << QByteArray(R"({"Labels":[]})") << u"Labels"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"Metrics":1})") << u"Metrics"_s;
    QTest::newRow("unknown approval")
        << QByteArray(R"({"ApprovalStatus":""})") << u"ApprovalStatus"_s;
    QTest::newRow("no JSON") << QByteArray("[") << u"body"_s;
}

void tst_VersionHandlers::refusesToUpdate()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const World world;
    const Reply reply = world.update(world.newName(), body);
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.message().startsWith(field + u':'), qPrintable(reply.message()));
}

void tst_VersionHandlers::approvalIsFinal_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("status");
    for (const char *from : {"Pending", "Approved", "Rejected"}) {
        for (const char *to : {"Pending", "Approved", "Rejected"}) {
            const bool allowed = QByteArrayView(from) == "Pending" || QByteArrayView(from) == to;
            QTest::addRow("%s to %s", from, to)
                << QByteArray(from) << QByteArray(to) << (allowed ? 200 : 400);
        }
    }
}

void tst_VersionHandlers::approvalIsFinal()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, status);
    const World world;
    const QString name = world.newName(R"({"Uri":"oss://b.e/p","ApprovalStatus":")" + from + "\"}");
    QCOMPARE(world.update(name, R"({"ApprovalStatus":")" + to + "\"}").status, status);
    QCOMPARE(world.get(name).at("ApprovalStatus"_L1).toString().toLatin1(),
             status == 200 ? to : from);
}

void tst_VersionHandlers::deletes()
{
    const World world;
    const QString first = world.newName();
    const QString second = world.newName();
    QCOMPARE(world.remove(second).status, 200);
    QCOMPARE(world.list(), QStringList{first});
    QCOMPARE(world.registry.getModel(world.id).at("LatestVersion"_L1)["VersionName"_L1].toString(),
             first);
}

void tst_VersionHandlers::refusesUnknownVersions()
{
    const World world;
    const QString none = u"7.7.7"_s;
    const QStringList labels = world.path(none) + QStringList{u"labels"_s};
    const auto replies = {world.get(none), world.update(none, "{}"), world.remove(none),
                          world.registry.call("POST", "CreateModelVersionLabels", labels, {},
                                              R"({"Labels":[{"Key":"a","Value":""}]})"),
                          world.registry.call("DELETE", "DeleteModelVersionLabels", labels,
                                              {{u"LabelKeys"_s, u"a"_s}})};
    for (const Reply &reply : replies) {
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.code(), u"201900003"_s);
    }
}

void tst_VersionHandlers::filters_data()
{
    QTest::addColumn<acs3::Query>("query");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &key, const QString &value,
                        const QStringList &expected) {
        QTest::newRow(name) << acs3::Query{{key, value}} << expected;
    };
    const QString one = u"1.0.0"_s;
    const QString two = u"2.0.0"_s;
    row("approval", u"ApprovalStatus"_s, u"Approved"_s, {two});
    row("format", u"FormatType"_s, u"Keras H5"_s, {one});
    row("framework", u"FrameworkType"_s, u"Keras"_s, {one});
    row("source", u"SourceType"_s, u"PAIFlow"_s, {two});
    row("source id", u"SourceId"_s, u"region=a,id=b"_s, {two});
    row("name", u"VersionName"_s, one, {one});
    row("label key", u"Label"_s, u"ey"_s, {one});
    row("label value", u"Label"_s, u"al"_s, {one});
    row("no match", u"Label"_s, u"zzz"_s, {});
    row("empty", u"Label"_s, {}, {one, two});
}

void tst_VersionHandlers::filters()
{
    QFETCH(acs3::Query, query);
    const World world;
    world.create(R"({"Uri":"oss://b.e/p","VersionName":"1.0.0","FormatType":"Keras H5",)"
                 R"("FrameworkType":"Keras","Labels":[{"Key":"key","Value":"value"}]})");
    world.create(R"({"Uri":"oss://b.e/p","VersionName":"2.0.0","SourceType":"PAIFlow",)"
                 R"("SourceId":"region=a,id=b","ApprovalStatus":"Approved"})");
    QTEST(world.list(query), "expected");
}

void tst_VersionHandlers::sortsAndPages()
{
    const World world;
    for (int i = 0; i < 12; ++i)
        world.newName();
    QCOMPARE(world.list().size(), 10);
    QCOMPARE(world.list({{u"PageNumber"_s, u"2"_s}}), (QStringList{u"0.11.0"_s, u"0.12.0"_s}));
    QCOMPARE(
        world.list(
            {{u"SortBy"_s, u"GmtCreateTime"_s}, {u"Order"_s, u"DESC"_s}, {u"PageSize"_s, u"1"_s}}),
        QStringList{u"0.12.0"_s});
}

void tst_VersionHandlers::refusesWrongPages()
{
    const World world;
    const Reply reply = world.registry.call("GET", "ListModelVersions", world.path(),
                                            {{u"SortBy"_s, u"Uri"_s}});
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.message().startsWith("SortBy:"_L1));
}

void tst_VersionHandlers::leavesTheModelsTimeAlone()
{
    const World world;
    const QString before = world.registry.getModel(world.id).at("GmtModifiedTime"_L1).toString();
    world.newName();
    const QJsonObject model = world.registry.getModel(world.id).json();
    QCOMPARE(model["GmtModifiedTime"_L1].toString(), before);
    QCOMPARE(model["GmtLatestVersionModifiedTime"_L1],
             model["LatestVersion"_L1]["GmtModifiedTime"_L1]);
}

MODELSCRIBE_TEST(tst_VersionHandlers)

} // namespace tst_versionhandlers

#include "tst_versionhandlers.moc"
