// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelrecord.h"
#include "testclass.h"

#include <QTest>

namespace tst_modelrecord {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ModelRecord : public QObject
{
    Q_OBJECT

private slots:
    void jsonKeepsNumbersAndExtraInfoAsTheyCame();
    void unknownMembersStandForKnownOnesOfTheSameName();
    void jsonOfWorkspaces();
    void sorts_data();
    void sorts();
    void namesOfColumnsAreSortable();
    void tablesHaveAsManyCellsAsColumns();
};

void tst_ModelRecord::jsonKeepsNumbersAndExtraInfoAsTheyCame()
{
    const RegisteredModel model{
        .id = u"m"_s,
        .metadata = {.name = u"a\"b"_s,
                     .orderNumber = u"1e2"_s,
                     .parameterSize = u"huge"_s,
                     .extraInfo = JsonText("{\"b\":1.0,\"a\":12345678901234567890,\"b\":2}"),
                     .labels = {{u"k"_s, u"v"_s}}},
        .workspaceId = u"1"_s,
        .latestVersion = JsonText("{\"VersionName\":\"0.1.0\"}"),
        .unknown = {{u"New"_s, JsonText("[1.0]")}}};
    QCOMPARE(modelJson(model),
             QByteArray("{\"ModelId\":\"m\",\"ModelName\":\"a\\\"b\",\"ModelDescription\":\"\","
                        "\"Accessibility\":\"\",\"Origin\":\"\",\"Domain\":\"\",\"Task\":\"\","
                        "\"ModelDoc\":\"\",\"OrderNumber\":1e2,\"ModelType\":\"\","
                        "\"ParameterSize\":\"huge\","
                        "\"ExtraInfo\":{\"b\":1.0,\"a\":12345678901234567890,\"b\":2},"
                        "\"Labels\":[{\"Key\":\"k\",\"Value\":\"v\"}],\"WorkspaceId\":\"1\","
                        "\"LatestVersion\":{\"VersionName\":\"0.1.0\"},\"New\":[1.0]}"));
}

void tst_ModelRecord::unknownMembersStandForKnownOnesOfTheSameName()
{
    const RegisteredModel model{.id = u"m"_s, .unknown = {{u"Task"_s, JsonText("[7]")}}};
    QCOMPARE(modelJson(model).count("\"Task\""), 1);
    QVERIFY(modelJson(model).contains("\"Task\":[7]"));
}

void tst_ModelRecord::jsonOfWorkspaces()
{
    QCOMPARE(workspaceJson({.id = u"1"_s, .name = u"a"_s, .isDefault = true}),
             QByteArray("{\"WorkspaceId\":\"1\",\"WorkspaceName\":\"a\",\"IsDefault\":true}"));
}

void tst_ModelRecord::sorts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("order");
    QTest::newRow("size") << u"ParameterSize"_s << false << u"cadb"_s;
    QTest::newRow("size, largest first") << u"ParameterSize"_s << true << u"dacb"_s;
    QTest::newRow("name without case") << u"ModelName"_s << false << u"bdca"_s;
    QTest::newRow("name, last first") << u"ModelName"_s << true << u"acbd"_s;
    QTest::newRow("time") << u"GmtModifiedTime"_s << false << u"abcd"_s;
    QTest::newRow("all unset stay") << u"Task"_s << true << u"abcd"_s;
}

void tst_ModelRecord::sorts()
{
    QFETCH(QString, name);
    QFETCH(bool, descending);
    QFETCH(QString, order);
    QList<RegisteredModel> models{
        {.id = u"a"_s,
         .metadata = {.name = u"Zeta"_s, .parameterSize = u"7B"_s},
         .modified = u"1"_s},
        {.id = u"b"_s, .metadata = {.name = u"alpha"_s}, .modified = u"2"_s},
        {.id = u"c"_s,
         .metadata = {.name = u"beta"_s, .parameterSize = u"350"_s},
         .modified = u"3"_s},
        {.id = u"d"_s, .metadata = {.name = u"Alpha"_s, .parameterSize = u"10000"_s}}};
    sortModels(models, name, descending);
    QString ids;
    for (const RegisteredModel &model : models)
        ids += model.id;
    QCOMPARE(ids, order);
}

void tst_ModelRecord::namesOfColumnsAreSortable()
{
    for (const QString &name : sortNames())
        QVERIFY2(!sortText({}, name).isNull(), qPrintable(name));
    QVERIFY(sortText({}, u"Nope"_s).isNull());
}

void tst_ModelRecord::tablesHaveAsManyCellsAsColumns()
{
    const RegisteredModel model{.id = u"m"_s, .latestVersionName = u"0.1.0"_s};
    for (const Table &table :
         {modelTable({model}, usualColumns()), fullModelTable({model}, allColumns()),
          memberTable(model), workspaceTable({Workspace{.id = u"1"_s}})}) {
        QVERIFY(!table.rows.isEmpty());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.header.size());
    }
    QCOMPARE(memberTable(model).rows.last(), (QStringList{u"LatestVersion"_s, u"0.1.0"_s}));
}

MODELSCRIBE_TEST(tst_ModelRecord)

} // namespace tst_modelrecord

#include "tst_modelrecord.moc"
