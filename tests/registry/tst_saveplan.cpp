// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/saveplan.h"
#include "testclass.h"

#include <QTest>

namespace tst_saveplan {

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
    void aChangedLabelIsPostedAlone();
    void whatPostingDoesNotReplaceIsRemovedFirst();
    void severalValuesOfAKeyAreRemovedFirst();
    void whatAServiceWasFoundToDoGoesIntoThePlan();
    void whatWasKeptIsReplacedAfterTheReadBack();
    void everythingInOrder();
    void createsWithTheLabelsInTheSameRequest();
    void refuses_data();
    void refuses();
    void knowsWhatWasWrittenSoFar();
    void theRestIsWhatIsNotDone_data();
    void theRestIsWhatIsNotDone();
    void aCreateHasNoRest();
    void restoresLabelsThatWereToBeReplaced_data();
    void restoresLabelsThatWereToBeReplaced();
    void restoringLeavesTheOtherChanges();
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

void tst_SavePlan::aChangedLabelIsPostedAlone()
{
    ModelMetadata edited = bert().metadata;
    edited.labels = {{u"team"_s, u"b"_s}, {u"base"_s, u"bert"_s}, {u"new"_s, u"1"_s}};
    const auto plan = SavePlan::make(bert(), edited, {});
    QVERIFY(plan);
    QCOMPARE(kinds(*plan), QList({Kind::CheckUnchanged, Kind::AddLabels, Kind::Verify}));
    QCOMPARE(*plan->steps[1].request.body,
             R"({"Labels":[{"Key":"team","Value":"b"},{"Key":"new","Value":"1"}]})");
    QCOMPARE(plan->changeCount(), 2);
    // Only what is gone is removed.
    edited.labels.remove(1);
    const auto gone = SavePlan::make(bert(), edited, {});
    QCOMPARE(kinds(*gone),
             QList({Kind::CheckUnchanged, Kind::RemoveLabels, Kind::AddLabels, Kind::Verify}));
    QCOMPARE(gone->steps[1].request.target(), "/api/v1/models/model-1/labels?LabelKeys=base");
    QCOMPARE(gone->steps[1].count, 1);
}

void tst_SavePlan::whatAServiceWasFoundToDoGoesIntoThePlan()
{
    ModelMetadata edited = bert().metadata;
    edited.task.clear();
    RegisteredModel base = bert();
    base.metadata.task = u"t"_s;
    QVERIFY(!SavePlan::make(base, edited, {}, {.clearText = ServiceRules::Clear::Impossible}));
    const auto plan = SavePlan::make(base, edited, {}, {.clearText = ServiceRules::Clear::ByNull});
    QVERIFY(plan);
    QCOMPARE(*plan->steps[1].request.body, R"({"Task":null})");
    QCOMPARE(*plan->rest()->steps[1].request.body, R"({"Task":null})"); // it stays of this service
    const auto unquoted = SavePlan::make({}, edited, u"1"_s, {.findsQuotedNames = false});
    QVERIFY(unquoted);
    QVERIFY(!unquoted->steps[0].request.target().contains("%22"));
    QVERIFY(SavePlan::make({}, edited, u"1"_s)->steps[0].request.target().contains("%22"));
}

void tst_SavePlan::severalValuesOfAKeyAreRemovedFirst()
{
    RegisteredModel base = bert();
    base.metadata.labels.append({u"team"_s, u"c"_s});
    ModelMetadata edited = base.metadata;
    edited.labels = {{u"team"_s, u"b"_s}, {u"base"_s, u"other"_s}};
    SavePlan plan = *SavePlan::make(base, edited, {});
    QCOMPARE(kinds(plan),
             QList({Kind::CheckUnchanged, Kind::RemoveLabels, Kind::AddLabels, Kind::Verify}));
    QCOMPARE(plan.steps[1].request.target(), "/api/v1/models/model-1/labels?LabelKeys=team");
    plan.steps[1].state = SaveStep::State::Done;
    QCOMPARE(plan.applied().metadata.labels, QList<Label>({{u"base"_s, u"bert"_s}}));
    plan.steps[2].state = SaveStep::State::Done;
    QVERIFY(sameContent(plan.applied().metadata, edited));
}

void tst_SavePlan::whatWasKeptIsReplacedAfterTheReadBack()
{
    ModelMetadata edited = bert().metadata;
    edited.labels = {{u"team"_s, u"b"_s}, {u"base"_s, u"bert"_s}, {u"new"_s, u"1"_s}};
    SavePlan plan = *SavePlan::make(bert(), edited, {});
    for (SaveStep &step : plan.steps)
        step.state = SaveStep::State::Done;
    plan.replaceKept({{u"team"_s, u"a"_s}});
    QCOMPARE(kinds(plan), QList({Kind::CheckUnchanged, Kind::AddLabels, Kind::Verify,
                                 Kind::RemoveLabels, Kind::AddLabels, Kind::Verify}));
    QCOMPARE(plan.steps[3].request.target(), "/api/v1/models/model-1/labels?LabelKeys=team");
    QCOMPARE(*plan.steps[4].request.body, R"({"Labels":[{"Key":"team","Value":"b"}]})");
    QVERIFY(!plan.steps[1].isFallback && plan.steps[3].isFallback && plan.steps[4].isFallback);
    // So far only the new one came.
    QCOMPARE(plan.applied().metadata.labels,
             bert().metadata.labels + QList<Label>({{u"new"_s, u"1"_s}}));
    QCOMPARE(kinds(*plan.rest()),
             QList({Kind::CheckUnchanged, Kind::RemoveLabels, Kind::AddLabels, Kind::Verify}));
    plan.steps[3].state = SaveStep::State::Done;
    plan.steps[4].state = SaveStep::State::Failed;
    QCOMPARE(kinds(*plan.rest()), QList({Kind::CheckUnchanged, Kind::AddLabels, Kind::Verify}));
    const auto restoring = plan.restoringLabels();
    QVERIFY(restoring);
    QCOMPARE(*restoring->steps[1].request.body, R"({"Labels":[{"Key":"team","Value":"a"}]})");
    plan.steps[4].state = SaveStep::State::Done;
    QVERIFY(sameContent(plan.applied().metadata, edited));
    QVERIFY(!plan.restoringLabels());
}

void tst_SavePlan::whatPostingDoesNotReplaceIsRemovedFirst()
{
    ModelMetadata edited = bert().metadata;
    edited.labels = {{u"team"_s, u"b"_s}, {u"new"_s, u"1"_s}};
    const auto plan = SavePlan::make(bert(), edited, {}, {.labelPost = LabelPost::KeepsOld});
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
    SavePlan plan = *SavePlan::make(bert(), edited, {}, {.labelPost = LabelPost::KeepsOld});
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

namespace {

using States = QList<SaveStep::State>;
constexpr auto done = SaveStep::State::Done;
constexpr auto failed = SaveStep::State::Failed;
constexpr auto unknown = SaveStep::State::Unknown;
constexpr auto skipped = SaveStep::State::Skipped;

//! Name, a label with another value, one gone, one new; for a registry that keeps old values.
SavePlan fullPlan(const States &states)
{
    RegisteredModel base = bert();
    base.metadata.labels.append({u"old"_s, u"1"_s});
    ModelMetadata edited = base.metadata;
    edited.name = u"bert 2"_s;
    edited.labels = {{u"team"_s, u"b"_s}, {u"base"_s, u"bert"_s}, {u"new"_s, u"1"_s}};
    SavePlan plan = *SavePlan::make(base, edited, {}, {.labelPost = LabelPost::KeepsOld});
    for (qsizetype i = 0; i < states.size(); ++i)
        plan.steps[i].state = states[i];
    return plan;
}

} // namespace

void tst_SavePlan::theRestIsWhatIsNotDone_data()
{
    QTest::addColumn<States>("soFar");
    QTest::addColumn<QList<Kind>>("rest");
    const Kind check = Kind::CheckUnchanged;
    const Kind fields = Kind::UpdateFields;
    const Kind remove = Kind::RemoveLabels;
    const Kind add = Kind::AddLabels;
    const Kind verify = Kind::Verify;
    QTest::newRow("check failed") << States{failed, skipped, skipped, skipped, skipped}
                                  << QList<Kind>{check, fields, remove, add, verify};
    QTest::newRow("fields failed") << States{done, failed, skipped, skipped, skipped}
                                   << QList<Kind>{check, fields, remove, add, verify};
    QTest::newRow("removal failed")
        << States{done, done, failed, skipped, skipped} << QList<Kind>{check, remove, add, verify};
    QTest::newRow("addition failed")
        << States{done, done, done, failed, skipped} << QList<Kind>{check, add, verify};
    QTest::newRow("addition unknown")
        << States{done, done, done, unknown, skipped} << QList<Kind>{check, add, verify};
    QTest::newRow("reading back failed") << States{done, done, done, done, failed} << QList<Kind>{};
}

void tst_SavePlan::theRestIsWhatIsNotDone()
{
    QFETCH(States, soFar);
    QFETCH(QList<Kind>, rest);
    const SavePlan plan = fullPlan(soFar);
    const auto left = plan.rest();
    QCOMPARE(left.has_value(), !rest.isEmpty());
    if (rest.isEmpty()) {
        QCOMPARE(left.error().kind, Error::Kind::Invalid);
        return;
    }
    QCOMPARE(kinds(*left), rest);
    QCOMPARE(left->edited, plan.edited);
    QCOMPARE(left->base, plan.applied());
    for (const SaveStep &step : left->steps)
        QCOMPARE(step.state, SaveStep::State::Waiting);
}

void tst_SavePlan::aCreateHasNoRest()
{
    SavePlan create = *SavePlan::make({}, bert().metadata, {});
    create.steps[1].state = SaveStep::State::Failed;
    QVERIFY(!create.rest());
    QVERIFY(!create.restoringLabels());
}

void tst_SavePlan::restoresLabelsThatWereToBeReplaced_data()
{
    QTest::addColumn<States>("soFar");
    QTest::addColumn<bool>("offered");
    QTest::newRow("not begun") << States{} << false;
    QTest::newRow("not removed") << States{done, done, failed, skipped, skipped} << false;
    QTest::newRow("not added") << States{done, done, done, failed, skipped} << true;
    QTest::newRow("stopped between") << States{done, done, done, skipped, skipped} << true;
    QTest::newRow("perhaps added") << States{done, done, done, unknown, skipped} << false;
    QTest::newRow("all done") << States{done, done, done, done, done} << false;
}

void tst_SavePlan::restoresLabelsThatWereToBeReplaced()
{
    QFETCH(States, soFar);
    QFETCH(bool, offered);
    const SavePlan plan = fullPlan(soFar);
    const auto restoring = plan.restoringLabels();
    QCOMPARE(restoring.has_value(), offered);
    if (!offered)
        return;
    QCOMPARE(kinds(*restoring), QList({Kind::CheckUnchanged, Kind::AddLabels, Kind::Verify}));
    QVERIFY(labelChanges(restoring->edited.labels, plan.base.metadata.labels).isEmpty());
    QCOMPARE(*restoring->steps[1].request.body,
             R"({"Labels":[{"Key":"team","Value":"a"},{"Key":"old","Value":"1"}]})");
}

void tst_SavePlan::restoringLeavesTheOtherChanges()
{
    // Only a removal: there is nothing to put in its place.
    ModelMetadata edited = bert().metadata;
    edited.labels.removeLast();
    edited.name = u"bert 2"_s;
    SavePlan plan = *SavePlan::make(bert(), edited, {});
    for (SaveStep &step : plan.steps)
        step.state = done;
    QVERIFY(!plan.restoringLabels());
    // What was written of the fields stays written.
    const SavePlan partly = fullPlan({done, done, done, failed, skipped});
    QCOMPARE(partly.restoringLabels()->edited.name, u"bert 2"_s);
    QVERIFY(partly.restoringLabels()->fields().isEmpty());
}

MODELSCRIBE_TEST(tst_SavePlan)

} // namespace tst_saveplan

#include "tst_saveplan.moc"
