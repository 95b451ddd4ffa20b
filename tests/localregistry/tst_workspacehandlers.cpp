// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryclient.h"
#include "testclass.h"

#include <QTest>

namespace tst_workspacehandlers {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

class tst_WorkspaceHandlers : public QObject
{
    Q_OBJECT

private slots:
    void lists_data();
    void lists();
    void listsWithTheListsMembers();
    void answersResourceLimits();
    void refuses_data();
    void refuses();
    void getsOne();
    void getsTheDefault();
    void refusesUnknownOnes();
    void listsWhoIsThere();
    void tellsWhatTheCallerMayDo();
    void developersChangeOnlyTheirOwn();
};

namespace {

Reply list(const Registry &registry, const acs3::Query &query)
{
    return registry.call("GET", "ListWorkspaces", {u"workspaces"_s}, query);
}

} // namespace

void tst_WorkspaceHandlers::lists_data()
{
    QTest::addColumn<acs3::Query>("query");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("all") << acs3::Query{} << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("latest first") << acs3::Query{{u"Order"_s, u"DESC"_s}}
                                  << QStringList{u"2"_s, u"1"_s};
    QTest::newRow("by time of change")
        << acs3::Query{{u"SortBy"_s, u"GmtModifiedTime"_s}} << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("second page") << acs3::Query{{u"PageSize"_s, u"1"_s}, {u"PageNumber"_s, u"2"_s}}
                                 << QStringList{u"2"_s};
    QTest::newRow("name") << acs3::Query{{u"WorkspaceName"_s, u"vision"_s}} << QStringList{u"2"_s};
    QTest::newRow("ids") << acs3::Query{{u"WorkspaceIds"_s, u"2,3"_s}} << QStringList{u"2"_s};
    QTest::newRow("status") << acs3::Query{{u"Status"_s, u"FROZEN"_s}} << QStringList{};
    QTest::newRow("option") << acs3::Query{{u"Option"_s, u"GetWorkspaces"_s}}
                            << QStringList{u"1"_s, u"2"_s};
}

void tst_WorkspaceHandlers::lists()
{
    QFETCH(acs3::Query, query);
    const Registry registry;
    const Reply reply = list(registry, query);
    QCOMPARE(reply.status, 200);
    QStringList ids;
    for (const QJsonValue &workspace : reply.at("Workspaces"_L1).toArray())
        ids.append(workspace["WorkspaceId"_L1].toString());
    QTEST(ids, "ids");
}

void tst_WorkspaceHandlers::listsWithTheListsMembers()
{
    const Registry registry;
    const QJsonObject workspace = list(registry, {}).at("Workspaces"_L1)[0].toObject();
    QCOMPARE(workspace["WorkspaceName"_L1].toString(), u"default"_s);
    QCOMPARE(workspace["Status"_L1].toString(), u"ENABLED"_s);
    QCOMPARE(workspace["IsDefault"_L1], QJsonValue(true));
    QVERIFY(workspace["EnvTypes"_L1].isArray());
    QVERIFY(workspace["AdminNames"_L1].isArray());
    QVERIFY(workspace["ExtraInfos"_L1].isObject());
    QVERIFY(workspace.contains("resourceGroupId"_L1));
    QVERIFY(!workspace.contains("DisplayName"_L1));
}

void tst_WorkspaceHandlers::answersResourceLimits()
{
    const Registry registry;
    const Reply reply = list(registry, {{u"Option"_s, u"GetResourceLimits"_s}});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.at("ResourceLimits"_L1).isObject());
}

void tst_WorkspaceHandlers::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("option") << u"Option"_s << u"x"_s;
    QTest::newRow("page") << u"PageNumber"_s << u"0"_s;
    QTest::newRow("sort") << u"SortBy"_s << u"ModelName"_s;
}

void tst_WorkspaceHandlers::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const Registry registry;
    const Reply reply = list(registry, {{name, value}});
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.message().startsWith(name + u':'));
}

void tst_WorkspaceHandlers::getsOne()
{
    const Registry registry;
    const Reply reply = registry.call("GET", "GetWorkspace", {u"workspaces"_s, u"2"_s});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.at("DisplayName"_L1).toString(), u"Vision team"_s);
    QCOMPARE(reply.at("IsDefault"_L1), QJsonValue(false));
    QVERIFY(reply.json().contains("ResourceGroupId"_L1));
    QVERIFY(!reply.json().contains("Owner"_L1));
    const Reply verbose = registry.call("GET", "GetWorkspace", {u"workspaces"_s, u"2"_s},
                                        {{u"Verbose"_s, u"true"_s}});
    QVERIFY(!verbose.at("Owner"_L1)["UserId"_L1].toString().isEmpty());
}

void tst_WorkspaceHandlers::getsTheDefault()
{
    const Registry registry;
    const Reply reply = registry.call("GET", "GetDefaultWorkspace", {u"defaultWorkspaces"_s});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.at("WorkspaceId"_L1).toString(), u"1"_s);
}

void tst_WorkspaceHandlers::refusesUnknownOnes()
{
    const Registry registry;
    const Reply reply = registry.call("GET", "GetWorkspace", {u"workspaces"_s, u"99"_s});
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.code(), u"100400027"_s);
    const Reply created = registry.createModel(R"({"ModelName":"a","WorkspaceId":"99"})");
    QCOMPARE(created.status, 404);
    QCOMPARE(created.code(), u"100400027"_s);
    for (const QString &what : {u"members"_s, u"permissions"_s})
        QCOMPARE(registry.call("GET", "List", {u"workspaces"_s, u"99"_s, what}).status, 404);
}

void tst_WorkspaceHandlers::listsWhoIsThere()
{
    const Registry registry;
    const QStringList path{u"workspaces"_s, u"2"_s, u"members"_s};
    const Reply reply = registry.call("GET", "ListMembers", path);
    QCOMPARE(reply.at("TotalCount"_L1).toInt(), 2);
    const QJsonValue colleague = reply.at("Members"_L1)[1];
    QCOMPARE(colleague["UserId"_L1].toString(), u"1002"_s);
    QCOMPARE(colleague["DisplayName"_L1].toString(), u"林悦"_s);
    QCOMPARE(colleague["Roles"_L1][0].toString(), u"PAI.WorkspaceOwner"_s);
    QCOMPARE(reply.at("Members"_L1)[0]["Roles"_L1][0].toString(), u"PAI.AlgoDeveloper"_s);
    const Reply second = registry.call("GET", "ListMembers", path,
                                       {{u"PageSize"_s, u"1"_s}, {u"PageNumber"_s, u"2"_s}});
    QCOMPARE(second.at("Members"_L1).toArray().size(), 1);
    QCOMPARE(second.at("Members"_L1)[0]["UserId"_L1].toString(), u"1002"_s);
}

void tst_WorkspaceHandlers::tellsWhatTheCallerMayDo()
{
    const Registry registry;
    const auto ruleOf = [&](const QString &workspace, const QString &code) {
        const Reply reply = registry.call("GET", "ListPermissions",
                                          {u"workspaces"_s, workspace, u"permissions"_s});
        for (const QJsonValue permission : reply.at("Permissions"_L1).toArray()) {
            if (permission["PermissionCode"_L1].toString() == code)
                return permission["PermissionRules"_L1][0]["EntityAccessType"_L1].toString();
        }
        return QString();
    };
    QCOMPARE(ruleOf(u"1"_s, u"PaiModel:UpdateModel"_s), u"ANY"_s);
    QCOMPARE(ruleOf(u"1"_s, u"PaiModel:PublishModel"_s), u"ANY"_s);
    QCOMPARE(ruleOf(u"2"_s, u"PaiModel:UpdateModel"_s), u"CREATOR"_s);
    QCOMPARE(ruleOf(u"2"_s, u"PaiModel:PublishModel"_s), QString());

    const auto ask = [&](const QString &code, const QString &creator) {
        return registry.call("GET", "GetPermission",
                             {u"workspaces"_s, u"2"_s, u"permissions"_s, code},
                             {{u"Accessibility"_s, u"PUBLIC"_s}, {u"Creator"_s, creator}});
    };
    QCOMPARE(ask(u"PaiModel:UpdateModel"_s, u"1001"_s).status, 200);
    QCOMPARE(ask(u"PaiModel:UpdateModel"_s, u"1002"_s).status, 403);
    QCOMPARE(ask(u"PaiModel:PublishModel"_s, u"1001"_s).status, 403);
}

void tst_WorkspaceHandlers::developersChangeOnlyTheirOwn()
{
    const Registry registry({.samples = 60});
    QHash<QString, QString> idOf; // by who made it
    const Reply models = registry.listModels({{u"WorkspaceId"_s, u"2"_s}});
    for (const QJsonValue model : models.at("Models"_L1).toArray())
        idOf[model["UserId"_L1].toString()] = model["ModelId"_L1].toString();
    QCOMPARE(idOf.size(), 2);
    QCOMPARE(registry.updateModel(idOf[u"1001"_s], R"({"Task":"t"})").status, 200);
    const Reply refused = registry.updateModel(idOf[u"1002"_s], R"({"Task":"t"})");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.at("AccessDeniedDetail"_L1)["AuthAction"_L1].toString(),
             u"paimodel:UpdateModel"_s);
    QCOMPARE(registry
                 .call("POST", "CreateModelLabels", {u"models"_s, idOf[u"1002"_s], u"labels"_s}, {},
                       R"({"Labels":[{"Key":"a","Value":"b"}]})")
                 .status,
             403);
    // A developer has what she makes, and does not publish it.
    const QString own = registry.newModel(R"({"ModelName":"own","WorkspaceId":"2"})");
    QCOMPARE(registry.updateModel(own, R"({"Accessibility":"PUBLIC"})").status, 403);
    QCOMPARE(registry.updateModel(own, R"({"Accessibility":"PRIVATE"})").status, 200);
    QCOMPARE(registry.createModel(R"({"ModelName":"x","WorkspaceId":"2","Accessibility":"PUBLIC"})")
                 .status,
             403);
}

MODELSCRIBE_TEST(tst_WorkspaceHandlers)

} // namespace tst_workspacehandlers

#include "tst_workspacehandlers.moc"
