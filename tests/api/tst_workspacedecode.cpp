// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/workspacedecode.h"
#include "testclass.h"

#include <QTest>

namespace tst_workspacedecode {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_WorkspaceDecode : public QObject
{
    Q_OBJECT

private slots:
    void workspacesAreRead();
    void brokenPageIsRefused_data();
    void brokenPageIsRefused();
    void permissionsAreRead();
    void membersAreRead();
};

void tst_WorkspaceDecode::workspacesAreRead()
{
    const auto page = decode::workspacePage(R"({"TotalCount":1,"Workspaces":[{"WorkspaceId":"7",
        "WorkspaceName":"n","Description":"d","Status":"ENABLED","IsDefault":true,
        "AdminNames":["a"],"resourceGroupId":"rg"}]})");
    QVERIFY(page);
    const Workspace expected{.id = u"7"_s,
                             .name = u"n"_s,
                             .description = u"d"_s,
                             .status = u"ENABLED"_s,
                             .isDefault = true};
    QCOMPARE(page->workspaces, QList<Workspace>{expected});
    QCOMPARE(decode::workspace(R"({"WorkspaceId":"7","DisplayName":"shown"})")->title(),
             u"shown"_s);
    QVERIFY(!decode::workspace("{}"));
    QVERIFY(!decode::workspace("x"));
}

void tst_WorkspaceDecode::brokenPageIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object for a list") << R"({"Workspaces":{}})"_ba;
    QTest::newRow("string for a list") << R"({"Workspaces":"no"})"_ba;
    QTest::newRow("list of numbers") << R"({"Workspaces":[1]})"_ba;
    QTest::newRow("list of lists") << R"({"Workspaces":[[]]})"_ba;
    QTest::newRow("not quite null") << R"({"Workspaces":nul})"_ba;
    QTest::newRow("broken entry") << R"({"Workspaces":[{"WorkspaceId":"a"},{"WorkspaceId":]})"_ba;
    QTest::newRow("broken count") << R"({"Workspaces":[],"TotalCount":1x})"_ba;
    QTest::newRow("missing comma") << R"({"Workspaces":[{} {}]})"_ba;
}

void tst_WorkspaceDecode::brokenPageIsRefused()
{
    QFETCH(QByteArray, body);
    const auto page = decode::workspacePage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, Error::Kind::Decode);
}

void tst_WorkspaceDecode::permissionsAreRead()
{
    const auto read = decode::permissions(R"({"RequestId":"1","Permissions":[
        {"PermissionCode":"PaiModel:UpdateModel","PermissionRules":[
            {"Accessibility":"PUBLIC","EntityAccessType":"ANY"},
            {"EntityAccessType":"CREATOR","Accessibility":"PRIVATE"}, 7]},
        {"PermissionRules":[]},{"PermissionCode":null},
        {"PermissionCode":"PaiModel:GetModel","PermissionRules":"?"}]})");
    QVERIFY(read);
    Permissions expected;
    expected.add(u"PaiModel:UpdateModel"_s,
                 {{u"PUBLIC"_s, u"ANY"_s}, {u"PRIVATE"_s, u"CREATOR"_s}, {}});
    expected.add(u"PaiModel:GetModel"_s, {});
    QCOMPARE(*read, expected);
    QVERIFY(decode::permissions(R"({"Permissions":null})")->isEmpty());
    QVERIFY(!decode::permissions(R"({"Permissions":7})"));
    QVERIFY(!decode::permissions("<html>"));
}

void tst_WorkspaceDecode::membersAreRead()
{
    const auto page = decode::memberPage(R"({"TotalCount":2,"Members":[
        {"UserId":"1002","MemberName":"lin","DisplayName":"林悦","AccountName":"l@x",
         "Roles":["PAI.AlgoDeveloper","PAI.WorkspaceAdmin"],"GmtCreateTime":"t"},
        {"UserId":"7","Roles":null}]})");
    QVERIFY(page);
    QCOMPARE(page->totalCount, 2);
    const Member lin{.userId = u"1002"_s,
                     .name = u"lin"_s,
                     .displayName = u"林悦"_s,
                     .accountName = u"l@x"_s,
                     .roles = {u"PAI.AlgoDeveloper"_s, u"PAI.WorkspaceAdmin"_s}};
    QCOMPARE(page->members, (QList<Member>{lin, {.userId = u"7"_s}}));
    QVERIFY(page->members[0].isAdministrator());
    QVERIFY(!page->members[1].isAdministrator());
}

MODELSCRIBE_TEST(tst_WorkspaceDecode)

} // namespace tst_workspacedecode

#include "tst_workspacedecode.moc"
