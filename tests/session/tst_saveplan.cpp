// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saveplan.h"

#include <QTest>

using namespace modelscribe;
using namespace Qt::StringLiterals;

using Kind = SaveStep::Kind;

namespace {

RegisteredModel bert()
{
    return {.id = u"model-1"_s,
            .metadata = {.name = u"bert"_s,
                         .description = u"words"_s,
                         .labels = {{u"team"_s, u"a"_s}, {u"base"_s, u"bert"_s}}}};
}

QList<Kind> kinds(const SavePlan &plan)
{
    QList<Kind> result;
    for (const SaveStep &step : plan.steps)
        result.append(step.kind);
    return result;
}

} // namespace

class tst_SavePlan : public QObject
{
    Q_OBJECT

private slots:
    void sendsOnlyTheFieldsThatChanged();
    void aChangedLabelIsRemovedAndAdded();
    void everythingInOrder();
    void createsWithTheLabelsInTheSameRequest();
    void refuses_data();
    void refuses();
    void knowsWhatWasWrittenSoFar();
};

void tst_SavePlan::sendsOnlyTheFieldsThatChanged()
{
    ModelMetadata edited = bert().metadata;
    edited.description = u"new"_s;
    edited.parameterSize = u"7B"_s;
    const auto plan = SavePlan::make(bert(), edited, u"796"_s);
    QVERIFY(plan);
    QCOMPARE(kinds(*plan), QList({Kind::CheckUnchanged, Kind::UpdateFields, Kind::Verify}));
    const SaveStep &step = plan->steps[1];
    QCOMPARE(*step.request.body, R"({"ModelDescription":"new","ParameterSize":7000})");
    QCOMPARE(step.request.verb, Request::Verb::Put);
    QCOMPARE(step.request.target(), "/api/v1/models/model-1");
    QCOMPARE(step.count, 2);
    QCOMPARE(step.state, SaveStep::State::Waiting);
    QVERIFY(step.isWrite());
    QVERIFY(!plan->steps[0].isWrite());
    QCOMPARE(plan->changeCount(), 2);
}

void tst_SavePlan::aChangedLabelIsRemovedAndAdded()
{
    ModelMetadata edited = bert().metadata;
    edited.labels = {{u"team"_s, u"b"_s}, {u"new"_s, u"1"_s}};
    const auto plan = SavePlan::make(bert(), edited, {});
    QVERIFY(plan);
    QCOMPARE(kinds(*plan),
             QList({Kind::CheckUnchanged, Kind::RemoveLabels, Kind::AddLabels, Kind::Verify}));
    QCOMPARE(plan->steps[1].request.target(),
             "/api/v1/models/model-1/labels?LabelKeys=team%2Cbase");
    QCOMPARE(plan->steps[1].count, 2);
    QCOMPARE(*plan->steps[2].request.body,
             R"({"Labels":[{"Key":"team","Value":"b"},{"Key":"new","Value":"1"}]})");
    QCOMPARE(plan->changeCount(), 3);
}

void tst_SavePlan::everythingInOrder()
{
    ModelMetadata edited = bert().metadata;
    edited.name = u"bert 2"_s;
    edited.labels = {{u"team"_s, u"a"_s}, {u"new"_s, u"1"_s}};
    const auto plan = SavePlan::make(bert(), edited, {});
    QVERIFY(plan);
    QVERIFY(!plan->isCreate());
    QCOMPARE(kinds(*plan), QList({Kind::CheckUnchanged, Kind::UpdateFields, Kind::RemoveLabels,
                                  Kind::AddLabels, Kind::Verify}));
}

void tst_SavePlan::createsWithTheLabelsInTheSameRequest()
{
    const ModelMetadata edited{.name = u"bert"_s, .labels = {{u"team"_s, u"a"_s}}};
    const auto plan = SavePlan::make({}, edited, u"796"_s);
    QVERIFY(plan);
    QVERIFY(plan->isCreate());
    QCOMPARE(kinds(*plan), QList({Kind::CheckName, Kind::Create, Kind::Verify}));
    QVERIFY(plan->steps[0].request.target().contains("ModelName=%22bert%22"));
    QVERIFY(plan->steps[0].request.target().contains("WorkspaceId=796"));
    QCOMPARE(*plan->steps[1].request.body,
             R"({"ModelName":"bert","WorkspaceId":"796","Tag":[{"Key":"team","Value":"a"}]})");
    QCOMPARE(plan->steps[1].count, 2);
}

void tst_SavePlan::refuses_data()
{
    QTest::addColumn<RegisteredModel>("base");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("detail");
    RegisteredModel foreign = bert();
    foreign.provider = u"pai"_s;
    QTest::newRow("nothing changed") << bert() << u"bert"_s << u"bert"_s << u"nothing changed"_s;
    QTest::newRow("read-only") << foreign << u"mine"_s << u"bert"_s << u"pai"_s;
    QTest::newRow("no name") << bert() << QString() << u"bert"_s << u"ModelName: "_s;
    QTest::newRow("new without a name")
        << RegisteredModel() << QString() << u"bert"_s << u"ModelName: "_s;
    QTest::newRow("a comma in a label") << bert() << u"bert"_s << u"a,b"_s << u"Labels: "_s;
}

void tst_SavePlan::refuses()
{
    QFETCH(RegisteredModel, base);
    QFETCH(QString, name);
    QFETCH(QString, label);
    QFETCH(QString, detail);
    ModelMetadata edited = bert().metadata;
    edited.name = name;
    edited.labels[1].value = label;
    const auto plan = SavePlan::make(base, edited, {});
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Invalid);
    QVERIFY2(plan.error().detail.contains(detail), qPrintable(plan.error().detail));
}

void tst_SavePlan::knowsWhatWasWrittenSoFar()
{
    ModelMetadata edited = bert().metadata;
    edited.name = u"bert 2"_s;
    edited.labels = {{u"team"_s, u"b"_s}, {u"base"_s, u"bert"_s}};
    SavePlan plan = *SavePlan::make(bert(), edited, {});
    QCOMPARE(plan.applied(), bert());
    plan.steps[0].state = plan.steps[1].state = SaveStep::State::Done;
    QCOMPARE(plan.applied().metadata.name, u"bert 2"_s);
    QCOMPARE(plan.applied().metadata.labels, bert().metadata.labels);
    plan.steps[2].state = SaveStep::State::Done;
    QCOMPARE(plan.applied().metadata.labels, QList<Label>({{u"base"_s, u"bert"_s}}));
    plan.steps[3].state = SaveStep::State::Done;
    QVERIFY(sameContent(plan.applied().metadata, edited));

    SavePlan create = *SavePlan::make({}, edited, u"796"_s);
    create.steps[1].state = SaveStep::State::Done;
    QCOMPARE(create.applied().metadata, edited);
    QCOMPARE(create.applied().workspaceId, u"796"_s);
}

QTEST_GUILESS_MAIN(tst_SavePlan)
#include "tst_saveplan.moc"
