// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/savejournal.h"

#include "store/journal.h"

#include "api/wiretest.h"
#include "testclass.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_savejournal {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Outcome = JournalHead::Outcome;
using What = JournalHead::What;

namespace {

RegisteredModel bert()
{
    return {.id = u"model-1"_s,
            .metadata = {.name = u"bert"_s,
                         .extraInfo = JsonText(R"({"z":1.0,"a":[1,2]})"),
                         .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}}};
}

SavePlan updatePlan()
{
    ModelMetadata edited = bert().metadata;
    edited.name = u"bert 2"_s;
    edited.extraInfo = JsonText(R"({"z":1.00,"a":[1,2]})");
    edited.labels = {{u"team"_s, u"b"_s}};
    return *SavePlan::make(bert(), edited, {});
}

QList<Request> requests(const SavePlan &plan)
{
    QList<Request> result;
    for (const SaveStep &step : plan.steps)
        result.append(step.request);
    return result;
}

} // namespace

class tst_SaveJournal : public QObject
{
    Q_OBJECT

private slots:
    void notesWhatIsAboutToHappen();
    void saysWhatKindOfSaveItIs();
    void aCreateIsOfItsWorkspace();
    void makesThePlanAgain_data();
    void makesThePlanAgain();
    void goesByTheRulesOfTheService();
    void whatNobodyWouldSendNowIsPlannedAgain_data();
    void whatNobodyWouldSendNowIsPlannedAgain();
    void makesNoPlanOfWhatIsNoSave();
    void saysHowItEnded_data();
    void saysHowItEnded();
    void keepsTheRequestsAsTheyWent();
    void notesADeletion();
};

void tst_SaveJournal::notesWhatIsAboutToHappen()
{
    const SavePlan plan = updatePlan();
    const JournalEntry entry = journalEntryFor(plan, u"work"_s, u"r"_s);
    QCOMPARE(entry.head.profile, u"work"_s);
    QCOMPARE(entry.head.registryKey, u"r"_s);
    QCOMPARE(entry.head.modelId, u"model-1"_s);
    QCOMPARE(entry.head.modelName, u"bert 2"_s);
    QCOMPARE(entry.head.what, What::Update);
    QCOMPARE(entry.head.outcome, Outcome::Begun);
    QCOMPARE(entry.head.changeCount, 4);
    QCOMPARE(*entry.before, bert());
    QCOMPARE(*entry.after, plan.edited);
    QCOMPARE(entry.requests.size(), 5);
    const JournalRequest &put = entry.requests[1];
    QCOMPARE(put.method, u"PUT"_s);
    QCOMPARE(put.path, u"/api/v1/models/model-1"_s);
    QCOMPARE(put.body, *plan.steps[1].request.body);
    QCOMPARE(put.state, JournalRequest::State::Waiting);
}

void tst_SaveJournal::saysWhatKindOfSaveItIs()
{
    ModelMetadata edited = bert().metadata;
    edited.labels = {};
    const auto labels = SavePlan::make(bert(), edited, {});
    QCOMPARE(journalEntryFor(*labels, {}, {}).head.what, What::Labels);
    const auto create = SavePlan::make({}, bert().metadata, {});
    const JournalEntry created = journalEntryFor(*create, {}, {});
    QCOMPARE(created.head.what, What::Create);
    QVERIFY(!created.before);
}

void tst_SaveJournal::aCreateIsOfItsWorkspace()
{
    const auto create = SavePlan::make({}, bert().metadata, u"796"_s);
    const JournalEntry entry = journalEntryFor(*create, {}, {});
    QCOMPARE(planOf(entry, u"1"_s, {})->workspaceId, u"796"_s);
    const auto anywhere = SavePlan::make({}, bert().metadata, {});
    QCOMPARE(planOf(journalEntryFor(*anywhere, {}, {}), u"1"_s, {})->workspaceId, u"1"_s);
}

void tst_SaveJournal::makesThePlanAgain_data()
{
    QTest::addColumn<SavePlan>("plan");
    QTest::newRow("update") << updatePlan();
    QTest::newRow("create") << *SavePlan::make({}, bert().metadata, u"796"_s);
    ModelMetadata edited = bert().metadata;
    edited.labels = {};
    QTest::newRow("labels") << *SavePlan::make(bert(), edited, {});
}

void tst_SaveJournal::makesThePlanAgain()
{
    QFETCH(SavePlan, plan);
    const QTemporaryDir folder;
    const JournalEntry entry = journalEntryFor(plan, u"work"_s, u"r"_s);
    {
        Journal journal(folder.filePath(u"journal.db"_s));
        QVERIFY(wait(journal.begin(entry)));
    }
    Journal journal(folder.filePath(u"journal.db"_s));
    const auto read = wait(journal.entry(entry.head.id));
    QVERIFY(read);
    const auto again = planOf(*read, plan.workspaceId, {});
    QVERIFY(again);
    QCOMPARE(requests(*again), requests(plan));
    QCOMPARE(again->edited, plan.edited);
    QCOMPARE(again->base, plan.base);
}

//! What is left of a save is written by the plan that is made again.
void tst_SaveJournal::goesByTheRulesOfTheService()
{
    RegisteredModel base = bert();
    base.metadata.description = u"long"_s;
    base.metadata.task = u"t"_s;
    ModelMetadata edited = base.metadata;
    edited.name = u"bert 2"_s;
    edited.description.clear();
    edited.extraInfo = JsonText(R"({"z":1.0})");
    const ServiceRules rules{.omittedStay = false,
                             .clearText = ServiceRules::Clear::ByNull,
                             .extraInfo = ServiceRules::Merge::Members,
                             .nullRemoves = true,
                             .findsQuotedNames = false};
    const auto plan = SavePlan::make(base, edited, u"796"_s, rules);
    QVERIFY(plan);
    const auto again = planOf(journalEntryFor(*plan, {}, {}), u"796"_s, rules);
    QVERIFY(again);
    QCOMPARE(requests(*again), requests(*plan));
    SavePlan begun = *again; // another label is what is left
    begun.edited.labels.clear();
    begun.steps[1].state = SaveStep::State::Failed;
    const auto rest = begun.rest();
    QVERIFY(rest);
    QVERIFY(rest->steps[1].request.body->contains(R"("Task":"t")"));
    const auto create = SavePlan::make({}, edited, u"796"_s, rules);
    const auto createAgain = planOf(journalEntryFor(*create, {}, {}), u"796"_s, rules);
    QCOMPARE(requests(*createAgain), requests(*create));
}

void tst_SaveJournal::whatNobodyWouldSendNowIsPlannedAgain_data()
{
    QTest::addColumn<ModelMetadata>("edited");
    QTest::addColumn<std::shared_ptr<ServiceRules>>("rules");
    const auto add = [](const char *title, const ServiceRules &rules,
                        const std::function<void(ModelMetadata &)> &edit) {
        ModelMetadata edited = bert().metadata;
        edit(edited);
        QTest::newRow(title) << edited << std::make_shared<ServiceRules>(rules);
    };
    using Merge = ServiceRules::Merge;
    add("text cleared", {.clearText = ServiceRules::Clear::Impossible},
        [](ModelMetadata &edited) { edited.task.clear(); });
    add("object emptied", {.emptiesExtraInfo = false},
        [](ModelMetadata &edited) { edited.extraInfo = JsonText("{}"); });
    add("member removed", {.extraInfo = Merge::Members},
        [](ModelMetadata &edited) { edited.extraInfo = JsonText(R"({"z":1.0})"); });
    add("name of many bytes", {.countsNameInBytes = true},
        [](ModelMetadata &edited) { edited.name = QString(127, QChar(0x6a21)); });
}

//! It was sent before the service was checked, and how it ended is to be found out.
void tst_SaveJournal::whatNobodyWouldSendNowIsPlannedAgain()
{
    QFETCH(ModelMetadata, edited);
    QFETCH(std::shared_ptr<ServiceRules>, rules);
    RegisteredModel base = bert();
    base.metadata.task = u"t"_s;
    const auto plan = SavePlan::make(base, edited, {});
    QVERIFY(plan);
    QVERIFY(!SavePlan::make(base, edited, {}, *rules));
    const auto again = planOf(journalEntryFor(*plan, {}, {}), {}, *rules);
    QVERIFY(again);
    QCOMPARE(requests(*again), requests(*plan));
}

void tst_SaveJournal::makesNoPlanOfWhatIsNoSave()
{
    JournalEntry entry = journalEntryForDeletion(bert(), {}, {});
    QCOMPARE(planOf(entry, {}, {}).error().kind, Error::Kind::Invalid);
    entry = journalEntryFor(updatePlan(), {}, {});
    entry.before.reset();
    QCOMPARE(planOf(entry, {}, {}).error().kind, Error::Kind::Invalid);
    entry.before = bert();
    entry.after.reset();
    QCOMPARE(planOf(entry, {}, {}).error().kind, Error::Kind::Invalid);
}

void tst_SaveJournal::saysHowItEnded_data()
{
    QTest::addColumn<SaveOutcome::Result>("result");
    QTest::addColumn<Outcome>("outcome");
    using Result = SaveOutcome::Result;
    QTest::newRow("saved") << Result::Saved << Outcome::Saved;
    QTest::newRow("not taken") << Result::NotTaken << Outcome::NotTaken;
    QTest::newRow("failed") << Result::Failed << Outcome::Failed;
    QTest::newRow("partly") << Result::Partly << Outcome::Partly;
    QTest::newRow("unknown") << Result::Unknown << Outcome::Unknown;
    QTest::newRow("unverified") << Result::Unverified << Outcome::Unverified;
    // Between the note and the first write.
    QTest::newRow("cancelled") << Result::Cancelled << Outcome::Failed;
}

void tst_SaveJournal::saysHowItEnded()
{
    QFETCH(SaveOutcome::Result, result);
    QFETCH(Outcome, outcome);
    const JournalEnd end = journalEndFor({.result = result, .plan = updatePlan()});
    QCOMPARE(end.outcome, outcome);
    QVERIFY(!end.error);
    QVERIFY(!end.held);
}

void tst_SaveJournal::keepsTheRequestsAsTheyWent()
{
    SaveOutcome outcome{.result = SaveOutcome::Result::Partly,
                        .plan = updatePlan(),
                        .now = bert(),
                        .createdId = u"model-2"_s,
                        .error = Error{.kind = Error::Kind::Forbidden, .code = u"no"_s}};
    using From = SaveStep::State;
    using To = JournalRequest::State;
    outcome.plan.steps[0].state = From::Done;
    outcome.plan.steps[1].state = From::Done;
    outcome.plan.steps[1].requestId = u"R-1"_s;
    outcome.plan.steps[1].httpStatus = 200;
    outcome.plan.steps[2].state = From::Unknown;
    outcome.plan.steps[3].state = From::Failed;
    outcome.plan.steps[4].state = From::Skipped;
    const JournalEnd end = journalEndFor(outcome);
    QList<To> states;
    for (const JournalRequest &request : end.requests)
        states.append(request.state);
    QCOMPARE(states, QList({To::Done, To::Done, To::Unknown, To::Failed, To::Skipped}));
    QCOMPARE(end.requests[1].requestId, u"R-1"_s);
    QCOMPARE(end.requests[1].httpStatus, 200);
    QCOMPARE(end.modelId, u"model-2"_s);
    QCOMPARE(*end.held, bert());
    QCOMPARE(end.error, outcome.error);
}

void tst_SaveJournal::notesADeletion()
{
    const JournalEntry entry = journalEntryForDeletion(bert(), u"work"_s, u"r"_s);
    QCOMPARE(entry.head.what, What::Delete);
    QCOMPARE(entry.head.modelId, u"model-1"_s);
    QCOMPARE(entry.head.modelName, u"bert"_s);
    QCOMPARE(*entry.before, bert());
    QVERIFY(!entry.after);
    QCOMPARE(entry.requests.size(), 1);
    QCOMPARE(entry.requests[0].method, u"DELETE"_s);
    QCOMPARE(entry.requests[0].path, u"/api/v1/models/model-1"_s);
}

MODELSCRIBE_TEST(tst_SaveJournal)

} // namespace tst_savejournal

#include "tst_savejournal.moc"
