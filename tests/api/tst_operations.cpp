// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/operations.h"
#include "testclass.h"

#include <QTest>

namespace tst_operations {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Operations : public QObject
{
    Q_OBJECT

private slots:
    void listSendsWhatIsAsked();
    void createSendsWhatIsSet();
    void createKeepsExtraInfoToTheByte();
    void createRefusesWhatHasNoWireForm_data();
    void createRefusesWhatHasNoWireForm();
    void updateSendsWhatDiffers();
    void updateOfNothingIsRefused();
    void updateCannotUnset();
    void updateGoesByTheRules();
    void labelCalls();
    void workspaces();
};

void tst_Operations::listSendsWhatIsAsked()
{
    const auto all = operations::listModels({}).request;
    QCOMPARE(all.target(),
             "/api/v1/models?Order=ASC&PageNumber=1&PageSize=50&SortBy=GmtCreateTime"_ba);
    QCOMPARE(all.action, "ListModels"_ba);
    QCOMPARE(all.maxAnswer, maxListBytes);
    const auto named = operations::listModels({.workspaceId = u"7"_s,
                                               .exactName = u"a \"b"_s,
                                               .sortBy = QString(),
                                               .pageNumber = 3,
                                               .pageSize = 10})
                           .request;
    QCOMPARE(named.target(), "/api/v1/models?ModelName=%22a%20%22b%22&PageNumber=3&PageSize=10"
                             "&WorkspaceId=7"_ba);
    QCOMPARE(operations::listModels({.descending = true}).request.query.value(1).second, u"DESC"_s);
}

void tst_Operations::createSendsWhatIsSet()
{
    ModelMetadata metadata{.name = u"a"_s, .orderNumber = u"0"_s, .parameterSize = u"7B"_s};
    metadata.labels = {{u"k"_s, u"v"_s}, {u"k2"_s, QString()}};
    const auto operation = operations::createModel(metadata, u"796"_s);
    QVERIFY(operation);
    QCOMPARE(operation->request.verb, Request::Verb::Post);
    QCOMPARE(operation->request.target(), "/api/v1/models"_ba);
    QCOMPARE(*operation->request.body,
             R"({"ModelName":"a","OrderNumber":0,"ParameterSize":7000,"WorkspaceId":"796",)"
             R"("Tag":[{"Key":"k","Value":"v"},{"Key":"k2","Value":""}]})"_ba);
    QCOMPARE(*operations::createModel({.name = u"a"_s}, {})->request.body,
             R"({"ModelName":"a"})"_ba);
}

void tst_Operations::createKeepsExtraInfoToTheByte()
{
    const QByteArray extra = "{ \"z\": 1.0,\n\"a\":12345678901234567890, \"a\":\"\\u4e2d\" }";
    const auto operation = operations::createModel({.name = u"a"_s, .extraInfo = JsonText(extra)},
                                                   {});
    QCOMPARE(*operation->request.body, R"({"ModelName":"a","ExtraInfo":)" + extra + "}");
}

void tst_Operations::createRefusesWhatHasNoWireForm_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QByteArray>("extra");
    QTest::newRow("no number") << u"first"_s << ""_ba;
    QTest::newRow("fraction") << u"1.5"_s << ""_ba;
    QTest::newRow("too large") << u"9223372036854775808"_s << ""_ba;
    QTest::newRow("list") << QString() << "[]"_ba;
    QTest::newRow("not JSON") << QString() << "{a:1}"_ba;
    QTest::newRow("breaks out") << QString() << "{},\"WorkspaceId\":\"1\""_ba;
}

void tst_Operations::createRefusesWhatHasNoWireForm()
{
    QFETCH(QString, order);
    QFETCH(QByteArray, extra);
    const ModelMetadata metadata{
        .name = u"a"_s, .orderNumber = order, .extraInfo = JsonText(extra)};
    QCOMPARE(operations::createModel(metadata, {}).error().kind, Error::Kind::Invalid);
    QCOMPARE(operations::updateModel(u"m"_s, {.name = u"a"_s}, metadata).error().kind,
             Error::Kind::Invalid);
}

void tst_Operations::updateSendsWhatDiffers()
{
    const ModelMetadata base{.name = u"a"_s, .description = u"d"_s, .parameterSize = u"7000"_s};
    ModelMetadata edited = base;
    edited.description.clear();
    edited.parameterSize = u"7B"_s; // the same
    edited.task = u"asr"_s;
    edited.labels = {{u"k"_s, u"v"_s}}; // has calls of its own
    const auto operation = operations::updateModel(u"model-1"_s, base, edited);
    QVERIFY(operation);
    QCOMPARE(operation->request.verb, Request::Verb::Put);
    QCOMPARE(operation->request.target(), "/api/v1/models/model-1"_ba);
    QCOMPARE(*operation->request.body, R"({"ModelDescription":"","Task":"asr"})"_ba);
}

void tst_Operations::updateOfNothingIsRefused()
{
    const ModelMetadata same{.name = u"a"_s};
    QCOMPARE(operations::updateModel(u"m"_s, same, same).error().kind, Error::Kind::Invalid);
}

void tst_Operations::updateCannotUnset()
{
    const ModelMetadata base{.orderNumber = u"1"_s, .extraInfo = JsonText("{}"_ba)};
    ModelMetadata noNumber = base;
    noNumber.orderNumber.clear();
    ModelMetadata noExtra = base;
    noExtra.extraInfo = {};
    QVERIFY(!operations::updateModel(u"m"_s, base, noNumber));
    QVERIFY(!operations::updateModel(u"m"_s, base, noExtra));
}

//! Of services that answer otherwise than is assumed.
void tst_Operations::updateGoesByTheRules()
{
    using Clear = ServiceRules::Clear;
    const ModelMetadata base{.name = u"a"_s,
                             .description = u"d"_s,
                             .task = u"t"_s,
                             .orderNumber = u"1"_s,
                             .extraInfo = JsonText(R"({"x":1.0,"y":2})")};
    const auto body = [&base](const ModelMetadata &edited, const ServiceRules &rules) {
        const auto update = operations::updateModel(u"m"_s, base, edited, rules);
        return update ? update->request.body.value_or(QByteArray()) : QByteArray();
    };
    ModelMetadata cleared = base;
    cleared.task.clear();
    QCOMPARE(body(cleared, {.clearText = Clear::ByNull}), R"({"Task":null})");
    ModelMetadata unset = base;
    unset.orderNumber.clear();
    QCOMPARE(body(unset, {.clearNumber = Clear::ByNull}), R"({"OrderNumber":null})");
    QCOMPARE(body(cleared, {.omittedStay = false}),
             R"({"ModelName":"a","ModelDescription":"d","Task":"","OrderNumber":1,)"
             R"("ExtraInfo":{"x":1.0,"y":2}})");
    QCOMPARE(body(base, {.omittedStay = false}), QByteArray()); // still nothing to send
    // What cannot be sent again would be cleared.
    ModelMetadata strange = base;
    strange.orderNumber = u"1.5"_s;
    ModelMetadata renamed = strange;
    renamed.name = u"b"_s;
    QVERIFY(operations::updateModel(u"m"_s, strange, renamed, {}));
    QVERIFY(!operations::updateModel(u"m"_s, strange, renamed, {.omittedStay = false}));
    ModelMetadata removed = base;
    removed.extraInfo = JsonText(R"({"x":1.0})");
    QCOMPARE(body(removed, {.extraInfo = ServiceRules::Merge::Members, .nullRemoves = true}),
             R"({"ExtraInfo":{"x":1.0,"y":null}})");
    QCOMPARE(operations::listModels({.exactName = u"a b"_s, .isQuoted = false, .sortBy = {}})
                 .request.query.first()
                 .second,
             u"a b"_s);
}

void tst_Operations::labelCalls()
{
    const auto add = operations::createModelLabels(u"m"_s, {{u"k\""_s, u"v"_s}}).request;
    QCOMPARE(add.verb, Request::Verb::Post);
    QCOMPARE(add.target(), "/api/v1/models/m/labels"_ba);
    QCOMPARE(*add.body, R"({"Labels":[{"Key":"k\"","Value":"v"}]})"_ba);
    const auto remove = operations::deleteModelLabels(u"m"_s, {u"a"_s, u"b"_s}).request;
    QCOMPARE(remove.verb, Request::Verb::Delete);
    QCOMPARE(remove.target(), "/api/v1/models/m/labels?LabelKeys=a%2Cb"_ba);
    QVERIFY(!remove.body);
    const auto gone = operations::deleteModel(u"m"_s).request;
    QCOMPARE(gone.verb, Request::Verb::Delete);
    QCOMPARE(gone.target(), "/api/v1/models/m"_ba);
}

void tst_Operations::workspaces()
{
    QCOMPARE(operations::listWorkspaces(2).request.target(),
             "/api/v1/workspaces?PageNumber=2&PageSize=20"_ba);
    QCOMPARE(operations::getWorkspace(u"796"_s).request.target(), "/api/v1/workspaces/796"_ba);
    QCOMPARE(operations::getModel(u"m"_s).request.action, "GetModel"_ba);
}

MODELSCRIBE_TEST(tst_Operations)

} // namespace tst_operations

#include "tst_operations.moc"
