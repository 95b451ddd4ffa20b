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
}

MODELSCRIBE_TEST(tst_WorkspaceHandlers)

} // namespace tst_workspacehandlers

#include "tst_workspacehandlers.moc"
